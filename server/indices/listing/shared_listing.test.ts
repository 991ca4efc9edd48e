import { WatchkeeperError } from '../../../common/errors';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import type { Caller } from '../../http/types';
import { createSharedListing } from './shared_listing';

const caller = (change: Partial<Caller> = {}): Caller => ({
  roles: [],
  secured: false,
  may: { read: true, acknowledge: true, write: true },
  ...change,
});
const ann = caller({ name: 'ann', roles: ['a', 'b'], secured: true });

/** A cluster that counts the listings read from it. */
const counting = (answer: (request: ClusterRequest) => unknown = () => undefined) => {
  let read = 0;
  const cluster: Cluster = {
    async request<T>(request: ClusterRequest) {
      if (request.path === '/_cat/indices') read += 1;
      const body = answer(request) ?? (request.path === '/_cat/indices' ? [] : {});
      return { status: 200, body: body as T };
    },
    text: () => Promise.reject(new Error('not asked for')),
  };
  return { cluster, read: () => read };
};

const clockAt = () => {
  const clock = { at: 0, now: () => clock.at, monotonic: () => clock.at };
  return clock;
};

describe('the listing that viewers share', () => {
  it('is read once for all who ask at the same time, and for some seconds after', async () => {
    const { cluster, read } = counting();
    const clock = clockAt();
    const shared = createSharedListing(clock);
    await Promise.all([1, 2, 3].map(() => shared.of(cluster, caller(), false)));
    clock.at = 4999;
    await shared.of(cluster, caller(), false);
    expect(read()).toBe(1);
    clock.at = 5000;
    await shared.of(cluster, caller(), false);
    expect(read()).toBe(2);
  });

  it('is read anew for whoever wants it fresh, and that serves the others', async () => {
    const { cluster, read } = counting();
    const shared = createSharedListing(clockAt());
    await shared.of(cluster, caller(), false);
    const fresh = await shared.of(cluster, caller(), true);
    expect(await shared.of(cluster, caller(), false)).toBe(fresh);
    expect(read()).toBe(2);
  });

  it('is not shared with somebody else, nor with the same person in other roles', async () => {
    const { cluster, read } = counting();
    const shared = createSharedListing(clockAt());
    await shared.of(cluster, ann, false);
    await shared.of(cluster, { ...ann, roles: ['b', 'a'] }, false);
    expect(read()).toBe(1);
    await shared.of(cluster, { ...ann, name: 'bob' }, false);
    await shared.of(cluster, { ...ann, roles: ['a'] }, false);
    expect(read()).toBe(3);
  });

  it('is shared with nobody while it is not known who calls', async () => {
    const { cluster, read } = counting();
    const shared = createSharedListing(clockAt());
    await shared.of(cluster, caller({ unknown: true }), false);
    await shared.of(cluster, caller({ unknown: true }), false);
    expect(read()).toBe(2);
  });

  it('is asked for again after a refusal, which only those who asked are told', async () => {
    let refuses = true;
    const { cluster, read } = counting(({ path }) => {
      if (refuses && path === '/_cat/indices') {
        throw new WatchkeeperError('cluster_unreachable', 'gone');
      }
      return undefined;
    });
    const shared = createSharedListing(clockAt());
    await expect(shared.of(cluster, caller(), false)).rejects.toThrow('gone');
    refuses = false;
    expect((await shared.of(cluster, caller(), false)).rows).toEqual([]);
    expect(read()).toBe(2);
  });

  it('says what could not be read, and shows the rest', async () => {
    const { cluster } = counting(({ path }) => {
      if (path === '/*/_alias') throw new WatchkeeperError('forbidden', 'ann lacks it.');
      return path === '/_cat/indices' ? [{ index: 'a' }] : undefined;
    });
    const { rows, gaps } = await createSharedListing(clockAt()).of(cluster, ann, false);
    expect(rows.map(({ name }) => name)).toEqual(['a']);
    expect(gaps).toEqual(['Aliases could not be read: ann lacks it.']);
  });
});
