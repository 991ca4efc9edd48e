import type { Path } from '../../../common/lifecycle/policy/policy';
import type { CompletionItem, CompletionSource } from '../../shared/code_completion';
import { jsonCursor } from './json_cursor';
import type { JsonCursor } from './json_cursor';
import { keysAt, valuesAt } from './policy_offers';
import type { KeyOffer, OfferContext } from './policy_offers';
import type { Shape } from './type_offers';

const EMPTY: Readonly<Record<Shape, string>> = { object: '{}', list: '[]', text: '""', plain: '' };

/** A request wraps the policy once, an answer twice; bare it stands at the top. */
const MOST_WRAPPERS = 2;

const wrappersOf = (path: Path): number => {
  const other = path.findIndex((part) => part !== 'policy');
  return Math.min(MOST_WRAPPERS, other < 0 ? path.length : other);
};

const WRAPPER: KeyOffer = { name: 'policy', shape: 'object' };

const offeredKeys = ({ path, keys }: JsonCursor): readonly KeyOffer[] => {
  const wrappers = wrappersOf(path);
  // Beside the wrapper stands what the cluster adds.
  if (path.length === 0 && keys.includes(WRAPPER.name)) return [];
  const offers = keysAt(path.slice(wrappers));
  const isTop =
    path.length === 0 && !keys.some((name) => offers.some((each) => each.name === name));
  return isTop ? [WRAPPER, ...offers] : offers;
};

const keyItem = ({ name, shape, detail, info }: KeyOffer, hasColon: boolean): CompletionItem => {
  const start = `${JSON.stringify(name)}: `;
  const empty = EMPTY[shape];
  const apply = hasColon ? JSON.stringify(name) : start + empty;
  return {
    ...{ label: name, typed: JSON.stringify(name), kind: 'property', apply },
    ...(detail === undefined ? {} : { detail }),
    ...(info === undefined ? {} : { info }),
    // Between the brackets or quotes.
    ...(hasColon || empty === '' ? {} : { cursor: start.length + 1 }),
  };
};

const valueItem = (json: string): CompletionItem => {
  const label = json.startsWith('"') ? String(JSON.parse(json)) : json;
  const inner = json.indexOf('{}');
  return {
    ...{ label, typed: json, kind: 'keyword', apply: json },
    ...(inner < 0 ? {} : { cursor: inner + 1 }),
  };
};

/** What may be written into a policy at a place: names and values, from the same data as the forms. */
export const completePolicy =
  (context: OfferContext): CompletionSource =>
  (text, offset, explicit) => {
    const cursor = jsonCursor(text, offset);
    if (!cursor) return null;
    const { role, path, from, to, keys, hasColon } = cursor;
    // Unasked only where something is being written.
    if (!explicit && from === offset) return null;
    const items =
      role === 'key'
        ? offeredKeys(cursor)
            .filter(({ name }) => !keys.includes(name))
            .map((offer) => keyItem(offer, hasColon))
        : valuesAt(path.slice(wrappersOf(path)), context).map(valueItem);
    return items.length === 0 ? null : { from, to, items };
  };
