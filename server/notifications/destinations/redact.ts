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

/** Receivers like to repeat what they were sent. Blacks out whatever of the secrets is in a text. */
export const redact = (
  text: string,
  { url, headers = {} }: { url: string; headers?: Readonly<Record<string, string>> }
): string => {
  const parts = [...partsOfUrl(url), ...Object.values(headers).flatMap(partsOfHeader)]
    .flatMap((part) => [part, decoded(part)])
    .filter((part) => part.length >= SHORTEST)
    // The longest first, so that no half of one is left.
    .sort((a, b) => b.length - a.length);
  return [...new Set(parts)].reduce((result, part) => result.split(part).join(MASK), text);
};
