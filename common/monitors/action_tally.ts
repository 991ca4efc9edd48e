import type { Action } from './action';
import type { ActionResult } from './run';

export type ActionOutcome = Pick<ActionResult, 'outcome' | 'reason' | 'message_id'>;

/** A run's row is kept for days: of ten thousand alerts, each with an error of its own, some are enough. */
const MOST_LINES = 10;

/** What became of one action in a run: ten thousand alerts with the same outcome are one line with a count. */
export class ActionTally {
  private readonly lines = new Map<string, ActionResult>();

  constructor(private readonly action: Pick<Action, 'id' | 'name' | 'destination_id'>) {}

  /** @param kind tells outcomes apart whose reasons differ in details only */
  add(result: ActionOutcome, kind?: string): void {
    const key = this.keyOf(result, kind);
    const line = this.lines.get(key);
    if (line) {
      line.count = (line.count ?? 1) + 1;
      return;
    }
    const { id, name, destination_id: destinationId } = this.action;
    this.lines.set(key, { id, name, destination_id: destinationId, ...result });
  }

  get results(): ActionResult[] {
    return [...this.lines.values()];
  }

  private keyOf({ outcome, reason }: ActionOutcome, kind = reason): string {
    const key = outcome === 'queued' ? outcome : `${outcome} ${kind}`;
    if (this.lines.has(key) || this.lines.size < MOST_LINES) return key;
    const alike = [...this.lines].find(([, line]) => line.outcome === outcome);
    return alike ? alike[0] : key;
  }
}
