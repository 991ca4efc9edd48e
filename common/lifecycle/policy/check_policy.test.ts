import { checkPolicy } from './check_policy';

/** A policy in which nothing is wrong, with something else at a place. */
const policy = (changes: object): object => ({
  ...{ description: 'd', default_state: 'a' },
  states: [{ name: 'a', actions: [], transitions: [] }],
  ...changes,
});
const acting = (action: object): object =>
  policy({ states: [{ name: 'a', actions: [action], transitions: [] }] });
const leading = (transition: unknown): object =>
  policy({ states: [{ name: 'a', actions: [], transitions: [transition] }] });
const waiting = (conditions: unknown): object => leading({ state_name: 'a', conditions });
const template = (...templates: unknown[]): object => policy({ ism_template: templates });
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

const ROLLUP = {
  ...{ description: 'd', target_index: 't', page_size: 100 },
  dimensions: [{ date_histogram: { source_field: 'at', fixed_interval: '1h' } }],
};
const rollup = (changes: object): object =>
  acting({ rollup: { ism_rollup: { ...ROLLUP, ...changes } } });
const TRANSFORM = {
  ...{ description: 'd', target_index: 't', page_size: 100 },
  groups: [{ terms: { source_field: 'a' } }],
  aggregations: { total: { sum: { field: 'b' } } },
};
const transform = (changes: object): object =>
  acting({ transform: { ism_transform: { ...TRANSFORM, ...changes } } });
const aliasing = (...actions: unknown[]): object => acting({ alias: { actions } });
const cron = (expression: string, timezone = 'UTC', more = {}): object =>
  waiting({ cron: { cron: { expression, timezone, ...more } } });
const notifying = (destination: object): object =>
  acting({ notification: { ...SOURCE, destination } });
const CRON = `${CONDITIONS}.cron.cron`;

/** Seen on OpenSearch 3.4.0 with Index Management 3.4, which answers some of them with status 500. */
const REFUSED_LIVE: ReadonlyArray<[says: string, document: unknown, place: string]> = [
  ['found [VALUE_NULL]', acting({ delete: null }), `${IN_ACTION}.delete`],
  ['found [VALUE_STRING]', acting({ close: 'now' }), `${IN_ACTION}.close`],
  [
    'found [VALUE_NULL] of a list',
    policy({ states: [{ name: 'a', actions: null }] }),
    'states.0.actions',
  ],
  ['found [VALUE_NULL] of a retry', acting({ open: {}, retry: null }), `${IN_ACTION}.retry`],
  [
    'Invalid token: [VALUE_NULL] for ActionTimeout',
    acting({ open: {}, timeout: null }),
    `${IN_ACTION}.timeout`,
  ],
  [
    "Can't get text on a VALUE_NULL",
    acting({ rollover: { min_size: null } }),
    `${IN_ACTION}.rollover.min_size`,
  ],
  ['found [VALUE_NULL] of conditions', waiting(null), CONDITIONS],
  [
    "Can't get text on a VALUE_NULL of a condition",
    waiting({ min_index_age: '1d', min_size: null }),
    `${CONDITIONS}.min_size`,
  ],
  [
    'Fractional bytes values have been deprecated',
    acting({ rollover: { min_size: '1.5gb' } }),
    `${IN_ACTION}.rollover.min_size`,
  ],
  [
    'Values greater than 9223372036854775807 bytes are not supported',
    waiting({ min_size: '9999999pb' }),
    `${CONDITIONS}.min_size`,
  ],
  [
    'unit is missing or unrecognized',
    waiting({ min_index_age: '1M' }),
    `${CONDITIONS}.min_index_age`,
  ],
  [
    'out of range of int',
    acting({ force_merge: { max_num_segments: 3_000_000_000 } }),
    `${IN_ACTION}.force_merge.max_num_segments`,
  ],
  [
    "Can't get text on a START_ARRAY",
    acting({ allocation: { require: { temp: ['warm'] } } }),
    `${IN_ACTION}.allocation.require`,
  ],
  [
    'ErrorNotification message template must be a mustache script',
    policy({
      error_notification: {
        ...{ channel: { id: 'c' } },
        message_template: { source: 's', lang: 'painless' },
      },
    }),
    'error_notification.message_template',
  ],
  [
    'Unexpected field: x, while parsing Slack destination',
    notifying({ slack: { url: 'u', x: 1 } }),
    `${IN_ACTION}.notification.destination.slack.x`,
  ],
  [
    'For input string: "x"',
    notifying({ custom_webhook: { url: 'u', port: 'x' } }),
    `${IN_ACTION}.notification.destination.custom_webhook.port`,
  ],
  ['At least one alias action needs to be specified.', aliasing(), `${IN_ACTION}.alias.actions`],
  [
    'At least one alias needs to be specified.',
    aliasing({ add: {} }),
    `${IN_ACTION}.alias.actions.0.add`,
  ],
  [
    'failed to parse field [aliases]',
    aliasing({ add: { alias: 'a', aliases: ['b'] } }),
    `${IN_ACTION}.alias.actions.0.add`,
  ],
  [
    '[remove] unknown field [is_write_index]',
    aliasing({ remove: { alias: 'a', is_write_index: true } }),
    `${IN_ACTION}.alias.actions.0.remove.is_write_index`,
  ],
  [
    'expecting token of type [FIELD_NAME]',
    acting({ shrink: { num_new_shards: 1, aliases: ['a'] } }),
    `${IN_ACTION}.shrink.aliases.0`,
  ],
  [
    'Page size must be between 1 and 10000',
    rollup({ page_size: 10_001 }),
    `${IN_ACTION}.rollup.ism_rollup.page_size`,
  ],
  [
    'Must specify precisely one date histogram dimension',
    rollup({ dimensions: [{ terms: { source_field: 'a' } }] }),
    `${IN_ACTION}.rollup.ism_rollup.dimensions`,
  ],
  [
    'Must specify at least one metric',
    rollup({ metrics: [{ source_field: 'a', metrics: [] }] }),
    `${IN_ACTION}.rollup.ism_rollup.metrics.0.metrics`,
  ],
  [
    'Groups cannot be empty',
    transform({ groups: [] }),
    `${IN_ACTION}.transform.ism_transform.groups`,
  ],
  [
    'Unsupported aggregation [terms]',
    transform({ aggregations: { a: { terms: { field: 'b' } } } }),
    `${IN_ACTION}.transform.ism_transform.aggregations.a`,
  ],
  [
    'parseAggregators(...) must not be null, at every later reading',
    transform({ aggregations: undefined }),
    `${IN_ACTION}.transform.ism_transform.aggregations`,
  ],
  ['Invalid chars: L', cron('0 3 L * *'), `${CRON}.expression`],
  ['Invalid expression: 1#2', cron('0 3 * * 1#2'), `${CRON}.expression`],
  ['Invalid range! [7,2]', cron('0 3 * * SUN-TUE'), `${CRON}.expression`],
  ['Unknown time-zone ID: PST', cron('0 3 * * *', 'PST'), `${CRON}.timezone`],
  ['Unknown time-zone ID: asia/seoul', cron('0 3 * * *', 'asia/seoul'), `${CRON}.timezone`],
  ['Unknown cron field x', cron('0 3 * * *', 'UTC', { x: 1 }), `${CRON}.x`],
  [
    "matching this policy's other ISM templates, by what both leave out",
    template(
      { index_patterns: ['a*', '-ab*'], priority: 1 },
      { index_patterns: ['c*', '-ab*'], priority: 1 }
    ),
    'ism_template.1.priority',
  ],
];

describe('what the server would refuse is refused here, at its place', () => {
  it.each([...REFUSED, ...REFUSED_LIVE])('%s', (_says, document, place) => {
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

  it.each([
    ['a duration of nothing', waiting({ min_index_age: '0' })],
    ['a month in capitals', cron('0 3 * JUL WED')],
    ['a template without a priority', template({ index_patterns: ['a*'], priority: null })],
    ['no aliases of what is shrunk', acting({ shrink: { num_new_shards: 1, aliases: null } })],
    [
      'a channel beside no destination',
      acting({ notification: { ...SOURCE, channel: { id: 'c' }, destination: null } }),
    ],
    ['a list of aliases', aliasing({ add: { aliases: ['a', 'b'], is_write_index: true } })],
    ['a rollup', rollup({ metrics: [{ source_field: 'a', metrics: [{ avg: {} }] }] })],
    ['a transform', transform({})],
    [
      'a webhook as the server gives it back',
      notifying({ custom_webhook: { url: 'u', host: null, port: -1, header_params: {} } }),
    ],
  ])('what the server takes is taken: %s', (_what, document) =>
    expect(checkPolicy(document)).toEqual([])
  );
});
