import { Draft } from '../alerts/draft';
import type { Commit } from '../alerts/draft';
import type { Track } from '../alerts/track';
import type { Monitor } from './monitor';
import { triggersOf } from './monitor';
import type { TriggerResult } from './run';
import { runActions } from './run_actions';
import { clearError, countFailure, raiseError } from './step_errors';
import { stepGroups } from './step_groups';
import type { Stepped, SteppedGroups } from './step_groups';
import type { Outcome, StepInput } from './step_input';
import { clearNoData, raiseNoData } from './step_no_data';
import type { Trigger } from './trigger';
import type { Judged, Verdict } from './verdict';

export type { Outcome as Finding, StepInput } from './step_input';
export type { Verdict } from './verdict';

export interface Step extends Commit {
  triggers: TriggerResult[];
}

type Tracks = Record<string, Record<string, Track>>;

const resultOf = (trigger: Trigger, judged: Judged, stepped: Stepped): TriggerResult => {
  const { groups, leftOut, noData } = judged;
  const triggered = groups.filter((group) => group.triggered);
  const [first] = groups;
  const single = groups.length === 1 && first.key === '';
  return {
    id: trigger.id,
    name: trigger.name,
    triggered: triggered.length > 0,
    ...(single && first.value !== undefined ? { value: first.value } : {}),
    ...(noData ? { no_data: true } : {}),
    ...(single
      ? {}
      : {
          groups: {
            judged: groups.length,
            triggered: triggered.length,
            opened: stepped.opened.length,
            ended: stepped.ended.length,
            ...(leftOut ? { left_out: leftOut } : {}),
          },
        }),
  };
};

/** What the trigger's policy makes of an answer with nothing in it; without a policy the condition has judged that. */
const underNoData = (
  draft: Draft,
  input: StepInput,
  trigger: Trigger,
  judged: Judged
): Stepped | SteppedGroups => {
  if (trigger.no_data === 'alert') return raiseNoData(draft, input, trigger);
  if (trigger.no_data === 'ok') return stepGroups(draft, input, trigger, { ...judged, groups: [] });
  return { opened: [], continued: [], ended: [], acknowledged: [] };
};

const join = (a: Stepped, b: Stepped): Stepped => ({
  opened: [...a.opened, ...b.opened],
  continued: [...a.continued, ...b.continued],
  ended: [...a.ended, ...b.ended],
  acknowledged: [...a.acknowledged, ...b.acknowledged],
});

const stepJudged = (
  draft: Draft,
  input: StepInput,
  trigger: Trigger,
  judged: Judged,
  tracks: Tracks
): Stepped => {
  if (judged.noData && trigger.no_data) return underNoData(draft, input, trigger, judged);
  const cleared = clearNoData(draft, trigger);
  const { tracks: ofTrigger, ...stepped } = stepGroups(draft, input, trigger, judged);
  if (Object.keys(ofTrigger).length > 0) tracks[trigger.id] = ofTrigger;
  else delete tracks[trigger.id];
  return join(cleared, stepped);
};

const stepTrigger = (
  draft: Draft,
  input: StepInput,
  trigger: Trigger,
  verdict: Verdict,
  results: readonly unknown[],
  tracks: Tracks
): TriggerResult => {
  if (verdict.kind === 'problem') {
    raiseError(draft, input, verdict.problem, trigger);
    return { id: trigger.id, name: trigger.name, triggered: false, problem: verdict.problem };
  }
  clearError(draft, input, trigger);
  const stepped = stepJudged(draft, input, trigger, verdict, tracks);
  const result = resultOf(trigger, verdict, stepped);
  const actions = runActions(draft, input, trigger, stepped, results);
  return actions.length > 0 || result.triggered ? { ...result, actions } : result;
};

/** Alerts of triggers that the monitor no longer has. */
const dropOrphans = (draft: Draft, monitor: Monitor): void => {
  const kept = new Set(['', ...triggersOf(monitor).map(({ id }) => id)]);
  for (const alert of draft.all()) {
    if (!kept.has(alert.trigger_id)) {
      draft.move(alert, 'deleted', {}, { reason: 'The trigger was deleted.' });
    }
  }
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const stepAnswer = (
  draft: Draft,
  input: StepInput,
  { results, verdicts, memory, findings = [] }: Extract<Outcome, { kind: 'answer' }>
): TriggerResult[] => {
  const { state } = input;
  clearError(draft, input);
  for (const finding of findings) draft.addFinding(finding);
  const tracks: Tracks = { ...state.tracks };
  const byId = new Map(verdicts.map((verdict) => [verdict.triggerId, verdict]));
  const triggers = triggersOf(input.monitor).flatMap((trigger) => {
    const verdict = byId.get(trigger.id);
    return verdict ? [stepTrigger(draft, input, trigger, verdict, results, tracks)] : [];
  });
  for (const id of Object.keys(tracks)) if (!byId.has(id)) delete tracks[id];
  if (!same(tracks, state.tracks ?? {})) draft.keep({ tracks });
  if (memory !== undefined && !same(memory, state.memory)) draft.keep({ memory });
  if (state.failures) draft.keep({ failures: undefined });
  return triggers;
};

/**
 * Steps a monitor's state by what one run found. Pure: the same input gives the same commit, so it can be repeated after
 * a lost compare-and-swap. An error is never the condition being true, and never the condition being false either.
 */
export const stepMonitor = (input: StepInput): Step => {
  const { monitor, state, finding, window, now } = input;
  const draft = new Draft(state, now);
  dropOrphans(draft, monitor);
  if (finding.kind === 'answer') {
    const triggers = stepAnswer(draft, input, finding);
    return { ...draft.commit(window.end), triggers };
  }
  raiseError(draft, input, finding.problem);
  const failures = countFailure(state.failures);
  if (failures !== state.failures) draft.keep({ failures });
  return { ...draft.commit(window.end), triggers: [] };
};
