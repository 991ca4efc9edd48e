import type { RunRow } from '../../common/monitors/run';
import { bulk } from '../cluster/bulk';
import type { BulkOperation } from '../cluster/bulk';
import { aliasOf, indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';

/**
 * Checkpoint and run log in one: the runs that a partition finished within one second. Created once and never changed;
 * its id is the partition and the second, so a second writer is noticed.
 */
export interface TickBlock {
  partition: number;
  /** Epoch milliseconds, a whole second. */
  tick: number;
  owner: string;
  /** Ids of the monitors in `rows`, to find the runs of one. */
  monitors: string[];
  /** Those of them whose run was triggered or had a problem. */
  notable: string[];
  rows: RunRow[];
  /** Now and then: where every monitor of the partition stands, so that a take-over need not read further back. */
  checkpoint?: Record<string, number>;
}

export const TICK_MS = 1000;

const isNotable = ({ outcome }: RunRow): boolean => outcome !== 'not_triggered';

export const tickBlock = (
  partition: number,
  tick: number,
  owner: string,
  rows: RunRow[],
  checkpoint?: Record<string, number>
): TickBlock => ({
  partition,
  tick,
  owner,
  monitors: [...new Set(rows.map(({ monitor_id: id }) => id))],
  notable: [...new Set(rows.filter(isNotable).map(({ monitor_id: id }) => id))],
  rows,
  ...(checkpoint ? { checkpoint } : {}),
});

const blockId = ({ partition, tick }: TickBlock) => `${partition}:${tick / TICK_MS}`;

/** Writes blocks. Returns those that another owner had written already: its partition is not ours any more. */
export const writeBlocks = async (cluster: Cluster, blocks: TickBlock[]): Promise<TickBlock[]> => {
  const results = await bulk(
    cluster,
    blocks.map((block): BulkOperation => ({
      kind: 'create',
      index: indexFor('ticks', block.tick),
      id: blockId(block),
      source: block,
    }))
  );
  const failed = results.find(({ kind }) => kind === 'failed');
  if (failed?.kind === 'failed') throw new Error(failed.reason);
  const conflicts = blocks.filter((_block, i) => results[i].kind === 'conflict');
  const foreign = await Promise.all(conflicts.map((block) => ownerOf(cluster, block)));
  // Our own block, written by a request whose answer was lost, is no conflict.
  return conflicts.filter((block, i) => foreign[i] !== block.owner);
};

const ownerOf = async (cluster: Cluster, block: TickBlock): Promise<string | undefined> => {
  const path = `/${indexFor('ticks', block.tick)}/_doc/${encodeURIComponent(blockId(block))}`;
  const { body } = await cluster.request<{ _source?: TickBlock }>({ method: 'GET', path });
  return body._source?.owner;
};

interface BlockHits {
  hits: { hits: Array<{ _source: TickBlock; sort: number[] }> };
}

const PAGE = 500;

/** Where each monitor of a partition stands: the end of its last window. */
export const readCursors = async (
  cluster: Cluster,
  partition: number,
  since: number
): Promise<Map<string, number>> => {
  const cursors = new Map<string, number>();
  const keepLater = (id: string, end: number) => {
    if (end > (cursors.get(id) ?? 0)) cursors.set(id, end);
  };
  let after: number[] | undefined;
  for (;;) {
    const { body } = await cluster.request<BlockHits>({
      method: 'POST',
      path: `/${aliasOf('ticks')}/_search`,
      query: { allow_partial_search_results: false },
      body: {
        size: PAGE,
        query: { bool: { filter: [{ term: { partition } }, { range: { tick: { gte: since } } }] } },
        sort: [{ tick: 'desc' }],
        track_total_hits: false,
        ...(after ? { search_after: after } : {}),
      },
    });
    const { hits } = body.hits;
    for (const { _source: block } of hits) {
      for (const { monitor_id: id, window } of block.rows) keepLater(id, window.end);
      if (block.checkpoint) {
        for (const [id, end] of Object.entries(block.checkpoint)) keepLater(id, end);
        return cursors;
      }
    }
    if (hits.length < PAGE) return cursors;
    after = hits[hits.length - 1].sort;
  }
};
