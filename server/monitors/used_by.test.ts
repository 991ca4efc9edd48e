import type { StoredMonitor } from '../storage/monitor_search';
import { storedMonitor } from './testing/monitors';
import { createUsedBy, createUsedByNow } from './used_by';

const readerOf = (known: StoredMonitor[], saved: string[]) => ({
  all: () => known.values() as ReturnType<Map<string, StoredMonitor>['values']>,
  exists: async (id: string) => saved.includes(id),
});

const ids = (monitors: Array<{ id: string }>) => monitors.map(({ id }) => id);

describe('which monitors send to a destination', () => {
  const reader = () => readerOf([storedMonitor('gone'), storedMonitor('there')], ['there']);

  it('are those that are known here', async () => {
    expect(ids(await createUsedBy(reader())('d'))).toEqual(['gone', 'there']);
    expect(await createUsedBy(reader())('other')).toEqual([]);
  });

  it('are, for a decision, only those that are saved at this moment', async () => {
    expect(ids(await createUsedByNow(reader())('d'))).toEqual(['there']);
  });

  it('are not asked for one by one where they are many', async () => {
    const known = Array.from({ length: 100 }, (_, i) => storedMonitor(`m${i}`));
    expect(await createUsedByNow(readerOf(known, []))('d')).toHaveLength(100);
  });
});
