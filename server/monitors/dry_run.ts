import type { z } from 'zod';
import { WatchkeeperError } from '../../common/errors';
import { stringifyLossless } from '../../common/json/lossless';
import { MOST_DRY_GROUPS } from '../../common/monitors/api';
import type { DryGroup, DryRun, DryVerdict, dryRunSchema } from '../../common/monitors/api';
import type { Monitor } from '../../common/monitors/monitor';
import { monitorSchema } from '../../common/monitors/monitor';
import { intervalMs } from '../../common/monitors/schedule';
import type { GroupVerdict, Verdict } from '../../common/monitors/verdict';
import { parseInput } from '../../common/parse';
import { checkMonitor } from './check_monitor';
import type { Judgement } from './kinds/prepared';
import { fieldOfProblem, runOnce } from './run_once';
import type { RunOnceDeps } from './run_once';

const groupOf = ({ content, ...group }: GroupVerdict): DryGroup => ({
  ...group,
  ...(content === undefined ? {} : { content: stringifyLossless(content) }),
});

const verdictOf = (verdict: Verdict): DryVerdict => {
  if (verdict.kind === 'problem') return verdict;
  const { groups } = verdict;
  const triggered = groups.filter((group) => group.triggered);
  const shown = [...triggered, ...groups.filter((group) => !group.triggered)];
  return {
    ...verdict,
    groups: shown.slice(0, MOST_DRY_GROUPS).map(groupOf),
    counts: { judged: groups.length, triggered: triggered.length },
  };
};

const NOTHING = { results: '[]', verdicts: [] };

/** What a scheduled run would make an error alert of is an answer here; that nothing is known stays an error. */
const problemOf = (error: unknown): NonNullable<DryRun['problem']> => {
  if (!(error instanceof WatchkeeperError)) throw error;
  if (error.code !== 'cluster_refused' && error.code !== 'forbidden') throw error;
  const { type, problems } = error.details;
  const at = problems?.[0];
  return {
    code: typeof type === 'string' ? type : error.code,
    message: error.message,
    ...(at ? { field: at.field } : {}),
  };
};

const toDryRun = (
  { took, hits, finding }: Judgement,
  window: DryRun['window'],
  monitor: Monitor
): DryRun => {
  const known = {
    window,
    ...(took === undefined ? {} : { took }),
    ...(hits === undefined ? {} : { hits }),
  };
  if (finding.kind === 'problem') {
    const { problem } = finding;
    const field = fieldOfProblem(monitor, problem.code);
    return { ...known, ...NOTHING, problem: { ...problem, field } };
  }
  const { results, verdicts } = finding;
  return { ...known, results: stringifyLossless(results), verdicts: verdicts.map(verdictOf) };
};

/**
 * Runs a monitor that need not be saved, as the caller, over the period that ends at `period_end`.
 *
 * @throws WatchkeeperError `invalid_input` for what can never run; `cluster_unreachable`, `too_busy`
 */
export const dryRun = async (
  deps: RunOnceDeps,
  { monitor: input, monitor_id: id, period_end: periodEnd }: z.output<typeof dryRunSchema>,
  now: number
): Promise<DryRun> => {
  const monitor = parseInput(monitorSchema, input);
  checkMonitor(monitor);
  const end = periodEnd ?? now - monitor.query_delay_seconds * 1000;
  const window = { start: end - intervalMs(monitor.schedule, end), end };
  try {
    return toDryRun(await runOnce(deps, monitor, window, id), window, monitor);
  } catch (error) {
    return { window, ...NOTHING, problem: problemOf(error) };
  }
};
