import { JavaDouble } from '../../../common/json/java_double';
import { JsonSyntaxError, parseLossless, stringifyLossless } from '../../../common/json/lossless';
import type { JsonValue } from '../../../common/json/lossless';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import type { ParamType } from '../../../common/lifecycle/actions/param';

/** How a field shows a value: as one line, as several, or as JSON. */
export type Shown = 'line' | 'lines' | 'number' | 'json';

/** Those whose values have forms of their own, or none: as a text they are JSON. */
const AS_JSON: ReadonlyArray<ParamType['kind']> = [
  ...(['object', 'list', 'one_of', 'named', 'flags', 'json'] as const),
];

const isSimpleText = (text: unknown): text is string =>
  typeof text === 'string' && text.trim() === text && text !== '' && !/[,=\n]/.test(text);

const onlyHas = (value: JsonValue, ...names: string[]): value is JsonObject =>
  isJsonObject(value) &&
  Object.keys(value).length === names.length &&
  names.every((name) => typeof value[name] === 'string');

/** The inner object, where nothing else is beside it. */
const cronIn = (value: JsonValue): JsonObject | undefined => {
  if (!isJsonObject(value) || Object.keys(value).join() !== 'cron') return undefined;
  return onlyHas(value.cron, 'expression', 'timezone') ? value.cron : undefined;
};

const isSimple = (kind: ParamType['kind'], value: JsonValue): boolean => {
  if (value === '') return true;
  switch (kind) {
    case 'texts':
      return Array.isArray(value) && value.every(isSimpleText);
    case 'attributes':
      return isJsonObject(value) && Object.entries(value).flat().every(isSimpleText);
    case 'template':
      return isJsonObject(value) && typeof value.source === 'string';
    case 'reference':
      return onlyHas(value, 'id');
    case 'cron':
      return cronIn(value) !== undefined;
    case 'integer':
    case 'fraction':
      return typeof value === 'number' || typeof value === 'bigint' || value instanceof JavaDouble;
    default:
      return typeof value === 'string';
  }
};

/** A value that a field has no form for is shown as JSON, so that it is seen as it is. */
export const shownAs = ({ kind }: ParamType, value: JsonValue | undefined): Shown => {
  if (AS_JSON.includes(kind)) return 'json';
  if ((value ?? null) !== null && !isSimple(kind, value ?? null)) return 'json';
  if (kind === 'template') return 'lines';
  return kind === 'integer' || kind === 'fraction' ? 'number' : 'line';
};

export const paramText = (type: ParamType, value: JsonValue | undefined): string => {
  if (value === undefined || value === null) return '';
  if (shownAs(type, value) === 'json') return stringifyLossless(value, 2);
  if (type.kind === 'texts' && Array.isArray(value)) return value.join(', ');
  if (type.kind === 'cron') {
    const { expression = '', timezone = '' } = cronIn(value) ?? {};
    return `${String(expression)} ${String(timezone)}`.trim();
  }
  if (type.kind === 'reference' && isJsonObject(value)) return String(value.id);
  if (isJsonObject(value)) {
    return type.kind === 'template'
      ? String(value.source)
      : Object.entries(value)
          .map(([name, each]) => `${name}=${String(each)}`)
          .join(', ');
  }
  return typeof value === 'string' ? value : stringifyLossless(value);
};

const partsOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const jsonOf = (text: string): JsonValue | undefined => {
  try {
    return parseLossless(text);
  } catch (error) {
    if (error instanceof JsonSyntaxError) return undefined;
    throw error;
  }
};

/** What a text stands for: `taken` is false where it stands for nothing yet. An empty text takes the value out. */
export const paramOf = (
  type: ParamType,
  as: Shown,
  text: string,
  before: JsonValue | undefined
): { taken: boolean; value?: JsonValue } => {
  const given = (value: JsonValue | undefined) =>
    value === undefined ? { taken: false } : { taken: true, value };
  if (text.trim() === '') return { taken: true };
  if (as === 'json') return given(jsonOf(text));
  if (as === 'number') {
    return /^-?\d+(\.\d+)?$/.test(text.trim()) ? given(jsonOf(text.trim())) : { taken: false };
  }
  switch (type.kind) {
    case 'texts':
      return given(partsOf(text));
    case 'reference':
      return given({ id: text });
    case 'template':
      return given({ ...(isJsonObject(before) ? before : {}), source: text });
    default:
      return given(text);
  }
};
