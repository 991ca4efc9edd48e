import type { Alert } from '../alerts/alert';
import type { Signal } from '../alerts/machine';
import { labelsOf } from './labels';
import type { Window } from './run';
import type { StepInput } from './step_input';
import { subjectOf } from './step_message';
import type { Trigger } from './trigger';
import type { GroupVerdict, Judged } from './verdict';

/** What one run has seen of a group, as its alert keeps it. */

/** Whether a number is worse than the worst so far. */
export const isWorse = (before: number | undefined, { measure, worse }: GroupVerdict): boolean => {
  if (measure === undefined) return false;
  if (before === undefined) return true;
  return worse === 'lower' ? measure < before : measure > before;
};

const numbersOf = (before: number | undefined, verdict: GroupVerdict): Partial<Alert> => {
  const { value, measure } = verdict;
  return {
    ...(value === undefined ? {} : { value }),
    ...(measure === undefined ? {} : { measure }),
    ...(isWorse(before, verdict) ? { peak: measure } : {}),
  };
};

/** An alert that opens, but for its state. */
export const openingOf = (
  input: StepInput,
  trigger: Trigger,
  { lasting }: Judged,
  verdict: GroupVerdict
): Omit<Alert, 'id' | 'rev' | 'start_time' | 'state'> => {
  const { key, content, group } = verdict;
  const { end } = input.window;
  return {
    ...subjectOf(input, trigger),
    ...(key === '' ? {} : { group_key: key }),
    ...(group && group.length > 0 ? { group } : {}),
    ...(lasting ? { lasting } : {}),
    ...(content?.kind === 'documents'
      ? { finding_ids: content.finding_ids, related_doc_ids: content.related_doc_ids }
      : {}),
    ...labelsOf(input, trigger, verdict),
    first_seen: end,
    last_seen: end,
    ...numbersOf(undefined, verdict),
  };
};

/**
 * What changes of an open alert. Runs that confirm it are not written down: when the condition ends, the window that is
 * evaluated begins where the last one that confirmed it ended.
 */
export const sightingOf = (
  alert: Alert,
  verdict: GroupVerdict,
  signal: Signal,
  flapping: boolean,
  { start, end }: Window
): Partial<Alert> => {
  const flaps = flapping === (alert.flapping ?? false) ? {} : { flapping };
  if (signal === 'true') {
    return {
      last_seen: end,
      ...numbersOf(alert.peak, verdict),
      ...(alert.false_since === undefined ? {} : { false_since: undefined }),
      ...flaps,
    };
  }
  if (alert.false_since !== undefined) return flaps;
  return { last_seen: Math.max(alert.last_seen, start), false_since: end, ...flaps };
};
