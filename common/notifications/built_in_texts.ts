import type { Alert } from '../alerts/alert';
import { alertUrl } from '../links/page_links';

const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const;

/** For example `2 h 5 min`: the two largest units. */
export const durationText = (milliseconds: number): string => {
  let left = Math.max(0, Math.round(milliseconds / 1000));
  const parts: string[] = [];
  for (const [unit, seconds] of UNITS) {
    const amount = Math.floor(left / seconds);
    left -= amount * seconds;
    if (amount > 0) parts.push(`${amount} ${unit}`);
  }
  return parts.length === 0 ? '0 s' : parts.slice(0, 2).join(' ');
};

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

/**
 * What is sent of an alert that has ended, where the author wrote nothing for that.
 *
 * @param baseUrl what links begin with; without it there is none
 */
export const recoveryText = (alert: Alert, baseUrl?: string): BuiltInText => {
  const { monitor_name: monitor, trigger_name: trigger, peak, end_time: end = 0 } = alert;
  const lasted = durationText(end - (alert.active_time ?? alert.start_time));
  const worst = peak === undefined ? '' : ` The peak was ${peak}.`;
  return {
    subject: `Recovered: ${trigger}`,
    message: linked(
      `${trigger} of monitor ${monitor}${groupText(alert)} is over. It lasted ${lasted}.${worst}`,
      alert,
      baseUrl
    ),
  };
};

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
