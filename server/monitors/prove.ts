import { WatchkeeperError, invalidInput } from '../../common/errors';
import { parseLossless } from '../../common/json/lossless';
import { compositeProblems, delegateIds } from '../../common/monitors/composite/check';
import type { CompositeMonitor, Monitor } from '../../common/monitors/monitor';
import { isSearchMonitor } from '../../common/monitors/monitor';
import type { Window } from '../../common/monitors/run';
import { intervalMs } from '../../common/monitors/schedule';
import { demandNothingRefused } from './kinds/refused_in_proof';
import { fieldOfProblem, runOnce } from './run_once';
import type { RunOnceDeps } from './run_once';
import { runQuery } from './run_query';

const PROOF_TIMEOUT_SECONDS = 30;

export interface ProofDeps extends Omit<RunOnceDeps, 'timeoutSeconds'> {
  now: number;
  /** Of the monitor. */
  id: string;
}

/** What the input answered, as conditions see it. */
export interface Proof {
  window: Window;
  results: readonly unknown[];
}

/** A monitor that rests on others needs them to be there. */
const demandDelegates = async (
  monitor: CompositeMonitor,
  { monitors, id }: ProofDeps
): Promise<void> => {
  const found = await monitors(delegateIds(monitor));
  const problems = compositeProblems(monitor, {
    ownId: id,
    get: (delegate) => {
      const other = found.get(delegate);
      return other && { name: other.name, monitor_type: other.type };
    },
  });
  if (problems.length > 0) throw invalidInput(problems);
};

/**
 * Proves that the calling user may ask what a monitor asks, by asking it as that user over the last period, without
 * memory and alerts. Refuses what the cluster refuses, at its field.
 *
 * @throws WatchkeeperError
 */
export const prove = async (monitor: Monitor, deps: ProofDeps): Promise<Proof> => {
  const { cluster, now, id } = deps;
  const window = { start: now - intervalMs(monitor.schedule, now), end: now };
  if (isSearchMonitor(monitor)) {
    const [input] = monitor.inputs;
    const { response } = await runQuery(cluster, input, window, PROOF_TIMEOUT_SECONDS);
    return { window, results: [parseLossless(response)] };
  }
  if (monitor.monitor_type === 'composite_monitor') await demandDelegates(monitor, deps);
  const { finding } = await runOnce(
    { ...deps, timeoutSeconds: PROOF_TIMEOUT_SECONDS },
    monitor,
    window,
    id
  );
  if (finding.kind === 'answer') {
    demandNothingRefused(monitor, finding);
    return { window, results: finding.results };
  }
  const { code, message } = finding.problem;
  const problems = [{ field: fieldOfProblem(monitor, code), message }];
  throw new WatchkeeperError('cluster_refused', message, { type: code, problems });
};
