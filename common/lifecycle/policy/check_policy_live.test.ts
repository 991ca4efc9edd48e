import { checkPolicy } from './check_policy';
import { acting, policy, template, waiting } from './testing/policies_with';

const SOURCE = { message_template: { source: 's' } };

const IN_ACTION = 'states.0.actions.0';
const IN_TRANSITION = 'states.0.transitions.0';
const CONDITIONS = `${IN_TRANSITION}.conditions`;

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

describe('what a real server refuses is refused here, at its place', () => {
  it.each(REFUSED_LIVE)('%s', (_says, document, place) => {
    const found = checkPolicy(document);
    expect(found.map(({ path }) => path.join('.'))).toContain(place);
    for (const { message } of found) expect(message).toMatch(/[.]$/);
  });

  it.each([
    ['a duration of nothing', waiting({ min_index_age: '0' })],
    ['an offset for a zone, as it comes back', cron('0 3 * * *', 'UTC+09:00')],
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
