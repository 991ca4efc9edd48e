import { FakeCluster } from '../cluster/testing/fake_cluster';
import { TestClock, silentLogger } from '../cluster/testing/test_clock';
import type { InstanceKeys } from './key_watch';
import { readKeys } from './keys';
import { Resealing } from './resealing';
import type { SecretHolder } from './resealing';
import { createSecretStore, secretIdOf } from './secrets';
import type { SecretDocument } from './secrets';

const [ONE, TWO, THREE] = ['a', 'b', 'c'].map((digit) => digit.repeat(64));
const INDEX = '.watchkeeper-secrets-v1';
const boundOf = (id: string) => ({
  ...{ destination_id: id, kind: 'slack', origin: 'https://example.org' },
});

const room = () => {
  const cluster = new FakeCluster();
  const clock = new TestClock();
  const said: string[] = [];
  const note = (text: string | Error) => void said.push(String(text));
  const holders = new Map<string, SecretHolder>();
  const alive: InstanceKeys[] = [];
  const owner = { isMine: true };
  const store = (key: string, ...former: string[]) =>
    createSecretStore(cluster, key, () => clock.now(), former);
  const save = async (id: string, key: string): Promise<string> => {
    const reference = await store(key).add(boundOf(id), { url: `https://example.org/${id}` });
    holders.set(id, { bound: boundOf(id), reference, name: `Name of ${id}` });
    return reference;
  };
  const resealing = (key: string, ...former: string[]) =>
    new Resealing({
      ...{ cluster, clock },
      keys: readKeys(key, former),
      destinations: async (ids) => new Map([...holders].filter(([id]) => ids.includes(id))),
      isMine: () => owner.isMine,
      instances: () => Promise.resolve(alive),
      logger: { ...silentLogger, info: note, warn: note },
    });
  const read = async (id: string, key: string) =>
    (await store(key).read(boundOf(id), holders.get(id)?.reference)).kind;
  return { alive, clock, cluster, holders, owner, read, resealing, said, save };
};

/** What the new instances of a rotation tell of themselves. */
const idsOf = (...keys: string[]) => [...readKeys(keys[0], keys.slice(1)).ids];

describe('after a rotation', () => {
  it('secrets are sealed anew under the same reference, and open with the new key alone', async () => {
    const { cluster, read, resealing, said, save } = room();
    const reference = await save('d1', ONE);
    await save('d2', TWO);
    const before = cluster.doc<SecretDocument>(INDEX, secretIdOf('d1', reference));
    const work = resealing(TWO, ONE);
    await work.turn();
    expect(work.problems()).toEqual([]);
    expect([await read('d1', TWO), await read('d2', TWO)]).toEqual(['open', 'open']);
    expect(await read('d1', ONE)).toBe('unreadable');
    const after = cluster.doc<SecretDocument>(INDEX, secretIdOf('d1', reference));
    expect(after).toMatchObject({ destination_id: 'd1', created_at: before?.created_at });
    expect(after?.iv).not.toBe(before?.iv);
    expect(said.join()).toContain('previous_encryption_keys can be emptied');
  });

  it('are left to the instance that owns the work, and counted meanwhile', async () => {
    const { owner, read, resealing, save } = room();
    owner.isMine = false;
    for (const id of ['d1', 'd2', 'd3']) await save(id, ONE);
    const work = resealing(TWO, ONE);
    await work.turn();
    expect(work.problems()).toEqual([
      expect.stringContaining('3 secrets are still sealed with an older encryption key'),
    ]);
    expect(await read('d1', ONE)).toBe('open');
    owner.isMine = true;
    await work.turn();
    expect(work.problems()).toEqual([]);
  });

  it('wait while an instance is alive that could not open them', async () => {
    const { alive, read, resealing, save } = room();
    await save('d1', ONE);
    alive.push(
      { host: 'new', key_ids: idsOf(TWO, ONE) },
      { host: 'old-host', key_ids: idsOf(ONE) }
    );
    const work = resealing(TWO, ONE);
    await work.turn();
    expect(await read('d1', ONE)).toBe('open');
    expect(work.problems()).toEqual([expect.stringContaining('old-host')]);
    alive[1].key_ids = idsOf(ONE, TWO);
    await work.turn();
    expect(await read('d1', TWO)).toBe('open');
    expect(work.problems()).toEqual([]);
  });

  it('go on from where they were after a crash, over many pages', async () => {
    const { cluster, holders, read, resealing, save } = room();
    const ids = Array.from({ length: 1100 }, (_, i) => `d${String(i).padStart(5, '0')}`);
    for (const id of ids) await save(id, ONE);
    let writes = 0;
    cluster.intercept = ({ method, query = {} }) =>
      method === 'PUT' && query.if_seq_no !== undefined && ++writes > 700 ? 'before' : undefined;
    const first = resealing(TWO, ONE);
    await first.turn();
    await expect(first.turn()).rejects.toThrow();
    cluster.intercept = () => undefined;
    const second = resealing(TWO, ONE);
    for (let turn = 0; turn < 3; turn++) await second.turn();
    expect(second.problems()).toEqual([]);
    const kinds = new Set<string>();
    for (const id of holders.keys()) kinds.add(await read(id, TWO));
    expect([...kinds]).toEqual(['open']);
  });

  it('give way to a change by somebody else', async () => {
    const { cluster, resealing, save, holders } = room();
    const reference = await save('d1', ONE);
    const id = secretIdOf('d1', reference);
    cluster.intercept = ({ method, query = {} }) => {
      if (method === 'PUT' && query.if_seq_no !== undefined) {
        cluster.put(INDEX, id, { ...cluster.doc(INDEX, id), created_at: 77 });
      }
      return undefined;
    };
    const work = resealing(TWO, ONE);
    await work.turn();
    expect(cluster.doc<SecretDocument>(INDEX, id)?.created_at).toBe(77);
    expect(work.problems()).toEqual([expect.stringContaining('1 secret is still sealed')]);
    expect(holders.size).toBe(1);
  });

  it('do not count where no destination names them', async () => {
    const { holders, resealing, save } = room();
    await save('d1', ONE);
    await save('gone', ONE);
    await save('d1', TWO);
    holders.delete('gone');
    const work = resealing(TWO, ONE);
    await work.turn();
    expect(work.problems()).toEqual([]);
  });
});

describe('a key that is lost', () => {
  it('is told of with the destinations that cannot send, and nothing is removed', async () => {
    const { cluster, read, resealing, save, said } = room();
    for (const id of ['d1', 'd2']) await save(id, ONE);
    const before = JSON.stringify(cluster.docs(INDEX));
    const work = resealing(THREE, TWO);
    await work.turn();
    expect(work.problems()).toEqual([expect.stringContaining('"Name of d1", "Name of d2"')]);
    expect(work.problems().join()).toContain('previous_encryption_keys');
    expect(JSON.stringify(cluster.docs(INDEX))).toBe(before);
    expect(said).toEqual(work.problems());
    const found = resealing(THREE, TWO, ONE);
    await found.turn();
    expect(found.problems()).toEqual([]);
    expect(await read('d1', THREE)).toBe('open');
  });

  it('does not fill the page with names', async () => {
    const { resealing, save } = room();
    for (let i = 0; i < 9; i++) await save(`d${i}`, ONE);
    const work = resealing(TWO);
    await work.turn();
    expect(work.problems().join()).toContain('4 more');
  });
});
