import { randomUUID } from 'crypto';
import { WatchkeeperError } from '../../common/errors';
import type { Delta, MonitorState } from '../../common/monitors/state';
import type { Message } from '../../common/notifications/message';
import type { Clock } from '../clock';
import type { Cluster, DocVersion } from '../cluster/types';
import { moveLargeDelta, readPending } from './chunks';
import { project } from './projection';
import type { HeldState, StateStore } from './state_store';

export interface Change {
  next: MonitorState;
  delta: Delta;
  known?: DocVersion;
}

export type Committed =
  | { kind: 'ok'; held: HeldState }
  /** Somebody else was faster. */
  | { kind: 'conflict' }
  | { kind: 'failed'; reason: string };

/** Write once, then project (design, rule 3): the story of every change to a monitor's state. */
export class Committer {
  constructor(
    private readonly cluster: Cluster,
    private readonly states: StateStore,
    private readonly clock: Clock,
    /** Messages are dropped after so long, and must not come back when an old commit is projected again. */
    private readonly messageRetentionMs: number,
    private readonly offer: (messages: Message[]) => void
  ) {}

  /** Commits by compare-and-swap, without projecting; one result a change, in order. */
  async commit(changes: Change[]): Promise<Committed[]> {
    if (changes.length === 0) return [];
    const moved = await Promise.all(
      changes.map(({ next, delta }) => moveLargeDelta(this.cluster, next, delta, randomUUID()))
    );
    const results = await this.states.commit(
      changes.map(({ known }, i) => ({ next: moved[i], ...(known ? { known } : {}) }))
    );
    return results.map((result, i): Committed =>
      result.kind === 'ok'
        ? { kind: 'ok', held: { state: moved[i], version: result.version } }
        : result
    );
  }

  /** Projects commits and hands new messages to the delivery. */
  async project(deltas: Delta[], options: { refresh?: boolean } = {}): Promise<void> {
    const oldest = this.clock.now() - this.messageRetentionMs;
    const live = deltas.map((delta) => (delta.at > oldest ? delta : { ...delta, messages: [] }));
    const messages = await project(this.cluster, live, options);
    if (messages.length > 0) this.offer(messages);
  }

  /** Projects what the commits of these states left pending: after a crash, and before somebody else commits. */
  async projectPending(states: MonitorState[]): Promise<void> {
    const deltas = await Promise.all(states.map((state) => readPending(this.cluster, state)));
    await this.project(deltas.filter((delta): delta is Delta => delta !== undefined));
  }

  /**
   * Changes one state on behalf of a person: reads, projects what is pending, decides, commits, projects; again when
   * somebody else was faster.
   */
  async change<R extends { next?: MonitorState; delta?: Delta }>(
    monitorId: string,
    decide: (state: MonitorState) => R
  ): Promise<R & { held: HeldState }> {
    for (;;) {
      const held = await this.states.get(monitorId);
      await this.projectPending([held.state]);
      const decision = decide(held.state);
      const { next, delta } = decision;
      if (!next || !delta) return { ...decision, held };
      const change = { next, delta, ...(held.version ? { known: held.version } : {}) };
      const [committed] = await this.commit([change]);
      if (committed.kind === 'failed') {
        throw new WatchkeeperError('cluster_refused', committed.reason, { monitor_id: monitorId });
      }
      if (committed.kind === 'ok') {
        await this.project([delta], { refresh: true });
        return { ...decision, held: committed.held };
      }
    }
  }
}
