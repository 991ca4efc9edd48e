/**
 * The pseudo-locale, by the name that Dashboards gives it: default texts with accents on every letter, so that a text
 * of a page that is not translated stands out.
 */
import { IntlMessageFormat } from 'intl-messageformat';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'àƀçðéƒĝĥîĵķļɱñôþǫŕšţûṽŵẋýžÀƁÇÐÉƑĜĤÎĴĶĻṀÑÔÞǪŔŠŢÛṼŴẊÝŽ';

/** Literal text, in the parser's numbering. */
const LITERAL = 0;

export const isPseudoLocale = (locale: string): boolean => locale.toLowerCase() === 'en-xa';

export const accent = (text: string): string =>
  text.replace(/[A-Za-z]/g, (letter) => ACCENTED[PLAIN.indexOf(letter)]);

function accentLiterals(nodes: Ast): void {
  for (const node of nodes) {
    if (node.type === LITERAL) node.value = accent(node.value);
    if ('options' in node) {
      Object.values(node.options).forEach((option) => accentLiterals(option.value));
    }
  }
}

/**
 * A message with its own words accented. Its values stay as they are: Dashboards accents them too, and with that hides
 * the untranslated ones among them.
 */
export function pseudoMessage(message: string): Ast {
  const ast = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
  accentLiterals(ast);
  return ast;
}
