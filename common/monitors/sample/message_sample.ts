import { messageOf } from '../../errors';
import { fillShape } from '../../notifications/templates/checking/fill_shape';
import {
  ANYTHING,
  listShape,
  mapShape,
  shapeOf,
} from '../../notifications/templates/checking/shape';
import type { Caveats } from '../../notifications/templates/checking/check_template';
import type { Shape } from '../../notifications/templates/checking/shape';
import { scopeOf } from '../action';
import type { Action } from '../action';
import type { FoundRun } from '../found_run';
import { isSearchMonitor, mapTriggers, triggersOf } from '../monitor';
import type { Monitor } from '../monitor';
import { previewRun } from '../preview';
import type { PreviewOptions } from '../preview';
import type { MessageIntent } from '../../notifications/message';
import type { Outcome } from '../step_input';
import type { Verdict } from '../verdict';
import { alertShape } from './alert_shape';
import { heartbeatShape } from './heartbeat_shape';
import { searchShape } from './search_shape';
import type { MappedField } from './search_shape';

export interface SampleInput {
  monitor: Monitor;
  triggerId: string;
  actionId: string;
  /** Absent before the first run. */
  found?: FoundRun;
  /** Of the mapping, where that is known. */
  fields?: readonly MappedField[];
  names?: Pick<PreviewOptions, 'monitorId' | 'baseUrl' | 'templates'>;
}

/** What the message of an action is rendered over, as far as a run has shown it. */
export interface MessageSample {
  /** Of `{ ctx }`. */
  shape: Shape;
  /** Of a run; else only what is known without one. */
  known: boolean;
  /** What is not there in every message. */
  caveats?: Caveats;
}

const OF_ONE_ALERT: Caveats = {
  'ctx.alert':
    'A message once a run can be about several alerts, and then ctx.alert is empty. Loop over ctx.alerts, or write it within {{#ctx.alert}}.',
};

/** Whether a trigger can have several alerts at once. */
const hasGroups = ({ monitor_type: type }: Monitor): boolean =>
  type !== 'query_level_monitor' &&
  type !== 'cluster_metrics_monitor' &&
  type !== 'heartbeat_monitor';

const caveatsOf = ({ monitor, triggerId, actionId }: SampleInput): Caveats | undefined => {
  const trigger = triggersOf(monitor).find(({ id }) => id === triggerId);
  const action = trigger?.actions.find(({ id }) => id === actionId);
  const isOnce = action !== undefined && scopeOf(action).kind === 'per_execution';
  return isOnce && hasGroups(monitor) ? OF_ONE_ALERT : undefined;
};

/** Without what keeps a first run from telling. */
const telling = (action: Action): Action => ({
  ...action,
  throttle_enabled: false,
  action_execution_policy: action.action_execution_policy?.action_execution_scope.per_execution
    ? action.action_execution_policy
    : undefined,
});

const asIfTelling = (monitor: Monitor): Monitor =>
  mapTriggers(monitor, (trigger) => ({
    ...trigger,
    for: undefined,
    occurrences: undefined,
    no_data: undefined,
    actions: trigger.actions.map(telling),
  }));

/** As if the condition were true, of something. */
const asIfTrue = (triggerId: string, verdict: Verdict | undefined): Verdict => {
  const judged = verdict?.kind === 'judged' ? verdict : undefined;
  const groups = judged?.groups ?? [];
  const [first = { key: '', triggered: true }] = groups;
  const { lasting } = judged ?? {};
  const triggered = groups.filter((group) => group.triggered);
  // One is enough to see what a message is made of.
  return {
    ...{ triggerId, kind: 'judged' },
    ...(lasting ? { lasting } : {}),
    groups: [{ ...(triggered[0] ?? first), triggered: true }],
  };
};

const EMPTY_ANSWER: Extract<Outcome, { kind: 'answer' }> = {
  kind: 'answer',
  results: [],
  verdicts: [],
};

const EMPTY: FoundRun = { window: { start: 0, end: 60_000 }, finding: EMPTY_ANSWER };

/** What is sent first, as if the condition were true. */
export interface SupposedMessage {
  /** What it is rendered from. */
  ctx?: Readonly<Record<string, unknown>>;
  message?: MessageIntent;
  /** Why there is none. */
  failure?: string;
}

/**
 * The first message of an action by the very step that sends it, as if the condition were true of what the last run
 * found, and nothing held the message back.
 */
export const supposedMessage = (input: SampleInput): SupposedMessage => {
  try {
    return suppose(input);
  } catch (error) {
    // A draft need not be right yet.
    return { failure: messageOf(error) };
  }
};

const suppose = (input: SampleInput): SupposedMessage => {
  const { monitor, triggerId, actionId, found = EMPTY, names } = input;
  const { window, finding } = found;
  const answer = finding.kind === 'answer' ? finding : EMPTY_ANSWER;
  const verdict = answer.verdicts.find((one) => one.triggerId === triggerId);
  const truly = { ...answer, verdicts: [asIfTrue(triggerId, verdict)] };
  let ctx: SupposedMessage['ctx'];
  const { messages, triggers } = previewRun(
    asIfTelling(monitor),
    { window, finding: truly },
    {
      ...names,
      hears: (about) => {
        if (about.triggerId === triggerId && about.actionId === actionId) ctx ??= about.ctx;
      },
    }
  );
  const message = messages.find(
    (one) => one.action_id === actionId && one.trigger_id === triggerId
  );
  const failed = triggers
    .flatMap(({ actions = [] }) => actions)
    .find(({ id, outcome }) => id === actionId && outcome === 'error');
  return {
    ...(ctx ? { ctx } : {}),
    ...(message ? { message } : {}),
    ...(failed?.reason === undefined ? {} : { failure: failed.reason }),
  };
};

const resultsShape = (monitor: Monitor, fields: readonly MappedField[] | undefined): Shape => {
  if (monitor.monitor_type === 'heartbeat_monitor') return listShape(heartbeatShape());
  return listShape(
    isSearchMonitor(monitor) ? searchShape(monitor.inputs[0].search.query, fields) : ANYTHING
  );
};

/** What every message knows, whether a run has shown it or not. */
const knownShape = ({ monitor, fields, found }: SampleInput): Shape => {
  const alert = alertShape(monitor);
  const alerts = listShape(alert);
  return mapShape({
    ...{ results: resultsShape(monitor, fields), alert, alerts },
    ...{ newAlerts: alerts, dedupedAlerts: alerts, completedAlerts: alerts },
    ...{ throttled_count: { kind: 'number' }, error: { kind: 'text' } },
    ...(found || monitor.monitor_type !== 'ppl_monitor' ? {} : { ppl_query_results: ANYTHING }),
  });
};

/**
 * What the messages of an action are rendered over: by the very step that sends them, as if the condition were true of
 * what the last run found, and filled in with what is known without a run.
 */
export const messageSample = (input: SampleInput): MessageSample => {
  const known = input.found?.finding.kind === 'answer';
  const hasTrigger = triggersOf(input.monitor).some(({ id }) => id === input.triggerId);
  const heard = hasTrigger ? supposedMessage(input).ctx : undefined;
  const ctx = fillShape(shapeOf(heard ?? {}), knownShape(input));
  const open = !known && ctx.kind === 'map' ? { ...ctx, open: true } : ctx;
  const caveats = caveatsOf(input);
  return { shape: mapShape({ ctx: open }), known, ...(caveats ? { caveats } : {}) };
};
