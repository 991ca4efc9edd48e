import { phrase } from '../../phrase';
import type { JsonObject } from '../../json/record';
import { parseByteSize } from '../units/byte_size';
import type { PolicyProblem } from '../policy/policy';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';
import type { ObjectType, Param } from './param';

/** Each is enough by itself. */
export const ROLLOVER_CONDITIONS = [
  'min_size',
  'min_primary_shard_size',
  'min_doc_count',
  'min_index_age',
] as const;

const CONDITIONS: readonly Param[] = [
  {
    name: 'min_size',
    label: phrase('watchkeeper.lifecycle.actions.rollover.minSizeLabel', 'Size of the primaries'),
    type: { kind: 'size' },
  },
  {
    name: 'min_primary_shard_size',
    label: phrase(
      'watchkeeper.lifecycle.actions.rollover.minPrimaryShardSizeLabel',
      'Size of a primary shard'
    ),
    type: { kind: 'size' },
  },
  {
    name: 'min_doc_count',
    label: phrase('watchkeeper.lifecycle.actions.rollover.minDocCountLabel', 'Documents'),
    type: { kind: 'integer', min: 1 },
  },
  {
    name: 'min_index_age',
    label: phrase('watchkeeper.lifecycle.actions.rollover.minIndexAgeLabel', 'Age'),
    type: { kind: 'duration' },
  },
];

const sizeProblems = (params: JsonObject): PolicyProblem[] =>
  ['min_size', 'min_primary_shard_size']
    .filter((name) => parseByteSize(String(params[name])) === 0)
    .map((name) => ({ path: [name], message: 'It must be more than nothing.' }));

const isSet = (value: unknown): boolean => (value ?? null) !== null;

const isEmpty = (params: JsonObject): boolean =>
  !ROLLOVER_CONDITIONS.some((name) => isSet(params[name]));

/** Each group needs a condition, and knows only those that stand alone, too. */
const GROUP: ObjectType = {
  kind: 'object',
  params: CONDITIONS,
  check: (group) => [
    ...(isEmpty(group)
      ? [{ path: [], message: `A group names conditions: ${ROLLOVER_CONDITIONS.join(', ')}.` }]
      : []),
    ...sizeProblems(group),
  ],
};

const groupProblems = (params: JsonObject): PolicyProblem[] =>
  isSet(params.any_of) && !isEmpty(params)
    ? [{ path: ['any_of'], message: 'Groups of conditions do not stand beside single ones.' }]
    : [];

export const rollover: ActionKind = {
  type: 'rollover',
  label: phrase('watchkeeper.lifecycle.actions.rollover.label', 'Rollover'),
  description: phrase(
    'watchkeeper.lifecycle.actions.rollover.description',
    'Goes on with a new index once this one is large or old enough.'
  ),
  params: [
    ...CONDITIONS,
    {
      name: 'any_of',
      label: phrase('watchkeeper.lifecycle.actions.rollover.anyOfLabel', 'Groups of conditions'),
      type: {
        kind: 'list',
        of: GROUP,
        item: phrase('watchkeeper.lifecycle.actions.rollover.groupLabel', 'Group'),
        add: phrase('watchkeeper.lifecycle.actions.rollover.addGroupLabel', 'Add a group'),
        start: {},
      },
      help: phrase(
        'watchkeeper.lifecycle.actions.rollover.groupsHelp',
        'In the place of the conditions above: all of a group must hold, and one group is enough. From OpenSearch 3.8.'
      ),
    },
    {
      name: 'copy_alias',
      label: phrase('watchkeeper.lifecycle.actions.rollover.copyAliasLabel', 'Copy other aliases'),
      type: { kind: 'switch' },
      default: false,
    },
    {
      name: 'prevent_empty_rollover',
      label: phrase(
        'watchkeeper.lifecycle.actions.rollover.preventEmptyRolloverLabel',
        'Not while empty'
      ),
      type: { kind: 'switch' },
      default: false,
    },
  ],
  steps: [once('attempt_rollover')],
  check: (params) => [...sizeProblems(params), ...groupProblems(params)],
};
