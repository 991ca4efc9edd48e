import type { Action } from './action';
import type { ActionResult } from './run';

export type ActionOutcome = Pick<ActionResult, 'outcome' | 'reason' | 'message_id'>;

/** What became of one action in a run: ten thousand alerts with the same outcome are one line with a count. */
export class ActionTally {
  private readonly lines = new Map<string, ActionResult>();

  constructor(private readonly action: Pick<Action, 'id' | 'name' | 'destination_id'>) {}

  add(result: ActionOutcome): void {
    const key = result.outcome === 'error' ? `error ${result.reason}` : result.outcome;
    const line = this.lines.get(key);
    const { id, name, destination_id: destinationId } = this.action;
    this.lines.set(
      key,
      line
        ? { ...line, count: (line.count ?? 1) + 1 }
        : { id, name, destination_id: destinationId, ...result }
    );
  }

  get results(): ActionResult[] {
    return [...this.lines.values()];
  }
}
