import { ConditionFailure } from '../failures';
import type { ConditionValue } from '../values';

const noNumber = (text: ConditionValue): ConditionFailure =>
  new ConditionFailure('number_format_exception', `${JSON.stringify(text)} is no such number.`);

/** `Integer.parseInt` and `Long.parseLong`. Digits of other scripts than ours are left to the cluster. */
export const parseJavaInteger = (text: ConditionValue, bits: number): bigint => {
  if (typeof text !== 'string') throw noNumber(text);
  if (/[^\0-\x7f]/.test(text)) throw new ConditionFailure('not_interpreted', 'Unusual digits.');
  if (!/^[+-]?[0-9]+$/.test(text)) throw noNumber(text);
  const value = BigInt(text.replace(/^\+/, ''));
  if (BigInt.asIntN(bits, value) !== value) throw noNumber(text);
  return value;
};

const DECIMAL = /^[+-]?(?:NaN|Infinity|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fFdD]?)$/;

/** `Double.parseDouble`. Hexadecimal ones are left to the cluster. */
export const parseJavaDouble = (text: string): number => {
  const trimmed = text.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '');
  if (/^[+-]?0[xX]/.test(trimmed)) {
    throw new ConditionFailure('not_interpreted', 'A hexadecimal number.');
  }
  if (!DECIMAL.test(trimmed)) throw noNumber(text);
  return Number(trimmed.replace(/[fFdD]$/, ''));
};
