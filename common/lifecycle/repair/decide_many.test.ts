import type { IndexFacts } from '../decide/facts';
import type { ManagedIndex } from '../managed_index';
import { decideMany, usualRepair } from './decide_many';
import type { RepairPlan } from './plan_repair';

const planOf = (alias: string, from?: string): RepairPlan => ({
  steps: [{ do: 'alias', alias, adds: true, ...(from ? { from } : {}) }, { do: 'retry' }],
});

const failing = (message: string): ManagedIndex => ({
  ...{ index: 'logs-000002', uuid: 'u', policy_id: 'p', enabled: true, message },
  cursor: {
    ...{ state: 'hot', state_since: 1 },
    action: { place: 0, type: 'rollover', since: 1, failed: true, consumed_retries: 3 },
  },
});

const FACTS: IndexFacts = {
  ...{ name: 'logs-000002', uuid: 'u', created_at: 1, status: 'open', primaries: 1, replicas: 1 },
  ...{ aliases: [], rollovers: [] },
};

describe('many repairs at once', () => {
  it('are done where nobody has to choose', () => {
    const verdicts = decideMany([
      { index: 'a-000001', plan: planOf('a') },
      { index: 'b-000001', plan: { steps: [{ do: 'retry' }] } },
    ]);
    expect([...verdicts.values()].map(({ kind }) => kind)).toEqual(['repair', 'repair']);
  });

  it('leave out what would be refused by itself, and what is not known', () => {
    const verdicts = decideMany([
      { index: 'a', plan: { refused: { why: 'bad_name' } } },
      { index: 'b', problem: 'alice lacks it' },
    ]);
    expect(verdicts.get('a')).toEqual({ kind: 'refused', refused: { why: 'bad_name' } });
    expect(verdicts.get('b')).toEqual({ kind: 'unknown', problem: 'alice lacks it' });
  });

  it('leave out what is deleted once it goes on', () => {
    const verdicts = decideMany([{ index: 'a', plan: planOf('a'), deletes: true }]);
    expect(verdicts.get('a')).toEqual({ kind: 'deletes' });
  });

  it('leave out what takes the writes from another index', () => {
    expect(decideMany([{ index: 'a-2', plan: planOf('a', 'a-1') }]).get('a-2')).toEqual({
      ...{ kind: 'moves', alias: 'a', from: 'a-1' },
    });
  });

  it('give an alias to the last one alone of those that would get the same, by its number', () => {
    const names = ['a-9', 'a-10', 'a-2'];
    const verdicts = decideMany(names.map((index) => ({ index, plan: planOf('a') })));
    expect(names.map((name) => verdicts.get(name)?.kind)).toEqual(['shared', 'repair', 'shared']);
    expect(verdicts.get('a-9')).toEqual({ kind: 'shared', alias: 'a', by: 'a-10' });
  });
});

describe('the repair of one of many', () => {
  it('goes by what has failed', () => {
    const missing = failing('Missing rollover_alias index setting');
    expect(usualRepair(missing, FACTS)).toEqual({ kind: 'alias', alias: 'logs' });
    expect(usualRepair(missing, undefined)).toBeUndefined();
    const unwritten = failing('Missing alias or not the write index');
    expect(usualRepair(unwritten, undefined)).toEqual({ kind: 'write_index' });
    expect(usualRepair(failing('no permissions for x'), FACTS)).toBeUndefined();
  });
});
