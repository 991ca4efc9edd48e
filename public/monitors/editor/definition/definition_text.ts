import { i18n } from '@osd/i18n';
import type { FieldProblem } from '../../../../common/errors';
import { JavaDouble } from '../../../../common/json/java_double';
import {
  JsonSyntaxError,
  parseLossless,
  stringifyLossless,
} from '../../../../common/json/lossless';
import type { JsonValue } from '../../../../common/json/lossless';
import { isJsonObject } from '../../../../common/json/record';
import type { JsonObject } from '../../../../common/json/record';
import { isSearchMonitor, monitorSchema } from '../../../../common/monitors/monitor';
import type { Monitor, MonitorType } from '../../../../common/monitors/monitor';
import { schemaProblems } from '../field_problems';
import { placeOf } from './place_of';

/** What the text of a definition comes to. */
export interface ReadDefinition {
  /** Present where a form can show it, though values in it may not be right. */
  monitor?: Monitor;
  /** With their places in the text. */
  problems: FieldProblem[];
}

/** The query as JSON where it is; an author's placeholder that stands for a number keeps it a text. */
const queryValue = (query: string): JsonValue => {
  try {
    const value = parseLossless(query);
    return isJsonObject(value) ? value : query;
  } catch (error) {
    if (error instanceof JsonSyntaxError) return query;
    throw error;
  }
};

/** The whole monitor as text. A search stands there as JSON, not as a text within the text. */
export const definitionText = (monitor: Monitor): string => {
  if (!isSearchMonitor(monitor)) return stringifyLossless(monitor, 2);
  const [{ search }] = monitor.inputs;
  const inputs = [{ search: { ...search, query: queryValue(search.query) } }];
  return stringifyLossless({ ...monitor, inputs }, 2);
};

/** The author's own layout stays where the query says the same. */
const queryText = (query: JsonObject, before: Monitor): string => {
  const known = isSearchMonitor(before) ? before.inputs[0].search.query : '';
  return stringifyLossless(queryValue(known)) === stringifyLossless(query)
    ? known
    : stringifyLossless(query, 2);
};

const withQueryText = (definition: JsonObject, before: Monitor): JsonObject => {
  const { inputs } = definition;
  if (!Array.isArray(inputs)) return definition;
  return {
    ...definition,
    inputs: inputs.map((input) => {
      const search = isJsonObject(input) ? input.search : undefined;
      if (!isJsonObject(search) || !isJsonObject(search.query)) return input;
      return { search: { ...search, query: queryText(search.query, before) } };
    }),
  };
};

/** Numbers as a form has them. Those that matter to a letter stand in the query, which is text by now. */
const plain = (value: JsonValue): unknown => {
  if (typeof value === 'bigint' || value instanceof JavaDouble) return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
};

/** Of values that are of the right kind, but not right. */
const OF_VALUES: ReadonlySet<string> = new Set([
  'too_small',
  'too_big',
  'not_multiple_of',
  'invalid_format',
  'custom',
]);

/** Whether a form can show a monitor that is not right: everything in it is where it belongs. */
const fitsForm = (definition: unknown): boolean => {
  const result = monitorSchema.safeParse(definition);
  return (
    result.success ||
    result.error.issues.every(
      ({ code, path }) => OF_VALUES.has(code) && !(code === 'custom' && path[0] === 'schedule')
    )
  );
};

/** What the schema would fill in. */
const DEFAULTS = { type: 'monitor', query_delay_seconds: 5, ui_metadata: {} };

const parsed = (definition: unknown): Monitor => {
  const result = monitorSchema.safeParse(definition);
  // What fits has the shape; its values are what the form is for.
  return result.success ? result.data : (Object.assign({}, DEFAULTS, definition) as Monitor);
};

const typeStays = (type: MonitorType): FieldProblem => ({
  field: 'monitor_type',
  message: i18n.translate('watchkeeper.editor.typeStaysError', {
    defaultMessage: 'The type of a saved monitor stays: {type}. Create a new monitor instead.',
    values: { type },
  }),
});

const noObject = (): FieldProblem => ({
  field: '',
  message: i18n.translate('watchkeeper.editor.definitionNoObjectError', {
    defaultMessage: 'A monitor is a JSON object: it begins with a brace.',
  }),
});

/** The problems at their places in the text; a place within a field's own text is told in words. */
export const placed = (text: string, problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.map(({ field, message }) => ({ field, message, ...placeOf(text, field) }));

/**
 * Reads a definition that is being written.
 *
 * @param before what it was: a query that is the same keeps its layout
 * @param savedType the type that stays
 */
export const readDefinition = (
  text: string,
  before: Monitor,
  savedType: MonitorType | undefined
): ReadDefinition => {
  let value: JsonValue;
  try {
    value = parseLossless(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const { message, line, column } = error;
    return { problems: [{ field: '', message, line, column }] };
  }
  if (!isJsonObject(value)) return { problems: placed(text, [noObject()]) };
  const definition = plain(withQueryText(value, before));
  const problems = schemaProblems(definition);
  if (!fitsForm(definition)) return { problems: placed(text, problems) };
  const monitor = parsed(definition);
  return savedType === undefined || monitor.monitor_type === savedType
    ? { monitor, problems: placed(text, problems) }
    : { problems: placed(text, [typeStays(savedType)]) };
};
