import type { RunRow } from '../../common/monitors/run';
import { aliasOf } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';

interface BlockHits {
  hits: { hits: Array<{ _source: { tick: number; rows: RunRow[] } }> };
}

/** Which runs of a monitor: the field of a block that names it, and the rows of the block that are meant. */
const WHICH = {
  all: { field: 'monitors', has: () => true },
  notable: { field: 'notable', has: ({ outcome }: RunRow) => outcome !== 'not_triggered' },
  gaps: { field: 'gaps', has: ({ outcome }: RunRow) => outcome === 'gap' },
} as const;
type Which = keyof typeof WHICH;

const searchBody = (id: string, size: number, which: Which, beforeTick?: number) => ({
  size,
  track_total_hits: false,
  query: {
    bool: {
      filter: [
        { term: { [WHICH[which].field]: id } },
        ...(beforeTick === undefined ? [] : [{ range: { tick: { lt: beforeTick } } }]),
      ],
    },
  },
  sort: [{ tick: 'desc' }],
  _source: ['tick', 'rows'],
});

const rowsOf = (body: BlockHits, id: string, which: Which): RunRow[] =>
  body.hits.hits.flatMap(({ _source: { rows } }) =>
    rows.filter((row) => row.monitor_id === id && WHICH[which].has(row)).reverse()
  );

export interface LoggedRuns {
  /** Newest first. */
  rows: RunRow[];
  /** The tick to go on before; undefined at the end. */
  nextBefore?: number;
}

/** The runs of one monitor, newest first. */
export const readRuns = async (
  cluster: Cluster,
  id: string,
  { size, which, before }: { size: number; which: Which; before?: number }
): Promise<LoggedRuns> => {
  const { body } = await cluster.request<BlockHits>({
    method: 'POST',
    path: `/${aliasOf('ticks')}/_search`,
    body: searchBody(id, size, which, before),
  });
  const { hits } = body.hits;
  const last = hits[hits.length - 1];
  return {
    rows: rowsOf(body, id, which),
    ...(hits.length === size ? { nextBefore: last._source.tick } : {}),
  };
};

/** The last run of each monitor; one request for all. */
export const readLastRuns = async (
  cluster: Cluster,
  ids: string[]
): Promise<Map<string, RunRow>> => {
  if (ids.length === 0) return new Map();
  const header = JSON.stringify({ index: aliasOf('ticks') });
  const lines = ids
    .map((id) => `${header}\n${JSON.stringify(searchBody(id, 1, 'all'))}\n`)
    .join('');
  const { body } = await cluster.request<{ responses: BlockHits[] }>({
    method: 'POST',
    path: '/_msearch',
    lines,
  });
  return new Map(
    ids.flatMap((id, i) => {
      const [row] = body.responses[i].hits ? rowsOf(body.responses[i], id, 'all') : [];
      return row ? [[id, row] as const] : [];
    })
  );
};
