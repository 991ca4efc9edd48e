import type { RunRow } from '../../common/monitors/run';
import { aliasOf } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';

interface BlockHits {
  hits: { hits: Array<{ _source: { tick: number; rows: RunRow[] } }> };
}

const searchBody = (id: string, size: number, notable: boolean, beforeTick?: number) => ({
  size,
  track_total_hits: false,
  query: {
    bool: {
      filter: [
        { term: { [notable ? 'notable' : 'monitors']: id } },
        ...(beforeTick === undefined ? [] : [{ range: { tick: { lt: beforeTick } } }]),
      ],
    },
  },
  sort: [{ tick: 'desc' }],
  _source: ['tick', 'rows'],
});

const rowsOf = (body: BlockHits, id: string, notable: boolean): RunRow[] =>
  body.hits.hits.flatMap(({ _source: { rows } }) =>
    rows
      .filter((row) => row.monitor_id === id && (!notable || row.outcome !== 'not_triggered'))
      .reverse()
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
  { size, notable, before }: { size: number; notable: boolean; before?: number }
): Promise<LoggedRuns> => {
  const { body } = await cluster.request<BlockHits>({
    method: 'POST',
    path: `/${aliasOf('ticks')}/_search`,
    body: searchBody(id, size, notable, before),
  });
  const { hits } = body.hits;
  const last = hits[hits.length - 1];
  return {
    rows: rowsOf(body, id, notable),
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
    .map((id) => `${header}\n${JSON.stringify(searchBody(id, 1, false))}\n`)
    .join('');
  const { body } = await cluster.request<{ responses: BlockHits[] }>({
    method: 'POST',
    path: '/_msearch',
    lines,
  });
  return new Map(
    ids.flatMap((id, i) => {
      const [row] = body.responses[i].hits ? rowsOf(body.responses[i], id, false) : [];
      return row ? [[id, row] as const] : [];
    })
  );
};
