import { invalidInput } from '../../errors';
import type { FieldProblem } from '../../errors';
import { isRecord } from '../../json/record';

type Values = Readonly<Record<string, unknown>>;

/** What is stored, as far as it can be used. */
export interface StoredSecrets {
  origin: string;
  /** Absent: they are gone, or cannot be opened. */
  secrets?: Values;
}

/**
 * The secrets after an update: new ones over the stored ones. Absent keeps what is stored and null removes it; within a
 * record of secrets null keeps, and what is not named is dropped.
 *
 * @throws WatchkeeperError `invalid_input` at a kept one of which nothing is stored
 */
export const mergeSecrets = (given: Values, stored: StoredSecrets | undefined): Values => {
  const old = stored?.secrets ?? {};
  const problems: FieldProblem[] = [];
  const merged: Record<string, unknown> = { ...old };
  for (const [name, value] of Object.entries(given)) {
    if (value === null) delete merged[name];
    else if (isRecord(value)) merged[name] = mergeRecord(name, value, old[name], problems);
    else if (value !== undefined) merged[name] = value;
  }
  if (problems.length > 0) throw invalidInput(problems);
  return merged;
};

const mergeRecord = (
  name: string,
  given: Values,
  stored: unknown,
  problems: FieldProblem[]
): Values => {
  const old = isRecord(stored) ? stored : {};
  const merged: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const kept = value ?? old[key];
    if (kept === undefined) {
      const field = `secrets.${name}.${key}`;
      problems.push({ field, message: 'No value is stored for this header: give it.' });
    } else merged[key] = kept;
  }
  return merged;
};

const keptOfRecord = (name: string, given: unknown, old: Values): string[] =>
  given === undefined
    ? Object.keys(old).map((key) => `secrets.${name}.${key}`)
    : Object.entries(given as Values)
        .filter(([, value]) => value === null)
        .map(([key]) => `secrets.${name}.${key}`);

/** The fields whose stored values an update keeps. */
const keptFields = (given: Values, old: Values): string[] =>
  Object.entries(old).flatMap(([name, value]) => {
    if (isRecord(value)) return keptOfRecord(name, given[name], value);
    return given[name] === undefined ? [`secrets.${name}`] : [];
  });

/**
 * A stored secret never follows to another origin.
 *
 * @throws WatchkeeperError `invalid_input` at each that has to be given again
 */
export const demandSameOrigin = (given: Values, stored: StoredSecrets, origin: string): void => {
  if (origin === stored.origin) return;
  const kept = keptFields(given, stored.secrets ?? {});
  if (kept.length === 0) return;
  const message = `The stored value was given for ${stored.origin} and does not follow to ${origin}: give it again.`;
  throw invalidInput(kept.map((field) => ({ field, message })));
};
