const DAY = 86_400_000;

const partsOf = (instant: number): [year: string, month: string, day: string, hour: string] => {
  const iso = new Date(instant).toISOString();
  return [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10), iso.slice(11, 13)];
};

const SEPARATORS = ['.', '-', '_', ''];

/** The name with the date of another instant (UTC), written as the one in it. */
const withDate = (name: string, day: string, instant: number): string | undefined => {
  const was = day.split('-');
  const separator = SEPARATORS.find((each) => name.includes(was.join(each)));
  if (separator === undefined) return undefined;
  return name.replace(was.join(separator), partsOf(instant).slice(0, 3).join(separator));
};

/**
 * The name of an index that a clock is going to make.
 *
 * @param like the newest of its kind, with the day in its name as `2026-11-21` where it has one
 * @param pattern `logs-*`
 */
export const datedName = (
  like: { name: string; day?: string },
  pattern: string,
  instant: number,
  every: number
): string => {
  const [year, month, day, hour] = partsOf(instant);
  const dated = like.day === undefined ? undefined : withDate(like.name, like.day, instant);
  if (dated !== undefined && every >= DAY) return dated;
  const written = every < DAY ? [year, month, day, hour] : [year, month, day];
  return pattern.replace('*', written.join('.'));
};

/** What comes after `logs-000007` when that is rolled over so many times. Source: core pads to six digits. */
export const countedUp = (name: string, times: number): string => {
  const [, before, number] = /^(.*-)(\d+)$/.exec(name) ?? [];
  if (number === undefined) return `${name}+${times}`;
  return `${before}${String(Number(number) + times).padStart(6, '0')}`;
};
