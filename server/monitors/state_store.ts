import { WatchkeeperError } from '../../common/errors';
import { partitionOf } from '../../common/hash';
import { emptyState } from '../../common/monitors/state';
import type { MonitorState } from '../../common/monitors/state';
import { bulk } from '../cluster/bulk';
import type { BulkOperation, BulkResult } from '../cluster/bulk';
import { aliasOf, indexFor } from '../cluster/own_indices';
import type { Cluster, DocVersion } from '../cluster/types';
import { readStoredState } from './stored_state';

/** A state and where it stands; without `version` it has never been committed. */
export interface HeldState {
  state: MonitorState;
  version?: DocVersion;
}

/**
 * The state of a monitor that has none. Its revisions begin at the present instant and not at 0: a monitor that was
 * deleted and came back under its id (an import, say) must not repeat the ids of its former life, of which alerts and
 * messages are still there.
 *
 * @param now epoch milliseconds
 */
export const freshState = (monitorId: string, now: number): HeldState => ({
  state: { ...emptyState(monitorId, partitionOf(monitorId)), rev: now },
});

/** What became of reading one state. */
export type ReadState =
  | { kind: 'held'; held: HeldState }
  | { kind: 'absent' }
  /** Somebody else's hand was in it. */
  | { kind: 'unreadable'; reason: string; version: DocVersion };

export interface PartitionStates {
  states: Map<string, HeldState>;
  /** Ids of monitors whose state cannot be read. */
  unreadable: string[];
}

export interface StateStore {
  /** @throws WatchkeeperError `internal` when it cannot be read */
  get(monitorId: string, now: number): Promise<HeldState>;
  /** As they are now, refreshed or not. */
  getMany(monitorIds: string[]): Promise<Map<string, ReadState>>;
  /** Of each whether it is stored just so, or somebody has changed it since. */
  areCurrent(held: readonly HeldState[]): Promise<boolean[]>;
  ofPartition(partition: number): Promise<PartitionStates>;
  /** Commits by compare-and-swap; one result a change, in order. Throws when nothing is known. */
  commit(changes: Array<{ next: MonitorState; known?: DocVersion }>): Promise<BulkResult[]>;
  /** Removes a state. False when it has changed meanwhile. */
  remove(monitorId: string, known: DocVersion): Promise<boolean>;
  /** Removes what is left of a monitor that was deleted; not where it has come back. */
  sweep(monitorId: string): Promise<void>;
}

const PAGE = 500;
const index = indexFor('states');
const docPath = (id: string) => `/${index}/_doc/${encodeURIComponent(id)}`;

interface Doc {
  _id: string;
  found?: boolean;
  _seq_no: number;
  _primary_term: number;
  _source: unknown;
}

const toRead = ({ found, _source, _seq_no, _primary_term }: Doc): ReadState => {
  if (found === false || _source === undefined) return { kind: 'absent' };
  const version = { seq_no: _seq_no, primary_term: _primary_term };
  const read = readStoredState(_source);
  return read.kind === 'state'
    ? { kind: 'held', held: { state: read.state, version } }
    : { ...read, version };
};

export const unreadableState = (monitorId: string, reason: string): WatchkeeperError =>
  new WatchkeeperError(
    'internal',
    `The stored state of the monitor cannot be read, so it does not run. Delete document ${monitorId} of ${index} to begin anew: ${reason}`,
    { monitor_id: monitorId }
  );

const remove = async (
  cluster: Cluster,
  monitorId: string,
  { seq_no: if_seq_no, primary_term: if_primary_term }: DocVersion
): Promise<boolean> => {
  const { status } = await cluster.request(
    { method: 'DELETE', path: docPath(monitorId), query: { if_seq_no, if_primary_term } },
    { ignore: [404, 409] }
  );
  return status !== 409;
};

export const createStateStore = (cluster: Cluster): StateStore => ({
  async get(monitorId, now) {
    const { body } = await cluster.request<Doc>(
      { method: 'GET', path: docPath(monitorId) },
      { ignore: [404] }
    );
    const read = toRead(body);
    if (read.kind === 'unreadable') throw unreadableState(monitorId, read.reason);
    return read.kind === 'absent' ? freshState(monitorId, now) : read.held;
  },

  async getMany(monitorIds) {
    if (monitorIds.length === 0) return new Map();
    const { body } = await cluster.request<{ docs: Doc[] }>({
      method: 'POST',
      path: `/${index}/_mget`,
      body: { ids: monitorIds },
    });
    return new Map(body.docs.map((doc) => [doc._id, toRead(doc)]));
  },

  async areCurrent(held) {
    if (held.length === 0) return [];
    const { body } = await cluster.request<{ docs: Doc[] }>({
      method: 'POST',
      path: `/${index}/_mget`,
      query: { _source: false },
      body: { ids: held.map(({ state }) => state.monitor_id) },
    });
    const stored = new Map(body.docs.map((doc) => [doc._id, doc]));
    return held.map(({ state, version }) => {
      const doc = stored.get(state.monitor_id);
      return doc?._seq_no === version?.seq_no && doc?._primary_term === version?.primary_term;
    });
  },

  async ofPartition(partition) {
    const states = new Map<string, HeldState>();
    const unreadable: string[] = [];
    let after: unknown[] | undefined;
    for (;;) {
      const { body } = await cluster.request<{ hits: { hits: Array<Doc & { sort: unknown[] }> } }>({
        method: 'POST',
        path: `/${aliasOf('states')}/_search`,
        query: { allow_partial_search_results: false },
        body: {
          size: PAGE,
          query: { term: { partition } },
          sort: [{ monitor_id: 'asc' }],
          seq_no_primary_term: true,
          track_total_hits: false,
          ...(after ? { search_after: after } : {}),
        },
      });
      const { hits } = body.hits;
      for (const hit of hits) {
        const read = toRead(hit);
        if (read.kind === 'held') states.set(hit._id, read.held);
        else unreadable.push(hit._id);
      }
      if (hits.length < PAGE) return { states, unreadable };
      after = hits[hits.length - 1].sort;
    }
  },

  async commit(changes) {
    return bulk(
      cluster,
      changes.map(({ next, known }): BulkOperation => {
        const target = { index, id: next.monitor_id, source: next };
        return known ? { kind: 'swap', ...target, expected: known } : { kind: 'create', ...target };
      })
    );
  },

  remove: (monitorId, known) => remove(cluster, monitorId, known),

  async sweep(monitorId) {
    const { body } = await cluster.request<Doc>(
      { method: 'GET', path: docPath(monitorId) },
      { ignore: [404] }
    );
    const read = toRead(body);
    if (read.kind !== 'held' || read.held.state.ended === undefined) return;
    if (read.held.version) await remove(cluster, monitorId, read.held.version);
  },
});
