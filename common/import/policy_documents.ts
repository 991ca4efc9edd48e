import { invalidInput } from '../errors';
import { JsonSyntaxError, parseLossless } from '../json/lossless';
import type { JsonValue } from '../json/lossless';
import { isRecord } from '../json/record';
import type { JsonObject } from '../json/record';
import { phrase } from '../phrase';
import { plainSentence } from '../plain_sentence';
import { sentence } from '../sentence';
import type { Sentence } from '../sentence';
import { policyBody } from '../lifecycle/policy/policy_body';
import { importIlm, ilmPhases } from './ilm/import_ilm';
import type { IlmNote } from './ilm/note';

/** At most so many at once. */
export const MOST_POLICIES = 1000;

/** One policy that was pasted or opened. */
export interface PolicyDocument {
  /** `ism`: of Index State Management or Open Distro. `ilm`: of Elastic's Index Lifecycle Management, converted. */
  kind: 'ism' | 'ilm';
  /** That the document names. */
  id?: string;
  /** A policy of Index State Management, without what is wrapped around it. */
  body: JsonObject;
  /** What is not the same as before. */
  notes: readonly IlmNote[];
}

export interface PolicyDocuments {
  policies: PolicyDocument[];
  /** What is none. */
  problems: Sentence[];
}

const textAt = (value: JsonObject, ...names: string[]): string | undefined =>
  names
    .map((name) => value[name])
    .find((each): each is string => typeof each === 'string' && each !== '');

const isIsm = (value: unknown): value is JsonObject =>
  isRecord(value) && ('states' in value || 'default_state' in value);

const one = (
  document: JsonObject,
  id: string | undefined,
  tierAttribute: string | undefined
): PolicyDocument | undefined => {
  if (ilmPhases(document)) {
    const options = {
      ...(id === undefined ? {} : { id }),
      ...(tierAttribute ? { tierAttribute } : {}),
    };
    return { kind: 'ilm', ...(id === undefined ? {} : { id }), ...importIlm(document, options) };
  }
  const body = policyBody(document);
  if (!isIsm(body)) return undefined;
  const own = textAt(body, 'policy_id') ?? id;
  return { kind: 'ism', ...(own === undefined ? {} : { id: own }), body, notes: [] };
};

/** The documents in a value, each with the name under which it stands. */
const flattened = (value: JsonValue, name?: string): Array<[JsonValue, string?]> => {
  if (Array.isArray(value)) return value.flatMap((each) => flattened(each));
  if (!isRecord(value)) return [[value, name]];
  const object = value as JsonObject;
  const id = textAt(object, '_id', 'id', 'name') ?? name;
  if (isRecord(object._source)) return flattened(object._source, id);
  if (Array.isArray(object.policies)) return flattened(object.policies);
  const { hits } = isRecord(object.hits) ? (object.hits as JsonObject) : {};
  if (Array.isArray(hits)) return flattened(hits);
  if (isIsm(policyBody(object)) || ilmPhases(object)) return [[object, id]];
  const members = Object.entries(object);
  // What lists policies by their names: each of them holds one.
  const named = members.filter(([, each]) => ilmPhases(each) || isIsm(policyBody(each)));
  return named.length > 0 ? members.flatMap(([key, each]) => flattened(each, key)) : [[object, id]];
};

const unreadable = (said: Sentence, place: { line?: number; column?: number } = {}) =>
  invalidInput([{ field: 'text', message: plainSentence(said), said, ...place }]);

const parsed = (text: string): JsonValue => {
  try {
    return parseLossless(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const { message, line, column } = error;
    throw unreadable(
      sentence(phrase('watchkeeper.lifecycle.import.noJson', 'This is no JSON: {message}'), {
        message,
      }),
      { line, column }
    );
  }
};

/**
 * The policies in a text: one or a list; a request, an answer of Index State Management or of Open Distro (one, the list,
 * a search), or what `GET _ilm/policy` answers.
 *
 * @param tierAttribute see `IlmOptions`
 * @throws WatchkeeperError `invalid_input`
 */
export const readPolicyDocuments = (text: string, tierAttribute?: string): PolicyDocuments => {
  const documents = flattened(parsed(text));
  if (documents.length > MOST_POLICIES) {
    throw unreadable(
      sentence(
        phrase(
          'watchkeeper.lifecycle.import.tooMany',
          'There are {count} policies in it; at most {most} are brought at once.'
        ),
        { count: { count: documents.length }, most: { count: MOST_POLICIES } }
      )
    );
  }
  const found = documents.map(([document, id]) => ({
    id,
    policy: isRecord(document) ? one(document as JsonObject, id, tierAttribute) : undefined,
  }));
  return {
    policies: found.flatMap(({ policy }) => (policy ? [policy] : [])),
    problems: found.flatMap(({ id, policy }, place) =>
      policy
        ? []
        : [
            id === undefined
              ? sentence(
                  phrase(
                    'watchkeeper.lifecycle.import.documentNoPolicy',
                    'Document {number} is no policy of Index State Management, Open Distro or Index Lifecycle Management.'
                  ),
                  { number: { count: place + 1 } }
                )
              : sentence(
                  phrase(
                    'watchkeeper.lifecycle.import.namedNoPolicy',
                    '“{id}” is no policy of Index State Management, Open Distro or Index Lifecycle Management.'
                  ),
                  { id }
                ),
          ]
    ),
  };
};
