import { checkPolicy } from './check_policy';
import { acting, leading, policy, template, waiting } from './testing/policies_with';

const SOURCE = { message_template: { source: 's' } };

const IN_ACTION = 'states.0.actions.0';
const IN_TRANSITION = 'states.0.transitions.0';
const CONDITIONS = `${IN_TRANSITION}.conditions`;

/** What the server says, a policy of which it says so, and the place at which it is said here. */
const REFUSED: ReadonlyArray<[says: string, document: unknown, place: string]> = [
  ['Invalid field: [x] found in Policy.', policy({ x: 1 }), 'x'],
  ['description is null', policy({ description: undefined }), 'description'],
  ['default_state is null', policy({ default_state: undefined }), 'default_state'],
  ['Policy must have a valid default state', policy({ default_state: 'x' }), 'default_state'],
  ['Policy must contain at least one State', policy({ states: [] }), 'states'],
  [
    'Policy cannot have duplicate state names',
    policy({ states: [{ name: 'a' }, { name: 'a' }] }),
    'states.1.name',
  ],
  [
    'Policy contains a transition in state=a pointing to a nonexistent state=x',
    leading({ state_name: 'x' }),
    `${IN_TRANSITION}.state_name`,
  ],
  ['State must contain a valid name', policy({ states: [{ name: ' ' }] }), 'states.0.name'],
  ['Invalid field: [x] found in State.', policy({ states: [{ name: 'a', x: 1 }] }), 'states.0.x'],
  [
    'State=a must not contain an action after a delete action',
    policy({ states: [{ name: 'a', actions: [{ delete: {} }, { close: {} }] }] }),
    'states.0.actions.1',
  ],
  [
    'State=a cannot contain transitions if using delete action',
    policy({
      states: [{ name: 'a', actions: [{ delete: {} }], transitions: [{ state_name: 'a' }] }],
    }),
    'states.0.transitions',
  ],
  ['Action inside state is null', policy({ states: [{ name: 'a', actions: [null] }] }), IN_ACTION],
  ['Failed to parse object', policy({ states: [{ name: 'a', actions: {} }] }), 'states.0.actions'],
  ['Invalid field: [x] found in Actions.', acting({ x: {} }), `${IN_ACTION}.x`],
  [
    'failed to parse setting [timeout]',
    acting({ close: {}, timeout: '1' }),
    `${IN_ACTION}.timeout`,
  ],
  [
    'Count for ActionRetry must be a non-negative number',
    acting({ close: {}, retry: { count: -1 } }),
    `${IN_ACTION}.retry.count`,
  ],
  [
    'Invalid field: [x] found in Transition.',
    leading({ state_name: 'a', x: 1 }),
    `${IN_TRANSITION}.x`,
  ],
  [
    'Cannot provide more than one Transition condition',
    waiting({ min_index_age: '1d', min_doc_count: 1 }),
    CONDITIONS,
  ],
  ['Invalid field: [x] found in Conditions.', waiting({ x: 1 }), `${CONDITIONS}.x`],
  [
    'Transition minDocs value must be greater than 0',
    waiting({ min_doc_count: 0 }),
    `${CONDITIONS}.min_doc_count`,
  ],
  [
    'Transition minSize value must be greater than 0',
    waiting({ min_size: '0b' }),
    `${CONDITIONS}.min_size`,
  ],
  [
    'failed to parse setting [min_index_age]',
    waiting({ min_index_age: '1.5d' }),
    `${CONDITIONS}.min_index_age`,
  ],
  [
    "must not contain a '#'",
    template({ index_patterns: ['a#'] }),
    'ism_template.0.index_patterns.0',
  ],
  [
    "must not contain a ':'",
    template({ index_patterns: ['a:'] }),
    'ism_template.0.index_patterns.0',
  ],
  [
    "must not start with '_'",
    template({ index_patterns: ['_a'] }),
    'ism_template.0.index_patterns.0',
  ],
  [
    'must not contain the following characters',
    template({ index_patterns: ['a b'] }),
    'ism_template.0.index_patterns.0',
  ],
  [
    'an exclusion needs content',
    template({ index_patterns: ['a', '-'] }),
    'ism_template.0.index_patterns.1',
  ],
  [
    'at least one inclusion pattern',
    template({ index_patterns: ['-a'] }),
    'ism_template.0.index_patterns',
  ],
  [
    'Requires at least one index pattern',
    template({ index_patterns: [] }),
    'ism_template.0.index_patterns',
  ],
  [
    'Requires priority to be >= 0',
    template({ index_patterns: ['a'], priority: -1 }),
    'ism_template.0.priority',
  ],
  [
    'Invalid field: [x] found in ISMTemplate.',
    template({ index_patterns: ['a'], x: 1 }),
    'ism_template.0.x',
  ],
  [
    "matching this policy's other ISM templates",
    template({ index_patterns: ['a*'], priority: 1 }, { index_patterns: ['*b'], priority: 1 }),
    'ism_template.1.priority',
  ],
  [
    'ErrorNotification must contain a destination or channel',
    policy({ error_notification: SOURCE }),
    'error_notification',
  ],
  [
    'ErrorNotification can only contain a single destination or channel',
    policy({
      error_notification: { ...SOURCE, channel: { id: 'c' }, destination: { slack: { url: 'u' } } },
    }),
    'error_notification.destination',
  ],
  [
    'ErrorNotification message template is null',
    policy({ error_notification: { channel: { id: 'c' } } }),
    'error_notification.message_template',
  ],
  [
    'RolloverAction minDocs value must be greater than 0',
    acting({ rollover: { min_doc_count: 0 } }),
    `${IN_ACTION}.rollover.min_doc_count`,
  ],
  [
    'RolloverAction minSize value must be greater than 0',
    acting({ rollover: { min_size: '0b' } }),
    `${IN_ACTION}.rollover.min_size`,
  ],
  [
    'cannot specify both flat conditions and [any_of] groups',
    acting({ rollover: { min_doc_count: 1, any_of: [{ min_doc_count: 2 }] } }),
    `${IN_ACTION}.rollover.any_of`,
  ],
  ['an empty group', acting({ rollover: { any_of: [{}] } }), `${IN_ACTION}.rollover.any_of.0`],
  [
    'maxNumSegments must be greater than 0',
    acting({ force_merge: { max_num_segments: 0 } }),
    `${IN_ACTION}.force_merge.max_num_segments`,
  ],
  [
    'maxNumSegments is null',
    acting({ force_merge: {} }),
    `${IN_ACTION}.force_merge.max_num_segments`,
  ],
  [
    'number_of_replicas value must be a non-negative number',
    acting({ replica_count: { number_of_replicas: -1 } }),
    `${IN_ACTION}.replica_count.number_of_replicas`,
  ],
  [
    'IndexPriorityAction index_priority value must be a non-negative number',
    acting({ index_priority: { priority: -1 } }),
    `${IN_ACTION}.index_priority.priority`,
  ],
  [
    'At least one allocation parameter need to be specified.',
    acting({ allocation: {} }),
    `${IN_ACTION}.allocation`,
  ],
  [
    'SnapshotAction repository is null',
    acting({ snapshot: { snapshot: 's' } }),
    `${IN_ACTION}.snapshot.repository`,
  ],
  [
    'Exactly one option specifying the number of shards to shrink to must be used.',
    acting({ shrink: {} }),
    `${IN_ACTION}.shrink`,
  ],
  [
    'Percentage of source shards must be between 0.0 and 1.0 exclusively',
    acting({ shrink: { percentage_of_source_shards: 1 } }),
    `${IN_ACTION}.shrink.percentage_of_source_shards`,
  ],
  [
    'The max_shard_size must be greater than 0.',
    acting({ shrink: { max_shard_size: '0b' } }),
    `${IN_ACTION}.shrink.max_shard_size`,
  ],
  [
    'Notification must contain a destination or channel',
    acting({ notification: SOURCE }),
    `${IN_ACTION}.notification`,
  ],
  [
    'Only ADD and REMOVE actions are allowed.',
    acting({ alias: { actions: [{ remove_index: {} }] } }),
    `${IN_ACTION}.alias.actions.0`,
  ],
  [
    'Alias action can only work on its applied index',
    acting({ alias: { actions: [{ add: { index: 'x', alias: 'y' } }] } }),
    `${IN_ACTION}.alias.actions.0.add`,
  ],
  [
    'rename_pattern must contain $1',
    acting({ convert_index_to_remote: { repository: 'r', snapshot: 's', rename_pattern: 'x' } }),
    `${IN_ACTION}.convert_index_to_remote.rename_pattern`,
  ],
];

describe('what the server would refuse is refused here, at its place', () => {
  it.each(REFUSED)('%s', (_says, document, place) => {
    const found = checkPolicy(document);
    expect(found.map(({ path }) => path.join('.'))).toContain(place);
    for (const { message } of found) expect(message).toMatch(/[.]$/);
  });

  it('and nothing else: the policies above are right without their one fault', () => {
    expect(checkPolicy(policy({}))).toEqual([]);
    expect(checkPolicy(leading({ state_name: 'a' }))).toEqual([]);
    expect(checkPolicy(waiting({ min_index_age: '1d' }))).toEqual([]);
    expect(checkPolicy(template({ index_patterns: ['a*', '-ab'], priority: 1 }))).toEqual([]);
    expect(
      checkPolicy(policy({ error_notification: { ...SOURCE, channel: { id: 'c' } } }))
    ).toEqual([]);
    expect(checkPolicy(acting({ rollover: { any_of: [{ min_doc_count: 2 }] } }))).toEqual([]);
  });
});
