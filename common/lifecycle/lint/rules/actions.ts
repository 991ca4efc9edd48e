import type { JsonObject } from '../../../json/record';
import { actionKind } from '../../actions/registry';
import type { Action, Path } from '../../policy/policy';
import { parseTimeValue } from '../../units/time_value';
import { editAt, removeAt } from '../edit';
import type { Finding, LintInput, Rule } from '../finding';

/** Rules about single actions and what stands beside them. */

type Found = Omit<Finding, 'rule' | 'severity'>;

interface Placed {
  action: Action;
  path: Path;
  state: number;
  place: number;
}

const actionsOf = ({ policy }: LintInput): Placed[] =>
  policy.states.flatMap(({ actions }, state) =>
    actions.map((action, place) => ({
      ...{ action, state, place },
      path: ['states', state, 'actions', place],
    }))
  );

/** A rule about every action of some types. */
const about = (
  name: string,
  severity: Rule['severity'],
  types: readonly string[],
  judge: (placed: Placed, input: LintInput) => Found[]
): Rule => ({
  name,
  severity,
  find: (input) =>
    actionsOf(input)
      .filter(({ action }) => types.length === 0 || types.includes(action.type))
      .flatMap((placed) => judge(placed, input)),
});

const notAllowed = about('not_allowed', 'error', [], ({ action, path }, { around }) => {
  const allowed = around.cluster?.allowed_actions;
  return allowed && !allowed.includes(action.type)
    ? [{ path, message: `The cluster does not allow “${action.type}” (allow_list).` }]
    : [];
});

const TAKES_REPOSITORY = ['snapshot', 'convert_index_to_remote'];

const repository = about('no_repository', 'error', TAKES_REPOSITORY, (placed, { around }) => {
  const { repository: name } = placed.action.params;
  const path = [...placed.path, placed.action.type, 'repository'];
  if (typeof name !== 'string') return [];
  if (around.denied_repositories?.includes(name)) {
    return [{ path, message: `The cluster takes no snapshots into “${name}” (deny_list).` }];
  }
  return around.repositories && !around.repositories.includes(name)
    ? [{ path, message: `There is no snapshot repository “${name}”: the action fails.` }]
    : [];
});

const channel = about('no_channel', 'error', ['notification'], ({ action, path }, { around }) => {
  const { channel: to } = action.params;
  const id = typeof to === 'object' && to !== null ? (to as JsonObject).id : undefined;
  return typeof id === 'string' && around.channels && !around.channels.includes(id)
    ? [
        {
          path: [...path, 'notification', 'channel'],
          message: `There is no notification channel “${id}”.`,
        },
      ]
    : [];
});

const replicas = about('too_many_replicas', 'warning', ['replica_count'], (placed, { around }) => {
  const wanted = Number(placed.action.params.number_of_replicas);
  const nodes = around.data_nodes?.length;
  return nodes !== undefined && wanted + 1 > nodes
    ? [
        {
          path: [...placed.path, 'replica_count', 'number_of_replicas'],
          message: `With ${nodes} data nodes at most ${nodes - 1} replicas find a place: the index stays yellow.`,
          repair: {
            label: `Set ${nodes - 1}`,
            apply: (body: JsonObject) =>
              editAt(
                body,
                [...placed.path, 'replica_count', 'number_of_replicas'],
                () => nodes - 1
              ),
          },
        },
      ]
    : [];
});

const allocation = about('no_such_node', 'warning', ['allocation'], (placed, { around }) => {
  const required = placed.action.params.require;
  const nodes = around.data_nodes;
  if (!nodes || typeof required !== 'object' || required === null) return [];
  const wanted = Object.entries(required as JsonObject);
  const fits = nodes.some(({ attributes }) =>
    wanted.every(([name, value]) =>
      String(value)
        .split(',')
        .includes(attributes[name] ?? '')
    )
  );
  const said = wanted.map(([name, value]) => `${name}: ${String(value)}`).join(', ');
  return wanted.length === 0 || fits
    ? []
    : [
        {
          path: [...placed.path, 'allocation', 'require'],
          message: `No data node has ${said}: the shards stay where they are.`,
        },
      ];
});

const waitFor = about('wait_for_ignored', 'warning', ['allocation'], ({ action, path }) =>
  action.params.wait_for === true
    ? [
        {
          path: [...path, 'allocation', 'wait_for'],
          message:
            'Index State Management stores wait_for and does not wait: the next action begins while the shards still move.',
        },
      ]
    : []
);

const writeBlock = about('write_block_stays', 'warning', ['force_merge'], (placed, { policy }) => {
  const { actions } = policy.states[placed.state];
  const after = actions.slice(placed.place + 1).map(({ type }) => type);
  return after.includes('read_write') || after.includes('delete')
    ? []
    : [
        {
          path: placed.path,
          message:
            'The merge blocks writes and leaves it so. Add “read_write” if it is written to again.',
        },
      ];
});

const legacy = about('legacy_destination', 'warning', ['notification'], ({ action, path }) =>
  (action.params.destination ?? null) === null
    ? []
    : [
        {
          path: [...path, 'notification', 'destination'],
          message:
            'This is the form from before the notifications plugin. It is still sent; a channel can be changed in one place.',
        },
      ]
);

const beforeDelete = about(
  'notification_before_delete',
  'warning',
  ['notification'],
  (placed, { policy }) => {
    const next = policy.states[placed.state].actions.at(placed.place + 1);
    return next?.type === 'delete'
      ? [
          {
            path: placed.path,
            message:
              'If the node dies while the message goes out, the policy stops here, and the index is not deleted until somebody retries.',
          },
        ]
      : [];
  }
);

const unguarded = about('delete_without_snapshot', 'warning', ['delete'], (placed, { policy }) => {
  const kept = policy.states.some(({ actions }) => actions.some(({ type }) => type === 'snapshot'));
  return kept
    ? []
    : [{ path: placed.path, message: 'No snapshot is taken before: what is deleted is gone.' }];
});

const TICK = 5 * 60_000;

const shortTimeout = about('timeout_too_short', 'warning', [], ({ action, path }) => {
  const limit = parseTimeValue(action.timeout ?? '');
  const steps = actionKind(action.type)?.steps.length ?? 1;
  return limit !== undefined && limit < steps * TICK
    ? [
        {
          path: [...path, 'timeout'],
          message: `Its ${steps === 1 ? 'step comes' : `${steps} steps come`} 5 to 8 minutes apart: ${action.timeout ?? ''} is too short to get through.`,
          repair: {
            label: 'Take the time limit out',
            apply: (body: JsonObject) => removeAt(body, [...path, 'timeout']),
          },
        },
      ]
    : [];
});

const STATS = ['min_doc_count', 'min_size'];

const closedStats = about('closed_index_stats', 'warning', ['close'], (placed, { policy }) => {
  const { transitions, actions } = policy.states[placed.state];
  const opened = actions.slice(placed.place + 1).some(({ type }) => type === 'open');
  return transitions.flatMap(({ conditions = {} }, j) =>
    !opened && STATS.some((name) => name in conditions)
      ? [
          {
            path: ['states', placed.state, 'transitions', j],
            message: 'A closed index tells neither documents nor size: the condition fails.',
          },
        ]
      : []
  );
});

const shrink = about('shrink_fails', 'warning', ['shrink'], ({ action, path }, { around }) =>
  (around.indices ?? []).some(({ facts }) => facts.primaries === 1)
    ? [{ path, message: 'Indices with one shard are not shrunken: there is nothing to do.' }]
    : (around.indices ?? []).some(({ facts }) => facts.replicas === 0) &&
        action.params.force_unsafe !== true
      ? [
          {
            path,
            message:
              'Indices without a replica are shrunken only with force_unsafe: the action fails.',
          },
        ]
      : []
);

export const ACTION_RULES: readonly Rule[] = [
  ...[notAllowed, repository, channel, replicas, allocation, waitFor, writeBlock, legacy],
  ...[beforeDelete, unguarded, shortTimeout, closedStats, shrink],
];
