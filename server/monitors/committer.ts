import { randomUUID } from 'crypto';
import { WatchkeeperError, messageOf } from '../../common/errors';
import type { Delta, MonitorState } from '../../common/monitors/state';
import type { Clock } from '../clock';
import type { Cluster, DocVersion } from '../cluster/types';
import type { Claim, EnteredMessage } from '../notifications/types';
import { moveLargeDelta, readPending } from './chunks';
import { project } from './projection';
import type { HeldState, StateStore } from './state_store';

export interface Change {
  next: MonitorState;
  /** Absent where only the state moves on. */
  delta?: Delta;
  known?: DocVersion;
}

export interface CommitterListener {
  /** Messages that are about to enter the outbox, as they shall. */
  claim: Claim;
  /** They are there now. */
  offer(entered: EnteredMessage[]): void;
  /** The cluster will never take something that this monitor wanted to write: its alert or message is lost. */
  refused(monitorId: string, reason: string): void;
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
    private readonly listener: CommitterListener
  ) {}

  /** Commits by compare-and-swap, without projecting; one result a change, in order. */
  async commit(changes: Change[]): Promise<Committed[]> {
    if (changes.length === 0) return [];
    const moved = await Promise.all(changes.map((change) => this.moved(change)));
    const sendable = changes.flatMap(({ known }, i) => {
      const outcome = moved[i];
      if (outcome.kind === 'failed') return [];
      return [{ next: outcome.next, ...(known ? { known } : {}) }];
    });
    const results = sendable.length > 0 ? await this.states.commit(sendable) : [];
    let sent = 0;
    return moved.map((outcome): Committed => {
      if (outcome.kind === 'failed') return outcome;
      const result = results[sent++];
      return result.kind === 'ok'
        ? { kind: 'ok', held: { state: outcome.next, version: result.version } }
        : result;
    });
  }

  /**
   * Projects commits and hands new messages to the delivery.
   *
   * @returns those that must be projected again, with the reason
   */
  async project(
    deltas: Delta[],
    options: { refresh?: boolean } = {}
  ): Promise<ReadonlyMap<Delta, string>> {
    const oldest = this.clock.now() - this.messageRetentionMs;
    const live = new Map(
      deltas.map((delta) => [delta.at > oldest ? delta : { ...delta, messages: [] }, delta])
    );
    const { messages, waiting, refused } = await project(this.cluster, [...live.keys()], {
      ...options,
      claim: (fresh) => this.listener.claim(fresh),
    });
    if (messages.length > 0) this.listener.offer(messages);
    for (const { monitorId, reason } of refused) this.listener.refused(monitorId, reason);
    return new Map([...waiting].map(([delta, reason]) => [live.get(delta) ?? delta, reason]));
  }

  /**
   * Projects what the commits of these states left pending: after a crash, and before somebody else commits.
   *
   * @returns the ids of the monitors for which it must be tried again, with the reason
   */
  async projectPending(states: MonitorState[]): Promise<ReadonlyMap<string, string>> {
    const failed = new Map<string, string>();
    const owners = new Map<Delta, string>();
    await Promise.all(
      states.map(async (state) => {
        try {
          const delta = await readPending(this.cluster, state);
          if (delta) owners.set(delta, state.monitor_id);
        } catch (error) {
          failed.set(state.monitor_id, messageOf(error));
        }
      })
    );
    for (const [delta, reason] of await this.project([...owners.keys()])) {
      failed.set(owners.get(delta) ?? '', reason);
    }
    return failed;
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
      const held = await this.states.get(monitorId, this.clock.now());
      demandDone(await this.projectPending([held.state]), monitorId);
      const decision = decide(held.state);
      const { next, delta } = decision;
      if (!next || !delta) return { ...decision, held };
      const change = { next, delta, ...(held.version ? { known: held.version } : {}) };
      const [committed] = await this.commit([change]);
      if (committed.kind === 'failed') {
        throw new WatchkeeperError('cluster_refused', committed.reason, { monitor_id: monitorId });
      }
      if (committed.kind === 'ok') {
        demandDone(await this.project([delta], { refresh: true }), monitorId);
        return { ...decision, held: committed.held };
      }
    }
  }

  private async moved({
    next,
    delta,
  }: Change): Promise<{ kind: 'moved'; next: MonitorState } | { kind: 'failed'; reason: string }> {
    if (!delta) return { kind: 'moved', next };
    try {
      return { kind: 'moved', next: await moveLargeDelta(this.cluster, next, delta, randomUUID()) };
    } catch (error) {
      return { kind: 'failed', reason: messageOf(error) };
    }
  }
}

/** For a person who waits: what is committed and not yet projected will be, but cannot be shown. */
const demandDone = (failed: ReadonlyMap<unknown, string>, monitorId: string): void => {
  for (const reason of failed.values()) {
    throw new WatchkeeperError('cluster_refused', reason, { monitor_id: monitorId });
  }
};
