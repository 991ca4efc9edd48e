import React, { useMemo } from 'react';
import moment from 'moment-timezone';
import { i18n } from '@osd/i18n';
import { EuiToolTip } from '@elastic/eui';
import { useServices } from './services';

const DEFAULT_FORMAT = 'MMM D, YYYY @ HH:mm:ss';
const DEFAULT_TIME_OF_DAY = 'HH:mm:ss';

export interface TimeFormat {
  /** The user's time zone, as in the IANA database. */
  zone: string;
  /** An instant (epoch milliseconds, or ISO text) in the user's format and time zone, to the second. */
  format: (instant: number | string) => string;
  /** Only the time when it is today, else all of it. */
  formatShort: (instant: number | string) => string;
  /** `12 seconds ago`, `in 3 minutes`. */
  relative: (instant: number | string) => string;
}

/** What moment guesses for a browser in UTC is a city with the same clock. */
const zoneOfBrowser = (): string => {
  const name = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return moment.tz.zone(name) ? name : moment.tz.guess();
};

const zoneOf = (setting: unknown): string =>
  typeof setting === 'string' && setting !== '' && setting !== 'Browser'
    ? setting
    : zoneOfBrowser();

/** Seconds are what schedules are made of; milliseconds only widen the tables. */
const withoutMilliseconds = (format: string): string => format.replace(/[.,]S+/, '');

/** Formats as the host's settings say (`dateFormat`, `dateFormat:tz`). */
export const useTime = (): TimeFormat => {
  const { core } = useServices();
  return useMemo(() => {
    const zone = zoneOf(core.uiSettings.get('dateFormat:tz', 'Browser'));
    const full = withoutMilliseconds(core.uiSettings.get('dateFormat', DEFAULT_FORMAT));
    const at = (instant: number | string) => moment.tz(instant, zone);
    return {
      zone,
      format: (instant) => at(instant).format(full),
      formatShort: (instant) =>
        at(instant).isSame(moment.tz(zone), 'day')
          ? at(instant).format(DEFAULT_TIME_OF_DAY)
          : at(instant).format(full),
      relative: (instant) => relativeTo(Date.now(), at(instant).valueOf()),
    };
  }, [core]);
};

const UNITS: Array<[Intl.RelativeTimeFormatUnit, number]> = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** In the page's language: moment has its languages only where the host loads them. */
export const relativeTo = (now: number, instant: number): string => {
  const distance = instant - now;
  const [unit, length] = UNITS.find(([, size]) => Math.abs(distance) >= size) ?? ['second', 1000];
  const format = new Intl.RelativeTimeFormat(i18n.getLocale());
  return format.format(Math.trunc(distance / length), unit);
};

/** An instant, short, with all of it and how long ago it was when pointed at. */
export const Timestamp: React.FC<{
  value: number | string | null | undefined;
  /** In a narrow column: two lines where one does not fit. */
  wrap?: boolean;
}> = ({ value, wrap = false }) => {
  const { format, formatShort, relative } = useTime();
  if (value === null || value === undefined) return <>–</>;
  return (
    <EuiToolTip content={`${format(value)} (${relative(value)})`}>
      <time
        dateTime={new Date(value).toISOString()}

        style={wrap ? undefined : { whiteSpace: 'nowrap' }}
      >
        {formatShort(value)}
      </time>
    </EuiToolTip>
  );
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const plural = (count: number, unit: 'second' | 'minute' | 'hour' | 'day'): string => {
  const values = { count };
  switch (unit) {
    case 'second':
      return i18n.translate('watchkeeper.duration.seconds', {
        defaultMessage: '{count, plural, one {# second} other {# seconds}}',
        values,
      });
    case 'minute':
      return i18n.translate('watchkeeper.duration.minutes', {
        defaultMessage: '{count, plural, one {# minute} other {# minutes}}',
        values,
      });
    case 'hour':
      return i18n.translate('watchkeeper.duration.hours', {
        defaultMessage: '{count, plural, one {# hour} other {# hours}}',
        values,
      });
    default:
      return i18n.translate('watchkeeper.duration.days', {
        defaultMessage: '{count, plural, one {# day} other {# days}}',
        values,
      });
  }
};

/** A length of time in its two largest units: `850 ms`, `15 seconds`, `2 hours 5 minutes`. */
export const formatDuration = (milliseconds: number): string => {
  if (milliseconds < SECOND) return `${Math.max(0, Math.round(milliseconds))} ms`;
  const rounded = Math.floor(milliseconds / SECOND) * SECOND;
  const parts = [
    { count: Math.floor(rounded / DAY), unit: 'day' as const },
    { count: Math.floor((rounded % DAY) / HOUR), unit: 'hour' as const },
    { count: Math.floor((rounded % HOUR) / MINUTE), unit: 'minute' as const },
    { count: Math.floor((rounded % MINUTE) / SECOND), unit: 'second' as const },
  ];
  return parts
    .filter(({ count }) => count > 0)
    .slice(0, 2)
    .map(({ count, unit }) => plural(count, unit))
    .join(' ');
};
