import { whyNoBackTest } from '../../../common/monitors/back_test/replayable';
import { problemsOfMonitor } from '../../../common/monitors/check_monitor';
import { mapTriggers, monitorSchema } from '../../../common/monitors/monitor';
import type { Action } from '../../../common/monitors/action';
import type { Monitor } from '../../../common/monitors/monitor';
import { usableSchedule } from '../schedule/usable_schedule';

const UNNAMED = '-';

const ANY_TEXT = { source: '-', lang: 'mustache' as const };

const named = (text: string): string => text.trim() || UNNAMED;

/** What an action says and to whom matters to nobody here: that it sends, does. */
const testableAction = (action: Action): Action => ({
  ...action,
  name: named(action.name),
  destination_id: named(action.destination_id),
  ...(action.subject_template ? { subject_template: ANY_TEXT } : {}),
  message_template: ANY_TEXT,
  ...(action.recovery_subject_template ? { recovery_subject_template: ANY_TEXT } : {}),
  ...(action.recovery_message_template ? { recovery_message_template: ANY_TEXT } : {}),
});

/** The draft with what is not filled in yet, and does not matter to a back-test, filled in. */
export const testable = (draft: Monitor): Monitor => ({
  ...mapTriggers(draft, (trigger) => ({
    ...trigger,
    name: named(trigger.name),
    actions: trigger.actions.map(testableAction),
  })),
  name: named(draft.name),
  schedule: usableSchedule(draft.schedule),
});

const isRight = (monitor: Monitor): boolean => {
  const parsed = monitorSchema.safeParse(monitor);
  return parsed.success && problemsOfMonitor(parsed.data).length === 0;
};

/** Whether a back-test of it can be asked for at all: the server need not be asked for what it would refuse. */
export const canBeTested = (monitor: Monitor): boolean =>
  whyNoBackTest(monitor) === undefined && monitor.triggers.length > 0 && isRight(monitor);

/** What decides the outcome of a back-test, as text: two drafts that agree in it need not both be tested. */
export const questionOf = (draft: Monitor): string =>
  JSON.stringify({
    ...testable(draft),
    ...{ name: '', enabled: true, ui_metadata: {}, tags: undefined, owner: undefined },
    ...{ last_update_time: undefined, enabled_time: undefined },
  });
