import type { IndexFacts } from '../decide/facts';
import { repairedFacts } from './repaired_facts';

const FACTS: IndexFacts = {
  ...{ name: 'logs-000002', uuid: 'u', created_at: 1, status: 'open', primaries: 1, replicas: 0 },
  aliases: [{ name: 'logs', is_write_index: false, members: 2 }],
  rollovers: [],
};

describe('an index after its repair', () => {
  it('is written to by the alias that it is given, and rolled over by it', () => {
    expect(
      repairedFacts(FACTS, [
        { do: 'alias', alias: 'logs', adds: false, from: 'logs-000001' },
        { do: 'setting', name: 'rollover_alias', value: 'logs' },
        { do: 'retry' },
      ])
    ).toEqual({
      ...FACTS,
      aliases: [{ name: 'logs', is_write_index: true, members: 2 }],
      rollover_alias: 'logs',
    });
  });

  it('has an alias that is made for it alone', () => {
    const { aliases } = repairedFacts(FACTS, [{ do: 'alias', alias: 'new', adds: true }]);
    expect(aliases).toEqual([...FACTS.aliases, { name: 'new', is_write_index: true, members: 1 }]);
  });

  it('skips the rollover where that is chosen', () => {
    const steps = [{ do: 'setting', name: 'rollover_skip', value: true }] as const;
    expect(repairedFacts(FACTS, steps)).toEqual({ ...FACTS, rollover_skip: true });
  });
});
