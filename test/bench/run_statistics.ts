import type { RunRow } from '../../common/monitors/run';
import type { BenchRig } from './bench_rig';

interface Blocks {
  hits: { hits: Array<{ _source: { rows: RunRow[] }; sort: unknown[] }> };
}

/** The runs that started in a span of time, from the blocks that the scheduler wrote. */
export const runsBetween = async (rig: BenchRig, from: number, to: number): Promise<RunRow[]> => {
  await rig.request('POST', '/.watchkeeper-ticks/_refresh');
  const rows: RunRow[] = [];
  let after: unknown[] | undefined;
  for (;;) {
    const { body } = await rig.request<Blocks>('POST', '/.watchkeeper-ticks/_search', {
      size: 1000,
      query: { range: { tick: { gte: from } } },
      sort: [{ tick: 'asc' }, { partition: 'asc' }],
      ...(after ? { search_after: after } : {}),
    });
    const { hits } = body.hits;
    for (const { _source } of hits) rows.push(..._source.rows);
    if (hits.length < 1000) break;
    after = hits[hits.length - 1].sort;
  }
  return rows.filter((row) => row.started_at >= from && row.started_at < to);
};

/** The value below which a share of the numbers lies. */
export const percentile = (numbers: number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? 0;
