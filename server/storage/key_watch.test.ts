import { FakeCluster } from '../cluster/testing/fake_cluster';
import { TestClock, silentLogger } from '../cluster/testing/test_clock';
import { KeyWatch } from './key_watch';
import { createSecretStore } from './secrets';

const [ONE, TWO] = ['a', 'b'].map((digit) => digit.repeat(64));
const BOUND = { destination_id: 'd', kind: 'slack', origin: 'https://example.org' };

const room = () => {
  const cluster = new FakeCluster();
  const clock = new TestClock();
  const errors: string[] = [];
  const logger = {
    ...silentLogger,
    error: (text: string | Error) => void errors.push(String(text)),
  };
  const watch = (key: string | undefined) => new KeyWatch(cluster, key, clock, logger);
  const save = (key: string) => createSecretStore(cluster, key, () => 0).add(BOUND, { url: 'x' });
  const drop = (reference: string) =>
    cluster.indices.get('.watchkeeper-secrets-v1')?.delete(`d:${reference}`);
  return { cluster, errors, watch, save, drop };
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
