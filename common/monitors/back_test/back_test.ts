import type { Alert, AlertState } from '../../alerts/alert';
import type { RunProblem } from '../run';

/** One window of one trigger. Instants are epoch milliseconds. */
export interface BackTestPoint {
  /** The end of the window. */
  end: number;
  /** The number that the condition looked at; of several groups the worst. */
  measure?: number;
  triggered: boolean;
  /** How many groups were triggered, where there are groups. */
  groups?: number;
  problem?: RunProblem;
}

/**
 * For how long a trigger, or a group of it, was in a state. A run's verdict stands for the window that it looked at, so
 * that the intervals cover the time without holes.
 */
export interface StateInterval {
  from: number;
  to: number;
  state: AlertState | 'ok' | 'unknown';
}

export interface BackTestTimeline {
  /** Absent where the trigger judges one thing only. */
  group_key?: string;
  /** The group's values in words. */
  label?: string;
  intervals: StateInterval[];
}

export interface BackTestTrigger {
  id: string;
  name: string;
  /** Which way the measure gets worse; `higher` where nothing is said. */
  worse?: 'lower';
  /** Thinned out where there are more windows than a chart can show: the worst of each stretch stays. */
  points: BackTestPoint[];
  timelines: BackTestTimeline[];
  /** Times that it would have fired: alerts that became active, or that told of missing data. */
  fired: number;
  /** Messages that its actions would have sent, and held back. */
  messages: { sent: number; held_back: number };
}

/** What a monitor would have done, by the same evaluator and the same state machine as its runs. */
export interface BackTestResult {
  /** The start of the first window, and the end of the last that was judged. */
  from: number;
  to: number;
  /** Windows that were judged, and that could not be. */
  windows: { judged: number; failed: number };
  /** How the answers were come by: from a few date histograms, or by a search a window; with the reason. */
  method:
    { kind: 'histogram'; searches: number } | { kind: 'windows'; searches: number; reason: string };
  triggers: BackTestTrigger[];
  /** Every alert, newest first, up to a limit; and how many there were. */
  alerts: Alert[];
  alert_count: number;
  /** What the cluster took, milliseconds. */
  took: number;
  /** What the result leaves out, in words. */
  notes: string[];
}

/** A back-test that goes on in the background. */
export interface BackTest {
  id: string;
  status: 'running' | 'done' | 'stopped' | 'failed';
  /** Between 0 and 1. */
  progress: number;
  /** Of what is done so far. */
  result?: BackTestResult;
  error?: string;
}
