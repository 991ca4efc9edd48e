import { whyNoBackTest } from '../../../common/monitors/back_test/replayable';
import { mapTriggers, monitorSchema } from '../../../common/monitors/monitor';
import type { Action } from '../../../common/monitors/action';
import type { Monitor } from '../../../common/monitors/monitor';
import { usableSchedule } from '../schedule/usable_schedule';

const UNNAMED = '-';

const named = (text: string): string => text.trim() || UNNAMED;

/** What an action says and to whom matters to nobody here: that it sends, does. */
const testableAction = (action: Action): Action => ({
  ...action,
  name: named(action.name),
  destination_id: named(action.destination_id),
  message_template: { ...action.message_template, source: named(action.message_template.source) },
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

/** Whether a back-test of it can be asked for at all: what the schema refuses the server need not be asked for. */
export const canBeTested = (monitor: Monitor): boolean =>
  whyNoBackTest(monitor) === undefined &&
  monitor.triggers.length > 0 &&
  monitorSchema.safeParse(monitor).success;

/** What decides the outcome of a back-test, as text: two drafts that agree in it need not both be tested. */
export const questionOf = (draft: Monitor): string =>
  JSON.stringify({
    ...testable(draft),
    ...{ name: '', enabled: true, ui_metadata: {}, tags: undefined, owner: undefined },
    ...{ last_update_time: undefined, enabled_time: undefined },
  });
