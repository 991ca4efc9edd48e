import { phrase } from '../../phrase';
import type { JsonValue } from '../../json/lossless';
import { isJsonObject } from '../../json/record';
import type { JsonObject } from '../../json/record';
import type { PolicyProblem } from '../policy/policy';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';
import { DIMENSION, JOB_DESCRIPTION, PAGE_SIZE } from './dimensions';
import type { ObjectType, ParamType } from './param';

const isTime = (value: JsonValue): boolean => isJsonObject(value) && 'date_histogram' in value;

/** The server wants one of time, in front of all others. */
const checkDimensions = (dimensions: readonly JsonValue[]): PolicyProblem[] => {
  if (!dimensions.some(isTime)) {
    return [{ path: [], message: 'A rollup needs a dimension of time: a date histogram.' }];
  }
  return dimensions.flatMap((each, place) => {
    if (place === 0 && !isTime(each)) {
      return [{ path: [place], message: 'The first dimension must be that of time.' }];
    }
    const isSecond = isTime(each) && dimensions.findIndex(isTime) < place;
    return isSecond ? [{ path: [place], message: 'There is one dimension of time, no more.' }] : [];
  });
};

const DIMENSIONS: ParamType = {
  kind: 'list',
  of: DIMENSION,
  item: phrase('watchkeeper.lifecycle.actions.rollup.dimensionLabel', 'Dimension'),
  add: phrase('watchkeeper.lifecycle.actions.rollup.addDimensionLabel', 'Add a dimension'),
  start: { terms: {} },
  check: checkDimensions,
};

const METRICS: ParamType = {
  kind: 'list',
  of: {
    kind: 'object',
    params: [
      {
        name: 'source_field',
        label: phrase('watchkeeper.lifecycle.actions.rollup.metricFieldLabel', 'Field'),
        type: { kind: 'text' },
        required: true,
      },
      {
        name: 'metrics',
        label: phrase(
          'watchkeeper.lifecycle.actions.rollup.metricKindsLabel',
          'What is kept of it'
        ),
        type: {
          kind: 'flags',
          options: [
            { name: 'avg', label: phrase('watchkeeper.lifecycle.metrics.avgLabel', 'Average') },
            { name: 'sum', label: phrase('watchkeeper.lifecycle.metrics.sumLabel', 'Sum') },
            { name: 'min', label: phrase('watchkeeper.lifecycle.metrics.minLabel', 'Minimum') },
            { name: 'max', label: phrase('watchkeeper.lifecycle.metrics.maxLabel', 'Maximum') },
            {
              name: 'value_count',
              label: phrase('watchkeeper.lifecycle.metrics.valueCountLabel', 'Number of values'),
            },
            {
              name: 'cardinality',
              label: phrase(
                'watchkeeper.lifecycle.metrics.cardinalityLabel',
                'Number of different values'
              ),
            },
          ],
        },
        required: true,
      },
      {
        name: 'target_field',
        label: phrase(
          'watchkeeper.lifecycle.actions.rollup.metricTargetLabel',
          'Field in the target'
        ),
        type: { kind: 'text' },
        rare: true,
      },
    ],
  },
  item: phrase('watchkeeper.lifecycle.actions.rollup.metricLabel', 'Metric'),
  add: phrase('watchkeeper.lifecycle.actions.rollup.addMetricLabel', 'Add a metric'),
  start: { metrics: [{ avg: {} }] },
};

const checkRouting = ({ routing_field: field, dimensions }: JsonObject): PolicyProblem[] => {
  if ((field ?? null) === null || !Array.isArray(dimensions)) return [];
  const isOfTerms = dimensions.some(
    (each) => isJsonObject(each) && isJsonObject(each.terms) && each.terms.source_field === field
  );
  return isOfTerms
    ? []
    : [{ path: ['routing_field'], message: 'It must be the field of a dimension by values.' }];
};

/** Source: OpenSearch index-management, `ISMRollup`. It runs once: a delay, as of jobs that go on, it does not have. */
const ROLLUP: ObjectType = {
  kind: 'object',
  check: checkRouting,
  params: [
    JOB_DESCRIPTION,
    {
      name: 'target_index',
      label: phrase('watchkeeper.lifecycle.actions.rollup.targetIndexLabel', 'Target index'),
      type: { kind: 'text' },
      required: true,
      help: phrase(
        'watchkeeper.lifecycle.actions.rollup.targetIndexHelp',
        'Where the summary is kept. It is made if it is not there.'
      ),
      example: 'rollup-logs',
    },
    PAGE_SIZE,
    {
      name: 'dimensions',
      label: phrase('watchkeeper.lifecycle.actions.rollup.dimensionsLabel', 'Grouped by'),
      type: DIMENSIONS,
      required: true,
      help: phrase(
        'watchkeeper.lifecycle.actions.rollup.dimensionsHelp',
        'The first one is the time; then as many others as you like.'
      ),
    },
    {
      name: 'metrics',
      label: phrase('watchkeeper.lifecycle.actions.rollup.metricsLabel', 'Metrics'),
      type: METRICS,
      help: phrase(
        'watchkeeper.lifecycle.actions.rollup.metricsHelp',
        'Without any, the summary counts documents only.'
      ),
    },
    {
      name: 'target_index_settings',
      label: phrase(
        'watchkeeper.lifecycle.actions.rollup.targetIndexSettingsLabel',
        'Settings of the target'
      ),
      type: { kind: 'json' },
      example: '{ "index.number_of_replicas": 1 }',
      rare: true,
    },
    {
      name: 'source_index',
      label: phrase('watchkeeper.lifecycle.actions.rollup.sourceIndexLabel', 'Source index'),
      type: { kind: 'text' },
      help: phrase(
        'watchkeeper.lifecycle.actions.rollup.sourceIndexHelp',
        'Without it, the index that the policy manages.'
      ),
      rare: true,
    },
    {
      name: 'routing_field',
      label: phrase('watchkeeper.lifecycle.actions.rollup.routingFieldLabel', 'Routing field'),
      type: { kind: 'text' },
      nullable: true,
      rare: true,
    },
  ],
};

export const rollup: ActionKind = {
  type: 'rollup',
  label: phrase('watchkeeper.lifecycle.actions.rollup.label', 'Rollup'),
  description: phrase(
    'watchkeeper.lifecycle.actions.rollup.description',
    'Condenses old documents into a summary index.'
  ),
  params: [
    {
      name: 'ism_rollup',
      label: phrase('watchkeeper.lifecycle.actions.rollup.ismRollupLabel', 'Rollup job'),
      type: ROLLUP,
      required: true,
    },
  ],
  steps: [once('attempt_create_rollup'), once('wait_for_rollup_completion')],
};
