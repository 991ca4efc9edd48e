import { textPosition } from '../../../../common/json/text_position';
import type { TextPosition } from '../../../../common/json/text_position';
import { topOf, valueWithin } from '../../../shared/json_place';

type Node = NonNullable<ReturnType<typeof topOf>>;

/** Names may have dots of their own, as those of labels do: the shortest that is there is taken. */
const find = (node: Node, keys: readonly string[], text: string): Node => {
  for (let length = 1; length <= keys.length; length += 1) {
    const found = valueWithin(node, keys.slice(0, length).join('.'), text);
    if (found) return find(found, keys.slice(length), text);
  }
  return node;
};

/** Where the value of a dotted path begins; that of what holds it where it is missing. Lines and columns from 1. */
export const placeOf = (text: string, field: string): TextPosition => {
  const top = topOf(text);
  if (!top) return { line: 1, column: 1 };
  const { from } = field === '' ? top : find(top, field.split('.'), text);
  return textPosition(text, from);
};
