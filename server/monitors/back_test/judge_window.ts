import { WatchkeeperError } from '../../../common/errors';
import type { Replay } from '../../../common/monitors/back_test/replay';
import type { PastRun } from '../../../common/monitors/back_test/windows';
import type { Finding } from '../../../common/monitors/step';
import { isTimeOut } from '../../cluster/errors';
import type { Judgement, Prepared, SearchAnswer } from '../kinds/prepared';
import { internalProblem } from '../settler';
import { patiently } from './patient_search';
import type { BackTestDeps } from './types';

/** A back-test is of one monitor: no other is looked at. */
const NO_OTHERS = () => Promise.resolve(new Map());

const inquiryOf = (
  { cluster, scripts, timeoutSeconds }: BackTestDeps,
  { window }: PastRun,
  replay: Replay
) => ({
  ...{ cluster, window, scripts },
  alerts: replay.alerts,
  memory: replay.memory,
  timeoutMs: timeoutSeconds * 1000,
  monitors: NO_OTHERS,
  measured: true as const,
});

const problemIn = (error: unknown): Finding => {
  const isUnreachable = error instanceof WatchkeeperError && error.code === 'cluster_unreachable';
  // Where nothing is known about the monitor there is nothing to go on with.
  if (isUnreachable && !isTimeOut(error)) throw error;
  return { kind: 'problem', problem: internalProblem(error) };
};

/**
 * What a window's answer means, by the very judges of runs.
 *
 * @throws WatchkeeperError `cluster_unreachable`, `too_busy`
 */
export const judgeWindow = async (
  deps: BackTestDeps,
  prepared: Prepared,
  replay: Replay,
  run: PastRun,
  answer: SearchAnswer | undefined
): Promise<Pick<Judgement, 'took' | 'finding'>> => {
  const inquiry = inquiryOf(deps, run, replay);
  try {
    return await patiently(() => prepared.judge(inquiry, answer));
  } catch (error) {
    return { finding: problemIn(error) };
  }
};
