import type { Alert } from '../alerts/alert';

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

/** What is sent of an alert that has ended, where the author wrote nothing for that. */
export const recoveryText = (alert: Alert): BuiltInText => {
  const { monitor_name: monitor, trigger_name: trigger, peak, end_time: end = 0 } = alert;
  const lasted = durationText(end - (alert.active_time ?? alert.start_time));
  const worst = peak === undefined ? '' : ` The peak was ${peak}.`;
  return {
    subject: `Recovered: ${trigger}`,
    message: `${trigger} of monitor ${monitor}${groupText(alert)} is over. It lasted ${lasted}.${worst}`,
  };
};

/** What is sent of a monitor that cannot be evaluated. */
export const errorText = ({
  monitor_name: monitor,
  trigger_name: trigger,
  error_message: error,
  failures = 1,
}: Alert): BuiltInText => ({
  subject: `Error: ${trigger || monitor}`,
  message: `Monitor ${monitor}${trigger ? `, trigger ${trigger},` : ''} cannot be evaluated. It has failed ${failures} times in a row. The last time: ${error ?? ''}`,
});

/** What is sent when it can be evaluated again. */
export const errorOverText = (alert: Alert): BuiltInText => ({
  subject: `Works again: ${alert.trigger_name || alert.monitor_name}`,
  message: `Monitor ${alert.monitor_name} can be evaluated again, after ${durationText((alert.end_time ?? 0) - alert.start_time)}.`,
});
