import type { ComposedAlert, ComposedMessage, Field, Link } from '../../compose/composed';
import { isWebUrl } from './markup';
import type { Markup } from './markup';

/** The parts of a message in the mark-up of a receiver. */

/** In one line: of a value with several, each would begin anew. */
const inOneLine = (text: string): string => text.trim().replace(/\s*[\r\n]+\s*/g, ' ');

/** What the author wrote stands as it is: its mark-up is theirs. */
export const writeText = ({ text, ownText }: ComposedMessage, markup: Markup): string =>
  ownText ? text : markup.plain(text).split('\n').join(markup.newline);

export const writeTitle = ({ title, links }: ComposedMessage, markup: Markup): string => {
  const [first] = links.filter(({ url }) => isWebUrl(url));
  const written = markup.plain(title);
  return first ? markup.link(written, first.url) : written;
};

const alertLine = (
  { symbol, statusText, title, text, url }: ComposedAlert,
  markup: Markup
): string => {
  const written = markup.plain(inOneLine(title));
  const named = url !== undefined && isWebUrl(url) ? markup.link(written, url) : written;
  const status = title === statusText ? '' : `${statusText}: `;
  return `${symbol} ${status}${named}${text === '' ? '' : ` (${markup.plain(inOneLine(text))})`}`;
};

/** One line for each alert that is listed, and how many are not. */
export const writeAlerts = ({ alerts, more }: ComposedMessage, markup: Markup): string[] => [
  ...alerts.map((alert) => alertLine(alert, markup)),
  ...(more > 0 ? [`and ${more} more`] : []),
];

const fieldLine = ({ name, value }: Field, { bold, plain }: Markup): string =>
  `${bold(`${plain(inOneLine(name))}:`)} ${plain(inOneLine(value))}`;

export const writeFields = ({ fields }: ComposedMessage, markup: Markup): string[] =>
  fields.map((field) => fieldLine(field, markup));

/** Those that lead somewhere. */
export const webLinks = ({ links }: ComposedMessage): Link[] =>
  links.filter(({ url }) => isWebUrl(url));

const otherLinks = ({ links }: ComposedMessage, { plain }: Markup): string[] =>
  links.filter(({ url }) => !isWebUrl(url)).map(({ text, url }) => plain(`${text}: ${url}`));

const writeLinks = (composed: ComposedMessage, markup: Markup): string[] => [
  ...otherLinks(composed, markup),
  webLinks(composed)
    .map(({ text, url }) => markup.link(markup.plain(text), url))
    .join(' · '),
];

export const joinLines = (lines: readonly string[], { newline }: Markup): string =>
  lines.filter((line) => line !== '').join(newline);

/** Text and list, without what a card shows in places of its own. */
export const writeCardText = (composed: ComposedMessage, markup: Markup): string =>
  joinLines(
    [
      writeText(composed, markup),
      ...writeAlerts(composed, markup),
      ...otherLinks(composed, markup),
    ],
    markup
  );

/** Everything but the title. */
export const writeAll = (composed: ComposedMessage, markup: Markup): string =>
  joinLines(
    [
      writeText(composed, markup),
      ...writeAlerts(composed, markup),
      ...writeFields(composed, markup),
      ...writeLinks(composed, markup),
    ],
    markup
  );

/** Title and all else as plain text, for receivers without mark-up. */
export const writePlain = ({ title, plain, symbol }: ComposedMessage): string =>
  [`${symbol} ${title}`, plain].filter((part) => part.trim() !== '').join('\n\n');
