/** How a receiver wants its texts written. */
export interface Markup {
  /** Takes the meaning out of every character of a text, so that it is shown as it is. */
  plain(text: string): string;
  bold(written: string): string;
  link(written: string, url: string): string;
  /** What parts two lines. */
  newline: string;
}

/** Nobody sees it. It keeps characters apart that would mean something together. */
export const INVISIBLE = '\u200b';

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** No `@` at the start of a word calls anybody. Addresses of mail stay as they are. */
export const withoutCalls = (text: string): string =>
  text.replace(/@/g, (at, offset: number) => (isWord(text[offset - 1]) ? at : at + INVISIBLE));

const lineByLine = (text: string, act: (line: string) => string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(act)
    .join('\n');

/** Within a word an underscore means nothing, and many names have one. */
const escapedUnderscores = (line: string): string =>
  line.replace(/_/g, (mark, at: number) =>
    isWord(line[at - 1]) && isWord(line[at + 1]) ? mark : `\\${mark}`
  );

const escapedLine = (line: string): string =>
  escapedUnderscores(line.replace(/[\\`*~|[\]<>]|&(?=#?\w+;)/g, '\\$&'))
    // Indented by four it would be code.
    .replace(/^\s{4,}/, '   ')
    .replace(/^(\s*)([-+](?=\s|[-+]|$)|#(?=#*(?:\s|$))|=(?==*\s*$))/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2');

/** A text in Markdown that is shown as it is (https://spec.commonmark.org/0.31.2/#backslash-escapes). */
export const escapeMarkdown = (text: string): string => lineByLine(text, escapedLine);

/** Looks like the backtick, of which two make code whatever stands between. */
const BACKTICK = '\u02cb';

/** The same for receivers that know no escapes: what would mean something is kept apart. */
export const breakMarkdown = (text: string): string =>
  lineByLine(text, (line) =>
    line
      .replace(/`/g, BACKTICK)
      .replace(/[<[*_~\\](?=\S)|&(?=#?\w+;)/g, `$&${INVISIBLE}`)
      .replace(/\]\(/g, `]${INVISIBLE}(`)
      .replace(/^(\s*)([#>+-]|\d+\.)/, `$1${INVISIBLE}$2`)
  );

const hex = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** So that no character of a URL ends the mark-up around it. */
export const linkTarget = (url: string): string => url.replace(/[\s()<>"'\\|[\]*`]/g, hex);

/** Whatever else calls itself a link is shown as a text. */
export const isWebUrl = (url: string): boolean => /^https?:\/\/[^\s]/i.test(url);

export const markdownLink = (written: string, url: string): string =>
  `[${written}](${linkTarget(url)})`;

/** Markdown as most chats read it. */
export const MARKDOWN: Markup = {
  plain: escapeMarkdown,
  bold: (written) => `**${written}**`,
  link: markdownLink,
  newline: '\n',
};
