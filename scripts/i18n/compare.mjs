/** Holds a translation against the texts that it translates. */
import { IntlMessageFormat } from 'intl-messageformat';

/** How the parser numbers what a message is made of; what is not here takes no value. */
const KINDS = { 1: 'value', 2: 'number', 3: 'date', 4: 'time', 5: 'select', 6: 'plural' };

function valuesIn(nodes) {
  return nodes.flatMap(({ type, value, options = {} }) => [
    ...(KINDS[type] ? [`{${value}} as ${KINDS[type]}`] : []),
    ...Object.values(options).flatMap((option) => valuesIn(option.value)),
  ]);
}

/** The values that a message takes, each with its kind: `{count} as plural`. Throws when it is no message. */
export function valuesOf(text, locale = 'en') {
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  return [...new Set(valuesIn(format.getAst()))].sort();
}

/**
 * Dashboards' parser escapes by a backslash, the standalone host's by an apostrophe before a brace. Messages with
 * neither mean the same to both.
 */
const ESCAPES = /\\|'[{}#|<]/;

function problemOf(id, text, translated, locale) {
  if (typeof translated !== 'string' || translated.trim() === '') return `${id} is empty.`;
  if (ESCAPES.test(translated)) return `${id} escapes something, which hosts do differently.`;
  const wanted = valuesOf(text);
  try {
    const given = valuesOf(translated, locale);
    if (wanted.join() === given.join()) return undefined;
    return `${id} takes ${given.join(', ') || 'nothing'}; its text takes ${wanted.join(', ') || 'nothing'}.`;
  } catch (error) {
    return `${id} is no message: ${error.message}.`;
  }
}

/** What is wrong with the translation of these messages; empty when all is well. */
export function problemsOf(messages, translated, locale) {
  const ids = Object.keys(messages);
  return [
    ...ids.filter((id) => !(id in translated)).map((id) => `${id} is missing.`),
    ...Object.keys(translated)
      .filter((id) => !(id in messages))
      .map((id) => `${id} is no text of the source.`),
    ...ids
      .filter((id) => id in translated)
      .map((id) => problemOf(id, messages[id], translated[id], locale))
      .filter((problem) => problem !== undefined),
  ];
}

/** What is wrong with the texts of the source themselves. */
export function problemsOfTexts(messages) {
  return Object.entries(messages)
    .map(([id, text]) => problemOf(id, text, text, 'en'))
    .filter((problem) => problem !== undefined);
}
