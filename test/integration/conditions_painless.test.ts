import {
  parseCondition,
  readPainlessExecuteAnswer,
  toPainlessExecute,
} from '../../common/monitors/conditions/condition';
import type { ConditionResult } from '../../common/monitors/conditions/condition';
import { evaluateCondition } from '../../common/monitors/conditions/condition';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { COLLECTED, WRITTEN } from './conditions_cases';
import { disagreements, execute, show, sorted, testContext } from './conditions_cluster';
import { conditionGenerator } from './conditions_generator';
import { seededRandom } from './conditions_random';

const SEED = Number(process.env.TEST_SEED ?? 20261121);
/** Some are refused and some for the cluster: more than 2,000 are compared. */
const CONDITIONS = Number(process.env.TEST_CONDITIONS ?? 2600);
const LEAST_WRITTEN = 10;
/** These cannot be packed: one script each. */
const REFUSED = 30;

const generate = (make: () => string, count: number): string[] =>
  Array.from({ length: count }, () => make());

const shareToCluster = (what: string, { known, unknown }: ReturnType<typeof sorted>): string => {
  const all = known.length + unknown.length;
  const share = ((100 * unknown.length) / all).toFixed(1);
  return `${what}: ${unknown.length} of ${all} go to the cluster (${share} %)`;
};

// First: a JVM that has thrown an exception very often throws it without its place.
describe('a condition that the interpreter does not know', () => {
  const ctx = testContext();
  let cluster: TestCluster;

  beforeAll(async () => {
    cluster = await testCluster();
  });

  const onCluster = async (source: string): Promise<ConditionResult> => {
    expect(parseCondition(source).kind).toBe('unknown');
    const request = toPainlessExecute(source, ctx);
    const { body } = await cluster.request('POST', '/_scripts/painless/_execute', request);
    return readPainlessExecuteAnswer(source, body);
  };

  it.each([
    ['ctx.results[0].hits.hits[0]._source.message =~ /full/', true],
    ['def m = [:]; m.a = 1; return m.size() == 1', true],
    ["ctx.periodEnd.atZone(ZoneId.of('Asia/Seoul')).getHour() == 12", true],
    ['boolean f(def hits) { return hits.size() > 5 }\nf(ctx.results[0].hits.hits)', false],
    ['params.ctx.results[0].took', '3'],
    ["def m = ['v': ctx.results[0].aggregations.five_double.value]; return m.v / 2", '2.5'],
    ["def m = ['v': ctx.results[0].aggregations.odd_long.value]; return m.v", '9007199254740993'],
    ['def m = [:]; return m.missing', null],
  ])('gets its value from the cluster: %s', async (source, value) => {
    expect(await onCluster(source)).toMatchObject({ kind: 'value', value });
  });

  it.each([
    ['def m = [:];\nreturn 1 > ctx.missing.value', 'null_pointer_exception', 2, 23],
    ['def x = 1;\nreturn x > nope', 'illegal_argument_exception', 2, 12],
    ['def f(def x) { return x.y } f(ctx.error)', 'null_pointer_exception', 1, 24],
  ])('gets its error from the cluster, at its place: %s', async (source, type, line, column) => {
    expect(await onCluster(source)).toMatchObject({ kind: 'error', error: { type, line, column } });
  });
});

describe('the interpreter beside the Painless of a real cluster', () => {
  let cluster: TestCluster;

  beforeAll(async () => {
    cluster = await testCluster();
  });

  describe.each(Object.entries(WRITTEN))('on %s', (_form, sources) => {
    it(`knows all ${sources.length} written conditions, and agrees on each`, async () => {
      expect(sources.length).toBeGreaterThanOrEqual(LEAST_WRITTEN);
      const { known, unknown, refused } = sorted(sources);
      expect({ unknown, refused }).toEqual({ unknown: [], refused: [] });
      expect(await disagreements(cluster, known)).toEqual([]);
    });
  });

  it('agrees on conditions as people publish them, and knows most of them', async () => {
    const collected = sorted(COLLECTED);
    console.log(shareToCluster('Collected conditions', collected));
    expect(collected.refused).toEqual([]);
    expect(collected.unknown.length).toBeLessThan(COLLECTED.length / 5);
    expect(await disagreements(cluster, collected.known)).toEqual([]);
  });

  describe(`on ${CONDITIONS} generated conditions`, () => {
    const { condition } = conditionGenerator(seededRandom(SEED));
    const generated = sorted(generate(condition, CONDITIONS));
    const { known, refused } = generated;

    it('agrees on value, type and exception', async () => {
      console.log(shareToCluster('Generated conditions', generated));
      if (!process.env.TEST_CONDITIONS) expect(known.length).toBeGreaterThan(2000);
      expect(await disagreements(cluster, known)).toEqual([]);
    });

    it('has met values of every type, exceptions, and refused sources', () => {
      const ctx = testContext();
      const shown = known.map(({ program }) => show(evaluateCondition(program, ctx)).split(' ')[0]);
      for (const kind of ['Boolean', 'Integer', 'Long', 'Float', 'Double', 'String', 'failed']) {
        expect(shown.filter((each) => each === kind).length).toBeGreaterThan(5);
      }
      expect(refused.length).toBeGreaterThan(REFUSED);
    });

    it('refuses only what the compiler refuses', async () => {
      for (const source of refused.slice(0, REFUSED)) {
        const { body } = await execute(cluster, `def ctx = params.ctx; ${source}`);
        expect([source, body]).toEqual([source, { error: expect.anything(), status: 400 }]);
        expect([source, JSON.stringify(body)]).toEqual([
          source,
          expect.stringContaining('compile error'),
        ]);
      }
    });
  });

  it.each([
    'ctx.counts.error > 3',
    'ctx.counts.error > 3;',
    'if (ctx.counts.error > 3) { true } else { false }',
    'if (ctx.counts.error > 3) { return true }',
    'if (ctx.counts.error > 30) { return true }',
    'int n = 0; for (x in ctx.ints) { n += x }',
    'def x = 5; if (x > 3) { x }',
    'int x = 3; x > 2',
    'int x = 3',
    'for (x in ctx.ints) { if (x > 8) { return x } }',
    'if (ctx.counts.error > 3) true; else false;',
    '',
  ])('agrees on how the script %j ends', async (source) => {
    const parsed = parseCondition(source);
    if (parsed.kind !== 'known') throw new Error(JSON.stringify(parsed));
    const ctx = testContext();
    const ours = evaluateCondition(parsed.program, ctx);
    const { body } = await cluster.request(
      'POST',
      '/_scripts/painless/_execute',
      toPainlessExecute(source, ctx)
    );
    const theirs = readPainlessExecuteAnswer(source, body);
    expect(theirs).toMatchObject({ kind: 'value', text: ours.kind === 'value' ? ours.text : '?' });
  });
});
