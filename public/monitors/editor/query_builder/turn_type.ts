import { BUCKET_SCRIPT } from '../../../../common/monitors/conditions/condition';
import type { Action, Monitor } from '../../../../common/monitors/monitor';
import { GROUPS } from '../../../../common/monitors/query_builder/names';
import {
  bucketMeasures,
  bucketName,
  queryMeasures,
} from '../../../../common/monitors/threshold/measures';
import type { MeasureOf } from '../../../../common/monitors/threshold/measures';
import { printCondition } from '../../../../common/monitors/threshold/print_condition';
import { readCondition } from '../../../../common/monitors/threshold/read_condition';
import type {
  BucketCondition,
  BucketLevelTrigger,
  QueryLevelTrigger,
  TriggerKind,
} from '../../../../common/monitors/trigger';
import { setSearch } from '../changes';
import { defaultMessage } from '../new_texts';
import { newBucketTrigger, newTrigger } from '../new_trigger';
import { searchOf } from '../question';
import { asType } from '../type_choice';

/** A monitor that judges otherwise, and which of its conditions could not come along. */
export interface Turned {
  monitor: Monitor;
  /** Names of triggers whose conditions begin anew. */
  anew: string[];
}

const isSame = (a: MeasureOf, b: MeasureOf): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Messages that nobody changed become those of the other kind. */
const withMessages = (actions: readonly Action[], from: TriggerKind, to: TriggerKind): Action[] =>
  actions.map((action) =>
    action.message_template?.source === defaultMessage(from)
      ? { ...action, message_template: { ...action.message_template, source: defaultMessage(to) } }
      : action
  );

const painless = (source: string) => ({ script: { source, lang: 'painless' as const } });

/** A condition over the whole answer as one over each group; undefined where a part of it is of no group. */
const ofEachGroup = (
  source: string,
  before: string,
  after: string
): BucketCondition | undefined => {
  const read = readCondition(source);
  if (read.kind === 'script') return undefined;
  const offered = queryMeasures(before);
  const ofBuckets = bucketMeasures(after, GROUPS);
  const paths: Record<string, string> = {};
  const thresholds = read.condition.thresholds.flatMap((threshold) => {
    const of = offered.find(({ measure }) => measure === threshold.measure)?.of;
    const path = of && ofBuckets.find((bucket) => isSame(bucket.of, of))?.path;
    if (path === undefined) return [];
    const known = Object.keys(paths).find((name) => paths[name] === path);
    const name = known ?? bucketName(path, Object.keys(paths));
    paths[name] = path;
    return [{ ...threshold, measure: `params.${name}` }];
  });
  if (thresholds.length < read.condition.thresholds.length) return undefined;
  return {
    parent_bucket_path: GROUPS,
    buckets_path: paths,
    ...painless(printCondition({ ...read.condition, thresholds })),
    gap_policy: 'skip',
  };
};

/** A condition over each group as one over the whole answer. */
const ofTheWhole = (
  condition: BucketCondition,
  before: string,
  after: string
): string | undefined => {
  const read = readCondition(condition.script.source, BUCKET_SCRIPT);
  if (read.kind === 'script') return undefined;
  const ofBuckets = bucketMeasures(before, condition.parent_bucket_path);
  const offered = queryMeasures(after);
  const thresholds = read.condition.thresholds.flatMap((threshold) => {
    const path = condition.buckets_path[threshold.measure.replace(/^params\./, '')];
    const of = ofBuckets.find((bucket) => bucket.path === path)?.of;
    const measure = of && offered.find((one) => isSame(one.of, of))?.measure;
    return measure === undefined ? [] : [{ ...threshold, measure }];
  });
  const isWhole = thresholds.length === read.condition.thresholds.length;
  return isWhole ? printCondition({ ...read.condition, thresholds }) : undefined;
};

/** Recovery conditions are in the words of the other kind: they do not come along. */
const common = (trigger: QueryLevelTrigger | BucketLevelTrigger) => ({
  ...trigger,
  recovery_condition: undefined,
});

const groupedTrigger = (trigger: QueryLevelTrigger, before: string, after: string) => {
  const condition = ofEachGroup(trigger.condition.script.source, before, after);
  const actions = withMessages(trigger.actions, 'query_level_trigger', 'bucket_level_trigger');
  const grouped: BucketLevelTrigger = {
    ...common(trigger),
    actions,
    condition: condition ?? newBucketTrigger([]).condition,
  };
  return { grouped, isAnew: condition === undefined || trigger.recovery_condition !== undefined };
};

const wholeTrigger = (trigger: BucketLevelTrigger, before: string, after: string) => {
  const source = ofTheWhole(trigger.condition, before, after);
  const actions = withMessages(trigger.actions, 'bucket_level_trigger', 'query_level_trigger');
  const whole: QueryLevelTrigger = {
    ...common(trigger),
    actions,
    condition: source === undefined ? newTrigger([]).condition : painless(source),
  };
  return { whole, isAnew: source === undefined || trigger.recovery_condition !== undefined };
};

/**
 * A query-level monitor as a bucket-level one, and the other way round; any other stays.
 *
 * @param query the text of the query that it will ask
 */
export const turned = (draft: Monitor, query: string): Turned => {
  const before = searchOf(draft).query;
  if (draft.monitor_type === 'query_level_monitor') {
    const fresh = setSearch({ query })(asType('bucket_level_monitor')(draft));
    if (fresh.monitor_type !== 'bucket_level_monitor') return { monitor: draft, anew: [] };
    const triggers = draft.triggers.map(({ query_level_trigger: trigger }) =>
      groupedTrigger(trigger, before, query)
    );
    return {
      monitor: {
        ...fresh,
        triggers: triggers.map((one) => ({ bucket_level_trigger: one.grouped })),
      },
      anew: triggers.filter(({ isAnew }) => isAnew).map(({ grouped }) => grouped.name),
    };
  }
  if (draft.monitor_type !== 'bucket_level_monitor') return { monitor: draft, anew: [] };
  const fresh = setSearch({ query })(asType('query_level_monitor')(draft));
  if (fresh.monitor_type !== 'query_level_monitor') return { monitor: draft, anew: [] };
  const triggers = draft.triggers.map(({ bucket_level_trigger: trigger }) =>
    wholeTrigger(trigger, before, query)
  );
  return {
    monitor: { ...fresh, triggers: triggers.map((one) => ({ query_level_trigger: one.whole })) },
    anew: triggers.filter(({ isAnew }) => isAnew).map(({ whole }) => whole.name),
  };
};
