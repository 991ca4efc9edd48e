import type { Draft } from '../alerts/draft';
import { NOT_ACKNOWLEDGED } from '../alerts/unacknowledge';
import { isUnacknowledged } from './step_groups';
import type { Stepped } from './step_groups';
import type { StepInput } from './step_input';
import type { Trigger } from './trigger';

const NOTHING: Stepped = { opened: [], continued: [], ended: [], acknowledged: [] };

/** There was nothing to judge, and the trigger wants to hear of that: an alert beside those of its groups. */
export const raiseNoData = (draft: Draft, input: StepInput, trigger: Trigger): Stepped => {
  const { end } = input.window;
  const known = draft.noData(trigger.id);
  if (!known) {
    const alert = draft.open({
      monitor_id: input.monitorId,
      monitor_name: input.monitor.name,
      trigger_id: trigger.id,
      trigger_name: trigger.name,
      severity: trigger.severity,
      state: 'no_data',
      no_data: true,
      active_time: draft.now,
      first_seen: end,
      last_seen: end,
    });
    return { ...NOTHING, opened: [{ alert }] };
  }
  const seen = { last_seen: end };
  if (known.state !== 'acknowledged') {
    return { ...NOTHING, continued: [{ alert: draft.remember(known, seen) }] };
  }
  if (!isUnacknowledged(known, trigger, input.now)) {
    return { ...NOTHING, acknowledged: [{ alert: draft.remember(known, seen) }] };
  }
  const again = { ...seen, ...NOT_ACKNOWLEDGED, severity: trigger.severity };
  const reason =
    trigger.severity < known.severity
      ? 'The severity has risen.'
      : 'The acknowledgement has ended.';
  return { ...NOTHING, continued: [{ alert: draft.move(known, 'no_data', again, { reason }) }] };
};

/** There is data again. */
export const clearNoData = (draft: Draft, trigger: Trigger): Stepped => {
  const known = draft.noData(trigger.id);
  if (!known) return NOTHING;
  const reason = 'There is data again.';
  return { ...NOTHING, ended: [{ alert: draft.move(known, 'completed', {}, { reason }) }] };
};
