import { isJsonTemplate } from '../../notifications/templates/json_template';
import type { Action } from '../action';
import { mapTriggers } from '../monitor';
import type { Monitor } from '../monitor';

const NAMES_DOCUMENTS = /\bhits\b/;

/** Stands where documents would have stood: a message with nothing but them is not an empty one. */
const MARK = '…';

interface Template {
  source: string;
}

const marked = <T extends Template>(template: T): T =>
  NAMES_DOCUMENTS.test(template.source) && !isJsonTemplate(template.source)
    ? { ...template, source: `${MARK}${template.source}` }
    : template;

const markedAction = (action: Action): Action => ({
  ...action,
  ...(action.message_template ? { message_template: marked(action.message_template) } : {}),
  ...(action.recovery_message_template
    ? { recovery_message_template: marked(action.recovery_message_template) }
    : {}),
});

/**
 * The monitor for answers that have no documents: its messages are counted as they would be with them. A message that
 * comes to nothing is not sent, and without documents one that only lists them would.
 */
export const withoutDocuments = <M extends Monitor>(monitor: M): M =>
  mapTriggers(monitor, (trigger) => ({
    ...trigger,
    actions: trigger.actions.map(markedAction),
  }));
