/** Durations as OpenSearch writes them: a whole number and a unit. */

const UNITS: ReadonlyArray<readonly [unit: string, milliseconds: number]> = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
  ['micros', 0.001],
  ['nanos', 0.000_001],
];

const FORM = /^\s*(\d+)\s*(nanos|micros|ms|s|m|h|d)\s*$/i;

/** Nothing needs no unit. */
const NOTHING = /^\s*0+\s*$/;

/** Milliseconds; undefined where it is no duration. Source: OpenSearch `TimeValue.parseTimeValue`. */
export const parseTimeValue = (text: string): number | undefined => {
  if (NOTHING.test(text)) return 0;
  const [, amount, unit] = FORM.exec(text) ?? [];
  // An M alone is read as months, of which there are none.
  if (amount === undefined || unit === undefined || unit === 'M') return undefined;
  const [, size] = UNITS.find(([name]) => name === unit.toLowerCase()) ?? [];
  return size === undefined ? undefined : Number(amount) * size;
};

/** The largest unit that tells it exactly. */
export const printTimeValue = (milliseconds: number): string => {
  const [unit, size] = UNITS.find(([, each]) => milliseconds % each === 0) ?? ['ms', 1];
  return milliseconds === 0 ? '0s' : `${milliseconds / size}${unit}`;
};
