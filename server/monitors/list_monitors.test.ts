import { monitorsQuerySchema } from '../../common/monitors/api';
import type { AlertCounts } from '../alerts/types';
import { FakeCluster } from '../cluster/testing/fake_cluster';
import { TestClock } from '../cluster/testing/test_clock';
import { listMonitors } from './list_monitors';
import type { ListDeps } from './list_monitors';
import { storedMonitor } from './testing/monitors';

const active = (count: number, more: Partial<AlertCounts> = {}): AlertCounts => ({
  ...{ pending: 0, active: count, no_data: 0, acknowledged: 9, error: 9 },
  ...more,
});

/** Ten monitors, of which three have open alerts. */
const list = async (query: Record<string, unknown>) => {
  const counts = new Map([
    ['m1', active(1)],
    ['m4', active(7)],
    ['m8', active(0, { no_data: 2, error: 0 })],
  ]);
  const asked: Array<string[] | undefined> = [];
  const monitors = Array.from({ length: 10 }, (_, i) =>
    storedMonitor(`m${i}`, i === 5 ? { tags: ['Checkout', 'eu'], owner: 'Shop team' } : {})
  );
  const deps = {
    ...{ cluster: new FakeCluster(), clock: new TestClock() },
    reader: { complete: true, all: () => monitors.values() },
    authorisations: { read: async () => new Map() },
    heartbeatStore: { read: async () => new Map() },
    alertCounts: async (ids?: string[]) => {
      asked.push(ids);
      return counts;
    },
  } as unknown as ListDeps;
  const page = await listMonitors(deps, monitorsQuerySchema.parse({ per_page: 3, ...query }));
  const { items } = page;
  return {
    page,
    ids: items.map(({ id }) => id),
    counts: items.map((each) => each.active_alerts),
    asked,
  };
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

  it.each([
    [{ health: 'firing' }, ['m1', 'm4']],
    [{ health: 'no_data' }, ['m8']],
    [{ health: 'error' }, ['m1', 'm4']],
    [{ health: 'firing', search: 'm4' }, ['m4']],
    [{ health: 'quiet' }, ['m0', 'm2', 'm3']],
    [{ health: 'needs_adoption' }, ['m0', 'm1', 'm2']],
    [{ tag: 'eu' }, ['m5']],
    [{ owner: 'Shop team' }, ['m5']],
    [{ type: 'composite_monitor' }, []],
  ])('is filtered by %j', async (query, ids) => {
    expect((await list(query)).ids).toEqual(ids);
  });

  it('counts all that is open, and tells what can be filtered by', async () => {
    const { page } = await list({ health: 'no_data' });
    expect(page).toMatchObject({
      total: 1,
      items: [{ no_data_alerts: 2, pending_alerts: 0, acknowledged_alerts: 9 }],
      ...{ tags: ['Checkout', 'eu'], owners: ['Shop team'] },
    });
  });
});
