import { isRecord } from '../../json/record';
import type { TemplateBody, TemplateKind, TemplateRow } from './api';

export const textsIn = (value: unknown): string[] => {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.filter((each): each is string => typeof each === 'string');
};

export const numberIn = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

export const descriptionIn = ({ _meta: meta }: TemplateBody): string | undefined =>
  isRecord(meta) && typeof meta.description === 'string' ? meta.description : undefined;

/** The line of a template in the list, as far as its document says it. */
export const templateRow = (
  name: string,
  kind: TemplateKind,
  body: TemplateBody,
  usedBy: readonly string[] = []
): TemplateRow => {
  const version = numberIn(body.version);
  const description = descriptionIn(body);
  return {
    ...{ name, kind, index_patterns: textsIn(body.index_patterns) },
    // Without one it is 0, as the cluster counts.
    priority: numberIn(kind === 'legacy' ? body.order : body.priority) ?? 0,
    ...(version === undefined ? {} : { version }),
    composed_of: textsIn(body.composed_of),
    data_stream: kind === 'composable' && isRecord(body.data_stream),
    ...(description === undefined ? {} : { description }),
    used_by: [...usedBy],
  };
};

/**
 * A template of today that says what one of old does. Its order becomes the priority; that several of old are merged
 * does not come with it.
 */
export const fromLegacy = (body: TemplateBody): TemplateBody => {
  const { index_patterns, order, version, settings, mappings, aliases, ...others } = body;
  const template = { settings, mappings, aliases };
  return {
    ...others,
    index_patterns: textsIn(index_patterns),
    priority: Math.max(0, numberIn(order) ?? 0),
    ...(version === undefined ? {} : { version }),
    template: Object.fromEntries(
      Object.entries(template).filter(([, part]) => isRecord(part) && Object.keys(part).length > 0)
    ),
  };
};

/** Those whose indices begin with a dot: of the cluster and its plugins, and Watchkeeper's own. */
export const isOfTheSystem = ({ index_patterns: patterns }: TemplateRow): boolean =>
  patterns.length > 0 && patterns.every((pattern) => pattern.startsWith('.'));
