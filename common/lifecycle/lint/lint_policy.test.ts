import { recordedText } from '../../../test/fixtures/ism/recordings';
import { parseLossless } from '../../json/lossless';
import type { JsonObject } from '../../json/record';
import type { IndexFacts } from '../decide/facts';
import { policyBody } from '../policy/policy_body';
import { readPolicy } from '../policy/read_policy';
import { simulateIndex } from '../simulate/simulate_index';
import { lintPolicy, RULES } from './lint_policy';
import type { Surroundings } from './surroundings';

const DAY = 86_400_000;
const NOW = 1000 * DAY;

const facts = (changes: Partial<IndexFacts> = {}): IndexFacts => ({
  ...{ name: 'cwl-app-2023.02.22', uuid: 'u', created_at: NOW - DAY, status: 'open' },
  ...{ docs: 1, primary_bytes: 1, largest_shard_bytes: 1, primaries: 2, replicas: 1 },
  ...{ aliases: [], rollovers: [] },
  ...changes,
});

const SEED = policyBody(parseLossless(recordedText('seed_policy.json'))) as JsonObject;
const DAILY = [22, 23, 24].map((day) => ({
  facts: facts({ name: `cwl-app-2023.02.${day}`, uuid: String(day) }),
}));

describe("the seed's policy on daily indices", () => {
  const findings = lintPolicy(SEED, { now: NOW, indices: DAILY });
  const repaired = findings.find(({ rule }) => rule === 'rollover_fails')?.repair?.apply(SEED);

  it('is told that its rollover must fail, so that nothing is ever deleted', () => {
    expect(findings[0]).toMatchObject({
      ...{ rule: 'rollover_fails', severity: 'error', path: ['states', 0, 'actions', 0] },
    });
    expect(findings[0].message).toContain('“cwl-app-2023.02.22” and 2 more');
    expect(findings[0].message).toContain('no rollover alias is set');
  });

  it('is offered a repair that puts the age on the transition and leaves the rest as it is', () => {
    expect(repaired).toMatchObject({
      states: [
        {
          ...{ name: 'hot', actions: [] },
          transitions: [{ state_name: 'warm', conditions: { min_index_age: '3d' } }],
        },
        {},
        {},
      ],
    });
    const { states, ...rest } = SEED;
    expect(repaired).toMatchObject(rest);
    expect((repaired?.states as unknown[]).slice(1)).toEqual((states as unknown[]).slice(1));
  });

  it('deletes after fifteen days once it is repaired', () => {
    const errors = lintPolicy(repaired, { now: NOW, indices: DAILY });
    expect(errors.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [index] = DAILY;
    const options = { now: NOW, horizon: NOW + 60 * DAY };
    const { end } = simulateIndex(readPolicy(repaired), { ...index, written: false }, options);
    expect(end).toBe('deleted');
  });
});

type Case = [rule: string, states: object[], around: Partial<Surroundings>, template?: object];

const GO = (to: string, conditions?: object) => ({
  ...{ state_name: to, ...(conditions ? { conditions } : {}) },
});
const END = { name: 'z', actions: [{ delete: {} }] };
const rolling = (conditions?: object) => [
  { name: 'a', actions: [{ rollover: { min_doc_count: 1 } }], transitions: [GO('z', conditions)] },
  END,
];
const acting = (...actions: object[]) => [{ name: 'a', actions, transitions: [GO('z')] }, END];
const leading = (...transitions: object[]) => [{ name: 'a', actions: [], transitions }, END];
const rolled = facts({
  ...{ name: 'logs-2023.02-000001', rollover_alias: 'logs' },
  aliases: [{ name: 'logs', is_write_index: true, members: 1 }],
});
const ON_LOGS = { index_patterns: ['logs-*'], priority: 5 };

/** Each rule with a policy that it finds fault with. */
const CASES: Case[] = [
  ['refused', [], {}],
  ['empty_conditions', leading(GO('z', {})), {}],
  ['unreachable_state', [...leading(GO('z')), { name: 'x', actions: [{ delete: {} }] }], {}],
  ['no_exit', [{ name: 'a', actions: [] }], {}],
  ['cycle', [{ name: 'a', actions: [], transitions: [GO('a', { min_state_age: '1d' })] }], {}],
  ['shadowed_transition', leading(GO('z'), GO('z', { min_index_age: '1d' })), {}],
  [
    'weaker_transition',
    leading(GO('z', { min_index_age: '1d' }), GO('z', { min_index_age: '2d' })),
    {},
  ],
  ['mass_delete', leading(GO('z', { min_index_age: '1d' })), { indices: [{ facts: facts() }] }],
  [
    'repeated_action',
    acting({ force_merge: { max_num_segments: 1 } }, { force_merge: { max_num_segments: 1 } }),
    {},
  ],
  ['rollover_fails', rolling(), { indices: [{ facts: facts() }] }],
  [
    'alias_in_template',
    rolling(),
    {
      indices: [{ facts: rolled }],
      index_templates: [{ name: 't', index_patterns: ['logs-*'], aliases: ['logs'] }],
    },
  ],
  ['rollover_age_without_rollover', leading(GO('z', { min_rollover_age: '1d' })), {}],
  ['index_age_after_rollover', rolling({ min_index_age: '1d' }), {}],
  [
    'rollover_of_dated_indices',
    rolling(),
    {
      indices: [
        {
          facts: { ...rolled, name: 'x-2023.02', data_stream: { name: 'x', is_write_index: true } },
        },
      ],
    },
  ],
  ['not_allowed', acting({ close: {} }), { cluster: { red: false, allowed_actions: ['delete'] } }],
  ['no_repository', acting({ snapshot: { repository: 'r', snapshot: 's' } }), { repositories: [] }],
  [
    'no_channel',
    acting({ notification: { channel: { id: 'c' }, message_template: { source: 's' } } }),
    { channels: [] },
  ],
  [
    'too_many_replicas',
    acting({ replica_count: { number_of_replicas: 5 } }),
    { data_nodes: [{ name: 'n', attributes: {} }] },
  ],
  [
    'no_such_node',
    acting({ allocation: { require: { temp: 'warm' } } }),
    { data_nodes: [{ name: 'n', attributes: { temp: 'hot' } }] },
  ],
  ['wait_for_ignored', acting({ allocation: { require: { temp: 'warm' }, wait_for: true } }), {}],
  ['write_block_stays', acting({ force_merge: { max_num_segments: 1 } }), {}],
  [
    'legacy_destination',
    acting({
      notification: {
        destination: { chime: { url: 'https://x.test' } },
        message_template: { source: 's' },
      },
    }),
    {},
  ],
  [
    'notification_before_delete',
    [
      {
        name: 'a',
        actions: [
          { notification: { channel: { id: 'c' }, message_template: { source: 's' } } },
          { delete: {} },
        ],
      },
    ],
    {},
  ],
  ['delete_without_snapshot', leading(GO('z')), {}],
  ['timeout_too_short', acting({ force_merge: { max_num_segments: 1 }, timeout: '10m' }), {}],
  [
    'closed_index_stats',
    [{ name: 'a', actions: [{ close: {} }], transitions: [GO('z', { min_size: '1gb' })] }, END],
    {},
  ],
  [
    'shrink_fails',
    acting({ shrink: { num_new_shards: 1 } }),
    { indices: [{ facts: facts({ primaries: 1 }) }] },
  ],
  [
    'template_conflict',
    leading(GO('z')),
    { templates: [{ policy_id: 'other', index_patterns: ['*-app'], priority: 5 }] },
    ON_LOGS,
  ],
  [
    'template_overlap',
    leading(GO('z')),
    { templates: [{ policy_id: 'other', index_patterns: ['*-app'], priority: 6 }] },
    ON_LOGS,
  ],
  ['existing_indices', leading(GO('z')), { indices: [{ facts: rolled }] }, ON_LOGS],
  [
    'old_template_time',
    leading(GO('z')),
    { indices: [{ facts: rolled }] },
    { ...ON_LOGS, last_updated_time: NOW - 2 * DAY },
  ],
];

/** A policy that nothing is wrong with. */
const GOOD = {
  ...{ description: 'd', default_state: 'a' },
  states: [
    { name: 'a', actions: [], transitions: [GO('b', { min_index_age: '1d' })] },
    {
      name: 'b',
      actions: [{ snapshot: { repository: 'r', snapshot: 's' } }],
      transitions: [GO('z', { min_index_age: '7d' })],
    },
    END,
  ],
};

describe('the catalogue', () => {
  const lint = (states: object[], around: Partial<Surroundings>, template?: object) =>
    lintPolicy(
      {
        description: 'd',
        default_state: 'a',
        states,
        ...(template ? { ism_template: template } : {}),
      },
      { now: NOW, ...around }
    );

  it('has a case for every rule', () => {
    expect(CASES.map(([rule]) => rule)).toEqual(RULES.map(({ name }) => name));
  });

  it.each(CASES.map((each) => ({ rule: each[0], each })))('finds: $rule', ({ each }) => {
    const [rule, states, around, template] = each;
    const found = lint(states, around, template).filter((finding) => finding.rule === rule);
    expect(found).not.toEqual([]);
    for (const { message } of found) expect(message).toMatch(/^\S.*[.]$/);
  });

  it('finds nothing in a policy that is right, whatever is known of the cluster', () => {
    const around: Surroundings = {
      ...{ now: NOW, policy_id: 'p', repositories: ['r'], channels: [], denied_repositories: [] },
      ...{ data_nodes: [{ name: 'n', attributes: {} }], indices: [], templates: [] },
      cluster: { red: false },
    };
    expect(lintPolicy(GOOD, around)).toEqual([]);
    expect(lintPolicy(GOOD, { now: NOW })).toEqual([]);
  });

  it('never fails on what is no policy', () => {
    for (const document of [
      undefined,
      null,
      1,
      [],
      {},
      { states: [null, {}, { actions: [null] }] },
    ]) {
      expect(lintPolicy(document, { now: NOW })).not.toEqual([]);
    }
  });

  it('offers repairs that mend what they are offered for', () => {
    for (const [rule, states, around, template] of CASES) {
      const body = { description: 'd', default_state: 'a', states, ism_template: template ?? null };
      const document = parseLossless(JSON.stringify(body)) as JsonObject;
      const [first] = lintPolicy(document, { now: NOW, ...around }).filter(
        (finding) => finding.rule === rule && finding.repair
      );
      const mended = first?.repair?.apply(document);
      if (!mended) continue;
      const left = lintPolicy(mended, { now: NOW, ...around }).map((finding) => finding.rule);
      expect(left).not.toContain(rule);
    }
  });
});
