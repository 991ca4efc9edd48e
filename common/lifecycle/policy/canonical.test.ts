import type { JsonObject } from '../../json/record';
import { canonicalPolicy } from './canonical';

const policy = (action: JsonObject, conditions?: JsonObject): JsonObject => ({
  ...{ description: 'd', default_state: 'a' },
  states: [
    {
      name: 'a',
      actions: [action],
      transitions: [{ state_name: 'a', ...(conditions ? { conditions } : {}) }],
    },
  ],
});

const job = (dimension: JsonObject): JsonObject => ({
  rollup: {
    ism_rollup: {
      ...{ description: 'd', target_index: 't', page_size: 100 },
      dimensions: [{ date_histogram: dimension }],
      metrics: [],
    },
  },
});

/** What was sent, and what OpenSearch 3.4.0 with Index Management 3.4 gave back of it. */
const GIVEN_BACK: ReadonlyArray<[what: string, sent: JsonObject, back: JsonObject]> = [
  [
    'the rest of a retry',
    { close: {}, retry: { count: 1 } },
    { close: {}, retry: { count: 1, backoff: 'exponential', delay: '1m' } },
  ],
  [
    'a retry in capitals',
    { close: {}, retry: { count: 1, backoff: 'LINEAR', delay: '1D' } },
    { close: {}, retry: { count: 1, backoff: 'linear', delay: '1d' } },
  ],
  [
    'sizes and durations',
    { timeout: '0', rollover: { min_size: '1 GB', min_index_age: '01D' } },
    { timeout: '0ms', rollover: { min_size: '1gb', min_index_age: '1d', copy_alias: false } },
  ],
  [
    'the name of an alias',
    { alias: { actions: [{ add: { alias: 'x', routing: 'r', filter: {} } }] } },
    { alias: { actions: [{ add: { aliases: ['x'], filter: {}, routing: 'r' } }] } },
  ],
  [
    'members of a webhook',
    { notification: { destination: { custom_webhook: { url: 'u' } } } },
    {
      notification: {
        destination: {
          custom_webhook: { path: null, header_params: {}, port: -1, host: null, url: 'u' },
        },
      },
    },
  ],
  [
    'the target field of a job',
    job({ source_field: 'at', fixed_interval: '60m', timezone: 'UTC' }),
    job({
      fixed_interval: '60m',
      source_field: 'at',
      target_field: 'at',
      timezone: 'UTC',
      format: null,
    }),
  ],
  [
    'whether an alias of a shrunk index takes writes',
    { shrink: { num_new_shards: 1, aliases: [{ x: {} }] } },
    {
      shrink: {
        num_new_shards: 1,
        switch_aliases: false,
        aliases: [{ x: { is_write_index: null } }],
      },
    },
  ],
];

describe('the canonical form is free of what the server makes of', () => {
  it.each(GIVEN_BACK)('%s', (_what, sent, back) =>
    expect(JSON.stringify(canonicalPolicy(policy(back)))).toBe(
      JSON.stringify(canonicalPolicy(policy(sent)))
    )
  );

  it('conditions and templates', () => {
    const sent = canonicalPolicy({
      ...policy({ open: {} }, { min_index_age: '1 D' }),
      ism_template: { index_patterns: ['a*'] },
    });
    const back = canonicalPolicy({
      ...policy({ open: {} }, { min_index_age: '1d' }),
      ism_template: [{ index_patterns: ['a*'], priority: 0, last_updated_time: 1 }],
    });
    expect(back).toEqual(sent);
  });

  it('and keeps what was said otherwise', () => {
    const action = { close: {}, retry: { count: 3, delay: '5m' }, timeout: '2h' };
    expect(canonicalPolicy(policy(action)).states).toEqual([
      {
        name: 'a',
        actions: [{ timeout: '2h', retry: { count: 3, delay: '5m' }, close: {} }],
        transitions: [{ state_name: 'a' }],
      },
    ]);
  });
});
