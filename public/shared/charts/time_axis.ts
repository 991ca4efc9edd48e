import moment from 'moment-timezone';

const DAY = 86_400_000;

/** Instants as short as their span allows, in a zone. */
export const axisFormat = (
  zone: string,
  from: number,
  to: number
): ((instant: number) => string) => {
  const span = to - from;
  const format =
    span < 5 * 60_000
      ? 'HH:mm:ss'
      : span < DAY
        ? 'HH:mm'
        : span < 7 * DAY
          ? 'MMM D HH:mm'
          : 'MMM D';
  return (instant) => moment.tz(instant, zone).format(format);
};
