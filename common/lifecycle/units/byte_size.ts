/** Sizes as OpenSearch writes them: a number and a unit of powers of 1024. */

const KIB = 1024;
const SIZES: Readonly<Record<string, number>> = {
  b: 1,
  k: KIB,
  kb: KIB,
  m: KIB ** 2,
  mb: KIB ** 2,
  g: KIB ** 3,
  gb: KIB ** 3,
  t: KIB ** 4,
  tb: KIB ** 4,
  p: KIB ** 5,
  pb: KIB ** 5,
};

const FORM = /^\s*(\d+(?:\.\d+)?)\s*(b|kb?|mb?|gb?|tb?|pb?)\s*$/i;

/** Bytes; undefined where it is no size. Source: OpenSearch `ByteSizeValue.parseBytesSizeValue`. */
export const parseByteSize = (text: string): number | undefined => {
  const [, amount, unit] = FORM.exec(text) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  // Half a byte is none.
  if (unit.toLowerCase() === 'b' && amount.includes('.')) return undefined;
  return Math.floor(Number(amount) * SIZES[unit.toLowerCase()]);
};

const PRINTED = ['pb', 'tb', 'gb', 'mb', 'kb', 'b'] as const;

/** For people: one decimal at most. */
export const printByteSize = (bytes: number): string => {
  const unit = PRINTED.find((each) => bytes >= SIZES[each]) ?? 'b';
  const amount = bytes / SIZES[unit];
  return `${Number.isInteger(amount) ? amount : amount.toFixed(1)}${unit}`;
};
