import { FakeCluster } from '../cluster/testing/fake_cluster';
import { TestClock, silentLogger } from '../cluster/testing/test_clock';
import { KeyWatch } from './key_watch';
import type { InstanceKeys } from './key_watch';
import { readKeys } from './keys';
import { keyIdOf } from './secret_box';
import { createSecretStore } from './secrets';

const [ONE, TWO, THREE] = ['a', 'b', 'c'].map((digit) => digit.repeat(64));
const BOUND = { destination_id: 'd', kind: 'slack', origin: 'https://example.org' };

const room = () => {
  const cluster = new FakeCluster();
  const clock = new TestClock();
  const errors: string[] = [];
  const logger = {
    ...silentLogger,
    error: (text: string | Error) => void errors.push(String(text)),
  };
  /** What the instances that are alive tell. */
  const alive: InstanceKeys[] = [];
  const watch = (key: string | undefined, ...former: string[]) =>
    new KeyWatch(cluster, readKeys(key, former), clock, logger, () => Promise.resolve(alive));
  const idsOf = (...keys: string[]) => keys.map((key) => keyIdOf(Buffer.from(key, 'hex')));
  const save = (key: string) => createSecretStore(cluster, key, () => 0).add(BOUND, { url: 'x' });
  const drop = (reference: string) =>
    cluster.indices.get('.watchkeeper-secrets-v1')?.delete(`d:${reference}`);
  return { alive, cluster, errors, idsOf, watch, save, drop };
};

describe('KeyWatch', () => {
  it('has nothing to say while every instance has the same key', async () => {
    const { watch, errors } = room();
    const [first, second] = [watch(ONE), watch(ONE)];
    await first.look();
    await second.look();
    expect([first.problem(), second.problem(), errors]).toEqual([undefined, undefined, []]);
  });

  it('tells the second instance that its key is another one, before any secret is saved', async () => {
    const { watch, errors, cluster } = room();
    await watch(ONE).look();
    const second = watch(TWO);
    await second.look();
    await second.look();
    expect(second.problem()).toContain('opensearch_watchkeeper.encryption_key');
    expect(second.problem()).toContain('Nothing is lost');
    expect(errors).toEqual([second.problem()]);
    expect(JSON.stringify(cluster.docs('.watchkeeper-secrets'))).not.toMatch(/aaaa|bbbb/);
  });

  it('tells an instance without a key that there are secrets', async () => {
    const { watch } = room();
    const without = watch(undefined);
    await without.look();
    expect(without.problem()).toBeUndefined();
    await watch(ONE).look();
    await without.look();
    expect(without.problem()).toContain('this instance has none');
  });

  it('is content once all secrets were given again, after a key was lost, and not before', async () => {
    const { watch, save, drop } = room();
    await watch(ONE).look();
    const old = await save(ONE);
    const second = watch(TWO);
    await second.look();
    await save(TWO);
    await second.look();
    expect(second.problem()).toBeDefined();
    drop(old);
    await second.look();
    expect(second.problem()).toBeUndefined();
    const first = watch(ONE);
    await first.look();
    expect(first.problem()).toBeDefined();
  });

  it('leaves a key that cannot be read to whoever says that', async () => {
    const { watch, cluster } = room();
    const wrong = watch('short');
    await wrong.look();
    expect(wrong.problem()).toBeUndefined();
    expect(cluster.requests).toEqual([]);
  });
});

describe('a rotation', () => {
  it('is no problem where the former key is kept, and for those that follow', async () => {
    const { watch } = room();
    await watch(ONE).look();
    const [first, second] = [watch(TWO, ONE), watch(TWO, ONE)];
    await first.look();
    await second.look();
    expect([first.problem(), second.problem()]).toEqual([undefined, undefined]);
    expect([first.isCurrent, second.isCurrent]).toEqual([true, true]);
    const later = watch(TWO);
    await later.look();
    expect(later.problem()).toBeUndefined();
  });

  it('tells an instance with the former key alone what to do', async () => {
    const { watch, errors } = room();
    const old = watch(ONE);
    await old.look();
    await watch(TWO, ONE).look();
    await old.look();
    expect(old.problem()).toContain('was rotated');
    expect(old.problem()).toContain('previous_encryption_keys');
    expect(old.isCurrent).toBe(false);
    expect(errors).toEqual([old.problem()]);
  });

  it('tells it after several rotations, too', async () => {
    const { watch } = room();
    await watch(ONE).look();
    await watch(TWO, ONE).look();
    await watch(THREE, TWO, ONE).look();
    const old = watch(ONE);
    await old.look();
    expect(old.problem()).toContain('was rotated');
  });

  it('is to be finished by an instance that knows the new key and seals with the former', async () => {
    const { alive, idsOf, watch } = room();
    await watch(ONE).look();
    await watch(TWO, ONE).look();
    alive.push({ host: 'a', key_ids: idsOf(TWO, ONE) });
    const prepared = watch(ONE, TWO);
    await prepared.look();
    expect(prepared.problem()).toContain('To finish');
    const other = watch(TWO, ONE);
    await other.look();
    expect(other.problem()).toBeUndefined();
  });

  it('may be taken back, once nobody seals with the new key any more', async () => {
    const { alive, idsOf, watch } = room();
    await watch(ONE).look();
    await watch(TWO, ONE).look();
    alive.push({ host: 'a', key_ids: idsOf(ONE, TWO) });
    const back = watch(ONE, TWO);
    await back.look();
    expect(back.problem()).toBeUndefined();
    const late = watch(TWO);
    await late.look();
    expect(late.problem()).toContain('was rotated');
  });

  it('without the former key is another key, as before', async () => {
    const { watch } = room();
    await watch(ONE).look();
    const other = watch(TWO, THREE);
    await other.look();
    expect(other.problem()).toContain('another encryption key');
  });
});
