import { formsOf } from './secret_forms';

/** So long a text is blacked out wherever it stands; shorter ones would black out parts of ordinary words. */
const SHORTEST = 6;
/** So long a secret is blacked out where it stands as a word. */
const SHORTEST_WORD = 3;
/** Of a path, such segments are taken for names of the receiver's doors, not for keys to them. */
const SHORTEST_SEGMENT = 8;
const MASK = '•••';

/** Words around secrets, which an answer may need to be understood. */
const ORDINARY = new Set([
  ...['bearer', 'basic', 'digest', 'token', 'geniekey', 'apikey', 'api_key', 'application/json'],
  ...['-----begin', '-----end', 'private', 'encrypted', 'certificate-----', 'key-----'],
]);

const URL_LIKE = /^https?:\/\//i;
const SECRET_NAME = /key|token|secret|sign?$|auth|pass|pwd|code/i;

const partsOfUrl = (text: string): string[] => {
  const { href, pathname, search, searchParams } = new URL(text);
  const path = pathname + search;
  const segments = pathname
    .split('/')
    .filter((segment) => segment.length >= SHORTEST_SEGMENT || /\d/.test(segment));
  return [text, href, path, pathname, search, ...segments, ...searchParams.values()];
};

/** What `Basic` hides. */
const basicParts = (value: string): string[] => {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/]+={0,2})$/i.exec(value.trim()) ?? [];
  if (encoded === undefined) return [];
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  return [decoded, decoded.slice(decoded.indexOf(':') + 1)];
};

/** `Bearer abc` is secret as a whole, and so is `abc`. A PEM is, and so is each of its lines. */
const partsOfText = (value: string): string[] => [
  ...value.split(/[\s,;=]+/).filter((part) => !ORDINARY.has(part.toLowerCase())),
  ...basicParts(value),
];

const isUrl = (secret: string): boolean => URL_LIKE.test(secret) && URL.canParse(secret);

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Values of the query that call themselves secret, however short. */
const namedInQuery = (secret: string): string[] =>
  isUrl(secret)
    ? [...new URL(secret).searchParams].flatMap(([name, value]) =>
        SECRET_NAME.test(name) ? [value] : []
      )
    : [];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const wordPattern = (words: readonly string[]): RegExp | undefined =>
  words.length === 0
    ? undefined
    : new RegExp(
        `(?<![\\p{L}\\p{N}_])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}_])`,
        'gu'
      );

interface Masked {
  /** The longest first, so that no half of one is left. */
  anywhere: readonly string[];
  asWords?: RegExp;
}

const byLength = (a: string, b: string): number => b.length - a.length;

const maskedFor = (secrets: object): Masked => {
  const texts = textsIn(secrets);
  const parts = texts.flatMap((text) => [
    text,
    ...(isUrl(text) ? partsOfUrl(text) : partsOfText(text)),
  ]);
  const long = [...new Set(parts)].filter((part) => part.length >= SHORTEST);
  const words = [...texts, ...texts.flatMap(namedInQuery)].filter(
    ({ length }) => length >= SHORTEST_WORD && length < SHORTEST
  );
  const asWords = wordPattern([...new Set(words)].sort(byLength));
  return {
    anywhere: [...new Set(long.flatMap(formsOf))]
      .filter((form) => form.length >= SHORTEST)
      .sort(byLength),
    ...(asWords === undefined ? {} : { asWords }),
  };
};

/** Secrets stay the same object while a destination is remembered; a burst of messages asks for the same ones. */
const known = new WeakMap<object, Masked>();

const masked = (secrets: object): Masked => {
  const found = known.get(secrets) ?? maskedFor(secrets);
  known.set(secrets, found);
  return found;
};

/**
 * Receivers like to repeat what they were sent. Blacks out whatever of the secrets is in a text: as it is, in parts, and
 * percent-encoded, in base64, escaped for JSON or HTML.
 *
 * @param secrets the secrets of a destination: texts at any depth
 */
export const redact = (text: string, secrets: object): string => {
  if (text.length < SHORTEST_WORD) return text;
  const { anywhere, asWords } = masked(secrets);
  const result = anywhere.reduce((rest, part) => rest.split(part).join(MASK), text);
  return asWords ? result.replace(asWords, MASK) : result;
};
