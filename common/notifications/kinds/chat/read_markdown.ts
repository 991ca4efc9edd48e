import type { Block, Inline } from '../slack_mrkdwn';

/**
 * Markdown and the few tags that chats know, as far as a preview shows them
 * (https://spec.commonmark.org/0.31.2, https://core.telegram.org/bots/api#html-style).
 */

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

const decoded = (text: string): string =>
  text.replace(/&(?:(lt|gt|amp|quot)|#(\d{1,5}));/g, (_all, name?: string, code?: string) =>
    name ? ENTITIES[name] : String.fromCharCode(Number(code))
  );

const SAFE_URL = /^(?:https?:\/\/|mailto:)/i;
const BARE_URL = /^https?:\/\/[^\s<>|"\\]+/i;
const LINK = /^\[((?:\\[^\n]|[^\]\\\n])*)\]\(([^()\s]+)\)/;
const ANCHOR = /^<a href="([^"]*)">([^]*?)<\/a>/i;
const TAGGED = /^<(b|strong|i|em|s|del|u|code|font)(?: [^<>]*)?>([^]*?)<\/\1>/i;
const MENTION = /^<(?:at [^<>]*>([^<>]*)<\/at|[@!]([^<>\s]+)|(users\/[^<>\s]+))>/i;

const isWord = (char: string | undefined): boolean =>
  char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined): boolean =>
  char === undefined || /[\s\u200b]/.test(char);

/** `html`: nothing but tags means something. */
type Marks = 'all' | 'html';

interface Piece {
  inlines: Inline[];
  length: number;
}

const one = (inline: Inline, length: number): Piece => ({ inlines: [inline], length });

const linkTo = (url: string, content: string, marks?: Marks): Inline | undefined =>
  SAFE_URL.test(url)
    ? { kind: 'link', url: decoded(url), text: wordsOf(parseMarkdownLine(content, marks)) || url }
    : undefined;

/** The text without any mark-up. */
export const wordsOf = (inlines: readonly Inline[]): string =>
  inlines.map((part) => ('content' in part ? wordsOf(part.content) : part.text)).join('');

const TAG_KINDS: Readonly<Record<string, 'bold' | 'italic' | 'strike'>> = {
  ...{ b: 'bold', strong: 'bold', i: 'italic', em: 'italic', u: 'italic' },
  ...{ s: 'strike', del: 'strike' },
};

const tagAt = (rest: string, marks: Marks): Piece | undefined => {
  const anchor = ANCHOR.exec(rest);
  const link = anchor && linkTo(anchor[1], anchor[2], marks);
  if (anchor && link) return one(link, anchor[0].length);
  const mention = MENTION.exec(rest);
  if (mention) {
    const text = `@${mention[1] ?? mention[2] ?? mention[3]}`;
    return one({ kind: 'mention', text }, mention[0].length);
  }
  const tagged = TAGGED.exec(rest);
  if (!tagged) return undefined;
  const [{ length }, tag, inside] = tagged;
  if (tag.toLowerCase() === 'code') return one({ kind: 'code', text: decoded(inside) }, length);
  const kind = TAG_KINDS[tag.toLowerCase()];
  const content = parseMarkdownLine(inside, marks);
  return kind ? one({ kind, content }, length) : { inlines: content, length };
};

const escapedAt = (text: string, at: number): boolean => {
  let marks = 0;
  while (text[at - marks - 1] === '\\') marks += 1;
  return marks % 2 === 1;
};

const closingOf = (text: string, start: number, mark: string): number | undefined => {
  const inner = start + mark.length;
  if (isSpace(text[inner]) || text[inner] === mark[0]) return undefined;
  if (mark[0] === '_' && isWord(text[start - 1])) return undefined;
  for (let at = text.indexOf(mark, inner + 1); at > 0; at = text.indexOf(mark, at + 1)) {
    const after = text[at + mark.length];
    const wordGoesOn = mark[0] === '_' && isWord(after);
    if (!isSpace(text[at - 1]) && !escapedAt(text, at) && !wordGoesOn) return at;
  }
  return undefined;
};

const STYLES = [
  ['**', 'bold'],
  ['__', 'bold'],
  ['~~', 'strike'],
  ['*', 'italic'],
  ['_', 'italic'],
] as const;

const styledAt = (text: string, at: number): Piece | undefined => {
  for (const [mark, kind] of STYLES) {
    if (!text.startsWith(mark, at)) continue;
    const end = closingOf(text, at, mark);
    if (end === undefined) continue;
    const content = parseMarkdownLine(text.slice(at + mark.length, end));
    return one({ kind, content }, end + mark.length - at);
  }
  return undefined;
};

const codeAt = (rest: string): Piece | undefined => {
  const end = rest.indexOf('`', 1);
  return end > 1 ? one({ kind: 'code', text: rest.slice(1, end) }, end + 1) : undefined;
};

/** What ends a sentence does not belong to a URL, unless it ends an entity. */
const withoutEnd = (url: string): string =>
  /[.,;:!?)*_~]$/.test(url) && !/&#?\w+;$/.test(url) ? withoutEnd(url.slice(0, -1)) : url;

const bareUrlAt = (rest: string): Piece | undefined => {
  const [found] = BARE_URL.exec(rest) ?? [];
  if (found === undefined) return undefined;
  const url = withoutEnd(found.replace(/&(?:quot|lt|gt);.*$/, ''));
  return one({ kind: 'link', url: decoded(url), text: decoded(url) }, url.length);
};

const pieceAt = (text: string, at: number, marks: Marks): Piece | undefined => {
  const rest = text.slice(at);
  if (text[at] === '<') return tagAt(rest, marks);
  if (text[at] === 'h') return isWord(text[at - 1]) ? undefined : bareUrlAt(rest);
  if (marks === 'html') return undefined;
  switch (text[at]) {
    case '\\':
      return /^\\[!-/:-@[-`{-~]/.test(rest) ? one({ kind: 'text', text: rest[1] }, 2) : undefined;
    case '`':
      return codeAt(rest);
    case '[': {
      const [whole, label = '', url = ''] = LINK.exec(rest) ?? [];
      const link = whole === undefined ? undefined : linkTo(url, label);
      return link && whole !== undefined ? one(link, whole.length) : undefined;
    }
    default:
      return styledAt(text, at);
  }
};

/** Texts beside each other are one. */
const joined = (inlines: readonly Inline[]): Inline[] => {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result[result.length - 1];
    if (inline.kind === 'text' && last?.kind === 'text') {
      result[result.length - 1] = { kind: 'text', text: last.text + inline.text };
    } else result.push(inline);
  }
  return result;
};

/** The marks within one line. Whatever is no mark is text. */
export const parseMarkdownLine = (text: string, marks: Marks = 'all'): Inline[] => {
  const inlines: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') inlines.push({ kind: 'text', text: decoded(plain) });
    plain = '';
  };
  for (let at = 0; at < text.length;) {
    const piece = pieceAt(text, at, marks);
    if (!piece) plain += text[at];
    else {
      flush();
      inlines.push(...piece.inlines);
    }
    at += piece?.length ?? 1;
  }
  flush();
  return joined(inlines);
};

const QUOTE = /^>\s?/;
const ITEM = /^(\s*(?:[•*+-]|\d{1,3}[.)]))\s+(?=\S)/;
const HEADING = /^#{1,6}\s+/;

const blockOf = (line: string): Block => {
  const [heading] = HEADING.exec(line) ?? [];
  if (heading !== undefined) {
    const content = parseMarkdownLine(line.slice(heading.length));
    return { kind: 'line', content: [{ kind: 'bold', content }] };
  }
  const [whole, mark] = ITEM.exec(line) ?? [];
  return whole === undefined
    ? { kind: 'line', content: parseMarkdownLine(line) }
    : { kind: 'item', mark, content: parseMarkdownLine(line.slice(whole.length)) };
};

/** Reads a message in Markdown as a chat shows it. Nothing of it is HTML beyond the tags above. */
export const parseMarkdown = (message: string): Block[] => {
  const blocks: Block[] = [];
  for (const line of message.trimEnd().split(/\r\n|\r|\n/)) {
    if (!QUOTE.test(line)) {
      blocks.push(blockOf(line));
      continue;
    }
    const content = parseMarkdownLine(line.replace(QUOTE, ''));
    const last = blocks[blocks.length - 1];
    if (last?.kind === 'quote') last.lines.push(content);
    else blocks.push({ kind: 'quote', lines: [content] });
  }
  return blocks;
};

/** A text without mark-up. */
export const plainBlocks = (text: string): Block[] =>
  text
    .trimEnd()
    .split(/\r\n|\r|\n/)
    .map((line) => ({ kind: 'line', content: [{ kind: 'text', text: line }] }));
