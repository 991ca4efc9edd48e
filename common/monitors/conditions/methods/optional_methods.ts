import { ConditionFailure } from '../failures';
import type { StaticType } from '../static_types';
import type { ConditionValue, OptionalValue } from '../values';
import { FUNCTION, PREDICATE, method } from './method';
import type { MethodTable } from './method';

const demand = ({ value }: OptionalValue): ConditionValue => {
  if (value !== undefined) return value;
  throw new ConditionFailure('no_such_element_exception', 'No value present');
};

const common = (of: StaticType): MethodTable<OptionalValue> => ({
  'isPresent/0': method([], 'boolean', ({ value }) => value !== undefined),
  'orElse/1': method([of], of, ({ value }, args) => (value === undefined ? args.value(0) : value)),
});

export const OPTIONAL_METHODS: Readonly<Record<OptionalValue['type'], MethodTable<OptionalValue>>> =
  {
    optional: {
      ...common('def'),
      'get/0': method([], 'def', demand),
      'filter/1': method([PREDICATE], 'Optional', ({ type, value }, args) => ({
        type,
        value: value !== undefined && args.function(0)(value) === true ? value : undefined,
      })),
      'map/1': method([FUNCTION], 'Optional', ({ type, value }, args) => ({
        type,
        value: value === undefined ? undefined : (args.function(0)(value) ?? undefined),
      })),
    },
    optional_int: { ...common('int'), 'getAsInt/0': method([], 'int', demand) },
    optional_long: { ...common('long'), 'getAsLong/0': method([], 'long', demand) },
    optional_double: { ...common('double'), 'getAsDouble/0': method([], 'double', demand) },
  };
