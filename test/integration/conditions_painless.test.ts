import {
  evaluateCondition,
  parseCondition,
  readPainlessExecuteAnswer,
  toPainlessExecute,
} from '../../common/monitors/conditions/condition';
import type { ConditionProgram, ConditionResult } from '../../common/monitors/conditions/condition';
import { typeName } from '../../common/monitors/conditions/values';
import { parseLossless } from '../../common/json/lossless';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { conditionGenerator, CONTEXT_JSON, seededRandom } from './conditions_generator';

const SEED = Number(process.env.TEST_SEED ?? 20261121);
const CONDITIONS = Number(process.env.TEST_CONDITIONS ?? 600);
/** A cluster compiles 75 scripts in five minutes: many conditions go into one. */
const PER_SCRIPT = 100;
/** These cannot be packed: one script each. */
const REFUSED = 30;

/** Exceptions that a script can catch by name. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  ArithmeticException: 'arithmetic_exception',
  ClassCastException: 'class_cast_exception',
  NullPointerException: 'null_pointer_exception',
  IndexOutOfBoundsException: 'index_out_of_bounds_exception',
  IllegalArgumentException: 'illegal_argument_exception',
};

const SHOW = `
String show(def v) {
  if (v == null) return 'null null';
  if (v instanceof Integer) return 'Integer ' + v;
  if (v instanceof Long) return 'Long ' + v;
  if (v instanceof Float) return 'Float ' + v;
  if (v instanceof Double) return 'Double ' + v;
  if (v instanceof Boolean) return 'Boolean ' + v;
  if (v instanceof String) return 'String ' + v;
  if (v instanceof List) return 'List ' + v;
  if (v instanceof Map) return 'Map ' + v;
  return 'unknown ' + v;
}`;

/** What has no name there is another form of the wrong type (`WrongMethodTypeException`). */
const CATCHES = Object.entries({ ...EXCEPTIONS, Exception: 'class_cast_exception' })
  .map(([name, type]) => `catch (${name} e) { out.add('failed ${type}'); }`)
  .join(' ');

/** One script that gives a line per condition: the type and text of its value, or its exception. */
const pack = (sources: string[]): string => `
${sources.map((source, index) => `def c${index}(def ctx) { return ${source}; }`).join('\n')}
${SHOW}
def ctx = params.ctx;
List out = new ArrayList();
${sources.map((_source, index) => `try { out.add(show(c${index}(ctx))); } ${CATCHES}`).join('\n')}
return String.join('\n', out);`;

const show = (result: ConditionResult): string =>
  result.kind === 'value'
    ? `${typeName(result.value)} ${result.text}`
    : `failed ${result.error.type}`;

interface Known {
  source: string;
  program: ConditionProgram;
}

interface Generated {
  known: Known[];
  refused: string[];
}

const generate = (): Generated => {
  const { expression } = conditionGenerator(seededRandom(SEED));
  const generated: Generated = { known: [], refused: [] };
  while (generated.known.length < CONDITIONS) {
    const source = expression();
    const parsed = parseCondition(source);
    if (parsed.kind === 'unknown') throw new Error(`${parsed.reason}: ${source}`);
    if (parsed.kind === 'known') generated.known.push({ source, program: parsed.program });
    else generated.refused.push(source);
  }
  return generated;
};

describe('the interpreter beside the Painless of a real cluster', () => {
  const ctx = parseLossless(CONTEXT_JSON);
  const { known, refused } = generate();
  let cluster: TestCluster;

  beforeAll(async () => {
    cluster = await testCluster();
  });

  const execute = (source: string) =>
    cluster.request<{ result?: string; error?: object }>(
      'POST',
      '/_scripts/painless/_execute',
      `{"script":{"source":${JSON.stringify(source)},"params":{"ctx":${CONTEXT_JSON}}}}`
    );

  it(`agrees on value, type and exception of ${CONDITIONS} generated conditions`, async () => {
    const disagreements: string[] = [];
    for (let start = 0; start < known.length; start += PER_SCRIPT) {
      const batch = known.slice(start, start + PER_SCRIPT);
      const { body } = await execute(pack(batch.map(({ source }) => source)));
      if (body.result === undefined) throw new Error(JSON.stringify(body));
      const lines = body.result.split('\n');
      expect(lines).toHaveLength(batch.length);
      batch.forEach(({ source, program }, index) => {
        const ours = show(evaluateCondition(program, ctx));
        if (ours !== lines[index]) disagreements.push(`${source}\n  ${ours}\n  ${lines[index]}`);
      });
    }
    expect(disagreements).toEqual([]);
  });

  it('has values, exceptions and refused sources among the generated ones', () => {
    const shown = known.map(({ program }) => show(evaluateCondition(program, ctx)).split(' ')[0]);
    for (const kind of ['Boolean', 'Integer', 'Long', 'Float', 'Double', 'String', 'failed']) {
      expect(shown.filter((each) => each === kind).length).toBeGreaterThan(5);
    }
    expect(refused.length).toBeGreaterThan(REFUSED);
  });

  it('refuses only what the compiler refuses', async () => {
    for (const source of refused.slice(0, REFUSED)) {
      const { body } = await execute(`def ctx = params.ctx; ${source}`);
      expect([source, body]).toEqual([source, { error: expect.anything(), status: 400 }]);
      expect([source, JSON.stringify(body)]).toEqual([
        source,
        expect.stringContaining('compile error'),
      ]);
    }
  });
});

describe('a condition that the interpreter does not know', () => {
  const ctx = parseLossless(CONTEXT_JSON);
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
    ['ctx.results[0].hits.total.value > 10 ? true : false', true],
    [
      'for (hit in ctx.results[0].hits.hits) { if (hit._source.bytes != null) { return true } } return false',
      true,
    ],
    ['boolean f(def hits) { return hits.size() > 5 }\nf(ctx.results[0].hits.hits)', false],
    ['params.ctx.results[0].took', '3'],
    ['String.valueOf(ctx.results[0].aggregations.five_double.value / 2)', '2.5'],
    ['String.valueOf(ctx.results[0].aggregations.odd_long.value)', '9007199254740993'],
    ['ctx.missing ?: ctx.error', null],
  ])('gets its value from the cluster: %s', async (source, value) => {
    expect(await onCluster(source)).toMatchObject({ kind: 'value', value });
  });

  it.each([
    ['def x = 1;\nreturn x > ctx.missing.value', 'null_pointer_exception', 2, 23],
    ['def x = 1;\nreturn x > nope', 'illegal_argument_exception', 2, 12],
    ['def f(def x) { return x.y } f(ctx.error)', 'null_pointer_exception', 1, 24],
  ])('gets its error from the cluster, at its place: %s', async (source, type, line, column) => {
    expect(await onCluster(source)).toMatchObject({ kind: 'error', error: { type, line, column } });
  });
});
