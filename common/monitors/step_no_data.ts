import type { Alert } from '../alerts/alert';
import type { Draft } from '../alerts/draft';
import { nextState } from '../alerts/machine';
import type { GroupState } from '../alerts/machine';
import { NOTHING_STEPPED } from './step_groups';
import type { Stepped } from './step_groups';
import type { StepInput } from './step_input';
import { subjectOf } from './step_message';
import { isUnacknowledged, severityChange, unacknowledged } from './step_unacknowledged';
import type { Trigger } from './trigger';

const open = (draft: Draft, input: StepInput, trigger: Trigger): Stepped => {
  const { end } = input.window;
  const alert = draft.open({
    ...subjectOf(input, trigger),
    state: 'no_data',
    no_data: true,
    active_time: draft.now,
    first_seen: end,
    last_seen: end,
  });
  return { ...NOTHING_STEPPED, opened: [{ alert }] };
};

const goOn = (draft: Draft, input: StepInput, trigger: Trigger, known: Alert): Stepped => {
  const from: GroupState = known.state === 'acknowledged' ? 'acknowledged' : 'active';
  const to = nextState(from, 'true', {
    dueFor: true,
    keptFor: true,
    unacknowledged: isUnacknowledged(known, trigger, input.now),
  });
  const severity = severityChange(known, trigger);
  const seen = { last_seen: input.window.end, ...severity };
  if (from === 'acknowledged' && to === 'active') {
    const { change, reason } = unacknowledged(known, trigger);
    const alert = draft.move(known, 'no_data', { ...seen, ...change }, { reason });
    // As of a new one: those must hear of it as well who are told of new alerts only.
    return { ...NOTHING_STEPPED, opened: [{ alert }] };
  }
  const alert = 'severity' in severity ? draft.touch(known, seen) : draft.note(known, seen);
  return { ...NOTHING_STEPPED, [to === 'active' ? 'continued' : 'acknowledged']: [{ alert }] };
};

/** There was nothing to judge, and the trigger wants to hear of that: an alert beside those of its groups. */
export const raiseNoData = (draft: Draft, input: StepInput, trigger: Trigger): Stepped => {
  const known = draft.noData(trigger.id);
  return known ? goOn(draft, input, trigger, known) : open(draft, input, trigger);
};

/** There is data again, or the trigger does not want to hear of it any more. */
export const clearNoData = (draft: Draft, trigger: Trigger, reason: string): Stepped => {
  const known = draft.noData(trigger.id);
  if (!known) return NOTHING_STEPPED;
  return {
    ...NOTHING_STEPPED,
    ended: [{ alert: draft.move(known, 'completed', {}, { reason }) }],
  };
};
