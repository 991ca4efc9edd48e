import type { StoredMonitor } from '../storage/monitor_search';
import { storedMonitor } from './testing/monitors';
import { compositeMonitorSchema } from '../../common/monitors/monitor';
import { createRestingOn, createUsedBy, createUsedByNow, demandUnused } from './used_by';

const readerOf = (known: StoredMonitor[], saved: string[]) => ({
  all: () => known.values() as ReturnType<Map<string, StoredMonitor>['values']>,
  exists: async (id: string) => saved.includes(id),
  lookNow: async () => {},
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

describe('which monitors rest on a monitor', () => {
  const composite = (id: string, ...delegates: string[]): StoredMonitor => ({
    ...storedMonitor(id),
    monitor: compositeMonitorSchema.parse({
      name: `Composite ${id}`,
      monitor_type: 'composite_monitor',
      enabled: true,
      schedule: { period: { interval: 1, unit: 'MINUTES' } },
      inputs: [
        {
          composite_input: {
            sequence: {
              delegates: delegates.map((monitor_id, i) => ({ monitor_id, order: i + 1 })),
            },
          },
        },
      ],
      triggers: [],
    }),
  });
  const restingOn = createRestingOn(
    readerOf(
      [
        composite('one', 'a', 'b'),
        composite('other', 'b'),
        composite('gone', 'a'),
        storedMonitor('a'),
      ],
      ['one', 'other', 'a']
    )
  );

  it('are the composite ones that name it and are saved at this moment', async () => {
    expect(ids(await restingOn('a'))).toEqual(['one']);
    expect(ids(await restingOn('b'))).toEqual(['one', 'other']);
    expect(await restingOn('c')).toEqual([]);
  });

  it('are named where it is not deleted because of them', async () => {
    const users = await restingOn('b');
    expect(() => demandUnused('b', users)).toThrow(/"Composite one", "Composite other"/);
    expect(() => demandUnused('c', [])).not.toThrow();
  });
});
