import { WatchkeeperError } from '../../../common/errors';
import { docLevelMonitorSchema } from '../../../common/monitors/monitor';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import { prepareDocLevel } from './doc_level';
import type { Inquiry } from './prepared';

const NAME = 'logs';

interface Asked {
  size: number;
  search_after?: number[];
  query: { range?: { _seq_no: { gt: number } } };
}

/** One shard in memory: documents by their sequence number, all of them visible. */
class OneShard implements Cluster {
  readonly requests: ClusterRequest[] = [];
  /** Sequence numbers of documents that match. */
  matching: number[] = [];
  max = -1;
  primary = true;
  bad: string | undefined;

  async request<T>(request: ClusterRequest) {
    this.requests.push(request);
    return { status: 200, body: this.facts(request.path) as T };
  }

  async text(request: ClusterRequest) {
    this.requests.push(request);
    const text = String(request.body);
    if (this.bad !== undefined && text.includes(this.bad)) {
      throw new WatchkeeperError('cluster_refused', 'Failed to parse', { type: 'parse' });
    }
    return { status: 200, body: JSON.stringify(this.search(JSON.parse(text))) };
  }

  get searches(): ClusterRequest[] {
    return this.requests.filter(({ path }) => path.endsWith('/_search'));
  }

  private facts(path: string): object {
    if (path.endsWith('/_settings')) {
      const index = { uuid: 'u', creation_date: '0', number_of_shards: '1' };
      return { [NAME]: { settings: { index } } };
    }
    const numbers = { max_seq_no: this.max, global_checkpoint: this.max };
    const copy = { routing: { primary: this.primary }, seq_no: numbers };
    return { indices: { [NAME]: { shards: { 0: [copy] } } } };
  }

  private search({ size, search_after: after = [-1], query }: Asked): object {
    const from = query.range?._seq_no.gt ?? -1;
    const all = this.matching.filter((number) => number > from);
    const page = all.filter((number) => number > after[0]).slice(0, size);
    return {
      took: 1,
      timed_out: false,
      _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
      hits: {
        total: { value: all.length },
        hits: page.map((number) => ({
          ...{ _index: NAME, _id: `d${number}`, sort: [number], matched_queries: ['q'] },
        })),
      },
      aggregations: { top: { value: this.max } },
    };
  }
}

const monitor = docLevelMonitorSchema.parse({
  name: 'M',
  monitor_type: 'doc_level_monitor',
  enabled: true,
  schedule: { period: { interval: 1, unit: 'MINUTES' } },
  inputs: [
    {
      doc_level_input: {
        indices: [NAME],
        queries: [
          { id: 'q', name: 'good', query: 'level:ERROR' },
          { id: 'p', name: 'other', query: 'level:[' },
        ],
      },
    },
  ],
  triggers: [
    {
      document_level_trigger: {
        ...{ id: 't', name: 'T', severity: '1', actions: [] },
        condition: { script: { source: 'query[name=good]' } },
      },
    },
  ],
});

/** Runs a monitor again and again, with what it remembers. */
const running = (cluster: Cluster, most?: number) => {
  const prepared = prepareDocLevel(monitor, { id: 'm', timeoutSeconds: 30 }, most);
  let memory: unknown;
  return async () => {
    const inquiry = { cluster, memory, timeoutMs: 30_000 } as unknown as Inquiry;
    const { finding } = await prepared.judge(inquiry);
    if (finding.kind === 'problem') return { problem: finding.problem };
    memory = finding.memory;
    const [verdict] = finding.verdicts;
    return {
      found: finding.findings?.map(({ related_doc_ids: [id] }) => id),
      left: verdict.kind === 'judged' ? verdict.leftOut?.count : undefined,
    };
  };
};

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('a document-level monitor', () => {
  it('does not search where nothing was written', async () => {
    const shard = new OneShard();
    shard.max = 9;
    const run = running(shard);
    await run();
    await run();
    expect(shard.searches).toEqual([]);
  });

  it('leaves to the next run what is too much for one, says how much, and loses nothing', async () => {
    const shard = new OneShard();
    const run = running(shard, 300);
    await run();
    Object.assign(shard, { max: 699, matching: numbers(0, 699) });
    const runs = [await run(), await run(), await run(), await run()];
    expect(runs.map(({ found }) => found?.length)).toEqual([300, 300, 100, 0]);
    expect(runs.map(({ left }) => left)).toEqual([400, 100, undefined, undefined]);
    expect(runs.flatMap(({ found = [] }) => found)).toEqual(numbers(0, 699).map((i) => `d${i}`));
  });

  it('names the query that is refused, and reads nothing until it is mended', async () => {
    const shard = new OneShard();
    const run = running(shard);
    await run();
    Object.assign(shard, { max: 2, matching: [1, 2], bad: 'level:[' });
    const { problem } = await run();
    expect(problem?.message).toBe('The query other cannot be asked: Failed to parse');
    shard.bad = undefined;
    expect((await run()).found).toEqual(['d1', 'd2']);
  });

  it('fails where a shard is not there: a partial answer is an error', async () => {
    const shard = new OneShard();
    shard.primary = false;
    await expect(running(shard)()).rejects.toThrow('Shard 0 of logs is not there');
  });

  it('is tried over documents that are there already, and needs no more than a search for that', async () => {
    const shard = new OneShard();
    Object.assign(shard, { max: 2, matching: [0, 1, 2] });
    const prepared = prepareDocLevel(monitor, { id: 'm', timeoutSeconds: 30 });
    const inquiry = { cluster: shard, timeoutMs: 30_000, rehearsal: true } as unknown as Inquiry;
    const { finding, hits } = await prepared.judge(inquiry);
    expect([finding.kind === 'answer' && finding.findings?.length, hits]).toEqual([3, 3]);
    expect(shard.requests).toEqual(shard.searches);
  });
});
