import { messageOf } from '../../errors';
import { JavaDouble } from '../../json/java_double';
import { BUCKET_SCRIPT, parseCondition } from '../conditions/condition';
import type { ConditionProgram } from '../conditions/condition';
import { measureReaderOf } from '../conditions/measure';
import type { MeasureReader } from '../conditions/measure';
import type { BucketCondition, BucketLevelTrigger } from '../trigger';
import { findParent, wrong } from './aggregations';
import type { Aggregation, Wrong } from './aggregations';
import { compileBucketPath } from './bucket_path';
import type { PathReader } from './bucket_path';
import { keyTestOf } from './key_filter';
import type { KeyTest } from './key_filter';

/** What takes the place of a metric that is missing. */
export type GapPolicy = 'skip' | 'insert_zeros' | 'keep_values';

export const gapPolicyOf = ({ gap_policy: policy = 'skip' }: BucketCondition): GapPolicy =>
  policy.toLowerCase() as GapPolicy;

/** A script over the values of a bucket. */
export type BucketScript =
  | { kind: 'interpreted'; source: string; program: ConditionProgram }
  /** Only the cluster knows the script, or the values that it looks at. */
  | { kind: 'cluster'; source: string; reason: string };

/** What the script of a bucket sees: Doubles, and null. */
export type BucketParams = Readonly<Record<string, JavaDouble | number | null>>;

/** A trigger's condition, with everything worked out that its buckets share. */
export interface BucketProgram {
  kind: 'ready';
  triggerId: string;
  parentPath: string;
  /** The way to the parent. */
  steps: readonly Aggregation[];
  condition: BucketScript;
  recovery?: BucketScript;
  measure: MeasureReader;
  accepts?: KeyTest;
  /** @throws NotANumber */
  paramsOf(bucket: Readonly<Record<string, unknown>>): BucketParams;
}

interface Variable {
  name: string;
  isCount: boolean;
  read: PathReader;
}

const REPLACEMENT: Readonly<Record<GapPolicy, number>> = {
  skip: Number.NaN,
  insert_zeros: 0,
  keep_values: Number.NaN,
};

/**
 * The value of one variable. In a bucket without documents every metric is missing, except to `keep_values`; where an
 * aggregation is not in the answer at all, the script sees null. Source: `BucketHelpers.resolveBucketValue`.
 */
const valueOf = (
  { isCount, read }: Variable,
  bucket: Readonly<Record<string, unknown>>,
  gap: GapPolicy
): number | null => {
  const value = read(bucket);
  if (value === null) return null;
  const isEmpty = Number(bucket.doc_count) === 0 && !isCount && gap !== 'keep_values';
  return isEmpty || !Number.isFinite(value) ? REPLACEMENT[gap] : value;
};

/** Every number is a Double there, counts too. */
const asDouble = (value: number | null): JavaDouble | number | null =>
  value !== null && Number.isInteger(value) ? new JavaDouble(value) : value;

const paramsReader =
  (variables: readonly Variable[], gap: GapPolicy) =>
  (bucket: Readonly<Record<string, unknown>>): BucketParams => {
    const params: Record<string, JavaDouble | number | null> = {};
    for (const variable of variables) {
      params[variable.name] = asDouble(valueOf(variable, bucket, gap));
    }
    return params;
  };

const scriptOf = (source: string, unreadable: string | undefined): BucketScript | Wrong => {
  const parsed = parseCondition(source, BUCKET_SCRIPT);
  if (parsed.kind === 'error') return wrong(parsed.message);
  if (parsed.kind === 'unknown') return { kind: 'cluster', source, reason: parsed.reason };
  return unreadable === undefined
    ? { kind: 'interpreted', source, program: parsed.program }
    : { kind: 'cluster', source, reason: unreadable };
};

const variablesOf = (
  paths: Readonly<Record<string, string>>,
  children: readonly Aggregation[]
): { variables: Variable[]; unreadable?: string } | Wrong => {
  const variables: Variable[] = [];
  let unreadable: string | undefined;
  for (const [name, path] of Object.entries(paths)) {
    const compiled = compileBucketPath(path, children);
    if (compiled.kind === 'wrong') return compiled;
    if (compiled.kind === 'cluster') unreadable ??= compiled.reason;
    else variables.push({ name, isCount: compiled.isCount, read: compiled.read });
  }
  return { variables, ...(unreadable === undefined ? {} : { unreadable }) };
};

const filterOf = (condition: BucketCondition): { accepts?: KeyTest } | Wrong => {
  try {
    const accepts = keyTestOf(condition);
    return accepts ? { accepts } : {};
  } catch (error) {
    return wrong(messageOf(error));
  }
};

const isWrong = (value: object): value is Wrong => 'kind' in value && value.kind === 'wrong';

/**
 * Works out a trigger's condition over the aggregations of its query.
 *
 * @returns `wrong` for a condition that can never be judged; only a monitor that was written raw has one
 */
export const compileBucketTrigger = (
  { id, condition, recovery_condition: recovering }: BucketLevelTrigger,
  aggregations: readonly Aggregation[]
): BucketProgram | Wrong => {
  const parent = findParent(condition.parent_bucket_path, aggregations);
  if (parent.kind === 'wrong') return parent;
  const { steps } = parent;
  const found = variablesOf(condition.buckets_path, steps[steps.length - 1].children);
  if (isWrong(found)) return found;
  const script = scriptOf(condition.script.source, found.unreadable);
  if (isWrong(script)) return script;
  const recovery = recovering && scriptOf(recovering.script.source, found.unreadable);
  if (recovery && isWrong(recovery)) return recovery;
  const filter = filterOf(condition);
  if (isWrong(filter)) return filter;
  return {
    kind: 'ready',
    triggerId: id,
    parentPath: condition.parent_bucket_path,
    steps,
    condition: script,
    ...(recovery ? { recovery } : {}),
    measure: measureReaderOf(condition.script.source, BUCKET_SCRIPT),
    ...filter,
    paramsOf: paramsReader(found.variables, gapPolicyOf(condition)),
  };
};
