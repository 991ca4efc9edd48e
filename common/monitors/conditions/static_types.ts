import type { NumericType } from './numbers';

/** A type that the compiler knows before the evaluation; `def` is known only then. */
export type StaticType = NumericType | 'boolean' | 'null' | 'def' | ReferenceType;

/** The types of references that the interpreter knows by name. */
export type ReferenceType =
  | 'Object'
  | 'String'
  | 'Number'
  | 'Boolean'
  | 'Integer'
  | 'Long'
  | 'Float'
  | 'Double'
  | 'BigInteger'
  | 'List'
  | 'Map'
  | 'Set'
  | 'Collection'
  | 'Iterable'
  | 'Map.Entry'
  | 'Stream'
  | 'IntStream'
  | 'LongStream'
  | 'DoubleStream'
  | 'Optional'
  | 'OptionalInt'
  | 'OptionalLong'
  | 'OptionalDouble'
  | 'Instant';

const NUMERIC: readonly StaticType[] = ['int', 'long', 'float', 'double'];

export const isNumericType = (type: StaticType): type is NumericType => NUMERIC.includes(type);

export const isPrimitive = (type: StaticType): boolean => isNumericType(type) || type === 'boolean';

export const isReference = (type: StaticType): boolean => !isPrimitive(type) && type !== 'def';

/** Of local variables. Boxed types (Integer) have rules of unboxing that are left to the cluster. */
const DECLARABLE: readonly string[] = [
  'def',
  'int',
  'long',
  'float',
  'double',
  'boolean',
  'String',
  'List',
  'Map',
  'Set',
  'Collection',
  'Map.Entry',
];

const TESTABLE: readonly string[] = [
  'Object',
  'String',
  'Number',
  'Boolean',
  'Integer',
  'Long',
  'Float',
  'Double',
  'BigInteger',
  'List',
  'Map',
  'Set',
  'Collection',
  'Iterable',
  'Map.Entry',
  'Instant',
];

export const isDeclarable = (name: string): name is StaticType & string =>
  DECLARABLE.includes(name);

/** Behind `instanceof`. */
export const isTestable = (name: string): name is ReferenceType => TESTABLE.includes(name);

/** Names that stand for a type wherever they are written. */
export const isTypeName = (name: string): boolean =>
  DECLARABLE.includes(name) || TESTABLE.includes(name);
