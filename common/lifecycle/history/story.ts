import type { AuditEntry } from '../../audit/entry';
import type { HistoryStep } from './read_history';

/** What happened to an index: by the engine, or by somebody. */
export type StoryEvent =
  { kind: 'step'; at: number; step: HistoryStep } | { kind: 'act'; at: number; act: AuditEntry };

/** Both together, newest first. */
export const storyOf = (steps: readonly HistoryStep[], acts: readonly AuditEntry[]): StoryEvent[] =>
  [
    ...steps.map((step): StoryEvent => ({ kind: 'step', at: step.at, step })),
    ...acts.map((act): StoryEvent => ({ kind: 'act', at: act.at, act })),
  ].sort((a, b) => b.at - a.at);

/** A stay in a state. */
export interface Visit {
  state: string;
  from: number;
  /** Absent: it is there still, as far as is known. */
  until?: number;
}

/**
 * The states that an index went through, oldest first, as far back as the steps reach.
 *
 * @param steps newest first
 */
export const visitsOf = (steps: readonly HistoryStep[]): Visit[] => {
  const visits: Visit[] = [];
  for (const { state, state_since: since } of [...steps].reverse()) {
    if (state === undefined || since === undefined) continue;
    const last = visits[visits.length - 1];
    if (last && last.state === state && last.from === since) continue;
    if (last && since < last.from) continue;
    if (last) last.until = since;
    visits.push({ state, from: since });
  }
  return visits;
};
