import { JavaInstant } from '../../json/java_instant';
import { javaDoubleText, javaFloatText } from '../../json/java_number_text';
import { javaText } from '../../json/java_text';
import { ConditionFailure } from './failures';
import { typeName } from './values';
import type { ConditionValue, OptionalValue } from './values';

const optionalText = (optional: OptionalValue): string =>
  optional.value === undefined
    ? `${typeName(optional)}.empty`
    : `${typeName(optional)}[${valueText(optional.value)}]`;

/** As Java's `String.valueOf` prints it. @throws ConditionFailure for a stream, which Java prints by its address */
export const valueText = (value: ConditionValue): string => {
  if (value === null || typeof value !== 'object') return String(value);
  switch (value.type) {
    case 'double':
      return javaDoubleText(value.value);
    case 'float':
      return javaFloatText(value.value);
    case 'list':
      return javaText(value.items);
    case 'map':
      return javaText(value.members);
    case 'made_list':
    case 'set':
    case 'collection':
      return `[${value.items.map(valueText).join(', ')}]`;
    case 'entry':
      return `${valueText(value.key)}=${valueText(value.value)}`;
    case 'instant':
      return String(new JavaInstant(value.epochMillis));
    case 'stream':
    case 'int_stream':
    case 'long_stream':
    case 'double_stream':
      throw new ConditionFailure('not_interpreted', 'A stream has no text of its own.');
    case 'optional':
    case 'optional_int':
    case 'optional_long':
    case 'optional_double':
      return optionalText(value);
    default:
      return String(value.value);
  }
};
