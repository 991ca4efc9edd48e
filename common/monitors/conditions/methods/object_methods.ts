import { javaEquals } from '../equality';
import type { ConditionValue } from '../values';
import { valueText } from '../value_text';
import { method } from './method';
import type { MethodTable } from './method';

/** What every value has. */
export const OBJECT_METHODS: MethodTable<ConditionValue> = {
  'equals/1': method(['def'], 'boolean', (target, args) =>
    javaEquals(target, args.value(0), args.budget)
  ),
  'toString/0': method([], 'String', valueText),
};
