import { jsonLanguage } from '@codemirror/lang-json';
import { textPosition } from '../../common/json/text_position';
import type { TextPosition } from '../../common/json/text_position';

type Node = ReturnType<typeof jsonLanguage.parser.parse>['topNode'];

const NAME = 'PropertyName';

const SIGNS: ReadonlySet<string> = new Set(['[', ']', '{', '}', ',', ':', '⚠']);

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

const valuesIn = (node: Node): Node[] =>
  childrenOf(node).filter(({ name }) => name !== NAME && !SIGNS.has(name));

/** The value of a text, however far it is written. */
export const topOf = (text: string): Node | undefined =>
  valuesIn(jsonLanguage.parser.parse(text).topNode)[0];

/** The value of a member or the item of a list; nothing where there is none. Of repeated members the last one counts. */
export const valueWithin = (node: Node, key: string, text: string): Node | undefined => {
  if (node.name === 'Array') return valuesIn(node)[Number(key)];
  const properties = node.getChildren('Property').filter((one) => nameOf(one, text) === key);
  const property = properties[properties.length - 1];
  return property && valuesIn(property)[0];
};

/** A place in a JSON text, with the characters of its first line. */
export interface JsonPlace extends TextPosition {
  length: number;
}

/** Where the value of a path begins; that of what holds it where it is missing. Lines and columns from 1. */
export const jsonPlace = (text: string, path: ReadonlyArray<string | number>): JsonPlace => {
  let node = topOf(text);
  if (!node) return { line: 1, column: 1, length: 1 };
  for (const key of path) {
    const next = valueWithin(node, String(key), text);
    if (!next) break;
    node = next;
  }
  const [firstLine] = text.slice(node.from, node.to).split('\n', 1);
  return { ...textPosition(text, node.from), length: Math.max(1, firstLine.length) };
};
