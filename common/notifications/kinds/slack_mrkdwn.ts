/**
 * Slack's mark-up of messages, as far as a preview shows it.
 * Source: https://docs.slack.dev/messaging/formatting-message-text
 */

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; content: Inline[] }
  | { kind: 'code'; text: string }
  /** `url` is http, https or mailto: nothing else becomes a link. */
  | { kind: 'link'; url: string; text: string }
  /** Somebody, or a channel. */
  | { kind: 'mention'; text: string };

export type Block =
  | { kind: 'line'; content: Inline[] }
  /** Slack has no lists of its own: the mark stands as it was typed. */
  | { kind: 'item'; mark: string; content: Inline[] }
  | { kind: 'quote'; lines: Inline[][] }
  | { kind: 'code'; text: string };

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

const unescaped = (text: string): string =>
  text.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity]);

const EMOJI: Readonly<Record<string, string>> = {
  warning: '⚠️',
  fire: '🔥',
  rotating_light: '🚨',
  white_check_mark: '✅',
  x: '❌',
  red_circle: '🔴',
  large_green_circle: '🟢',
  bell: '🔔',
  eyes: '👀',
  chart_with_upwards_trend: '📈',
};

const shownText = (text: string): string =>
  unescaped(text).replace(/:([a-z_]+):/g, (written, name: string) => EMOJI[name] ?? written);

const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
type Mark = keyof typeof STYLES;

const isMark = (char: string): char is Mark => char in STYLES;
const isWord = (char: string | undefined): boolean =>
  char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char);

/** Where a styled text ends; undefined where the mark is just a character. */
const closingOf = (text: string, start: number): number | undefined => {
  const mark = text[start];
  if (isWord(text[start - 1]) || isSpace(text[start + 1]) || text[start + 1] === mark)
    return undefined;
  for (let at = text.indexOf(mark, start + 2); at > 0; at = text.indexOf(mark, at + 1)) {
    if (!isSpace(text[at - 1]) && !isWord(text[at + 1])) return at;
  }
  return undefined;
};

const SAFE_URL = /^(?:https?:\/\/|mailto:)/i;
const BARE_URL = /^https?:\/\/[^\s<>|]+/i;

const mentionOf = (target: string, label: string | undefined): Inline => {
  if (target.startsWith('!'))
    return { kind: 'mention', text: `@${label ?? target.slice(1).split('^')[0]}` };
  return { kind: 'mention', text: target[0] + (label ?? target.slice(1)) };
};

/** What stands in angle brackets. */
const bracketed = (inside: string): Inline | undefined => {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : shownText(inside.slice(bar + 1));
  if (/^[@#!]./.test(target)) return mentionOf(target, label);
  const url = unescaped(target);
  return SAFE_URL.test(url) ? { kind: 'link', url, text: label || url } : undefined;
};

interface Piece {
  inline: Inline;
  end: number;
}

const pieceAt = (text: string, at: number): Piece | undefined => {
  const char = text[at];
  if (isMark(char)) {
    const end = closingOf(text, at);
    if (end === undefined) return undefined;
    const content = parseInline(text.slice(at + 1, end));
    return { inline: { kind: STYLES[char], content }, end: end + 1 };
  }
  if (char === '`') {
    const end = text.indexOf('`', at + 1);
    if (end <= at + 1) return undefined;
    return { inline: { kind: 'code', text: unescaped(text.slice(at + 1, end)) }, end: end + 1 };
  }
  if (char === '<') {
    const end = text.indexOf('>', at + 1);
    const inline = end < 0 ? undefined : bracketed(text.slice(at + 1, end));
    return inline && { inline, end: end + 1 };
  }
  if (char !== 'h' || isWord(text[at - 1])) return undefined;
  const [written] = BARE_URL.exec(text.slice(at)) ?? [];
  if (written === undefined) return undefined;
  const url = written.replace(/[.,;:!?)*_~]+$/, '');
  return {
    inline: { kind: 'link', url: unescaped(url), text: unescaped(url) },
    end: at + url.length,
  };
};

/** The marks within one line. */
export const parseInline = (text: string): Inline[] => {
  const inlines: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') inlines.push({ kind: 'text', text: shownText(plain) });
    plain = '';
  };
  for (let at = 0; at < text.length;) {
    const piece = pieceAt(text, at);
    if (!piece) {
      plain += text[at];
      at += 1;
      continue;
    }
    flush();
    inlines.push(piece.inline);
    at = piece.end;
  }
  flush();
  return inlines;
};

const QUOTE = /^(?:>|&gt;)\s?/;
const ITEM = /^(\s*(?:[•◦▪*-]|\d{1,3}[.)]))\s+(?=\S)/;

const lineBlock = (line: string): Block => {
  const [whole, mark] = ITEM.exec(line) ?? [];
  return whole === undefined
    ? { kind: 'line', content: parseInline(line) }
    : { kind: 'item', mark, content: parseInline(line.slice(whole.length)) };
};

const linesOf = (text: string): Block[] => {
  const blocks: Block[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (!QUOTE.test(line)) {
      blocks.push(lineBlock(line));
      continue;
    }
    const content = parseInline(line.replace(QUOTE, ''));
    const last = blocks[blocks.length - 1];
    if (last?.kind === 'quote') last.lines.push(content);
    else blocks.push({ kind: 'quote', lines: [content] });
  }
  return blocks;
};

const FENCE = /```\n?([\s\S]+?)\n?```/g;

/** Reads a message as Slack shows it. Whatever is no mark is text; nothing is HTML. */
export const parseMrkdwn = (message: string): Block[] => {
  const blocks: Block[] = [];
  let end = 0;
  for (const found of message.matchAll(FENCE)) {
    const before = message.slice(end, found.index).replace(/\n$/, '');
    if (before !== '') blocks.push(...linesOf(before));
    blocks.push({ kind: 'code', text: unescaped(found[1]) });
    end = found.index + found[0].length;
  }
  const rest = message.slice(end).replace(end > 0 ? /^\n/ : '', '');
  return rest === '' && end > 0 ? blocks : [...blocks, ...linesOf(rest)];
};
