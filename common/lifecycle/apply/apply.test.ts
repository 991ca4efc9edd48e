import type { IndexFacts } from '../decide/facts';
import type { LintedIndex } from '../lint/surroundings';
import { readPolicy } from '../policy/read_policy';
import { firstEffect } from './first_effect';
import { applyConfirmation, chosenIndices, deletedNames, previewApply } from './preview';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 0, 31);

const index = (
  name: string,
  days: number,
  changes: Partial<IndexFacts> = {},
  more: Partial<LintedIndex> = {}
): LintedIndex => ({
  facts: {
    ...{ name, uuid: name, created_at: NOW - days * DAY, status: 'open' },
    ...{ docs: 10, primary_bytes: 1000, primaries: 1, replicas: 1, aliases: [], rollovers: [] },
    ...changes,
  },
  ...more,
});

const state = (name: string, actions: object[], ...transitions: object[]) => ({
  ...{ name, actions, transitions },
});
const to = (name: string, conditions?: object) => ({
  ...{ state_name: name },
  ...(conditions ? { conditions } : {}),
});
const policyOf = (...states: object[]) =>
  readPolicy({ description: '', default_state: 'hot', states });

const MONTH = policyOf(
  state(
    'hot',
    [{ replica_count: { number_of_replicas: 1 } }],
    to('gone', { min_index_age: '30d' })
  ),
  state('gone', [{ delete: {} }])
);
const ROLLING = policyOf(
  state('hot', [{ rollover: { min_doc_count: 5 } }], to('warm')),
  state('warm', [], to('gone', { min_index_age: '30d' })),
  state('gone', [{ delete: {} }])
);

const effect = (policy: typeof MONTH, one: LintedIndex) => firstEffect(policy, 'p', one, NOW);

describe('the first effect of a policy on an index', () => {
  it('is that it stays where it begins, after what is done there', () => {
    expect(effect(MONTH, index('logs', 3))).toEqual({
      ...{ kind: 'stays', state: 'hot', actions: ['replica_count'] },
    });
  });

  it('is its end where it is older than the policy keeps it', () => {
    expect(effect(MONTH, index('logs', 31))).toEqual({ kind: 'deleted', through: ['hot', 'gone'] });
  });

  it('counts what comes due within the hour', () => {
    expect(effect(MONTH, index('logs', 30 - 1 / 48)).kind).toBe('deleted');
    expect(effect(MONTH, index('logs', 30 - 1 / 12)).kind).toBe('stays');
  });

  it('is a rollover whose conditions are met', () => {
    const aliases = [{ name: 'logs', members: 1 }];
    const one = index('logs-000001', 1, { aliases, rollover_alias: 'logs' });
    expect(effect(ROLLING, one)).toEqual({ kind: 'stays', state: 'warm', actions: ['rollover'] });
    const rolled = { ...one, facts: { ...one.facts, rollovers: [{ target: 'logs', at: 1 }] } };
    expect(effect(ROLLING, rolled)).toEqual({ kind: 'stays', state: 'warm', actions: [] });
  });

  it('is a failure where no rollover alias is set, however old it is', () => {
    expect(effect(ROLLING, index('logs-2026.01.01', 99))).toMatchObject({
      ...{ kind: 'fails', state: 'hot', action: 'rollover', rollover: 'no_alias_setting' },
    });
  });

  it('is a failure where it would delete what a data stream writes to', () => {
    const stream = { name: 'logs', is_write_index: true };
    expect(effect(MONTH, index('.ds-logs-000002', 40, { data_stream: stream }))).toMatchObject({
      ...{ kind: 'fails', state: 'gone', action: 'delete' },
    });
    const older = { data_stream: { ...stream, is_write_index: false } };
    expect(effect(MONTH, index('.ds-logs-000001', 40, older)).kind).toBe('deleted');
  });

  it('is the end of a policy without a way out, a circle, or what only the engine knows', () => {
    const done = policyOf(state('hot', [{ read_only: {} }]));
    expect(effect(done, index('a', 1))).toEqual({
      ...{ kind: 'completes', state: 'hot', actions: ['read_only'] },
    });
    const round = policyOf(state('hot', [], to('warm')), state('warm', [], to('hot')));
    expect(effect(round, index('a', 1)).kind).toBe('cycles');
    const strange = policyOf(state('hot', [{ read_only: {} }, { teleport: {} }]));
    expect(effect(strange, index('a', 1))).toEqual({
      ...{ kind: 'unknown', state: 'hot', action: 'teleport' },
    });
  });

  it.each([
    ['closed', index('a', 99, { status: 'close' })],
    ['restricted', index('.kibana_1', 99)],
    ['same_policy', index('a', 99, {}, { policy_id: 'p' })],
    ['other_policy', index('a', 99, {}, { policy_id: 'q' })],
  ])('is none where the engine does not take it: %s', (why, one) => {
    expect(effect(MONTH, one)).toMatchObject({ kind: 'not_applied', why });
  });
});

describe('the preview', () => {
  it('counts what happens to whom, deletions first, with their bytes', () => {
    const groups = previewApply(
      ...([MONTH, 'p', [1, 2, 40, 50].map((days) => index(`logs-${days}`, days)), NOW] as const)
    );
    expect(
      groups.map(({ effect: { kind }, indices, bytes }) => [kind, indices.length, bytes])
    ).toEqual([
      ['deleted', 2, 2000],
      ['stays', 2, 2000],
    ]);
    expect(deletedNames(groups)).toEqual(['logs-40', 'logs-50']);
  });

  it('puts failures for the same reason together, though each names its index', () => {
    const some = ['a', 'b'].map((name) => index(name, 1));
    expect(previewApply(ROLLING, 'p', some, NOW)).toHaveLength(1);
  });

  it('asks for a name or a number to be typed', () => {
    expect(applyConfirmation(['logs-40'])).toBe('logs-40');
    expect(applyConfirmation(['logs-40', 'logs-50'])).toBe('delete 2 indices');
  });
});

describe('the chosen indices', () => {
  const stream = { name: 'logs-web', is_write_index: false };
  const all = [
    index('logs-new', 1),
    index('logs-old', 9),
    index('logs-secret', 9, {}, { hidden: true }),
    index('.ds-logs-web-1', 9, { data_stream: stream }, { hidden: true }),
    index('other', 9),
  ];
  const names = (chosen: Parameters<typeof chosenIndices>[1]) =>
    chosenIndices(all, chosen, NOW).chosen.map(({ facts }) => facts.name);

  it('are those named, and those that a pattern matches, by their data stream too', () => {
    expect(names({ names: ['other'], patterns: ['logs-*', '-logs-new'] })).toEqual([
      '.ds-logs-web-1',
      'logs-old',
      'other',
    ]);
  });

  it('are not the hidden ones, unless they are named; how many is told', () => {
    expect(chosenIndices(all, { names: [], patterns: ['*'] }, NOW).hidden).toBe(1);
    expect(names({ names: ['logs-secret'], patterns: [] })).toEqual(['logs-secret']);
  });

  it('are only as old as is asked for', () => {
    expect(names({ names: [], patterns: ['logs-n*', 'logs-o*'], older_than_days: 7 })).toEqual([
      'logs-old',
    ]);
  });
});
