import type { FieldProblem } from '../../errors';
import { isRecord } from '../../json/record';
import { patternFault } from '../names/patterns';
import type { TemplateBody } from './api';

const isWhole = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;

const PARTS = ['settings', 'mappings', 'aliases'] as const;

const checkContent = (content: unknown): FieldProblem[] => {
  if (content === undefined) return [];
  if (!isRecord(content)) return [{ field: 'body.template', message: 'It must be an object.' }];
  return PARTS.flatMap((part) =>
    content[part] === undefined || isRecord(content[part])
      ? []
      : [{ field: `body.template.${part}`, message: 'It must be an object.' }]
  );
};

const checkNumber = (body: TemplateBody, member: string): FieldProblem[] =>
  body[member] === undefined || isWhole(body[member])
    ? []
    : [{ field: `body.${member}`, message: 'It must be a whole number, 0 or more.' }];

const checkPatterns = (patterns: unknown): FieldProblem[] => {
  const field = 'body.index_patterns';
  const list: unknown[] = Array.isArray(patterns) ? patterns : [patterns];
  if (patterns === undefined || list.length === 0) {
    return [{ field, message: 'Name at least one pattern, such as logs-*.' }];
  }
  return list.flatMap((pattern) => {
    const message = patternFault(pattern);
    return message === undefined ? [] : [{ field, message }];
  });
};

const checkComponents = (names: unknown): FieldProblem[] => {
  const field = 'body.composed_of';
  if (names === undefined) return [];
  const list: unknown[] = Array.isArray(names) ? names : [];
  if (!Array.isArray(names) || list.some((name) => typeof name !== 'string')) {
    return [{ field, message: 'It must be a list of names.' }];
  }
  const twice = list.find((name, place) => list.indexOf(name) !== place);
  return twice === undefined ? [] : [{ field, message: `“${String(twice)}” stands there twice.` }];
};

/** What the cluster refuses of an index template by itself, at its place. */
export const checkIndexTemplate = (body: TemplateBody): FieldProblem[] => [
  ...checkPatterns(body.index_patterns),
  ...checkNumber(body, 'priority'),
  ...checkNumber(body, 'version'),
  ...checkComponents(body.composed_of),
  ...(body.data_stream === undefined || isRecord(body.data_stream)
    ? []
    : [{ field: 'body.data_stream', message: 'It must be an object.' }]),
  ...checkContent(body.template),
];

/** What the cluster refuses of a component template by itself, at its place. */
export const checkComponentTemplate = (body: TemplateBody): FieldProblem[] => [
  ...(isRecord(body.template)
    ? []
    : [{ field: 'body.template', message: 'It must hold settings, a mapping or aliases.' }]),
  ...checkNumber(body, 'version'),
  ...(isRecord(body.template) ? checkContent(body.template) : []),
];
