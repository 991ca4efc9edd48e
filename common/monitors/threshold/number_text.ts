/** A number as Painless writes it, in tens, with its suffix. */
const LITERAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?[lLfFdD]?$/;
/** As people type one. */
const TYPED = /^([+-]?)0*([0-9]+)(?:\.([0-9]*))?([eE][+-]?[0-9]+)?$/;

const INT_MIN = -(2n ** 31n);
const INT_MAX = 2n ** 31n - 1n;
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

export const isNumberText = (value: string): boolean => LITERAL.test(value);

/** What a number of a condition is worth; undefined for a text. */
export const numberOfText = (value: string): number | undefined =>
  isNumberText(value) ? Number(value.replace(/[lLfFdD]$/, '')) : undefined;

/** A number without its suffix, for a field. */
export const withoutSuffix = (value: string): string =>
  isNumberText(value) ? value.replace(/[lLfFdD]$/, '') : value;

/** A whole number of any size, as Painless takes it: beyond 32 bits it wants an L, beyond 64 a fraction. */
const integerText = (text: string): string => {
  const value = BigInt(text);
  if (value >= INT_MIN && value <= INT_MAX) return String(value);
  return value >= LONG_MIN && value <= LONG_MAX ? `${String(value)}L` : `${String(value)}.0`;
};

/**
 * What somebody typed as Painless writes it; undefined where it is no number.
 *
 * `5000000000` becomes `5000000000L`: without the suffix Painless refuses it.
 */
export const literalOfTyped = (typed: string): string | undefined => {
  const found = TYPED.exec(typed.trim());
  if (!found) return undefined;
  const [, sign, whole, fraction, exponent = ''] = found;
  const signed = `${sign === '-' ? '-' : ''}${whole}`;
  if (fraction === undefined && exponent === '') return integerText(signed);
  const text = `${signed}${fraction ? `.${fraction}` : ''}${exponent}`;
  return Number.isFinite(Number(text)) ? text : undefined;
};

/** A text of a condition, without its quotes; undefined for a number. */
export const unquoted = (value: string): string | undefined =>
  /^["']/.test(value) ? value.slice(1, -1).replace(/\\(.)/g, '$1') : undefined;

/** A text as Painless writes it: only a backslash and the quote have escapes. */
export const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
