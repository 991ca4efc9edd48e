import { messageOf } from '../../errors';
import type { FieldProblem } from '../../errors';
import { parseLossless } from '../../json/lossless';
import { textPosition } from '../../json/text_position';
import { BUCKET_SCRIPT, parseCondition } from '../conditions/condition';
import { PainlessSyntaxError } from '../conditions/failures';
import { tokenize } from '../conditions/lexer';
import type { Token } from '../conditions/lexer';
import type { BucketLevelMonitor } from '../monitor';
import type { BucketCondition, BucketLevelTrigger, KeyFilter } from '../trigger';
import { findParent, readAggregations } from './aggregations';
import type { Aggregation } from './aggregations';
import { compileBucketPath } from './bucket_path';
import { gapPolicyOf } from './condition';
import { checkFilter } from './key_filter';
import { groupFieldNames } from './locate';

const QUERY_FIELD = 'inputs.0.search.query';

/** The fields of one trigger. */
const fieldsOf = (trigger: number) => {
  const field = `triggers.${trigger}.bucket_level_trigger`;
  return {
    condition: `${field}.condition`,
    script: `${field}.condition.script.source`,
    recovery: `${field}.recovery_condition.script.source`,
  };
};

const aggregationsOf = (query: string): Aggregation[] | undefined => {
  try {
    return readAggregations(parseLossless(query));
  } catch {
    // That it is no JSON, another check says.
    return undefined;
  }
};

const tokensOf = (source: string): Token[] => {
  try {
    return tokenize(source);
  } catch (error) {
    if (error instanceof PainlessSyntaxError) return [];
    throw error;
  }
};

interface Used {
  name: string;
  offset: number;
}

const isDot = ({ kind, text }: Token): boolean =>
  kind === 'operator' && (text === '.' || text === '?.');

/** `params.name` and `params['name']`; a call such as `params.containsKey('name')` asks for none. */
const usedParams = (tokens: readonly Token[]): Used[] =>
  tokens.flatMap((token, i) => {
    const [behind, member, after] = tokens.slice(i + 1, i + 4);
    if (token.kind !== 'identifier' || token.text !== 'params' || !after) return [];
    const { offset } = member;
    if (isDot(behind) && member.kind === 'member') {
      return after.text === '(' || member.text === 'empty' ? [] : [{ name: member.text, offset }];
    }
    const isIndex = behind.text === '[' && member.kind === 'string' && after.text === ']';
    return isIndex ? [{ name: member.text.slice(1, -1), offset }] : [];
  });

const usesContext = (tokens: readonly Token[]): Used[] =>
  tokens.flatMap(({ kind, text, offset }) =>
    kind === 'identifier' && text === 'ctx' ? [{ name: text, offset }] : []
  );

const scriptProblems = (
  source: string,
  field: string,
  variables: readonly string[]
): FieldProblem[] => {
  const parsed = parseCondition(source, BUCKET_SCRIPT);
  if (parsed.kind === 'error') {
    const { message, line, column } = parsed;
    return [{ field, message, line, column }];
  }
  const at = (offset: number, message: string): FieldProblem => ({
    field,
    message,
    ...textPosition(source, offset),
  });
  const tokens = tokensOf(source);
  const [context] = usesContext(tokens);
  if (parsed.kind === 'unknown' && context) {
    return [at(context.offset, 'The condition of a bucket sees params only, and no ctx.')];
  }
  const known = variables.length > 0 ? `There are: ${variables.join(', ')}.` : 'There are none.';
  return usedParams(tokens)
    .filter(({ name }) => !variables.includes(name))
    .map(({ name, offset }) =>
      at(offset, `buckets_path defines no ${name}, which the condition looks at. ${known}`)
    );
};

const filterProblems = (filter: KeyFilter, field: string): FieldProblem[] =>
  (['include', 'exclude'] as const).flatMap((side) => {
    try {
      checkFilter(filter[side]);
      return [];
    } catch (error) {
      return [{ field: `${field}.${side}`, message: messageOf(error) }];
    }
  });

const filtersProblems = (
  { filter, composite_agg_filter: bySource = {} }: BucketCondition,
  steps: readonly Aggregation[],
  field: string
): FieldProblem[] => {
  const parent = steps[steps.length - 1];
  const isComposite = parent.type === 'composite';
  const sources = isComposite ? groupFieldNames([parent]) : [];
  const ofSources = Object.entries(bySource).flatMap(([source, one]) => {
    const at = `${field}.composite_agg_filter.${source}`;
    if (!isComposite) {
      const message = `${parent.name} is no composite aggregation: use filter instead.`;
      return [{ field: at, message }];
    }
    if (sources.includes(source)) return filterProblems(one, at);
    const message = `${parent.name} has no source ${source}. There are: ${sources.join(', ')}.`;
    return [{ field: at, message }];
  });
  if (!filter) return ofSources;
  const message = `${parent.name} is a composite aggregation: use composite_agg_filter instead.`;
  const own = isComposite
    ? [{ field: `${field}.filter`, message }]
    : filterProblems(filter, `${field}.filter`);
  return [...own, ...ofSources];
};

/** Both the script and its values must be known here where the cluster has no such gap policy. */
const gapProblems = (
  { condition, recovery_condition: recovery }: BucketLevelTrigger,
  children: readonly Aggregation[],
  field: string
): FieldProblem[] => {
  if (gapPolicyOf(condition) !== 'keep_values') return [];
  const sources = [condition.script.source, ...(recovery ? [recovery.script.source] : [])];
  const isKnown = sources.every((one) => parseCondition(one, BUCKET_SCRIPT).kind !== 'unknown');
  const paths = Object.values(condition.buckets_path);
  const areRead = paths.every((path) => compileBucketPath(path, children).kind !== 'cluster');
  const message =
    'This condition is for the cluster to judge, which has no gap policy keep_values: use skip or insert_zeros.';
  return isKnown && areRead ? [] : [{ field: `${field}.gap_policy`, message }];
};

const pathProblems = (
  paths: Readonly<Record<string, string>>,
  children: readonly Aggregation[],
  field: string
): FieldProblem[] =>
  Object.entries(paths).flatMap(([name, path]) => {
    const compiled = compileBucketPath(path, children);
    if (compiled.kind !== 'wrong') return [];
    return [{ field: `${field}.buckets_path.${name}`, message: compiled.message }];
  });

const triggerProblems = (
  trigger: BucketLevelTrigger,
  i: number,
  aggregations: readonly Aggregation[] | undefined
): FieldProblem[] => {
  const fields = fieldsOf(i);
  const { condition, recovery_condition: recovery } = trigger;
  const variables = Object.keys(condition.buckets_path);
  const ofScripts = [
    ...scriptProblems(condition.script.source, fields.script, variables),
    ...(recovery ? scriptProblems(recovery.script.source, fields.recovery, variables) : []),
  ];
  if (!aggregations || aggregations.length === 0) return ofScripts;
  const parent = findParent(condition.parent_bucket_path, aggregations);
  if (parent.kind === 'wrong') {
    const field = `${fields.condition}.parent_bucket_path`;
    return [{ field, message: parent.message }, ...ofScripts];
  }
  const { children } = parent.steps[parent.steps.length - 1];
  return [
    ...pathProblems(condition.buckets_path, children, fields.condition),
    ...filtersProblems(condition, parent.steps, fields.condition),
    ...gapProblems(trigger, children, fields.condition),
    ...ofScripts,
  ];
};

/**
 * What is wrong with a bucket-level monitor's query and conditions, as far as it shows without the cluster: a parent or
 * a path that the query does not have, a script that can never compile or looks at what `buckets_path` does not define.
 */
export const bucketConditionProblems = (monitor: BucketLevelMonitor): FieldProblem[] => {
  const aggregations = aggregationsOf(monitor.inputs[0].search.query);
  const none =
    aggregations?.length === 0
      ? [{ field: QUERY_FIELD, message: 'At least one aggregation is required for the input.' }]
      : [];
  const ofTriggers = monitor.triggers.flatMap(({ bucket_level_trigger: trigger }, i) =>
    triggerProblems(trigger, i, aggregations)
  );
  return [...none, ...ofTriggers];
};
