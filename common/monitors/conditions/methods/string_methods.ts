import { ConditionFailure } from '../failures';
import { int } from '../numbers';
import { method } from './method';
import type { Arguments, MethodTable } from './method';

const substring = (text: string, begin: number, end: number): string => {
  if (begin >= 0 && begin <= end && end <= text.length) return text.slice(begin, end);
  throw new ConditionFailure(
    'string_index_out_of_bounds_exception',
    `From ${begin} to ${end} is out of bounds for a text of length ${text.length}.`
  );
};

/** The difference of the first units that differ, else that of the lengths. */
const compareTexts = (left: string, right: string): number => {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const difference = left.charCodeAt(at) - right.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

const single = (char: string, changed: string): string =>
  changed.length === char.length ? changed : char;

/** One letter at a time, as Java compares without regard to case: ß stays ß. */
const foldCase = (text: string): string =>
  Array.from(text, (char) => {
    const upper = single(char, char.toUpperCase());
    return single(upper, upper.toLowerCase());
  }).join('');

const replace = (text: string, args: Arguments): string => {
  const [from, to] = [args.text(0), args.text(1)];
  const count = from === '' ? text.length + 1 : text.split(from).length - 1;
  args.budget.text(text.length + count * Math.max(0, to.length - from.length));
  return text.replaceAll(from, () => to);
};

/** Up to the blank: not what JavaScript trims. */
const trim = (text: string): string => {
  let [start, end] = [0, text.length];
  while (start < end && text[start] <= ' ') start += 1;
  while (end > start && text[end - 1] <= ' ') end -= 1;
  return text.slice(start, end);
};

export const STRING_METHODS: MethodTable<string> = {
  'length/0': method([], 'int', (text) => int(text.length)),
  'isEmpty/0': method([], 'boolean', (text) => text === ''),
  'contains/1': method(['String'], 'boolean', (text, args) => text.includes(args.text(0))),
  'startsWith/1': method(['String'], 'boolean', (text, args) => text.startsWith(args.text(0))),
  'startsWith/2': method(['String', 'int'], 'boolean', (text, args) => {
    const [prefix, at] = [args.text(0), args.number(1)];
    return at >= 0 && at <= text.length && text.startsWith(prefix, at);
  }),
  'endsWith/1': method(['String'], 'boolean', (text, args) => text.endsWith(args.text(0))),
  'toLowerCase/0': method([], 'String', (text) => text.toLowerCase()),
  'toUpperCase/0': method([], 'String', (text) => text.toUpperCase()),
  'trim/0': method([], 'String', trim),
  'concat/1': method(['String'], 'String', (text, args) => text + args.text(0)),
  'substring/1': method(['int'], 'String', (text, args) =>
    substring(text, args.number(0), text.length)
  ),
  'substring/2': method(['int', 'int'], 'String', (text, args) =>
    substring(text, args.number(0), args.number(1))
  ),
  'indexOf/1': method(['String'], 'int', (text, args) => int(text.indexOf(args.text(0)))),
  'indexOf/2': method(['String', 'int'], 'int', (text, args) =>
    int(text.indexOf(args.text(0), args.number(1)))
  ),
  'lastIndexOf/1': method(['String'], 'int', (text, args) => int(text.lastIndexOf(args.text(0)))),
  'lastIndexOf/2': method(['String', 'int'], 'int', (text, args) => {
    const [sought, from] = [args.text(0), args.number(1)];
    return int(from < 0 ? -1 : text.lastIndexOf(sought, from));
  }),
  'replace/2': method(['String', 'String'], 'String', replace),
  'compareTo/1': method(['String'], 'int', (text, args) => int(compareTexts(text, args.text(0)))),
  'compareToIgnoreCase/1': method(['String'], 'int', (text, args) =>
    int(compareTexts(foldCase(text), foldCase(args.text(0))))
  ),
  'equalsIgnoreCase/1': method(['String'], 'boolean', (text, args) => {
    const other = args.value(0);
    return typeof other === 'string' && foldCase(text) === foldCase(other);
  }),
};
