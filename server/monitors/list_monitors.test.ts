import { monitorsQuerySchema } from '../../common/monitors/api';
import type { AlertCounts } from '../alerts/types';
import { FakeCluster } from '../cluster/testing/fake_cluster';
import { TestClock } from '../cluster/testing/test_clock';
import { listMonitors } from './list_monitors';
import type { ListDeps } from './list_monitors';
import { storedMonitor } from './testing/monitors';

const active = (count: number): AlertCounts => ({ active: count, acknowledged: 9, error: 9 });

/** Ten monitors, of which three have open alerts. */
const list = async (query: Record<string, unknown>) => {
  const counts = new Map([
    ['m1', active(1)],
    ['m4', active(7)],
    ['m8', active(0)],
  ]);
  const asked: Array<string[] | undefined> = [];
  const monitors = Array.from({ length: 10 }, (_, i) =>
    storedMonitor(`m${i}`, i === 5 ? { tags: ['Checkout', 'eu'], owner: 'Shop team' } : {})
  );
  const deps = {
    ...{ cluster: new FakeCluster(), clock: new TestClock() },
    reader: { complete: true, all: () => monitors.values() },
    authorisations: { read: async () => new Map() },
    alertCounts: async (ids?: string[]) => {
      asked.push(ids);
      return counts;
    },
  } as unknown as ListDeps;
  const { items } = await listMonitors(deps, monitorsQuerySchema.parse({ per_page: 3, ...query }));
  return { ids: items.map(({ id }) => id), counts: items.map((each) => each.active_alerts), asked };
};

describe('the list of monitors', () => {
  it('is sorted by active alerts over all pages, with one question', async () => {
    const { ids, counts, asked } = await list({ sort: 'active_alerts', order: 'desc' });
    expect(ids).toEqual(['m4', 'm1', 'm0']);
    expect(counts).toEqual([7, 1, 0]);
    expect(asked).toEqual([undefined]);
    const last = await list({ sort: 'active_alerts', page: 4 });
    expect(last.ids).toEqual(['m4']);
  });

  it('asks for the alerts of its page only, where it is sorted otherwise', async () => {
    const { ids, asked } = await list({ sort: 'name', page: 2 });
    expect(ids).toEqual(['m3', 'm4', 'm5']);
    expect(asked).toEqual([['m3', 'm4', 'm5']]);
  });

  it.each(['checkout', 'shop TEAM', 'eu m5'])(
    'is searched by tag and owner: %s',
    async (search) => {
      expect((await list({ search })).ids).toEqual(['m5']);
    }
  );
});
