import type { ComposedAlert, ComposedMessage, Field, Link } from '../compose/composed';
import { escapeHtml } from '../escape_html';
import { htmlOfText, safeUrl } from './html_text';
import { DARK_STYLES, FONT, LINK, textOn } from './html_styles';

/** Tables and inline styles: what every mail program understands. Texts are escaped here and nowhere else. */

const cell = (style: string, content: string, name = ''): string =>
  `<td${name === '' ? '' : ` class="${name}"`} style="${FONT}${style}">${content}</td>`;

const badge = (text: string, color: string): string =>
  `<span style="display:inline-block;padding:2px 8px;border-radius:3px;background-color:${color};color:${textOn(color)};font-size:12px;font-weight:bold;">${escapeHtml(text)}</span>`;

const table = (rows: string, style = ''): string =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;${style}">${rows}</table>`;

const row = (content: string): string => `<tr>${content}</tr>\n`;

const fieldRow = ({ name, value }: Field): string =>
  row(
    cell(
      'padding:4px 16px 4px 0;color:#5a606b;font-size:13px;vertical-align:top;width:30%;',
      escapeHtml(name),
      'wk-quiet'
    ) +
      cell(
        'padding:4px 0;color:#1a1c21;font-size:13px;vertical-align:top;word-break:break-word;',
        htmlOfText(value, LINK),
        'wk-text'
      )
  );

const alertTitle = ({ title, url }: ComposedAlert): string => {
  const href = url === undefined ? undefined : safeUrl(url);
  return href === undefined
    ? escapeHtml(title)
    : `<a class="wk-link" href="${href}" style="${LINK}">${escapeHtml(title)}</a>`;
};

const alertRow = (alert: ComposedAlert): string =>
  row(
    `<td style="width:4px;background-color:${alert.color};font-size:0;">&nbsp;</td>` +
      cell(
        'padding:6px 0 6px 10px;color:#1a1c21;font-size:13px;word-break:break-word;',
        `<strong>${alertTitle(alert)}</strong> ${escapeHtml(alert.statusText)}<br><span class="wk-quiet" style="color:#5a606b;">${escapeHtml(alert.text)}</span>`,
        'wk-text'
      )
  ) + row(`<td colspan="2" style="height:6px;font-size:0;line-height:6px;">&nbsp;</td>`);

const moreRow = (more: number): string =>
  more === 0
    ? ''
    : row(cell('padding:4px 0;color:#5a606b;font-size:13px;', `and ${more} more`, 'wk-quiet'));

const button = ({ text, url }: Link): string => {
  const href = safeUrl(url);
  if (href === undefined) return '';
  return `<a class="wk-button" href="${href}" style="${FONT}display:inline-block;margin:0 8px 8px 0;padding:8px 14px;border-radius:4px;border:1px solid #006bb4;color:#006bb4;font-size:13px;font-weight:bold;text-decoration:none;">${escapeHtml(text)}</a>`;
};

const section = (content: string): string =>
  content === '' ? '' : row(`<td style="padding:0 20px 16px 20px;">${content}</td>`);

const body = ({ title, statusText, color, text, fields, alerts, more, links }: ComposedMessage) => {
  const heading = `<h1 class="wk-text" style="${FONT}margin:8px 0 0 0;font-size:18px;line-height:24px;color:#1a1c21;word-break:break-word;">${escapeHtml(title)}</h1>`;
  const said =
    text.trim() === ''
      ? ''
      : table(
          row(
            cell(
              'color:#1a1c21;font-size:14px;line-height:21px;word-break:break-word;',
              htmlOfText(text, LINK),
              'wk-text'
            )
          )
        );
  return [
    row(
      `<td style="height:6px;background-color:${color};font-size:0;line-height:6px;border-radius:5px 5px 0 0;">&nbsp;</td>`
    ),
    row(`<td style="padding:16px 20px 12px 20px;">${badge(statusText, color)}${heading}</td>`),
    section(said),
    section(alerts.length === 0 ? '' : table(alerts.map(alertRow).join('') + moreRow(more))),
    section(fields.length === 0 ? '' : table(fields.map(fieldRow).join(''))),
    section(links.map(button).join('')),
  ].join('');
};

/**
 * A message as HTML of its own, for readers in light and in dark. Nothing in it is loaded from elsewhere.
 *
 * @param footer why one gets it, in a line
 */
export const defaultHtml = (composed: ComposedMessage, footer: string): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(composed.title)}</title>
<style>${DARK_STYLES}</style>
</head>
<body class="wk-page" style="margin:0;padding:0;background-color:#f3f5f8;">
<table role="presentation" class="wk-page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f3f5f8;">
<tr><td align="center" style="padding:16px 8px;">
<table role="presentation" class="wk-card" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:640px;background-color:#ffffff;border:1px solid #d3dae6;border-radius:6px;text-align:left;">
${body(composed)}</table>
<p class="wk-quiet" style="${FONT}margin:12px 0 0 0;font-size:12px;color:#5a606b;">${escapeHtml(footer)}</p>
</td></tr>
</table>
</body>
</html>
`;
