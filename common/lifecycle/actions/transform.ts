import { phrase } from '../../phrase';
import type { Phrase } from '../../phrase';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';
import { DIMENSION, JOB_DESCRIPTION, PAGE_SIZE } from './dimensions';
import type { ObjectType, Param } from './param';

const FIELD: Param = {
  name: 'field',
  label: phrase('watchkeeper.lifecycle.aggregations.fieldLabel', 'Field'),
  type: { kind: 'text' },
  required: true,
};

// Aggregations have more members, for rare cases; what is none of these says the cluster.
const overField = (name: string, label: Phrase, more: readonly Param[] = []): Param => ({
  name,
  label,
  type: { kind: 'object', params: [FIELD, ...more], strict: false },
});

/** All that transforms take. Source: OpenSearch index-management, `Transform.supportedAggregations`. */
const AGGREGATIONS: readonly Param[] = [
  overField('avg', phrase('watchkeeper.lifecycle.aggregations.avgLabel', 'Average')),
  overField('sum', phrase('watchkeeper.lifecycle.aggregations.sumLabel', 'Sum')),
  overField('min', phrase('watchkeeper.lifecycle.aggregations.minLabel', 'Minimum')),
  overField('max', phrase('watchkeeper.lifecycle.aggregations.maxLabel', 'Maximum')),
  overField(
    'value_count',
    phrase('watchkeeper.lifecycle.aggregations.valueCountLabel', 'Number of values')
  ),
  overField(
    'percentiles',
    phrase('watchkeeper.lifecycle.aggregations.percentilesLabel', 'Percentiles'),
    [
      {
        name: 'percents',
        label: phrase('watchkeeper.lifecycle.aggregations.percentsLabel', 'Percents'),
        type: { kind: 'json' },
        example: '[50, 95, 99]',
        rare: true,
      },
    ]
  ),
  {
    name: 'scripted_metric',
    label: phrase('watchkeeper.lifecycle.aggregations.scriptedMetricLabel', 'Script'),
    type: { kind: 'json' },
  },
];

/** Source: OpenSearch index-management, `ISMTransform`. */
const TRANSFORM: ObjectType = {
  kind: 'object',
  params: [
    JOB_DESCRIPTION,
    {
      name: 'target_index',
      label: phrase('watchkeeper.lifecycle.actions.transform.targetIndexLabel', 'Target index'),
      type: { kind: 'text' },
      required: true,
      help: phrase(
        'watchkeeper.lifecycle.actions.transform.targetIndexHelp',
        'Where the result is kept. It is made if it is not there.'
      ),
      example: 'transform-logs',
    },
    PAGE_SIZE,
    {
      name: 'data_selection_query',
      label: phrase(
        'watchkeeper.lifecycle.actions.transform.dataSelectionQueryLabel',
        'Only documents that match'
      ),
      type: { kind: 'json' },
      help: phrase(
        'watchkeeper.lifecycle.actions.transform.dataSelectionQueryHelp',
        'A query in the JSON of searches. Without it, all documents.'
      ),
      example: '{ "term": { "level": "error" } }',
      rare: true,
    },
    {
      name: 'groups',
      label: phrase('watchkeeper.lifecycle.actions.transform.groupsLabel', 'Grouped by'),
      type: {
        kind: 'list',
        of: DIMENSION,
        item: phrase('watchkeeper.lifecycle.actions.transform.groupLabel', 'Group'),
        add: phrase('watchkeeper.lifecycle.actions.transform.addGroupLabel', 'Add a group'),
        start: { terms: {} },
        check: (groups) =>
          groups.length === 0 ? [{ path: [], message: 'A transform needs a group.' }] : [],
      },
      required: true,
    },
    {
      name: 'aggregations',
      label: phrase(
        'watchkeeper.lifecycle.actions.transform.aggregationsLabel',
        'Values of a group'
      ),
      type: {
        kind: 'named',
        name: phrase(
          'watchkeeper.lifecycle.actions.transform.aggregationNameLabel',
          'Field in the target'
        ),
        of: { kind: 'one_of', options: AGGREGATIONS, beside: ['meta', 'aggs', 'aggregations'] },
        add: phrase('watchkeeper.lifecycle.actions.transform.addAggregationLabel', 'Add a value'),
        start: { avg: {} },
        // A policy without them is taken by the server, which then can neither read nor list nor delete it.
        check: (aggregations) =>
          Object.keys(aggregations).length === 0
            ? [{ path: [], message: 'A transform needs a value.' }]
            : [],
      },
      required: true,
    },
  ],
};

export const transform: ActionKind = {
  type: 'transform',
  label: phrase('watchkeeper.lifecycle.actions.transform.label', 'Transform'),
  description: phrase(
    'watchkeeper.lifecycle.actions.transform.description',
    'Runs a transform job on the index.'
  ),
  params: [
    {
      name: 'ism_transform',
      label: phrase('watchkeeper.lifecycle.actions.transform.ismTransformLabel', 'Transform job'),
      type: TRANSFORM,
      required: true,
    },
  ],
  steps: [once('attempt_create_transform'), once('wait_for_transform_completion')],
};
