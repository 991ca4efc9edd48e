import type { IndexFacts } from '../decide/facts';
import type { Cursor } from '../decide/cursor';
import type { ConditionCheck, TransitionCheck } from '../decide/check_conditions';

/** How an index grows while it is written to. */
export interface Growth {
  docs_per_day: number;
  bytes_per_day: number;
  /** How much faster or slower it may be, as a part of it: 0.2 is a fifth. */
  spread: number;
}

export interface SimulatedIndex {
  facts: IndexFacts;
  /** Where it stands; absent: it has only just been attached. */
  cursor?: Cursor;
  /** Absent: nobody knows. */
  growth?: Growth;
  /** Whether documents still go into it. */
  written: boolean;
  /** Until when they do, epoch milliseconds; absent: until something stops it. */
  written_until?: number;
}

/** How long an engine takes for one step, in milliseconds. */
export interface Ticks {
  shortest: number;
  usual: number;
  longest: number;
}

/** Index State Management: a step every 5 minutes, and up to 60 percent more. */
export const NATIVE_TICKS: Ticks = { shortest: 300_000, usual: 390_000, longest: 480_000 };

/** One that is asked every so many minutes (`job_interval`), with the same jitter. */
export const ticksEvery = (minutes: number): Ticks => ({
  shortest: minutes * 60_000,
  usual: minutes * 78_000,
  longest: minutes * 96_000,
});

/** Between the earliest and the latest instant that it may happen at, epoch milliseconds. */
export interface When {
  earliest: number;
  expected: number;
  latest: number;
}

export type EventKind =
  /** The policy takes the index in. */
  | 'initialized'
  /** An action was carried out. */
  | 'action'
  | 'transition'
  | 'deleted'
  /** The policy has done its work. */
  | 'completed'
  /** It stops, and somebody has to mend it. */
  | 'failed'
  /** It waits for something whose time nobody can tell. */
  | 'waiting'
  /** The same states over and over. */
  | 'cycle';

/** One thing that will happen to an index. */
export interface TimelineEvent {
  kind: EventKind;
  state: string;
  /** The type of the action, of `action`, `deleted` and `failed`. */
  action?: string;
  /** Where a transition leads. */
  to?: string;
  /** Why it fails or waits. */
  reason?: string;
  /** What a transition waited for; absent: nothing. */
  because?: ConditionCheck;
  /** What the transitions wait for. */
  checks?: readonly TransitionCheck[];
}

export interface TimedEvent extends TimelineEvent {
  when: When;
  /** `exact`: by time alone. `estimated`: by how the index has grown so far. */
  certainty: 'exact' | 'estimated';
}

export interface Timeline {
  events: TimedEvent[];
  /** How it ends within the horizon. */
  end: 'deleted' | 'completed' | 'failed' | 'waiting' | 'cycle' | 'beyond';
}
