import { Draft } from '../alerts/draft';
import type { Commit } from '../alerts/draft';
import { closeDropped, closeIncidents } from '../alerts/incidents';
import { triggersOf } from './monitor';
import type { TriggerResult } from './run';
import { runActions } from './run_actions';
import { clearError, countFailure, raiseError } from './step_errors';
import { NOTHING_STEPPED, stepGroups } from './step_groups';
import type { Stepped, SteppedGroups } from './step_groups';
import { withSharedTemplates } from './shared_templates';
import { isWorse } from './step_sighting';
import type { Outcome, StepInput } from './step_input';
import { clearNoData, raiseNoData } from './step_no_data';
import { tellingOptions } from './step_message';
import { isReplay } from './step_replay';
import { nextTracks } from './step_tracks';
import type { TriggerTracks } from './step_tracks';
import { currentThrottles } from './throttle';
import type { Trigger } from './trigger';
import type { Judged, Verdict } from './verdict';

export type { Outcome as Finding, StepInput } from './step_input';
export type { Verdict } from './verdict';

export interface Step extends Commit {
  triggers: TriggerResult[];
}

const worstOf = (groups: Judged['groups']): number | undefined =>
  groups.reduce<number | undefined>(
    (worst, group) => (isWorse(worst, group) ? group.measure : worst),
    undefined
  );

const resultOf = (trigger: Trigger, judged: Judged, stepped: Stepped): TriggerResult => {
  const { groups, leftOut, noData } = judged;
  const triggered = groups.filter((group) => group.triggered);
  const [first] = groups;
  const measure = worstOf(groups);
  const single = groups.length === 1 && first.key === '';
  const counted = !single && !(noData && groups.length === 0);
  return {
    id: trigger.id,
    name: trigger.name,
    triggered: triggered.length > 0,
    ...(single && first.value !== undefined ? { value: first.value } : {}),
    ...(measure === undefined ? {} : { measure }),
    ...(noData ? { no_data: true } : {}),
    ...(counted
      ? {
          groups: {
            judged: groups.length,
            triggered: triggered.length,
            opened: stepped.opened.length,
            ended: stepped.ended.length,
            ...(leftOut ? { left_out: leftOut } : {}),
          },
        }
      : {}),
  };
};

const NO_LONGER_ASKED = 'The trigger does not ask for missing data any more.';

/** What the trigger's policy makes of an answer with nothing in it; without a policy the condition has judged that. */
const stepJudged = (
  draft: Draft,
  input: StepInput,
  trigger: Trigger,
  judged: Judged
): SteppedGroups => {
  const policy = judged.noData ? trigger.no_data : undefined;
  if (policy === 'alert') return { stepped: raiseNoData(draft, input, trigger) };
  const reason = judged.noData ? NO_LONGER_ASKED : 'There is data again.';
  const { ended } = clearNoData(draft, trigger, reason);
  const { stepped, tracks } =
    policy === 'keep'
      ? { stepped: NOTHING_STEPPED, tracks: undefined }
      : stepGroups(draft, input, trigger, policy === 'ok' ? { ...judged, groups: [] } : judged);
  return {
    stepped: ended.length === 0 ? stepped : { ...stepped, ended: [...ended, ...stepped.ended] },
    ...(tracks ? { tracks } : {}),
  };
};

const stepTrigger = (
  draft: Draft,
  input: StepInput,
  trigger: Trigger,
  verdict: Verdict,
  results: readonly unknown[]
): { result: TriggerResult; tracks?: TriggerTracks } => {
  if (verdict.kind === 'problem') {
    const { problem } = verdict;
    raiseError(draft, input, problem, trigger);
    return { result: { id: trigger.id, name: trigger.name, triggered: false, problem } };
  }
  clearError(draft, input, trigger);
  const { stepped, tracks } = stepJudged(draft, input, trigger, verdict);
  const result = resultOf(trigger, verdict, stepped);
  const actions = runActions(draft, input, trigger, stepped, results);
  return {
    result: actions.length > 0 || result.triggered ? { ...result, actions } : result,
    ...(tracks ? { tracks } : {}),
  };
};

/** What belongs to triggers and actions that the monitor no longer has. */
const dropOrphans = (draft: Draft, input: StepInput): void => {
  const { monitor } = input;
  const throttles = currentThrottles(draft.throttles, monitor);
  if (throttles) {
    const dropped = Object.entries(draft.throttles).filter(([key]) => !(key in throttles));
    closeDropped(draft, dropped, tellingOptions(input));
    draft.keep({ throttles });
  }
  const kept = new Set(['', ...triggersOf(monitor).map(({ id }) => id)]);
  for (const alert of draft.all()) {
    if (!kept.has(alert.trigger_id)) {
      draft.move(alert, 'deleted', {}, { reason: 'The trigger was deleted.' });
    }
  }
};

const same = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

const stepAnswer = (
  draft: Draft,
  input: StepInput,
  { results, verdicts, memory, findings = [] }: Extract<Outcome, { kind: 'answer' }>
): TriggerResult[] => {
  const { monitor, state } = input;
  clearError(draft, input);
  for (const finding of findings) draft.addFinding(finding);
  const byId = new Map(verdicts.map((verdict) => [verdict.triggerId, verdict]));
  const changed = new Map<string, TriggerTracks>();
  const triggers = triggersOf(monitor).flatMap((trigger) => {
    const verdict = byId.get(trigger.id);
    if (!verdict) return [];
    const { result, tracks } = stepTrigger(draft, input, trigger, verdict, results);
    if (tracks) changed.set(trigger.id, tracks);
    return [result];
  });
  const tracks = nextTracks(state.tracks, changed, (id) => byId.has(id));
  if (tracks) draft.keep({ tracks });
  if (memory !== undefined && !same(memory, state.memory)) draft.keep({ memory });
  if (state.failures) draft.keep({ failures: undefined });
  return triggers;
};

/**
 * Steps a monitor's state by what one run found. Pure: the same input gives the same commit, so it can be repeated after
 * a lost compare-and-swap. A window that a commit has seen already changes nothing. An error is never the condition
 * being true, and never the condition being false either.
 */
export const stepMonitor = (given: StepInput): Step => {
  const input = { ...given, monitor: withSharedTemplates(given.monitor, given.templates) };
  const { state, finding, window, now } = input;
  if (isReplay(state, window, now)) return { triggers: [] };
  const draft = new Draft(state, now);
  dropOrphans(draft, input);
  if (finding.kind === 'answer') {
    const triggers = stepAnswer(draft, input, finding);
    closeIncidents(draft, tellingOptions(input));
    return { ...draft.commit(window.end), triggers };
  }
  raiseError(draft, input, finding.problem);
  const failures = countFailure(state.failures);
  if (failures !== state.failures) draft.keep({ failures });
  closeIncidents(draft, tellingOptions(input));
  return { ...draft.commit(window.end), triggers: [] };
};
