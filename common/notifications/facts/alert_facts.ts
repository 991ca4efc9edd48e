import { isPast } from '../../alerts/alert';
import type { Alert } from '../../alerts/alert';
import { alertUrl } from '../../links/page_links';
import type { AlertFacts } from '../message_facts';
import { numberText } from '../texts/amounts';

/** One that lasts until it is acknowledged ends by that, and stays acknowledged. */
const eventOf = (alert: Alert): AlertFacts['event'] => {
  const { state, end_time: end } = alert;
  if (isPast(state) || end !== undefined) return 'resolved';
  if (state === 'acknowledged' || state === 'error') return state;
  return alert.no_data ? 'no_data' : 'firing';
};

/** The number behind the condition; that the condition is true goes without saying. */
const valueOf = ({ measure, value }: Alert): string | undefined => {
  if (measure !== undefined) return numberText(measure);
  return value === 'true' || value === 'false' ? undefined : value;
};

const groupLabels = ({ group = [] }: Alert): Record<string, string> =>
  Object.fromEntries(group.map(({ field, value }) => [field, value]));

/** An alert, as far as messages show it. */
export const alertFacts = (alert: Alert, baseUrl: string | undefined): AlertFacts => {
  const { id, group, labels, annotations = {}, active_time: active, end_time: end, peak } = alert;
  const value = valueOf(alert);
  const url = alertUrl(baseUrl, id);
  return {
    id,
    event: eventOf(alert),
    ...(group && group.length > 0 ? { group } : {}),
    labels: labels && Object.keys(labels).length > 0 ? labels : groupLabels(alert),
    annotations,
    start_time: active ?? alert.start_time,
    ...(end === undefined ? {} : { end_time: end }),
    ...(value === undefined ? {} : { value }),
    ...(peak === undefined ? {} : { peak }),
    ...(url === '' ? {} : { url }),
  };
};
