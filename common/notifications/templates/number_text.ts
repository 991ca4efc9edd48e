/** `#,##0.00`, `0.#`, `0%`, or only the number of decimals. */
const PATTERN = /^(#,##|#)?0?(?:\.(0*)(#*))?(%)?$/;

interface NumberPattern {
  grouping: boolean;
  least: number;
  most: number;
  percent: boolean;
}

export const DEFAULT_PATTERN = '#,##0.###';
export const DEFAULT_LOCALE = 'en';
const MOST_DECIMALS = 20;

/** Undefined for what is no pattern. */
export const parsePattern = (pattern: string): NumberPattern | undefined => {
  if (/^\d{1,2}$/.test(pattern)) {
    const decimals = Math.min(Number(pattern), MOST_DECIMALS);
    return { grouping: false, least: decimals, most: decimals, percent: false };
  }
  const match = PATTERN.exec(pattern);
  if (!match || pattern === '') return undefined;
  const [, whole = '', zeros = '', options = '', percent] = match;
  const least = Math.min(zeros.length, MOST_DECIMALS);
  const most = Math.min(least + options.length, MOST_DECIMALS);
  return { grouping: whole.includes(','), least, most, percent: percent !== undefined };
};

export const isLocale = (locale: string): boolean => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
};

const formatters = new Map<string, Intl.NumberFormat>();

const formatterOf = (
  { grouping, least, most, percent }: NumberPattern,
  locale: string
): Intl.NumberFormat => {
  const key = [grouping, least, most, percent, locale].join();
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    useGrouping: grouping,
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    style: percent ? 'percent' : 'decimal',
  });
  formatters.set(key, made);
  return made;
};

/** All digits of a long integer are kept. */
const numberOf = (text: string): number | bigint => {
  if (/^-?\d{16,}$/.test(text)) return BigInt(text);
  return text === '' ? NaN : Number(text);
};

/** A number in a pattern and with the signs of a language; what is no number stays as it is. */
export const numberText = (text: string, pattern: string, locale: string): string => {
  const value = numberOf(text);
  const parsed = parsePattern(pattern);
  const isUsual = typeof value === 'bigint' || Number.isFinite(value);
  if (!isUsual || !parsed || !isLocale(locale)) return text;
  return formatterOf(parsed, locale).format(value);
};
