import { ConditionFailure } from '../failures';
import { double, int, long } from '../numbers';
import type { JavaNumber } from '../numbers';
import { clampToLong } from '../casts';
import { isSequence, itemsOf } from '../values';
import { valueText } from '../value_text';
import { method } from './method';
import type { Arguments, Method } from './method';
import { parseJavaDouble, parseJavaInteger } from './parse_number';

type StaticMethod = Method<null>;

const unary = (calculate: (value: number) => number): StaticMethod =>
  method(['double'], 'double', (_none, args) => double(calculate(args.number(0))));

const binary = (calculate: (a: number, b: number) => number): StaticMethod =>
  method(['double', 'double'], 'double', (_none, args) =>
    double(calculate(args.number(0), args.number(1)))
  );

/** Where the result is exact: in the last digit of others, Java and JavaScript differ. */
const pow = (base: number, exponent: number): number => {
  if (exponent === 0) return 1;
  if (exponent === 1) return base;
  if (exponent === 2) return base * base;
  const power = base ** exponent;
  const isExact =
    Number.isInteger(base) && Number.isInteger(exponent) && Number.isSafeInteger(power);
  if (isExact && exponent > 0 && base !== 0) return Number(BigInt(base) ** BigInt(exponent));
  throw new ConditionFailure(
    'not_interpreted',
    'Only the cluster knows the last digit of a power.'
  );
};

const ofInts = (calculate: (a: number, b: number) => number): StaticMethod =>
  method(['int', 'int'], 'int', (_none, args) => int(calculate(args.number(0), args.number(1))));

const ofLongs = (calculate: (a: bigint, b: bigint) => bigint): StaticMethod =>
  method(['long', 'long'], 'long', (_none, args) => long(calculate(args.long(0), args.long(1))));

const sign = (a: number | bigint, b: number | bigint): number => (a < b ? -1 : a > b ? 1 : 0);

const joinStrings = (args: Arguments): string => {
  const parts = args.value(1);
  if (!isSequence(parts)) {
    throw new ConditionFailure('null_pointer_exception', 'A list is expected, but this is null.');
  }
  const texts = itemsOf(parts).map((part) => {
    if (typeof part === 'string' || part === null) return String(part);
    throw new ConditionFailure('class_cast_exception', 'Only Strings can be joined.');
  });
  args.budget.text(texts.reduce((sum, { length }) => sum + length + args.text(0).length, 0));
  return texts.join(args.text(0));
};

/** By class, name and number of parameters. What differs in its last digit from machine to machine is not here. */
const STATIC_METHODS: Readonly<Record<string, StaticMethod>> = {
  'Math.abs/1': unary(Math.abs),
  'Math.ceil/1': unary(Math.ceil),
  'Math.floor/1': unary(Math.floor),
  'Math.sqrt/1': unary(Math.sqrt),
  'Math.signum/1': unary(Math.sign),
  'Math.max/2': binary(Math.max),
  'Math.min/2': binary(Math.min),
  'Math.pow/2': binary(pow),
  'Math.round/1': method(['double'], 'long', (_none, args) =>
    long(clampToLong(Math.round(args.number(0))))
  ),
  'Integer.max/2': ofInts(Math.max),
  'Integer.min/2': ofInts(Math.min),
  'Integer.compare/2': ofInts(sign),
  'Integer.parseInt/1': method(['String'], 'int', (_none, args) =>
    int(Number(parseJavaInteger(args.value(0), 32)))
  ),
  'Long.max/2': ofLongs((a, b) => (a > b ? a : b)),
  'Long.min/2': ofLongs((a, b) => (a < b ? a : b)),
  'Long.parseLong/1': method(['String'], 'long', (_none, args) =>
    long(parseJavaInteger(args.value(0), 64))
  ),
  'Double.max/2': binary(Math.max),
  'Double.min/2': binary(Math.min),
  'Double.parseDouble/1': method(['String'], 'double', (_none, args) =>
    double(parseJavaDouble(args.text(0)))
  ),
  'Double.isNaN/1': method(['double'], 'boolean', (_none, args) => Number.isNaN(args.number(0))),
  'Boolean.parseBoolean/1': method(['String'], 'boolean', (_none, args) => {
    const text = args.value(0);
    return typeof text === 'string' && text.toLowerCase() === 'true';
  }),
  'String.valueOf/1': method(['def'], 'String', (_none, args) => valueText(args.value(0))),
  'String.join/2': method(['String', 'Iterable'], 'String', (_none, args) => joinStrings(args)),
};

const STATIC_FIELDS: Readonly<Record<string, JavaNumber>> = {
  'Math.PI': double(Math.PI),
  'Math.E': double(Math.E),
  'Integer.MAX_VALUE': int(2 ** 31 - 1),
  'Integer.MIN_VALUE': int(-(2 ** 31)),
  'Long.MAX_VALUE': long(2n ** 63n - 1n),
  'Long.MIN_VALUE': long(-(2n ** 63n)),
  'Double.MAX_VALUE': double(Number.MAX_VALUE),
  'Double.MIN_VALUE': double(Number.MIN_VALUE),
  'Double.NaN': double(NaN),
  'Double.POSITIVE_INFINITY': double(Infinity),
  'Double.NEGATIVE_INFINITY': double(-Infinity),
};

const ownMember = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined;

export const staticMethodOf = (
  className: string,
  name: string,
  arity: number
): StaticMethod | undefined => ownMember(STATIC_METHODS, `${className}.${name}/${arity}`);

export const staticFieldOf = (className: string, name: string): JavaNumber | undefined =>
  ownMember(STATIC_FIELDS, `${className}.${name}`);

/** Every static member, methods with their number of parameters: `Math.max/2`, `Math.PI`. */
export const STATIC_NAMES: readonly string[] = [
  ...Object.keys(STATIC_METHODS),
  ...Object.keys(STATIC_FIELDS),
];
