import type { Alert } from '../alerts/alert';
import { alertUrl } from '../links/page_links';
import { isJsonTemplate } from './templates/json_template';
import { durationText, numberText } from './texts/amounts';

const groupText = ({ group = [] }: Alert): string =>
  group.length === 0
    ? ''
    : ` (${group.map(({ field, value }) => `${field}: ${value}`).join(', ')})`;

export interface BuiltInText {
  subject: string;
  message: string;
}

/** The link stands on a line of its own, where the host's address is known. */
const linked = (message: string, { id }: Alert, baseUrl: string | undefined): string =>
  [message, alertUrl(baseUrl, id)].filter((line) => line !== '').join('\n');

const lastedText = ({ end_time: end = 0, active_time: active, start_time: start }: Alert): string =>
  durationText(end - (active ?? start));

/**
 * What is sent of an alert that has ended, where the author wrote nothing for that.
 *
 * @param baseUrl what links begin with; without it there is none
 */
export const recoveryText = (alert: Alert, baseUrl?: string): BuiltInText => {
  const { monitor_name: monitor, trigger_name: trigger, peak } = alert;
  const worst = peak === undefined ? '' : ` The peak was ${numberText(peak)}.`;
  return {
    subject: `Recovered: ${trigger}`,
    message: linked(
      `${trigger} of monitor ${monitor}${groupText(alert)} is over. It lasted ${lastedText(alert)}.${worst}`,
      alert,
      baseUrl
    ),
  };
};

/** What is sent when there was nothing to judge: a message about the condition would say what is not known. */
export const noDataText = (alert: Alert, baseUrl?: string): BuiltInText => {
  const { monitor_name: monitor, trigger_name: trigger, start_time: since } = alert;
  const text = `Monitor ${monitor} finds no data for ${trigger}, since ${new Date(since).toISOString()}.`;
  return { subject: `No data: ${trigger}`, message: linked(text, alert, baseUrl) };
};

/** What is sent when there is data again. */
export const dataAgainText = (alert: Alert, baseUrl?: string): BuiltInText => {
  const { monitor_name: monitor, trigger_name: trigger } = alert;
  const text = `Monitor ${monitor} finds data for ${trigger} again. There was none for ${lastedText(alert)}.`;
  return { subject: `Data again: ${trigger}`, message: linked(text, alert, baseUrl) };
};

/**
 * A built-in text in the form that an action's receiver takes: where its own messages are JSON, an object with `text`,
 * as chats take it.
 */
export const inFormOf = (template: string, { subject, message }: BuiltInText): BuiltInText => ({
  subject,
  message: isJsonTemplate(template) ? JSON.stringify({ text: message }) : message,
});

/** What is sent of a monitor that cannot be evaluated. */
export const errorText = (alert: Alert, baseUrl?: string): BuiltInText => {
  const { monitor_name: monitor, trigger_name: trigger, failures = 1 } = alert;
  const what = trigger ? `Monitor ${monitor}, trigger ${trigger},` : `Monitor ${monitor}`;
  const text = `${what} cannot be evaluated. It has failed ${failures} times in a row. The last time: ${alert.error_message ?? ''}`;
  return { subject: `Error: ${trigger || monitor}`, message: linked(text, alert, baseUrl) };
};

/** What is sent when it can be evaluated again. */
export const errorOverText = (alert: Alert, baseUrl?: string): BuiltInText => {
  const { monitor_name: monitor, trigger_name: trigger } = alert;
  const lasted = durationText((alert.end_time ?? 0) - alert.start_time);
  const text = `Monitor ${monitor} can be evaluated again, after ${lasted}.`;
  return { subject: `Works again: ${trigger || monitor}`, message: linked(text, alert, baseUrl) };
};
