import { isAhead } from '../../common/monitors/clock_ahead';
import type { RunRow } from '../../common/monitors/run';
import { bulk, isRefusedForGood } from '../cluster/bulk';
import type { BulkOperation } from '../cluster/bulk';
import { aliasOf, indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import { NO_CURSOR, cursorAfter } from './cursor';
import type { Cursor } from './cursor';

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
  /** Monitors that have left out windows. */
  gaps?: string[];
  /**
   * Now and then, and first of all: the end of every monitor's last window, so that a take-over need not read further
   * back.
   */
  checkpoint?: Record<string, number>;
  /** With a checkpoint: the starts of what could not be evaluated, by monitor. */
  open?: Record<string, number>;
}

export const TICK_MS = 1000;

const isNotable = ({ outcome }: RunRow): boolean => outcome !== 'not_triggered';

const gapsIn = (rows: RunRow[]) => {
  const gaps = rows.filter(({ outcome }) => outcome === 'gap').map(({ monitor_id: id }) => id);
  return gaps.length > 0 ? { gaps: [...new Set(gaps)] } : {};
};

const checkpointOf = (cursors: ReadonlyMap<string, Cursor>) => {
  const open = [...cursors].flatMap(([id, cursor]) =>
    cursor.open === undefined ? [] : [[id, cursor.open] as const]
  );
  return {
    checkpoint: Object.fromEntries([...cursors].map(([id, { end }]) => [id, end])),
    ...(open.length > 0 ? { open: Object.fromEntries(open) } : {}),
  };
};

export const tickBlock = ({
  cursors,
  ...block
}: Pick<TickBlock, 'partition' | 'tick' | 'owner' | 'rows'> & {
  /** Of every monitor of the partition, when it is time to write them down. */
  cursors?: ReadonlyMap<string, Cursor>;
}): TickBlock => ({
  ...block,
  monitors: [...new Set(block.rows.map(({ monitor_id: id }) => id))],
  notable: [...new Set(block.rows.filter(isNotable).map(({ monitor_id: id }) => id))],
  ...gapsIn(block.rows),
  ...(cursors ? checkpointOf(cursors) : {}),
});

const blockId = ({ partition, tick }: TickBlock) => `${partition}:${tick / TICK_MS}`;

export type BlockResult =
  | { kind: 'written' }
  /** Another owner writes here: the partition may not be ours any more. */
  | { kind: 'foreign' }
  /** `again`: it can be tried once more; otherwise the cluster will never take it. */
  | { kind: 'failed'; reason: string; again: boolean };

/** Writes blocks; one result each, in order. Throws when nothing is known about any of them. */
export const writeBlocks = async (
  cluster: Cluster,
  blocks: TickBlock[]
): Promise<BlockResult[]> => {
  const results = await bulk(
    cluster,
    blocks.map((block): BulkOperation => ({
      kind: 'create',
      index: indexFor('ticks', block.tick),
      id: blockId(block),
      source: block,
    }))
  );
  return Promise.all(
    results.map(async (result, i): Promise<BlockResult> => {
      if (result.kind === 'ok') return { kind: 'written' };
      if (result.kind === 'failed') {
        return { kind: 'failed', reason: result.reason, again: !isRefusedForGood(result) };
      }
      // Our own block, written by a request whose answer was lost, is no conflict.
      const isOwn = (await ownerOf(cluster, blocks[i])) === blocks[i].owner;
      return { kind: isOwn ? 'written' : 'foreign' };
    })
  );
};

const ownerOf = async (cluster: Cluster, block: TickBlock): Promise<string | undefined> => {
  const path = `/${indexFor('ticks', block.tick)}/_doc/${encodeURIComponent(blockId(block))}`;
  const { body } = await cluster.request<{ _source?: TickBlock }>(
    { method: 'GET', path },
    { ignore: [404] }
  );
  return body._source?.owner;
};

interface BlockHits {
  hits: { hits: Array<{ _source: TickBlock; sort: number[] }> };
}

const PAGE = 500;

/** Where the monitors of a partition stand, by what its tick blocks say. */
export interface ReadCursors {
  cursors: Map<string, Cursor>;
  /** The second of the newest block; 0 when there is none. */
  lastTick: number;
}

/** Reads blocks from the newest back to a checkpoint. */
class CursorReader {
  readonly cursors = new Map<string, Cursor>();
  lastTick = 0;
  private newestOwner: string | undefined;

  constructor(private readonly now: number) {}

  /** @returns true when nothing older needs to be read */
  take({ tick, owner, rows, checkpoint, open }: TickBlock): boolean {
    this.lastTick = Math.max(this.lastTick, tick);
    this.newestOwner ??= owner;
    for (const row of Array.isArray(rows) ? rows : []) {
      if (typeof row?.window?.end === 'number') this.keepLater(row.monitor_id, cursorAfter(row));
    }
    for (const [id, end] of Object.entries(checkpoint ?? {})) {
      const from = open?.[id];
      this.keepLater(id, { end, ...(from === undefined ? {} : { open: from }) });
    }
    // Each owner begins with a checkpoint. One by somebody else, between blocks of the newest owner, came from an
    // instance that had lost the partition and did not know it: it does not tell how far the others had come.
    return checkpoint !== undefined && owner === this.newestOwner;
  }

  private keepLater(id: string, cursor: Cursor): void {
    if (isAhead(cursor.end, this.now)) return;
    if (cursor.end > (this.cursors.get(id) ?? NO_CURSOR).end) this.cursors.set(id, cursor);
  }
}

/** Where each monitor of a partition stands: the end of its last window. */
export const readCursors = async (
  cluster: Cluster,
  partition: number,
  since: number,
  now: number
): Promise<ReadCursors> => {
  const reader = new CursorReader(now);
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
    const isDone = hits.some(({ _source }) => reader.take(_source));
    if (isDone || hits.length < PAGE) return reader;
    after = hits[hits.length - 1].sort;
  }
};
