import type { ComposedMessage } from '../../compose/composed';
import { cutTo } from '../cut';

/** The largest number for which it holds; it holds up to some number. -1: for none. */
const most = (highest: number, holds: (count: number) => boolean): number => {
  let [low, high] = [-1, highest];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};

const withAlerts = (composed: ComposedMessage, count: number): ComposedMessage => ({
  ...composed,
  alerts: composed.alerts.slice(0, count),
  more: composed.more + composed.alerts.length - count,
});

const withFields = (composed: ComposedMessage, count: number): ComposedMessage => ({
  ...composed,
  fields: composed.fields.slice(0, count),
});

const withText = (composed: ComposedMessage, length: number): ComposedMessage => ({
  ...composed,
  text: cutTo(composed.text, length).text,
  plain: cutTo(composed.plain, length).text,
});

/** Shorter than this a cut text would be nothing but the remark that it is cut. */
const SHORTEST_TEXT = 40;
const LONGEST_TITLE = 250;

const shortened = (
  composed: ComposedMessage,
  fits: (composed: ComposedMessage) => boolean
): ComposedMessage => {
  const { alerts, fields, text, plain } = composed;
  const listed = most(alerts.length, (count) => fits(withAlerts(composed, count)));
  if (listed >= 0) return withAlerts(composed, listed);
  const bare = withAlerts(composed, 0);
  const shown = most(fields.length, (count) => fits(withFields(bare, count)));
  if (shown >= 0) return withFields(bare, shown);
  const barest = withFields(bare, 0);
  const longest = Math.max(text.length, plain.length);
  const length = most(longest, (count) => fits(withText(barest, SHORTEST_TEXT + count)));
  return withText(barest, SHORTEST_TEXT + Math.max(length, 0));
};

/**
 * A message in the form of a receiver, made to fit: first the list of alerts gets shorter, then the fields go, then the
 * text is cut. Never the written form, so that no mark-up is cut in two.
 *
 * @param limit as it is said to people, for example `4096 characters`
 */
export const fitted = <T>(
  composed: ComposedMessage,
  write: (composed: ComposedMessage) => T,
  limit: string,
  fits: (written: T) => boolean
): { written: T; notes: string[] } => {
  const { text: title } = cutTo(composed.title, LONGEST_TITLE);
  const titled = { ...composed, title };
  const written = write(titled);
  if (fits(written)) return { written, notes: [] };
  return {
    written: write(shortened(titled, (shorter) => fits(write(shorter)))),
    notes: [`The receiver takes at most ${limit}: the message is cut.`],
  };
};
