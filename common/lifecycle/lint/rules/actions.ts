import type { JsonObject } from '../../../json/record';
import { phrase } from '../../../phrase';
import { sentence } from '../../../sentence';
import type { Policy } from '../../policy/policy';
import { editAt } from '../edit';
import type { Rule } from '../finding';
import { about } from './placed';

/** Rules about single actions and what stands beside them. */

const writeBlock = about('write_block_stays', 'warning', ['force_merge'], (placed, { policy }) => {
  const { actions } = policy.states[placed.state];
  const after = actions.slice(placed.place + 1).map(({ type }) => type);
  return after.includes('read_write') || after.includes('delete')
    ? []
    : [
        {
          path: placed.path,
          said: sentence(
            phrase(
              'watchkeeper.lifecycle.rules.writeBlockStays',
              'The merge blocks writes and leaves it so. Add “read_write” if it is written to again.'
            )
          ),
          repair: {
            label: sentence(
              phrase(
                'watchkeeper.lifecycle.rules.writeBlockStaysRepair',
                'Allow writes after it (read_write)'
              )
            ),
            apply: (body: JsonObject) =>
              editAt(body, ['states', placed.state, 'actions'], (value) =>
                Array.isArray(value)
                  ? [
                      ...value.slice(0, placed.place + 1),
                      { read_write: {} },
                      ...value.slice(placed.place + 1),
                    ]
                  : value
              ),
          },
        },
      ];
});

const LEGACY = sentence(
  phrase(
    'watchkeeper.lifecycle.rules.legacyDestination',
    'This is the form from before the notifications plugin. It is still sent; a channel can be changed in one place.'
  )
);

const legacy = about('legacy_destination', 'warning', ['notification'], ({ action, path }) =>
  (action.params.destination ?? null) === null
    ? []
    : [
        {
          path: [...path, 'notification', 'destination'],
          said: LEGACY,
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
            said: sentence(
              phrase(
                'watchkeeper.lifecycle.rules.notificationBeforeDelete',
                'If the node dies while the message goes out, the policy stops here, and the index is not deleted until somebody retries.'
              )
            ),
          },
        ]
      : [];
  }
);

const legacyErrors: Rule = {
  name: 'legacy_error_destination',
  severity: 'warning',
  find: ({ policy }) =>
    (policy.error_notification?.destination ?? null) === null
      ? []
      : [{ path: ['error_notification', 'destination'], said: LEGACY }],
};

/** The states that an index can come to without a snapshot before, or within, each of them. */
const withoutSnapshot = ({ states, default_state: start }: Policy): Set<string> => {
  const seen = new Set<string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = states.find((each) => each.name === name);
    if (!state || seen.has(name)) continue;
    seen.add(name);
    if (state.actions.some(({ type }) => type === 'snapshot')) continue;
    open.push(...state.transitions.map(({ state_name: to }) => to));
  }
  return seen;
};

const unguarded = about('delete_without_snapshot', 'warning', ['delete'], (placed, { policy }) => {
  const { name, actions } = policy.states[placed.state];
  const before = actions.slice(0, placed.place).some(({ type }) => type === 'snapshot');
  if (before || !withoutSnapshot(policy).has(name)) return [];
  const elsewhere = policy.states.some((state) =>
    state.actions.some(({ type }) => type === 'snapshot')
  );
  const said = elsewhere
    ? sentence(
        phrase(
          'watchkeeper.lifecycle.rules.deleteWithoutSnapshotElsewhere',
          'An index can come here without a snapshot being taken on the way: what is deleted then is gone.'
        )
      )
    : sentence(
        phrase(
          'watchkeeper.lifecycle.rules.deleteWithoutSnapshot',
          'No snapshot is taken before: what is deleted is gone.'
        )
      );
  return [{ path: placed.path, said }];
});

const STATS = ['min_doc_count', 'min_size'];

const CLOSES = ['close', 'open'];

/** The states whose transitions are asked while the index is closed. */
const closedIn = ({ states }: Policy, first: number): Set<number> => {
  const closed = new Set<number>();
  const open = [first];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const state = states.at(at);
    if (!state || at < 0 || closed.has(at)) continue;
    const last = state.actions.filter(({ type }) => CLOSES.includes(type)).at(-1)?.type;
    if (last === 'open') continue;
    closed.add(at);
    const leads = state.transitions.map(({ state_name: to }) => to);
    open.push(...leads.map((to) => states.findIndex(({ name }) => name === to)));
  }
  return closed;
};

const closedStats = about('closed_index_stats', 'warning', ['close'], (placed, { policy }) =>
  [...closedIn(policy, placed.state)].flatMap((i) =>
    policy.states[i].transitions.flatMap(({ conditions = {} }, j) =>
      STATS.some((name) => name in conditions)
        ? [
            {
              path: ['states', i, 'transitions', j],
              said: sentence(
                phrase(
                  'watchkeeper.lifecycle.rules.closedIndexStats',
                  'A closed index tells neither documents nor size: the condition fails.'
                )
              ),
            },
          ]
        : []
    )
  )
);

export const ACTION_RULES: readonly Rule[] = [
  ...[writeBlock, legacy, legacyErrors, beforeDelete, unguarded, closedStats],
];
