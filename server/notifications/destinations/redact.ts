/** Shorter ones would black out ordinary words, and are no secrets worth the name. */
const SHORTEST = 6;
const MASK = '•••';

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const partsOfUrl = (text: string): string[] => {
  const { href, pathname, search, searchParams } = new URL(text);
  const path = pathname + search;
  const segments = pathname.split('/').filter((segment) => segment.length >= 8);
  return [text, href, path, pathname, search, ...segments, ...searchParams.values()];
};

/** `Bearer abc` is secret as a whole, and so is `abc`. */
const partsOfHeader = (value: string): string[] => [value, ...value.split(/[\s,;=]+/)];

const URL_LIKE = /^https?:\/\//i;

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const partsOf = (secret: string): string[] =>
  URL_LIKE.test(secret) && URL.canParse(secret) ? partsOfUrl(secret) : partsOfHeader(secret);

/**
 * Receivers like to repeat what they were sent. Blacks out whatever of the secrets is in a text.
 *
 * @param secrets the secrets of a destination: texts at any depth
 */
export const redact = (text: string, secrets: object): string => {
  const parts = textsIn(secrets)
    .flatMap(partsOf)
    .flatMap((part) => [part, decoded(part)])
    .filter((part) => part.length >= SHORTEST)
    // The longest first, so that no half of one is left.
    .sort((a, b) => b.length - a.length);
  return [...new Set(parts)].reduce((result, part) => result.split(part).join(MASK), text);
};
