import { i18n } from '@osd/i18n';
import type { Forecast } from '../../../common/lifecycle/forecast/range';
import type { Deleted, FailureGroup } from '../../../common/lifecycle/forecast/tally';
import type { JsonValue } from '../../../common/json/lossless';
import { formatBytes, formatCount } from '../../shared/numbers';
import { conditionWords } from '../graph/graph_words';
import { rangeText } from '../simulation/forecast_words';

/** How many had failed before, and wait for somebody to retry them. */
export const failedBefore = (failures: readonly FailureGroup[]): number =>
  failures.filter(({ reason }) => reason === undefined).reduce((sum, { count }) => sum + count, 0);

const bytesText = ({ storage }: Forecast): { now: string; end: string } => ({
  now: formatBytes(storage[0].total.expected),
  end: rangeText(storage[storage.length - 1].total, formatBytes),
});

/** What the policies do until the horizon, in one sentence. */
export const clusterText = (forecast: Forecast, days: number): string => {
  const { deletes, bytes, rollovers, ends, failures } = forecast;
  return i18n.translate('watchkeeper.lifecycle.clusterForecast.summaryText', {
    defaultMessage:
      'In the next {days} days {deletes, plural, =0 {no index is deleted} one {{deleted} index, {freed}, is deleted} other {{deleted} indices, {freed}, are deleted}}, {rolls, plural, =0 {none rolls over} one {{rolled} rolls over} other {{rolled} roll over}}, {fails, plural, =0 {none will fail} other {# will fail}}; storage goes from {now} to {end}.',
    values: {
      ...{ days, deletes: Math.max(deletes.expected, deletes.high > 0 ? 1 : 0) },
      deleted: rangeText(deletes, formatCount),
      freed: rangeText(bytes, formatBytes),
      rolls: Math.max(rollovers.expected, rollovers.high > 0 ? 1 : 0),
      rolled: rangeText(rollovers, formatCount),
      fails: ends.failed - failedBefore(failures),
      ...bytesText(forecast),
    },
  });
};

/** The same where nobody can say what policies do. */
export const growthText = (forecast: Forecast, days: number): string =>
  i18n.translate('watchkeeper.lifecycle.clusterForecast.growthText', {
    defaultMessage:
      'In the next {days} days storage goes from {now} to {end}, if nobody deletes anything by hand.',
    values: { days, ...bytesText(forecast) },
  });

/** The most that they take up, where that is neither now nor in the end; else nothing. */
export const mostText = (
  { storage }: Forecast,
  dayText: (at: number) => string
): string | undefined => {
  const most = Math.max(...storage.map(({ total }) => total.expected));
  const ends = [storage[0], storage[storage.length - 1]];
  if (ends.some(({ total }) => total.expected * 1.01 >= most)) return undefined;
  const top = storage.find(({ total }) => total.expected === most);
  return top === undefined
    ? undefined
    : i18n.translate('watchkeeper.lifecycle.clusterForecast.mostText', {
        defaultMessage: 'At most it is {most} on {day}.',
        values: { most: rangeText(top.total, formatBytes), day: dayText(top.at) },
      });
};

/** The condition as a transition has it: what was measured is in milliseconds and bytes. */
const valueOf = ({ name, required = 0 }: { name: string; required?: number }): JsonValue => {
  if (name === 'min_size') return formatBytes(required);
  if (name === 'min_doc_count') return required;
  return name === 'no_alias' ? true : `${required}ms`;
};

/** Why an index is deleted: what led to the state that does it. */
export const causeText = ({ because, state = '' }: Deleted): string => {
  if (because?.name === 'cron') {
    return i18n.translate('watchkeeper.lifecycle.clusterForecast.cronCauseText', {
      defaultMessage: 'By the calendar, then “{state}” deletes it',
      values: { state },
    });
  }
  const cause = conditionWords({
    state_name: state,
    ...(because ? { conditions: { [because.name]: valueOf(because) } } : {}),
  });
  return i18n.translate('watchkeeper.lifecycle.clusterForecast.causeText', {
    defaultMessage: '{cause}, then “{state}” deletes it',
    values: { cause, state },
  });
};
