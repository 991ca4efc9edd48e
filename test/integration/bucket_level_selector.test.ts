import { bucketScriptProblems } from '../../server/monitors/kinds/bucket_script_check';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { CASES } from './bucket_level_cases';
import type { BucketCase } from './bucket_level_cases';
import { MAPPING, documents } from './bucket_level_data';
import { clusterAt, firing, monitorOf, passing, runOf } from './bucket_level_rig';
import { picker, seededRandom } from './conditions_random';

const isElasticsearch = process.env.TEST_CLUSTER_EDITION?.startsWith('elasticsearch') ?? false;

describe('the same as a bucket_selector of the cluster', () => {
  let index: string;
  let test: TestCluster;
  let direct: ReturnType<typeof clusterAt>;

  beforeAll(async () => {
    test = await testCluster();
    index = test.uniqueName('bucket-data');
    const created = await test.request('PUT', `/${index}`, MAPPING);
    expect(created.status).toBe(200);
    await test.index(index, documents(4000));
    direct = clusterAt(test.url);
  });

  afterAll(async () => {
    await direct?.close();
    await test?.clean();
  });

  const both = async (asked: BucketCase) => ({
    ours: firing(await runOf(direct.cluster, monitorOf(index, asked))),
    theirs: await passing(direct.cluster, index, asked),
  });

  const here = CASES.filter(({ notOn }) => !(isElasticsearch && notOn === 'elasticsearch'));

  it.each(here.map((each) => [each.name, each] as const))('judges %s', async (_name, asked) => {
    const { ours, theirs } = await both(asked);
    expect(ours).toEqual(theirs);
    // A case in which nothing fires would prove nothing.
    expect(ours.length).toBeGreaterThan(0);
  });

  it('judges conditions at random', async () => {
    const random = seededRandom(7);
    const { pick } = picker(random);
    const [base] = CASES;
    const value = () => `params.${pick(Object.keys(base.paths))}`;
    const number = () => String(pick([0, 2, 10, 0.5, 35.5, 1000, 20_000]));
    const side = (): string =>
      pick([
        value,
        value,
        number,
        () => `(${value()} ${pick(['+', '-', '*', '/', '%'])} ${number()})`,
      ])();
    const test = (): string => `${value()} ${pick(['>', '<', '>=', '<=', '==', '!='])} ${side()}`;
    const condition = (): string =>
      pick([
        test,
        () => `!(${test()})`,
        () => `${test()} && ${test()}`,
        () => `${test()} || ${test()}`,
      ])();
    const disagreements: unknown[] = [];
    let fired = 0;
    for (let i = 0; i < 24; i++) {
      const asked = { ...base, script: condition(), gap: pick(['skip', 'insert_zeros'] as const) };
      const { ours, theirs } = await both(asked);
      fired += ours.length;
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
        disagreements.push({ script: asked.script, gap: asked.gap, ours, theirs });
      }
    }
    expect(disagreements).toEqual([]);
    expect(fired).toBeGreaterThan(100);
  });

  it('tells of terms that the answer leaves out, and reads every page of a composite', async () => {
    const few = CASES.find(({ name }) => name === 'terms by a metric');
    const [paged] = CASES;
    if (!few) throw new Error('The case is gone.');
    expect(await runOf(direct.cluster, monitorOf(index, few))).toMatchObject({
      leftOut: { count: expect.any(Number), reason: expect.stringContaining('raise its size') },
    });
    const all = await runOf(direct.cluster, monitorOf(index, paged));
    expect(all).not.toHaveProperty('leftOut');
    const { body } = await test.request<{ aggregations: { by: { buckets: unknown[] } } }>(
      'POST',
      `/${index}/_search`,
      {
        size: 0,
        aggs: {
          by: { composite: { ...(paged.aggs.by as { composite: object }).composite, size: 5000 } },
        },
      }
    );
    const there = body.aggregations.by.buckets.length;
    expect(there).toBeGreaterThan(75);
    expect(all.kind === 'judged' && all.groups.length).toBe(there);
  });

  it('knows a gap policy that the cluster does not', async () => {
    const [base] = CASES;
    const asked = { ...base, script: '!(params.lat >= 0)', gap: 'keep_values' as const };
    const skipping = { ...asked, gap: 'skip' as const };
    // No bucket of a composite is empty: the two differ in nothing else.
    expect(firing(await runOf(direct.cluster, monitorOf(index, asked)))).toEqual(
      await passing(direct.cluster, index, skipping)
    );
    await expect(passing(direct.cluster, index, asked)).rejects.toThrow(/gap policy/i);
  });

  it('finds out by the cluster that a script cannot be compiled, and that others can', async () => {
    const [base] = CASES;
    const check = (script: string) =>
      bucketScriptProblems(
        direct.cluster,
        monitorOf(index, { ...base, script }),
        { start: 0, end: 0 },
        30
      );
    expect(await check('Math.log(params.n) > 2')).toEqual([]);
    expect(await check('new Nothing(params.n) == null')).toEqual([
      {
        field: 'triggers.0.bucket_level_trigger.condition.script.source',
        message: expect.stringContaining('Nothing'),
        ...{ line: 1, column: 1 },
      },
    ]);
  });
});
