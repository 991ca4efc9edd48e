import { jsonLanguage } from '@codemirror/lang-json';
import { textPosition } from '../../../../common/json/text_position';

type Node = ReturnType<typeof jsonLanguage.parser.parse>['topNode'];

const NAME = 'PropertyName';

const childrenOf = (node: Node): Node[] => {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
};

const nameOf = (property: Node, text: string): string | undefined => {
  const name = property.getChild(NAME);
  try {
    return name ? String(JSON.parse(text.slice(name.from, name.to))) : undefined;
  } catch {
    return undefined;
  }
};

const SIGNS: ReadonlySet<string> = new Set(['[', ']', '{', '}', ',', ':', '⚠']);

const valuesIn = (node: Node): Node[] =>
  childrenOf(node).filter(({ name }) => name !== NAME && !SIGNS.has(name));

/** The value of a member or the item of a list; nothing where there is none. */
const within = (node: Node, key: string, text: string): Node | undefined => {
  if (node.name === 'Array') return valuesIn(node)[Number(key)];
  const property = node.getChildren('Property').find((one) => nameOf(one, text) === key);
  return property && valuesIn(property)[0];
};

/** Names may have dots of their own, as those of labels do: the shortest that is there is taken. */
const find = (node: Node, keys: readonly string[], text: string): Node => {
  for (let length = 1; length <= keys.length; length += 1) {
    const found = within(node, keys.slice(0, length).join('.'), text);
    if (found) return find(found, keys.slice(length), text);
  }
  return node;
};

/** Where the value of a dotted path begins; that of what holds it where it is missing. Lines and columns from 1. */
export const placeOf = (text: string, field: string): { line: number; column: number } => {
  const top = valuesIn(jsonLanguage.parser.parse(text).topNode)[0];
  if (!top) return { line: 1, column: 1 };
  const { from } = field === '' ? top : find(top, field.split('.'), text);
  return textPosition(text, from);
};
