import { phrase } from '../../phrase';
import { isRecord } from '../../json/record';
import type { Path, PolicyProblem } from '../policy/policy';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';
import { dimensionProblems, dimensionType, jobProblems } from './check_job';

/** `source_index` came with OpenSearch 3.5. */
const MEMBERS = ['dimensions', 'metrics', 'target_index_settings', 'source_index', 'routing_field'];
const METRICS = ['avg', 'sum', 'min', 'max', 'value_count', 'cardinality'];

const metricProblems = (value: unknown, path: Path): PolicyProblem[] => {
  const { source_field: field, metrics } = isRecord(value) ? value : {};
  const types = (Array.isArray(metrics) ? metrics : []).flatMap((each: unknown) =>
    isRecord(each) ? Object.keys(each) : ['']
  );
  const good = types.length > 0 && types.every((type) => METRICS.includes(type));
  return [
    ...(typeof field === 'string' && field !== ''
      ? []
      : [{ path: [...path, 'source_field'], message: 'It is required.' }]),
    ...(good
      ? []
      : [
          {
            path: [...path, 'metrics'],
            message: `It must be a list of ${METRICS.join(', ')}: [{"avg": {}}].`,
          },
        ]),
  ];
};

const rollupProblems = (job: unknown): PolicyProblem[] => {
  const path = ['ism_rollup'];
  if (!isRecord(job)) return [{ path, message: 'A rollup job is an object.' }];
  const dimensions: unknown[] = Array.isArray(job.dimensions) ? job.dimensions : [];
  const [first, ...others] = dimensions.map(dimensionType);
  const dated = first === 'date_histogram' && !others.includes('date_histogram');
  const { metrics = [] } = job;
  return [
    ...jobProblems(job, MEMBERS, path),
    ...(dated
      ? dimensions.flatMap((each, i) => dimensionProblems(each, [...path, 'dimensions', i]))
      : [
          {
            path: [...path, 'dimensions'],
            message: 'The first dimension, and no other, must be a date_histogram.',
          },
        ]),
    ...(Array.isArray(metrics)
      ? metrics.flatMap((each, i) => metricProblems(each, [...path, 'metrics', i]))
      : [{ path: [...path, 'metrics'], message: 'It must be a list.' }]),
  ];
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
      type: { kind: 'json' },
      required: true,
    },
  ],
  steps: [once('attempt_create_rollup'), once('wait_for_rollup_completion')],
  check: ({ ism_rollup: job }) => ((job ?? null) === null ? [] : rollupProblems(job)),
};
