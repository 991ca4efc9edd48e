/** Names as the cluster resolves them for a caller. */
export interface IndexNames {
  indices: string[];
  aliases: string[];
  data_streams: string[];
}

/** What belongs together under one name or pattern. */
export interface IndexFamily {
  /** What a monitor is given as its index: `logs-app-*`, or a name. */
  pattern: string;
  /** How many indices stand behind it; of an alias or a data stream 1. */
  count: number;
  /** The newest by the date in its name, else the last by name. */
  newest: string;
}

const YEAR = '(?:19|20)\\d{2}';
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';

/** `2026.11.21`, `2026-11`, `2026.11.21.08`, `20261121`, `2026.w47`, at the end of a word. */
const DATED = new RegExp(
  `^(.*?\\D|)(${YEAR}([.\\-_])${MONTH}(?:\\3${DAY}(?:\\3\\d{2})?)?|${YEAR}${MONTH}${DAY}|${YEAR}[.\\-_][wW]?\\d{2})(?!\\d)(.*)$`
);

/** What a rollover counts up. */
const NUMBERED = /^(.*[-_.])\d{6}$/;

/** The pattern that an index belongs to by its name; undefined where the name says nothing of others. */
export const patternOf = (index: string): string | undefined => {
  const dated = DATED.exec(index);
  if (dated) {
    const [, before, , , after] = dated;
    const rest = after.replace(/[-_.]\d{6}$/, '');
    return before === '' && rest === '' ? undefined : `${before}*${rest}`;
  }
  const numbered = NUMBERED.exec(index);
  return numbered ? `${numbered[1]}*` : undefined;
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Groups indices by what is the same in their names: `logs-app-*` from `logs-app-2026.11.21`. Aliases and data streams
 * are families of their own. Those whose newest index is newer come first, then by name.
 */
export const indexFamilies = ({ indices, aliases, data_streams }: IndexNames): IndexFamily[] => {
  const grouped = new Map<string, string[]>();
  for (const index of indices) {
    if (index.startsWith('.')) continue;
    const pattern = patternOf(index) ?? index;
    grouped.set(pattern, [...(grouped.get(pattern) ?? []), index]);
  }
  const families = [...grouped].map(([pattern, members]): IndexFamily => {
    const newest = [...members].sort(byText)[members.length - 1];
    return { pattern, count: members.length, newest };
  });
  const named = [...data_streams, ...aliases]
    .filter((name) => !name.startsWith('.') && !grouped.has(name))
    .map((name): IndexFamily => ({ pattern: name, count: 1, newest: name }));
  return [...families, ...named].sort((a, b) => byText(a.pattern, b.pattern));
};

const LOOKS_LIKE_LOGS = /log|filebeat|fluent|vector|syslog|journal|event/i;

/** How well a family suits a question about logs; the highest is suggested. */
const suits = ({ pattern, count }: IndexFamily): number =>
  (LOOKS_LIKE_LOGS.test(pattern) ? 4 : 0) + (pattern.includes('*') ? 2 : 0) + (count > 1 ? 1 : 0);

/** The date in a name, so that the newest of several is found. */
const dateIn = (name: string): string => (DATED.exec(name)?.[2] ?? '').replace(/\D/g, '');

/** The day in the name of an index, as `2026-11-21`; undefined where it has none, or only a month or a week. */
export const dayOf = (name: string): string | undefined => {
  const digits = dateIn(name);
  return digits.length < 8
    ? undefined
    : `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
};

/** The families, the one to suggest for logs first. */
export const suggestedFamilies = (families: readonly IndexFamily[]): IndexFamily[] =>
  [...families].sort(
    (a, b) =>
      suits(b) - suits(a) ||
      byText(dateIn(b.newest), dateIn(a.newest)) ||
      byText(a.pattern, b.pattern)
  );
