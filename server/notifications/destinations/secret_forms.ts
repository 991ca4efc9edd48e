/** The ways in which one and the same text may stand in an answer, a log or a page. */

const attempt = (action: () => string): string[] => {
  try {
    return [action()];
  } catch {
    // Half of a character, or a percent sign that stands for itself.
    return [];
  }
};

const percentForms = (text: string): string[] =>
  [
    ...attempt(() => encodeURIComponent(text)),
    ...attempt(() => encodeURI(text)),
    ...attempt(() => decodeURIComponent(text)),
  ].flatMap((form) => [
    form,
    form.replace(/%20/g, '+'),
    form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  ]);

const unicodeEscaped = (text: string): string =>
  text.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  );

/** A text that is JSON within JSON is escaped twice. */
const jsonForms = (text: string): string[] => {
  const once = JSON.stringify(text).slice(1, -1);
  const twice = JSON.stringify(once).slice(1, -1);
  return [once, twice].flatMap((form) => [form, form.replace(/\//g, '\\/'), unicodeEscaped(form)]);
};

const ENTITIES: Readonly<Record<string, readonly [string, string]>> = {
  '&': ['&amp;', '&amp;'],
  '<': ['&lt;', '&lt;'],
  '>': ['&gt;', '&gt;'],
  '"': ['&quot;', '&#34;'],
  "'": ['&#39;', '&#x27;'],
};

const htmlForms = (text: string): string[] =>
  [0, 1].map((way) =>
    text.replace(/[&<>"']/g, (character) => ENTITIES[character]?.[way] ?? character)
  );

/**
 * Base64 of a longer text that this one is a part of, such as `user:password`: three bytes are four characters, so that
 * it may stand in three ways. Characters that hold bits of a neighbour are left out.
 */
export const base64Forms = (text: string): string[] =>
  [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text, 'utf8')]);
    const whole = bytes.toString('base64').replace(/=+$/, '');
    const end = bytes.length % 3 === 0 ? whole.length : whole.length - 1;
    const form = whole.slice(Math.ceil((before * 8) / 6), end);
    return [form, form.replace(/\+/g, '-').replace(/\//g, '_')];
  });

const hexForms = (text: string): string[] => {
  const hex = Buffer.from(text, 'utf8').toString('hex');
  return [hex, hex.toUpperCase()];
};

/** The text itself is the first of them. */
export const formsOf = (text: string): string[] => [
  ...new Set([
    text,
    ...percentForms(text),
    ...jsonForms(text),
    ...htmlForms(text),
    ...base64Forms(text),
    ...hexForms(text),
  ]),
];
