import { jsonTokens } from './json_tokens';
import { jsonTree } from './json_tree';
import type { JsonContainer, JsonTree } from './json_tree';

/** What fits into it stands on one line. */
const WIDTH = 80;
const INDENT = '  ';

const BRACKETS = { object: ['{', '}'], array: ['[', ']'] } as const;

const keyText = (key: string | undefined): string => (key === undefined ? '' : `${key}: `);

/** A tree on one line; undefined as soon as that is too long. */
const flat = (tree: JsonTree, room: number): string | undefined => {
  if (tree.kind === 'leaf') return tree.text.length > room ? undefined : tree.text;
  const [open, close] = BRACKETS[tree.kind];
  if (tree.items.length === 0) return `${open}${close}`;
  const parts: string[] = [];
  let left = room;
  for (const { key, value } of tree.items) {
    const text = flat(value, left);
    if (text === undefined) return undefined;
    parts.push(`${keyText(key)}${text}`);
    left -= parts[parts.length - 1].length + 2;
    if (left < 0) return undefined;
  }
  const inner = parts.join(', ');
  return tree.kind === 'object' ? `{ ${inner} }` : `[${inner}]`;
};

const broken = ({ kind, items }: JsonContainer, indent: string): string => {
  const [open, close] = BRACKETS[kind];
  const within = `${indent}${INDENT}`;
  const lines = items.map(({ key, value }) => {
    const start = `${within}${keyText(key)}`;
    return `${start}${laidOut(value, within, WIDTH - start.length - 1)}`;
  });
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
};

const laidOut = (tree: JsonTree, indent: string, room: number): string => {
  if (tree.kind === 'leaf') return tree.text;
  return flat(tree, room) ?? broken(tree, indent);
};

/**
 * Lays JSON out anew. Nothing but white space changes: literals stay as they were spelled, and placeholders that stand
 * where a value belongs stay too. A text that is not well-formed comes back as it is.
 */
export const formatJson = (text: string): string => {
  try {
    const tree = jsonTree(jsonTokens(text));
    if (!tree) return text;
    if (tree.kind === 'leaf' || tree.items.length === 0) return laidOut(tree, '', WIDTH);
    return broken(tree, '');
  } catch (error) {
    if (error instanceof RangeError) return text;
    throw error;
  }
};
