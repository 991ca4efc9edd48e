import type { Alert } from '../../alerts/alert';
import { isPast } from '../../alerts/alert';
import type { AlertFacts, MessageEvent } from '../message_facts';
import { durationText, instantText, numberText } from '../texts/amounts';

/** What our own messages say, apart from what stands beside the text. */

export interface Said {
  event: MessageEvent;
  alerts: readonly Alert[];
  /** The first of them. */
  first: AlertFacts;
  by?: string;
  comment?: string;
  /** Why it is over, where that is not the condition. */
  reason?: string;
}

const groupText = ({ group = [] }: AlertFacts): string =>
  group.length === 0
    ? ''
    : ` (${group.map(({ field, value }) => `${field}: ${value}`).join(', ')})`;

const lastedText = ({ start_time: start, end_time: end }: AlertFacts): string =>
  durationText((end ?? start) - start);

const byText = (by: string | undefined): string => (by ? ` by ${by}` : '');

const commentText = (comment: string | undefined): string => (comment ? ` “${comment}”` : '');

const whatOf = ({ alerts: [{ monitor_name: monitor, trigger_name: trigger }], first }: Said) =>
  `${trigger} of monitor ${monitor}${groupText(first)}`;

const firing = (said: Said): string => {
  const { value, start_time: since, annotations } = said.first;
  const lines = [
    annotations.summary ?? '',
    annotations.description ?? '',
    `${whatOf(said)} is firing, since ${instantText(since)}.${value === undefined ? '' : ` The value is ${value}.`}`,
  ];
  return lines.filter((line) => line.trim() !== '').join('\n');
};

const over = (said: Said): string => {
  const { peak, end_time: end } = said.first;
  const lasted = end === undefined ? '' : ` It lasted ${lastedText(said.first)}.`;
  const ended = `${whatOf(said)} is over.${lasted}`;
  const worst = peak === undefined ? '' : ` The peak was ${numberText(peak)}.`;
  const reason = said.reason === undefined ? '' : ` ${said.reason}`;
  return ended + worst + reason + commentText(said.comment);
};

const failing = ({ alerts: [alert] }: Said): string => {
  const { monitor_name: monitor, trigger_name: trigger, failures = 1 } = alert;
  const what = trigger ? `Monitor ${monitor}, trigger ${trigger},` : `Monitor ${monitor}`;
  return `${what} cannot be evaluated. It has failed ${failures} times in a row. The last time: ${alert.error_message ?? ''}`;
};

const ofOne = (said: Said): string => {
  const { event, by, comment, first } = said;
  const [{ monitor_name: monitor, trigger_name: trigger }] = said.alerts;
  switch (event) {
    case 'acknowledged':
      return `${whatOf(said)} is acknowledged${byText(by)}.${commentText(comment)}`;
    case 'resolved':
      return over(said);
    case 'no_data':
      return `Monitor ${monitor} finds no data for ${trigger}, since ${instantText(first.start_time)}.`;
    case 'data_again':
      return `Monitor ${monitor} finds data for ${trigger} again. There was none for ${lastedText(first)}.`;
    case 'error':
      return failing(said);
    case 'error_over':
      return `Monitor ${monitor} can be evaluated again, after ${lastedText(first)}.`;
    default:
      return firing(said);
  }
};

/** Of several alerts: what each is about stands in a list below. */
const ofSeveral = ({ event, alerts, by, comment, reason = '' }: Said): string => {
  const [{ monitor_name: monitor, trigger_name: trigger }] = alerts;
  const what = `${trigger} of monitor ${monitor}`;
  const ended = alerts.filter(({ state }) => isPast(state)).length;
  const open = alerts.length - ended;
  switch (event) {
    case 'acknowledged':
      return `${what}: ${alerts.length} alerts are acknowledged${byText(by)}.${commentText(comment)}`;
    case 'resolved':
    case 'data_again':
      return `${what}: ${alerts.length} alerts are over.${reason === '' ? '' : ` ${reason}`}`;
    default:
      return `${what}: ${open === 1 ? '1 alert is' : `${open} alerts are`} firing${ended === 0 ? '' : `, ${ended} ${ended === 1 ? 'is' : 'are'} over`}.`;
  }
};

/** Some sentences, without a link. */
export const summaryOf = (said: Said): string =>
  said.alerts.length === 1 ? ofOne(said) : ofSeveral(said);
