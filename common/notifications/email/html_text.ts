import { escapeHtml } from '../escape_html';

const LINK = /https?:\/\/[^\s<>"'`]+/gi;
/** They end a sentence more often than an address. */
const TRAILING = /[.,;:!?)\]}]+$/;

const linked = (written: string, style: string): string => {
  const tail = TRAILING.exec(written)?.[0] ?? '';
  const url = escapeHtml(written.slice(0, written.length - tail.length));
  return `<a href="${url}" style="${style}">${url}</a>${escapeHtml(tail)}`;
};

/** Mail programs drop blanks, and some of them know no other way to keep them. */
const withBlanks = (html: string): string =>
  html
    .replace(/\r\n?/g, '\n')
    .replace(
      /(^|\n)( +)/g,
      (_all, start: string, blanks: string) => start + blanks.replace(/ /g, '&nbsp;')
    )
    .replace(/\n/g, '<br>\n');

/** A plain text of several lines as HTML, its addresses as links. */
export const htmlOfText = (text: string, linkStyle: string): string => {
  let html = '';
  let end = 0;
  for (const found of text.matchAll(LINK)) {
    html += withBlanks(escapeHtml(text.slice(end, found.index))) + linked(found[0], linkStyle);
    end = found.index + found[0].length;
  }
  return html + withBlanks(escapeHtml(text.slice(end)));
};

/** Whether it leads to a page or a mailbox, and not for example to a script. */
export const isSafeUrl = (url: string): boolean => /^(?:https?:\/\/|mailto:)/i.test(url.trim());

/** For an attribute; undefined where nobody should be led there. */
export const safeUrl = (url: string): string | undefined =>
  isSafeUrl(url) ? escapeHtml(url.trim()) : undefined;
