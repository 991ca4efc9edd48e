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
    const shared = createSharedListing(clock, async () => undefined);
    await Promise.all([1, 2, 3].map(() => shared.of({ cluster, caller: caller() }, false)));
    clock.at = 4999;
    await shared.of({ cluster, caller: caller() }, false);
    expect(read()).toBe(1);
    clock.at = 5000;
    await shared.of({ cluster, caller: caller() }, false);
    expect(read()).toBe(2);
  });

  it('is read anew for whoever wants it fresh, and that serves the others', async () => {
    const { cluster, read } = counting();
    const shared = createSharedListing(clockAt(), async () => undefined);
    await shared.of({ cluster, caller: caller() }, false);
    const fresh = await shared.of({ cluster, caller: caller() }, true);
    expect(await shared.of({ cluster, caller: caller() }, false)).toBe(fresh);
    expect(read()).toBe(2);
  });

  it('is not shared with somebody else, nor with the same person in other roles', async () => {
    const { cluster, read } = counting();
    const shared = createSharedListing(clockAt(), async () => undefined);
    await shared.of({ cluster, caller: ann }, false);
    await shared.of({ cluster, caller: { ...ann, roles: ['b', 'a'] } }, false);
    expect(read()).toBe(1);
    await shared.of({ cluster, caller: { ...ann, name: 'bob' } }, false);
    await shared.of({ cluster, caller: { ...ann, roles: ['a'] } }, false);
    expect(read()).toBe(3);
  });

  it('is shared with nobody while it is not known who calls', async () => {
    const { cluster, read } = counting();
    const shared = createSharedListing(clockAt(), async () => undefined);
    await shared.of({ cluster, caller: caller({ unknown: true }) }, false);
    await shared.of({ cluster, caller: caller({ unknown: true }) }, false);
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
    const shared = createSharedListing(clockAt(), async () => undefined);
    await expect(shared.of({ cluster, caller: caller() }, false)).rejects.toThrow('gone');
    refuses = false;
    expect((await shared.of({ cluster, caller: caller() }, false)).rows).toEqual([]);
    expect(read()).toBe(2);
  });

  it('says what could not be read, and shows the rest', async () => {
    const { cluster } = counting(({ path }) => {
      if (path === '/*/_alias') throw new WatchkeeperError('forbidden', 'ann lacks it.');
      return path === '/_cat/indices' ? [{ index: 'a' }] : undefined;
    });
    const { rows, gaps } = await createSharedListing(clockAt(), async () => undefined).of(
      { cluster, caller: ann },
      false
    );
    expect(rows.map(({ name }) => name)).toEqual(['a']);
    expect(gaps).toEqual(['Aliases could not be read: ann lacks it.']);
  });

  it('tells what manages the indices, and goes without where that is refused', async () => {
    const { cluster } = counting(({ path }) =>
      path === '/_cat/indices' ? [{ index: 'a', uuid: 'u-a' }, { index: 'b' }] : undefined
    );
    const managed = { index: 'a', uuid: 'u-a', policy_id: 'keep', enabled: true };
    const found = await createSharedListing(clockAt(), async () => ({
      indices: [managed, { ...managed, index: 'gone' }],
      cut: false,
    })).of({ cluster, caller: ann }, false);
    expect(found.has_lifecycle).toBe(true);
    expect(found.rows.map(({ lifecycle }) => lifecycle?.policy_id)).toEqual(['keep', undefined]);
    const refused = await createSharedListing(clockAt(), async () => {
      throw new WatchkeeperError('forbidden', 'ann lacks explain.');
    }).of({ cluster, caller: ann }, false);
    expect(refused.has_lifecycle).toBe(false);
    expect(refused.rows).toHaveLength(2);
    expect(refused.gaps).toEqual([
      'Which policies manage the indices could not be read: ann lacks explain.',
    ]);
  });

  it('does not wait for an engine that does not answer', async () => {
    jest.useFakeTimers();
    try {
      const { cluster } = counting(({ path }) =>
        path === '/_cat/indices' ? [{ index: 'a' }] : undefined
      );
      const silent = createSharedListing(clockAt(), () => new Promise(() => undefined));
      const listing = silent.of({ cluster, caller: ann }, false);
      await jest.advanceTimersByTimeAsync(10_000);
      const { rows, gaps } = await listing;
      expect(rows).toHaveLength(1);
      expect(gaps).toEqual([expect.stringContaining('has not answered')]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('asks the cluster three things, however many indices there are', async () => {
    const asked: string[] = [];
    const { cluster } = counting(({ path }) => void asked.push(path));
    await createSharedListing(clockAt(), async () => undefined).of({ cluster, caller: ann }, true);
    expect(asked).toHaveLength(3);
  });
});
