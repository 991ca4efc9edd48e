import { WatchkeeperError } from '../../common/errors';
import type { Monitor } from '../../common/monitors/monitor';
import type { Window } from '../../common/monitors/run';
import type { Cluster } from '../cluster/types';
import { INDICES_FIELD, QUERY_FIELD } from '../../common/monitors/check_kind';
import type { Heartbeats } from './heartbeats/heartbeat_reader';
import type { Judgement, OtherMonitors, SearchAnswer } from './kinds/prepared';
import { prepareMonitor } from './kinds/registry';
import { askSearch, atFields, isOfIndices } from './run_query';
import type { ScriptBudget } from './script_budget';

export interface RunOnceDeps {
  /** As the caller. */
  cluster: Cluster;
  scripts: ScriptBudget;
  monitors: OtherMonitors;
  heartbeats?: Heartbeats;
  timeoutSeconds: number;
}

/** Where a refusal by the cluster belongs: what the monitor looks at, and what it asks there. */
const fieldsOf = (monitor: Monitor): { indices: string; query: string } => {
  const at = (field: string) => ({ indices: field, query: field });
  switch (monitor.monitor_type) {
    case 'query_level_monitor':
    case 'bucket_level_monitor':
      return { indices: INDICES_FIELD, query: QUERY_FIELD };
    case 'doc_level_monitor': {
      const field = 'inputs.0.doc_level_input';
      return { indices: `${field}.indices`, query: `${field}.queries` };
    }
    case 'cluster_metrics_monitor':
      return at('inputs.0.uri');
    case 'composite_monitor':
      return at('inputs.0.composite_input.sequence.delegates');
    case 'ppl_monitor':
      return at('inputs.0.ppl_input.query');
    case 'heartbeat_monitor':
      return at('inputs.0.heartbeat');
  }
};

/** The field that a problem of a run belongs to, by its code. */
export const fieldOfProblem = (monitor: Monitor, code: string): string =>
  fieldsOf(monitor)[isOfIndices(code) ? 'indices' : 'query'];

const answerTo = async (
  { cluster, timeoutSeconds }: RunOnceDeps,
  request: Parameters<typeof askSearch>[1]
): Promise<SearchAnswer | Judgement> => {
  const { outcome } = await askSearch(cluster, request, timeoutSeconds);
  switch (outcome.kind) {
    case 'answer':
      return outcome;
    case 'problem': {
      const { took, problem } = outcome;
      return { ...(took === undefined ? {} : { took }), finding: { kind: 'problem', problem } };
    }
    default:
      throw new WatchkeeperError('too_busy', 'The cluster is too busy to answer. Try again.');
  }
};

/**
 * Runs a monitor of any type once, apart from its schedule, its alerts and its memory: the search and the judging of a
 * scheduled run, as the caller.
 *
 * @throws WatchkeeperError the cluster's refusal, at its field
 */
export const runOnce = async (
  deps: RunOnceDeps,
  monitor: Monitor,
  window: Window,
  id = ''
): Promise<Judgement> => {
  const { cluster, scripts, monitors, heartbeats, timeoutSeconds } = deps;
  const prepared = prepareMonitor(monitor, { id, timeoutSeconds });
  const request = prepared.search?.(window);
  const answer = request && (await answerTo(deps, request));
  if (answer && 'finding' in answer) return answer;
  const timeoutMs = timeoutSeconds * 1000;
  try {
    return await prepared.judge(
      {
        cluster,
        window,
        alerts: [],
        memory: undefined,
        scripts,
        timeoutMs,
        monitors,
        rehearsal: true,
        ...(heartbeats ? { heartbeats } : {}),
      },
      answer
    );
  } catch (error) {
    throw atFields(error, fieldsOf(monitor));
  }
};
