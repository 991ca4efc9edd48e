import { PainlessSyntaxError, UnknownConstruct } from './failures';
import { double, float, int, long } from './numbers';
import type { JavaNumber } from './numbers';
import type { NumberLiteral } from './ast';

const INT_MIN = -(2n ** 31n);
const INT_MAX = 2n ** 31n - 1n;
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

const isHex = (text: string): boolean => /^0[xX]/.test(text);
const isOctal = (text: string): boolean => /^0[0-7]+[lL]?$/.test(text);

const signed = (digits: bigint, negative: boolean): bigint => (negative ? -digits : digits);

const integer = (text: string, negative: boolean, offset: number): JavaNumber => {
  const isLong = /[lL]$/.test(text);
  const digits = isLong ? text.slice(0, -1) : text;
  const value = signed(BigInt(isOctal(digits) ? `0o${digits.slice(1)}` : digits), negative);
  const fits = isLong
    ? value >= LONG_MIN && value <= LONG_MAX
    : value >= INT_MIN && value <= INT_MAX;
  if (fits) return isLong ? long(value) : int(Number(value));
  const hint = isLong ? '' : ` If a long is meant, write ${digits}L.`;
  throw new PainlessSyntaxError(
    `${negative ? '-' : ''}${digits} is too large for ${isLong ? 'a long' : 'an int'}.${hint}`,
    offset
  );
};

/**
 * The value of a number literal. A minus belongs to it, because the smallest int has no positive counterpart.
 *
 * @throws PainlessSyntaxError when an integer is out of its range
 */
export const literalValue = ({ text, offset }: NumberLiteral, negative = false): JavaNumber => {
  // The cluster stumbles over these: their last digit looks like a suffix.
  if (isHex(text) && /[fFdD]$/.test(text)) throw new UnknownConstruct('a hexadecimal number');
  const isFloating = !isHex(text) && /[.eEfFdD]/.test(text);
  if (!isFloating) return integer(text, negative, offset);
  const value = Number(text.replace(/[fFdD]$/, '')) * (negative ? -1 : 1);
  return /[fF]$/.test(text) ? float(value) : double(value);
};
