import type { Alert } from '../../alerts/alert';
import type { BackTestResult } from './back_test';

/** What another version of a monitor would have done otherwise over the same time. */
export interface BackTestComparison {
  both: Array<{ before: Alert; after: Alert }>;
  /** Alerts that there would be no more. */
  gone: Alert[];
  /** Alerts that there were not before. */
  added: Alert[];
  /** Not all alerts were at hand on one side: what is matched is the newest of them. */
  isCut: boolean;
}

const endOf = ({ end_time: end }: Alert, to: number): number => end ?? to;

const isAbout = (a: Alert, b: Alert): boolean =>
  (a.trigger_id === b.trigger_id || a.trigger_name === b.trigger_name) &&
  (a.group_key ?? '') === (b.group_key ?? '') &&
  (a.state === 'error') === (b.state === 'error');

/** How long two alerts were there at the same time; below zero where they were apart. Milliseconds. */
const overlap = (a: Alert, b: Alert, to: number): number =>
  Math.min(endOf(a, to), endOf(b, to)) - Math.max(a.start_time, b.start_time);

const byStart = (alerts: readonly Alert[]): Alert[] =>
  [...alerts].sort((a, b) => a.start_time - b.start_time);

/**
 * Which alerts two back-tests have in common: of the same trigger (by id, else by name) and group, there at the same
 * time. Each is matched once, with the one that it shares the most time with.
 */
export const compareBackTests = (
  before: Pick<BackTestResult, 'alerts' | 'alert_count' | 'to'>,
  after: Pick<BackTestResult, 'alerts' | 'alert_count' | 'to'>
): BackTestComparison => {
  const to = Math.max(before.to, after.to);
  const free = new Set(byStart(after.alerts));
  const both: BackTestComparison['both'] = [];
  const gone: Alert[] = [];
  for (const alert of byStart(before.alerts)) {
    let best: { alert: Alert; shared: number } | undefined;
    for (const other of free) {
      if (!isAbout(alert, other)) continue;
      const shared = overlap(alert, other, to);
      if (shared >= 0 && (!best || shared > best.shared)) best = { alert: other, shared };
    }
    if (!best) {
      gone.push(alert);
      continue;
    }
    free.delete(best.alert);
    both.push({ before: alert, after: best.alert });
  }
  const isCut =
    before.alert_count > before.alerts.length || after.alert_count > after.alerts.length;
  return { both, gone, added: [...free], isCut };
};
