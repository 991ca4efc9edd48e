import { evaluateCondition, parseCondition } from '../../common/monitors/conditions/condition';
import type { ConditionProgram, ConditionResult } from '../../common/monitors/conditions/condition';
import { typeName } from '../../common/monitors/conditions/values';
import { JavaInstant } from '../../common/json/java_instant';
import { parseLossless } from '../../common/json/lossless';
import type { TestCluster } from '../support/cluster';
import { CONTEXT_JSON } from './conditions_generator';

/** A cluster compiles 75 scripts in five minutes: many conditions go into one. */
const PER_SCRIPT = 100;

/** Exceptions that a script can catch by name; subclasses first. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  ArithmeticException: 'arithmetic_exception',
  ClassCastException: 'class_cast_exception',
  NullPointerException: 'null_pointer_exception',
  StringIndexOutOfBoundsException: 'string_index_out_of_bounds_exception',
  IndexOutOfBoundsException: 'index_out_of_bounds_exception',
  NumberFormatException: 'number_format_exception',
  IllegalArgumentException: 'illegal_argument_exception',
  IllegalStateException: 'illegal_state_exception',
  NoSuchElementException: 'no_such_element_exception',
};

const TYPES = [
  ...['Integer', 'Long', 'Float', 'Double', 'Boolean', 'String', 'List', 'Map', 'Set'],
  ...['Collection', 'Map.Entry', 'Instant', 'Optional', 'OptionalInt', 'OptionalDouble'],
  ...['OptionalLong', 'BigInteger'],
];

const SHOW = `
String show(def v) {
  if (v == null) return 'null null';
  ${TYPES.map((type) => `if (v instanceof ${type}) return '${type} ' + v;`).join('\n  ')}
  return 'unknown ' + v;
}`;

/** What has no name there is another form of the wrong type (`WrongMethodTypeException`). */
const CATCHES = Object.entries({ ...EXCEPTIONS, Exception: 'class_cast_exception' })
  .map(([name, type]) => `catch (${name} e) { out.add('failed ${type}'); }`)
  .join(' ');

/** Painless knows no escape for it: it stands in the source as it is. */
const SEPARATOR = '\u001e';

const INSTANTS = ['periodStart', 'periodEnd'];

/** What begins like a statement has its `return`s in it. */
const isExpression = (source: string): boolean =>
  !/^\s*(?:(?:if|for|while|return)\b|\w+ \w+ ?[=;,])/.test(source);

const bodyOf = (source: string): string =>
  isExpression(source) ? `return ${source};` : `if (ctx != null) { ${source} } return null;`;

/** One script that gives a line per condition: the type and text of its value, or its exception. */
const pack = (sources: string[]): string => `
${sources.map((source, index) => `def c${index}(def ctx) { ${bodyOf(source)} }`).join('\n')}
${SHOW}
def ctx = params.ctx;
${INSTANTS.map((name) => `ctx.${name} = Instant.parse(ctx.${name});`).join(' ')}
List out = new ArrayList();
${sources.map((_source, index) => `try { out.add(show(c${index}(ctx))); } ${CATCHES}`).join('\n')}
return String.join('${SEPARATOR}', out);`;

/** The context that conditions are tried on, as the interpreter has it. */
export const testContext = (): Record<string, unknown> => {
  const ctx = parseLossless(CONTEXT_JSON) as Record<string, unknown>;
  for (const name of INSTANTS) ctx[name] = new JavaInstant(Date.parse(String(ctx[name])));
  return ctx;
};

export const show = (result: ConditionResult): string =>
  result.kind === 'value'
    ? `${typeName(result.value)} ${result.text}`
    : `failed ${result.error.type}`;

export interface KnownCondition {
  source: string;
  program: ConditionProgram;
}

export interface Sorted {
  known: KnownCondition[];
  /** For the cluster, with the reason. */
  unknown: Array<{ source: string; reason: string }>;
  refused: string[];
}

/** By what the interpreter says to them. */
export const sorted = (sources: string[]): Sorted => {
  const found: Sorted = { known: [], unknown: [], refused: [] };
  for (const source of sources) {
    const parsed = parseCondition(source);
    if (parsed.kind === 'known') found.known.push({ source, program: parsed.program });
    else if (parsed.kind === 'unknown') found.unknown.push({ source, reason: parsed.reason });
    else found.refused.push(source);
  }
  return found;
};

export interface PainlessAnswer {
  result?: string;
  error?: object;
}

export const execute = (cluster: TestCluster, source: string) =>
  cluster.request<PainlessAnswer>(
    'POST',
    '/_scripts/painless/_execute',
    `{"script":{"source":${JSON.stringify(source)},"params":{"ctx":${CONTEXT_JSON}}}}`
  );

const reasonOf = (body: PainlessAnswer): string =>
  /"caused_by":(\{.*?\})/.exec(JSON.stringify(body))?.[1] ?? JSON.stringify(body);

const COMPILES_NOT = 'does not compile: ';

/** What the cluster makes of each condition; where a script of many is refused, the culprit is found by halves. */
const onCluster = async (cluster: TestCluster, sources: string[]): Promise<string[]> => {
  const { body } = await execute(cluster, pack(sources));
  if (body.result !== undefined) return body.result.split(SEPARATOR);
  if (sources.length === 1) return [COMPILES_NOT + reasonOf(body)];
  const half = Math.ceil(sources.length / 2);
  return [
    ...(await onCluster(cluster, sources.slice(0, half))),
    ...(await onCluster(cluster, sources.slice(half))),
  ];
};

const FLOAT = /^Float (.*)$/;

/** Java up to 18 prints a float with more digits than it takes. */
const isSame = (ours: string, theirs: string): boolean => {
  const [a, b] = [FLOAT.exec(ours)?.[1], FLOAT.exec(theirs)?.[1]];
  const areFloats = a !== undefined && b !== undefined;
  return ours === theirs || (areFloats && Math.fround(Number(a)) === Math.fround(Number(b)));
};

/** The conditions whose value, type or exception is another one on the cluster. */
export const disagreements = async (
  cluster: TestCluster,
  conditions: KnownCondition[]
): Promise<string[]> => {
  const ctx = testContext();
  const found: string[] = [];
  for (let start = 0; start < conditions.length; start += PER_SCRIPT) {
    const batch = conditions.slice(start, start + PER_SCRIPT);
    const theirs = await onCluster(
      cluster,
      batch.map(({ source }) => source)
    );
    batch.forEach(({ source, program }, i) => {
      const ours = show(evaluateCondition(program, ctx));
      if (!isSame(ours, theirs[i]))
        found.push(`${source}\n  ours:   ${ours}\n  theirs: ${theirs[i]}`);
    });
  }
  return found;
};
