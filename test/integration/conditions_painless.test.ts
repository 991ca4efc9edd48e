import { evaluateCondition, parseCondition } from '../../common/monitors/conditions/condition';
import type { ConditionProgram, ConditionResult } from '../../common/monitors/conditions/condition';
import {
  readPainlessExecuteAnswer,
  toPainlessExecute,
} from '../../common/monitors/conditions/painless_execute';
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

/** Exceptions that a script can catch by name; all others are "other". */
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

const CATCHES = [
  ...Object.entries(EXCEPTIONS).map(
    ([name, type]) => `catch (${name} e) { out.add('failed ${type}'); }`
  ),
  "catch (Exception e) { out.add('failed other'); }",
].join(' ');

/** One script that gives a line per condition: the type and text of its value, or its exception. */
const pack = (sources: string[]): string => `
${sources.map((source, index) => `def c${index}(def ctx) { return ${source}; }`).join('\n')}
${SHOW}
def ctx = params.ctx;
List out = new ArrayList();
${sources.map((_source, index) => `try { out.add(show(c${index}(ctx))); } ${CATCHES}`).join('\n')}
return String.join('\n', out);`;

const show = (result: ConditionResult): string => {
  if (result.kind === 'value') return `${typeName(result.value)} ${result.text}`;
  const { type } = result.error;
  return `failed ${Object.values(EXCEPTIONS).includes(type) ? type : 'other'}`;
};

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
