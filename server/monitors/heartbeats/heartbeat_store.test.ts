import { FakeCluster } from '../../cluster/testing/fake_cluster';
import { createHeartbeats } from './heartbeat_reader';
import { createHeartbeatStore } from './heartbeat_store';
import type { HeartbeatDocument } from './heartbeat_store';
import { newSecret } from './tokens';

const INDEX = '.watchkeeper-heartbeats-v1';

const room = async () => {
  const cluster = new FakeCluster();
  const store = createHeartbeatStore(cluster);
  const secret = newSecret();
  await store.setSecret('m1', secret, { at: 1, by: 'anna' });
  return { cluster, store, secret, stored: () => cluster.doc<HeartbeatDocument>(INDEX, 'm1') };
};

const success = (at: number) => ({ at, kind: 'success' as const });

describe('the store of heartbeats', () => {
  it('keeps no token, only what shows it', async () => {
    const { cluster, secret, stored } = await room();
    expect(stored()).toMatchObject({ monitor_id: 'm1', made_at: 1, made_by: 'anna', pings: [] });
    expect(JSON.stringify(cluster.docs('.watchkeeper-heartbeats'))).not.toContain(secret);
  });

  it('writes pings down, and what was said', async () => {
    const { store, secret, stored } = await room();
    expect(await store.ping('m1', secret, success(10_000), 'copied')).toBe(true);
    expect(await store.ping('m1', secret, success(20_000))).toBe(true);
    expect(stored()).toMatchObject({
      pings: [success(10_000), success(20_000)],
      message: { at: 10_000, text: 'copied' },
    });
  });

  it('writes once for pings that come as fast as they can, and each of another kind', async () => {
    const { store, secret, stored } = await room();
    for (const at of [10_000, 10_500, 11_999]) await store.ping('m1', secret, success(at));
    await store.ping('m1', secret, { at: 12_000, kind: 'fail' });
    expect(stored()?.pings).toEqual([success(10_000), { at: 12_000, kind: 'fail' }]);
  });

  it('knows no other heartbeat and no other secret, and makes no document of them', async () => {
    const { cluster, store, secret, stored } = await room();
    expect(await store.ping('m1', newSecret(), success(10_000))).toBe(false);
    expect(await store.ping('m2', secret, success(10_000))).toBe(false);
    expect(stored()?.pings).toEqual([]);
    expect(cluster.doc(INDEX, 'm2')).toBeUndefined();
  });

  it('replaces a token at once, and keeps what was pinged', async () => {
    const { store, secret, stored } = await room();
    await store.ping('m1', secret, success(10_000));
    const fresh = newSecret();
    await store.setSecret('m1', fresh, { at: 2 });
    expect(await store.ping('m1', secret, success(20_000))).toBe(false);
    expect(await store.ping('m1', fresh, success(30_000))).toBe(true);
    expect(stored()?.pings).toEqual([success(10_000), success(30_000)]);
  });

  it('loses none of two pings that are written at the same moment', async () => {
    const { store, secret, stored } = await room();
    await Promise.all([
      store.ping('m1', secret, success(10_000)),
      store.ping('m1', secret, { at: 10_000, kind: 'fail' }),
    ]);
    expect(stored()?.pings).toHaveLength(2);
  });

  it('reads all that are asked for at once by one request', async () => {
    const { cluster, store, secret } = await room();
    await store.ping('m1', secret, success(10_000));
    const asked: string[][] = [];
    const heartbeats = createHeartbeats(
      { read: (ids) => (asked.push([...ids]), store.read(ids)) },
      0
    );
    const [one, again, none] = await Promise.all(
      ['m1', 'm1', 'm2'].map((id) => heartbeats.read(id))
    );
    expect(one?.pings).toEqual([success(10_000)]);
    expect(again).toEqual(one);
    expect(none).toBeUndefined();
    expect(asked).toEqual([['m1', 'm2']]);
    await heartbeats.read('m1');
    expect(asked).toHaveLength(2);
    expect(cluster.docs('.watchkeeper-heartbeats')).toHaveLength(1);
  });

  it('fails all who wait for a request that failed', async () => {
    const heartbeats = createHeartbeats({ read: () => Promise.reject(new Error('down')) }, 0);
    const all = await Promise.allSettled([heartbeats.read('a'), heartbeats.read('b')]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
