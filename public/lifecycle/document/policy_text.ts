import { i18n } from '@osd/i18n';
import { JavaDouble } from '../../../common/json/java_double';
import { formatJson } from '../../../common/json/format_json';
import { JsonSyntaxError, parseLossless, stringifyLossless } from '../../../common/json/lossless';
import type { JsonValue } from '../../../common/json/lossless';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import { setAt } from '../../../common/lifecycle/lint/edit';
import type { Path } from '../../../common/lifecycle/policy/policy';

/** What a text says: a policy, with what is wrapped around it, or why it is none. */
export interface ReadText {
  /** All of it. */
  document?: JsonObject;
  /** The policy in it. */
  body?: JsonObject;
  /** Where in the document the policy stands. */
  wrapper: Path;
  /** The id that an answer of the cluster names. */
  id?: string;
  problem?: { message: string; line: number; column: number };
}

const wrapperOf = (document: JsonObject): Path => {
  const { policy } = document;
  if (!isJsonObject(policy)) return [];
  return isJsonObject(policy.policy) ? ['policy', 'policy'] : ['policy'];
};

const within = (document: JsonObject, path: Path): JsonObject =>
  path.reduce<JsonObject>((value, key) => {
    const next = value[key];
    return isJsonObject(next) ? next : {};
  }, document);

/** Reads a policy as people paste it: as a request (`{policy}`), as an answer (`{_id, policy}`), or bare. */
export const readText = (text: string): ReadText => {
  try {
    const document = parseLossless(text);
    if (!isJsonObject(document)) {
      const message = i18n.translate('watchkeeper.lifecycle.editor.noObjectError', {
        defaultMessage: 'A policy is a JSON object: it begins with a brace.',
      });
      return { wrapper: [], problem: { message, line: 1, column: 1 } };
    }
    const wrapper = wrapperOf(document);
    const { _id: id } = document;
    return {
      ...{ document, wrapper, body: within(document, wrapper) },
      ...(typeof id === 'string' ? { id } : {}),
    };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const { message, line, column } = error;
    return { wrapper: [], problem: { message, line, column } };
  }
};

/** A policy as text, wrapped as the server takes it. */
export const textOfPolicy = (body: JsonObject): string =>
  formatJson(stringifyLossless({ policy: body }, 2));

/** The text with another policy in it; what is around it stays. */
export const withPolicy = ({ document = {}, wrapper }: ReadText, body: JsonObject): string =>
  formatJson(stringifyLossless(setAt(document, wrapper, body), 2));

/** As JSON of the browser, which is what a request can carry: 5.0 becomes 5. */
export const plainValue = (value: JsonValue): unknown => {
  if (typeof value === 'bigint' || value instanceof JavaDouble) return Number(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plainValue(each)]));
};

export const plainPolicy = (body: JsonObject): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).map(([name, each]) => [name, plainValue(each)]));
