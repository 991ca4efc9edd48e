import { phrase } from '../../phrase';
import { isRecord } from '../../json/record';
import type { PolicyProblem } from '../policy/policy';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';
import { dimensionProblems, jobProblems } from './check_job';

const MEMBERS = ['data_selection_query', 'groups', 'aggregations'];
const AGGREGATIONS = ['sum', 'max', 'min', 'value_count', 'avg', 'scripted_metric', 'percentiles'];

const aggregationProblems = (value: unknown): PolicyProblem[] => {
  const path = ['ism_transform', 'aggregations'];
  // A policy without them is taken by the server, which then can neither read nor list nor delete it.
  if (!isRecord(value) || Object.keys(value).length === 0) {
    return [{ path, message: 'It must name an aggregation: {"total": {"sum": {"field": "…"}}}.' }];
  }
  return Object.entries(value).flatMap(([name, each]) => {
    const types = isRecord(each) ? Object.keys(each) : [];
    return types.some((type) => AGGREGATIONS.includes(type))
      ? []
      : [{ path: [...path, name], message: `Choose from ${AGGREGATIONS.join(', ')}.` }];
  });
};

const transformProblems = (job: unknown): PolicyProblem[] => {
  const path = ['ism_transform'];
  if (!isRecord(job)) return [{ path, message: 'A transform job is an object.' }];
  const groups: unknown[] = Array.isArray(job.groups) ? job.groups : [];
  return [
    ...jobProblems(job, MEMBERS, path),
    ...(groups.length === 0
      ? [{ path: [...path, 'groups'], message: 'It must be a list, with a group at least.' }]
      : groups.flatMap((each, i) => dimensionProblems(each, [...path, 'groups', i]))),
    ...aggregationProblems(job.aggregations),
  ];
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
      type: { kind: 'json' },
      required: true,
    },
  ],
  steps: [once('attempt_create_transform'), once('wait_for_transform_completion')],
  check: ({ ism_transform: job }) => ((job ?? null) === null ? [] : transformProblems(job)),
};
