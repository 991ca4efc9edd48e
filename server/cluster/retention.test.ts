import { dropExpired } from './retention';
import type { Cluster, ClusterRequest } from './types';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 15, 12);
const CONFIG = { tick_days: 7, history_days: 90, delivery_days: 90, version_days: 365 };

/** A cluster with these indices, its clock, and an index with an open alert. */
const clusterWith = (
  indices: string[],
  { clock = NOW, open = '' }: { clock?: number | null; open?: string } = {}
) => {
  const left = new Set(indices);
  const answer = ({ method, path }: ClusterRequest): object => {
    if (path === '/_nodes/stats/os') {
      if (clock === null) throw new Error('forbidden');
      return { nodes: { a: { timestamp: clock }, b: { timestamp: clock + 100 } } };
    }
    const [, name, verb] = path.split('/');
    if (method === 'DELETE') left.delete(name);
    if (verb === '_count') return { count: name === open ? 1 : 0 };
    const family = [...left].filter((index) => index.startsWith(`${name}-v1`));
    return Object.fromEntries(family.map((index) => [index, {}]));
  };
  const cluster: Cluster = {
    request: async <T>(request: ClusterRequest) => ({ status: 200, body: answer(request) as T }),
    text: () => Promise.reject(new Error('not asked')),
  };
  return { cluster, left };
};

const TICKS = ['.watchkeeper-ticks-v1-2026.06.01', '.watchkeeper-ticks-v1-2026.06.14'];

describe('dropExpired', () => {
  it('drops whole indices that are older than they are kept', async () => {
    const { cluster, left } = clusterWith(TICKS);
    expect(await dropExpired(cluster, CONFIG, NOW)).toEqual([TICKS[0]]);
    expect([...left]).toEqual([TICKS[1]]);
  });

  it('keeps the last index of a family, so that a search by alias never misses', async () => {
    const { cluster } = clusterWith(['.watchkeeper-hints-v1-2026.01.01']);
    expect(await dropExpired(cluster, CONFIG, NOW)).toEqual([]);
  });

  it('keeps an index that holds an open alert', async () => {
    const old = '.watchkeeper-alerts-v1-2025.12';
    const indices = [old, '.watchkeeper-alerts-v1-2026.06'];
    expect(await dropExpired(clusterWith(indices).cluster, CONFIG, NOW)).toEqual([old]);
    expect(await dropExpired(clusterWith(indices, { open: old }).cluster, CONFIG, NOW)).toEqual([]);
  });

  it('drops nothing because our clock was set forward', async () => {
    const { cluster } = clusterWith([
      '.watchkeeper-ticks-v1-2026.06.13',
      '.watchkeeper-ticks-v1-2026.06.14',
    ]);
    expect(await dropExpired(cluster, CONFIG, NOW + 365 * DAY)).toEqual([]);
  });

  it('goes by our own clock where the cluster does not tell its', async () => {
    const { cluster } = clusterWith(TICKS, { clock: null });
    expect(await dropExpired(cluster, CONFIG, NOW)).toEqual([TICKS[0]]);
  });

  it('leaves alone what bears no date of ours', async () => {
    const indices = ['.watchkeeper-ticks-v1-backup', ...TICKS];
    const { left, cluster } = clusterWith(indices);
    await dropExpired(cluster, CONFIG, NOW);
    expect([...left]).toContain('.watchkeeper-ticks-v1-backup');
  });
});
