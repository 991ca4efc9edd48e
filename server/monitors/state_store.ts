import { partitionOf } from '../../common/hash';
import { emptyState } from '../../common/monitors/state';
import type { MonitorState } from '../../common/monitors/state';
import { bulk } from '../cluster/bulk';
import type { BulkOperation, BulkResult } from '../cluster/bulk';
import { aliasOf, indexFor } from '../cluster/own_indices';
import type { Cluster, DocVersion } from '../cluster/types';

/** A state and where it stands; without `version` it has never been committed. */
export interface HeldState {
  state: MonitorState;
  version?: DocVersion;
}

export const freshState = (monitorId: string): HeldState => ({
  state: emptyState(monitorId, partitionOf(monitorId)),
});

export interface StateStore {
  get(monitorId: string): Promise<HeldState>;
  ofPartition(partition: number): Promise<Map<string, HeldState>>;
  /** Commits by compare-and-swap; one result a change, in order. Throws when nothing is known. */
  commit(changes: Array<{ next: MonitorState; known?: DocVersion }>): Promise<BulkResult[]>;
  /** Removes the state of a monitor that is gone. False when it has changed meanwhile. */
  remove(monitorId: string, known: DocVersion): Promise<boolean>;
}

const PAGE = 500;
const index = indexFor('states');
const docPath = (id: string) => `/${index}/_doc/${encodeURIComponent(id)}`;

interface Doc {
  _id: string;
  _seq_no: number;
  _primary_term: number;
  _source: MonitorState;
}

const toHeld = ({ _source, _seq_no, _primary_term }: Doc): HeldState => ({
  state: _source,
  version: { seq_no: _seq_no, primary_term: _primary_term },
});

export const createStateStore = (cluster: Cluster): StateStore => ({
  async get(monitorId) {
    const { status, body } = await cluster.request<Doc>(
      { method: 'GET', path: docPath(monitorId) },
      { ignore: [404] }
    );
    return status === 404 ? freshState(monitorId) : toHeld(body);
  },

  async ofPartition(partition) {
    const states = new Map<string, HeldState>();
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
      for (const hit of hits) states.set(hit._source.monitor_id, toHeld(hit));
      if (hits.length < PAGE) return states;
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

  async remove(monitorId, { seq_no: if_seq_no, primary_term: if_primary_term }) {
    const { status } = await cluster.request(
      { method: 'DELETE', path: docPath(monitorId), query: { if_seq_no, if_primary_term } },
      { ignore: [404, 409] }
    );
    return status !== 409;
  },
});
