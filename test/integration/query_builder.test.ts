import { printQuery } from '../../common/monitors/query_builder/print_query';
import type {
  Filter,
  FilterTest,
  VisualQuery,
} from '../../common/monitors/query_builder/visual_query';
import { compileQuery, renderQuery } from '../../common/monitors/query';
import type { Cluster } from '../../server/cluster/types';
import { readFields } from '../../server/indices/fields';
import { readValues } from '../../server/indices/values';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { clusterAt } from './bucket_level_rig';

const NOW = Date.UTC(2026, 0, 2);
const HOUR = 3_600_000;
const LEVELS = ['ERROR', 'WARN', 'INFO', 'Error*'];

interface Doc {
  '@timestamp': string;
  level?: string;
  took: number;
  ok: boolean;
  message: string;
}

/** One document a minute, two hours back. */
const DOCS = Array.from({ length: 120 }, (_, i): Doc => ({
  '@timestamp': new Date(NOW - (i + 1) * 60_000).toISOString(),
  ...(i % 5 === 4 ? {} : { level: LEVELS[i % 4] }),
  took: i,
  ok: i % 2 === 0,
  message: i % 3 === 0 ? 'Payment was refused' : 'refused, then a Payment',
}));

let cluster: TestCluster;
let caller: Cluster;
let close: () => Promise<void>;
let index: string;

beforeAll(async () => {
  cluster = await testCluster();
  ({ cluster: caller, close } = clusterAt(cluster.url));
  index = cluster.uniqueName('built');
  await cluster.request('PUT', `/${index}`, {
    mappings: {
      properties: {
        '@timestamp': { type: 'date' },
        level: { type: 'keyword' },
        took: { type: 'long' },
        ok: { type: 'boolean' },
        message: { type: 'text', fields: { keyword: { type: 'keyword' } } },
        holder: { properties: { inner: { type: 'ip' } } },
      },
    },
  });
  await cluster.index(
    index,
    DOCS.map((doc) => ({ ...doc }))
  );
});

afterAll(async () => {
  await close?.();
  await cluster?.clean();
});

const query = (changes: Partial<VisualQuery>): VisualQuery => ({
  timeField: '@timestamp',
  lookBack: { kind: 'since_last_run' },
  filters: [],
  metrics: [],
  groupBy: [],
  documents: 0,
  ...changes,
});

interface Found {
  hits: { total: { value: number }; hits: Array<{ _source: Doc }> };
  aggregations: Record<string, { value?: number; values?: object; buckets?: object[] }>;
}

/** Asks as a run does. */
const ask = (built: VisualQuery) =>
  cluster.request<Found>(
    'POST',
    `/${index}/_search`,
    JSON.parse(
      renderQuery(compileQuery(printQuery(built), 30), { start: NOW - 2 * HOUR, end: NOW })
    )
  );

const count = async (built: VisualQuery): Promise<number> => {
  const { status, body } = await ask(built);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.hits.total.value;
};

const on = (field: string, test: FilterTest, not = false): Partial<VisualQuery> => ({
  filters: [{ field, test, ...(not ? { not } : {}) } satisfies Filter],
});

const line = (language: 'dql' | 'lucene', text: string): Partial<VisualQuery> => ({
  line: { language, text },
});

const isError = ({ level }: Doc): boolean => level === 'ERROR';

const CASES: Array<[string, Partial<VisualQuery>, (doc: Doc, i: number) => boolean]> = [
  ['all since the last run', {}, () => true],
  ['those of a span', { lookBack: { kind: 'span', amount: 30, unit: 'm' } }, (_doc, i) => i < 30],
  ['is', on('level', { kind: 'is', value: 'ERROR' }), isError],
  ['is not', on('level', { kind: 'is', value: 'ERROR' }, true), (doc) => !isError(doc)],
  [
    'one of',
    on('level', { kind: 'one_of', values: ['ERROR', 'WARN'] }),
    ({ level }) => level === 'ERROR' || level === 'WARN',
  ],
  ['between', on('took', { kind: 'range', gte: 10, lt: 20 }), (_doc, i) => i >= 10 && i < 20],
  ['exists', on('level', { kind: 'exists' }), ({ level }) => level !== undefined],
  [
    'starts with',
    on('level', { kind: 'starts_with', value: 'Err' }),
    ({ level }) => level === 'Error*',
  ],
  ['ends with', on('level', { kind: 'ends_with', value: 'r*' }), ({ level }) => level === 'Error*'],
  ['contains', on('level', { kind: 'contains', value: 'RR' }), isError],
  ['words', on('message', { kind: 'phrase', value: 'payment was' }), (_doc, i) => i % 3 === 0],
  [
    'DQL',
    line('dql', 'level: (ERROR or WARN) and not took >= 60 and ok: true'),
    ({ level, ok }, i) => (level === 'ERROR' || level === 'WARN') && i < 60 && ok,
  ],
  [
    'DQL with a pattern',
    line('dql', 'level: *ROR or level: Err*'),
    ({ level }) => level === 'ERROR' || level === 'Error*',
  ],
  [
    'DQL with a phrase',
    line('dql', '"payment was refused" and not level: *'),
    ({ level }, i) => i % 3 === 0 && level === undefined,
  ],
  ['Lucene', line('lucene', 'level:ERROR AND took:[0 TO 10]'), (doc, i) => isError(doc) && i <= 10],
];

describe('what the builder makes', () => {
  it.each(CASES)('finds what it says: %s', async (_what, changes, expected) => {
    const found = await count(query(changes));
    expect(found).toBe(DOCS.filter(expected).length);
    expect(found).toBeGreaterThan(0);
  });

  it('works out metrics, groups, and the newest documents', async () => {
    const metrics: VisualQuery['metrics'] = [
      { kind: 'max', field: 'took' },
      { kind: 'percentile', field: 'took', percent: 50 },
      { kind: 'cardinality', field: 'level' },
    ];
    const { body: whole } = await ask(query({ metrics, documents: 2 }));
    expect(whole.aggregations).toMatchObject({
      max_took: { value: 119 },
      p50_took: { values: { '50.0': 59.5 } },
      cardinality_level: { value: 4 },
    });
    expect(whole.hits.hits.map(({ _source }) => _source.took)).toEqual([0, 1]);
    const { body: groups } = await ask(
      query({ metrics: metrics.slice(0, 1), groupBy: ['level', 'ok'] })
    );
    expect(groups.aggregations.groups.buckets).toHaveLength(4);
    expect(groups.aggregations.groups.buckets?.[0]).toMatchObject({
      key: { level: 'ERROR', ok: true },
      max_took: { value: 116 },
    });
  });

  it('is refused while its line makes no sense', async () => {
    const { status, body } = await ask(query(line('dql', 'level: (')));
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('unreadable_dql');
  });
});

describe('what is suggested', () => {
  it('are the fields of the indices, with their types', async () => {
    const { fields } = await readFields(caller, [`${index}*`, 'not-there']);
    expect(fields.map(({ name, type, aggregatable }) => [name, type, aggregatable])).toEqual([
      ['@timestamp', 'date', true],
      ['holder.inner', 'ip', true],
      ['level', 'keyword', true],
      ['message', 'text', false],
      ['message.keyword', 'keyword', true],
      ['ok', 'boolean', true],
      ['took', 'long', true],
    ]);
    expect(await readFields(caller, ['not-there-*'])).toEqual({ fields: [], left_out: 0 });
  });

  it('are the values of a field that begin so', async () => {
    const ask = async (field: string, begin: string) => {
      const { values } = await readValues(caller, { indices: [index], field, query: begin });
      return values.map(({ value }) => value);
    };
    expect((await ask('level', '')).sort()).toEqual([...LEVELS].sort());
    expect((await ask('level', 'error')).sort()).toEqual(['ERROR', 'Error*']);
    expect(await ask('level', 'Error*')).toEqual(['Error*']);
    expect(await ask('ok', 't')).toEqual([true]);
    expect((await ask('took', '11')).sort()).toEqual([
      11, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119,
    ]);
  });

  it('is refused by name for a field without whole values', async () => {
    await expect(
      readValues(caller, { indices: [index], field: 'message', query: '' })
    ).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
