import type { IndexFacts } from '../decide/facts';
import { planRepair, suggestedAlias } from './plan_repair';
import type { RepairFacts } from './plan_repair';
import { repairSchema } from './repair_api';

const index = (changes: Partial<IndexFacts> = {}): IndexFacts => ({
  ...{ name: 'logs-000002', uuid: 'u', created_at: 1, status: 'open', primaries: 1, replicas: 1 },
  ...{ aliases: [], rollovers: [], ...changes },
});

const facts = (changes: Partial<RepairFacts> = {}): RepairFacts => ({
  ...{ index: index(), members: [], templates: [], stopped: true, ...changes },
});

const ALIAS = { kind: 'alias', alias: 'logs' } as const;
const SET = { do: 'setting', name: 'rollover_alias', value: 'logs' };

describe('an index without a rollover alias', () => {
  it('gets the alias, to be written to by it, then the setting, then a retry', () => {
    expect(planRepair(ALIAS, facts())).toEqual({
      steps: [{ do: 'alias', alias: 'logs', adds: true }, SET, { do: 'retry' }],
    });
  });

  it('is not retried where the engine has not given it up', () => {
    expect(planRepair(ALIAS, facts({ stopped: false }))).toEqual({
      steps: [{ do: 'alias', alias: 'logs', adds: true }, SET],
    });
  });

  it('takes it from the index that was written to, and leaves out what is so already', () => {
    const members = [
      { index: 'logs-000001', is_write_index: true },
      { index: 'logs-000002', is_write_index: false },
    ];
    expect(planRepair(ALIAS, facts({ members, index: index({ rollover_alias: 'logs' }) }))).toEqual(
      {
        steps: [{ do: 'alias', alias: 'logs', adds: false, from: 'logs-000001' }, { do: 'retry' }],
      }
    );
  });

  it('is written to without being told so where it alone has the alias', () => {
    const members = [{ index: 'logs-000002' }];
    expect(planRepair(ALIAS, facts({ members }))).toEqual({ steps: [SET, { do: 'retry' }] });
    const [first] = [{ index: 'logs-000002', is_write_index: false }];
    expect(planRepair(ALIAS, facts({ members: [first] }))).toMatchObject({
      steps: [{ do: 'alias', adds: false }, SET, { do: 'retry' }],
    });
  });

  it('says which alias was set before', () => {
    const plan = planRepair(ALIAS, facts({ index: index({ rollover_alias: 'old' }) }));
    expect(plan).toMatchObject({ steps: [{}, { ...SET, was: 'old' }, {}] });
  });
});

describe('a repair that would not help', () => {
  it.each([
    ['bad_name', index({ name: 'logs-2026.01.01' })],
    ['data_stream', index({ data_stream: { name: 'web', is_write_index: true } })],
  ])('is refused, since the rollover would fail all the same: %s', (why, one) => {
    expect(planRepair(ALIAS, facts({ index: one }))).toMatchObject({ refused: { why } });
  });

  it('is refused where a template gives the alias to the next index itself', () => {
    const templates = [{ name: 'all', index_patterns: ['logs-*'], aliases: ['logs'] }];
    expect(planRepair(ALIAS, facts({ templates }))).toEqual({
      refused: { why: 'template_alias', template: 'all', alias: 'logs' },
    });
    expect(planRepair({ kind: 'alias', alias: 'other' }, facts({ templates }))).toHaveProperty(
      'steps'
    );
  });

  it('is refused where no alias is set that it could be the write index of', () => {
    expect(planRepair({ kind: 'write_index' }, facts())).toEqual({ refused: { why: 'no_alias' } });
  });

  it('is refused where all is well', () => {
    const whole = facts({
      ...{ index: index({ rollover_alias: 'logs' }), stopped: false },
      members: [{ index: 'logs-000002', is_write_index: true }],
    });
    expect(planRepair(ALIAS, whole)).toEqual({ refused: { why: 'nothing' } });
  });

  it.each(['Logs', '_logs', 'a b', 'a*', ''])('is refused for a name that is none: %j', (alias) => {
    expect(repairSchema.safeParse({ kind: 'alias', alias }).success).toBe(false);
  });
});

describe('an index that need not be rolled over', () => {
  it('is let go on, whatever its name', () => {
    const daily = facts({ index: index({ name: 'logs-2026.01.01' }) });
    expect(planRepair({ kind: 'skip' }, daily)).toEqual({
      steps: [{ do: 'setting', name: 'rollover_skip', value: true }, { do: 'retry' }],
    });
  });
});

describe('the suggested alias', () => {
  it.each([
    [{ rollover_alias: 'set' }, 'set'],
    [
      { aliases: ['a', 'b'].map((name) => ({ name, members: 1, is_write_index: name === 'b' })) },
      'b',
    ],
    [{}, 'logs'],
  ])('is one that is there, else the name without its number: %j', (changes, alias) => {
    expect(suggestedAlias(index(changes))).toBe(alias);
  });
});
