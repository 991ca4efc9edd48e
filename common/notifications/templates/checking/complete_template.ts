import type { SharedTemplates } from '../shared/include';
import type { Shape } from './shape';
import { leafPaths, membersOf } from './leaf_paths';
import { openSections, scopeBehind, takesName } from './open_sections';
import type { ShapeScope } from './shape_scope';
import { valueSummary } from './value_summary';

/** One thing that may be written at a place of a template. */
export interface TemplateCompletion {
  label: string;
  /** Its value in the sample. */
  detail?: string;
  /** A sentence about it. */
  info?: string;
  kind: 'variable' | 'property' | 'function' | 'keyword';
  /** What is written; the label where absent. */
  apply?: string;
  /** Where the cursor goes, from the start of what is written; at its end where absent. */
  cursor?: number;
  boost?: number;
}

export interface TemplateCompletions {
  /** What is replaced: offsets in the text. */
  from: number;
  to: number;
  items: TemplateCompletion[];
}

const FUNCTIONS: ReadonlyArray<{ name: string; body: string; info: string; at: number }> = [
  {
    name: 'date',
    body: '{{}} | UTC | yyyy-MM-dd HH:mm',
    info: 'A date in a time zone and a format',
    at: 2,
  },
  { name: 'number', body: '{{}} | #,##0.00', info: 'A number in a pattern', at: 2 },
  { name: 'json', body: '', info: 'Any value as JSON, texts in their quotes', at: 0 },
  { name: 'toJson', body: '', info: 'A list or map as JSON', at: 0 },
  { name: 'join', body: '', info: 'A list with commas between', at: 0 },
  { name: 'url', body: '{{}}', info: 'Encoded for a URL', at: 2 },
];

/** The tag that the cursor stands in: what begins it, and its name as far as it is written. */
interface OpenTag {
  sigil: string;
  name: string;
  /** Where the name begins, and where what is written of it ends. */
  from: number;
  to: number;
  /** Its braces are closed already. */
  closed: boolean;
  /** The text before the tag. */
  before: string;
}

const IN_TAG = /\{\{\{?\s*([#^/&>]?)\s*([^\s{}]*)$/;
const REST_OF_NAME = /^[\w@.$-]*/;

const openTagAt = (source: string, offset: number): OpenTag | undefined => {
  const before = source.slice(0, offset);
  const found = IN_TAG.exec(before);
  if (!found) return undefined;
  const [, sigil, name] = found;
  const [rest = ''] = REST_OF_NAME.exec(source.slice(offset)) ?? [];
  const to = offset + rest.length;
  const closed = /^\s*\}\}/.test(source.slice(to));
  return {
    sigil,
    name,
    from: offset - name.length,
    to,
    closed,
    before: source.slice(0, found.index),
  };
};

/** How a name is written in the tag that the cursor stands in. */
type Write = (
  name: string,
  whole: string,
  shape?: Shape
) => Pick<TemplateCompletion, 'apply' | 'cursor'>;

const asWritten: Write = () => ({});

const inTag =
  ({ sigil, closed }: OpenTag): Write =>
  (name, whole, shape) => {
    if (closed) return {};
    if (sigil === '#' || sigil === '^') {
      return { apply: `${name}}}{{/${whole}}}`, cursor: name.length + 2 };
    }
    const goesOn = shape?.kind === 'map' || shape?.kind === 'list';
    return goesOn ? {} : { apply: `${name}}}` };
  };

const itemOf = (
  label: string,
  whole: string,
  shape: Shape,
  write: Write,
  kind: TemplateCompletion['kind']
): TemplateCompletion => {
  const detail = valueSummary(shape);
  return { label, kind, ...(detail ? { detail } : {}), ...write(label, whole, shape) };
};

/** What stands behind the last point of a name. */
const members = (scope: ShapeScope, container: string, write: Write): TemplateCompletion[] => {
  const found = scope.lookup(container);
  if (found.kind !== 'found') return [];
  const inside = membersOf(found.shape);
  const size: Array<[string, Shape]> =
    found.shape.kind === 'list' ? [['size', { kind: 'number', sample: found.shape.length }]] : [];
  return [...inside, ...size].map(([name, shape]) =>
    itemOf(name, `${container}.${name}`, shape, write, 'property')
  );
};

const FAR = -20;

/** Names of all scopes, the innermost first, and the ways to values that stand deeper. */
const names = (scope: ShapeScope, write: Write, deep: boolean): TemplateCompletion[] => {
  const items = new Map<string, TemplateCompletion>();
  let boost = 20;
  for (let at: ShapeScope | undefined = scope; at; at = at.parent) {
    for (const [name, shape] of at.shape.kind === 'map' ? at.shape.members : []) {
      if (!items.has(name))
        items.set(name, { ...itemOf(name, name, shape, write, 'variable'), boost });
    }
    boost = Math.max(0, boost - 10);
  }
  if (scope.parent && scope.shape.kind !== 'map') {
    items.set('.', itemOf('.', '.', scope.shape, write, 'variable'));
  }
  for (const { path, shape } of deep ? leafPaths(scope.shape) : []) {
    if (!items.has(path))
      items.set(path, { ...itemOf(path, path, shape, write, 'variable'), boost: FAR });
  }
  return [...items.values()];
};

const functions = ({ sigil, closed }: OpenTag): TemplateCompletion[] =>
  closed
    ? []
    : FUNCTIONS.map(({ name, body, info, at }) => {
        const label = sigil === '#' ? name : `#${name}`;
        const opening = `${label}}}`;
        return {
          ...{ label, info, kind: 'function' as const, boost: FAR - 10 },
          apply: `${opening}${body}{{/${name}}}`,
          cursor: opening.length + at,
        };
      });

const closings = (before: string, { sigil, closed }: OpenTag): TemplateCompletion[] =>
  openSections(before)
    .reverse()
    .map(({ name }, index) => ({
      label: sigil === '/' ? name : `/${name}`,
      kind: 'keyword' as const,
      boost: sigil === '/' ? 50 - index : FAR + 5,
      ...(closed ? {} : { apply: `${sigil === '/' ? name : `/${name}`}}}` }),
    }));

/** Cut at its last point: what stands before it, and where what follows begins. */
const cutAtPoint = (name: string): { container: string; length: number } => {
  const point = name.lastIndexOf('.');
  return { container: name.slice(0, Math.max(0, point)), length: name.length - point - 1 };
};

const NAME_AT_END = /[^\s{}]*$/;

const completeName = (
  scope: ShapeScope,
  name: string,
  place: { offset: number; to: number },
  write: Write
): TemplateCompletions => {
  const { container, length } = cutAtPoint(name);
  return container === ''
    ? { from: place.offset - name.length, to: place.to, items: names(scope, write, true) }
    : { from: place.offset - length, to: place.to, items: members(scope, container, write) };
};

/** Within a function that looks its text up as a name. */
const completeBody = (
  source: string,
  offset: number,
  sample: Shape
): TemplateCompletions | null => {
  const before = source.slice(0, offset);
  const open = openSections(before);
  const last = open[open.length - 1];
  if (!last || !takesName(last.name)) return null;
  const [name = ''] = NAME_AT_END.exec(before) ?? [];
  const scope = scopeBehind(sample, open.slice(0, -1));
  return completeName(scope, name, { offset, to: offset }, asWritten);
};

/** The shared templates, behind `{{>`. */
const includes = ({ closed }: OpenTag, templates: SharedTemplates): TemplateCompletion[] =>
  [...templates].map(([label, { message }]) => ({
    ...{
      label,
      kind: 'function' as const,
      detail: message.trim().split(/\r?\n/, 1)[0].slice(0, 60),
    },
    ...(closed ? {} : { apply: `${label}}}` }),
  }));

const NO_TEMPLATES: SharedTemplates = new Map();

const completeTag = (
  tag: OpenTag,
  offset: number,
  sample: Shape,
  templates = NO_TEMPLATES
): TemplateCompletions => {
  const { sigil, name, before, from, to } = tag;
  if (sigil === '>') return { from, to, items: includes(tag, templates) };
  if (sigil === '/') return { from, to, items: closings(before, tag) };
  const scope = scopeBehind(sample, openSections(before));
  const found = completeName(scope, name, { offset, to }, inTag(tag));
  if (name.includes('.')) return found;
  const more = [
    ...(sigil === '' ? closings(before, tag) : []),
    ...(sigil === '^' ? [] : functions(tag)),
  ];
  return { ...found, items: [...found.items, ...more] };
};

const braced: Write = (name) => ({ apply: `{{${name}}}` });

/**
 * What may be written at a place of a template: names with their values in the sample, in the scope of the sections
 * around it, closing tags, functions. Null where there is nothing to offer.
 *
 * @param explicit asked for, rather than met while typing: then names are offered outside of braces, too
 */
export const completeTemplate = (
  source: string,
  offset: number,
  sample: Shape,
  explicit: boolean,
  templates?: SharedTemplates
): TemplateCompletions | null => {
  const tag = openTagAt(source, offset);
  if (tag) return completeTag(tag, offset, sample, templates);
  const inBody = completeBody(source, offset, sample);
  if (inBody || !explicit) return inBody;
  const scope = scopeBehind(sample, openSections(source.slice(0, offset)));
  return { from: offset, to: offset, items: names(scope, braced, true) };
};
