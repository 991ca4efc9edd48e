import { FakeCluster } from '../cluster/testing/fake_cluster';
import { TestClock } from '../cluster/testing/test_clock';
import { createPauseStore } from './pause_store';
import { PauseWatch } from './pause_watch';

const room = () => {
  const cluster = new FakeCluster();
  const clock = new TestClock();
  const watch = () => new PauseWatch(createPauseStore(cluster, clock), clock);
  return { cluster, clock, watch };
};

describe('the pause of all notifications', () => {
  it('holds as long as nobody knows whether it is on', async () => {
    const { watch } = room();
    const fresh = watch();
    expect(fresh.hold()).toBe(true);
    await fresh.look();
    expect(fresh.hold()).toBe(false);
  });

  it('is on at once where somebody sets it, and at the next look elsewhere', async () => {
    const { watch } = room();
    const [here, there] = [watch(), watch()];
    await there.look();
    await here.set({ paused: true }, 'jane');
    expect([here.hold(), there.hold()]).toEqual([true, false]);
    await there.look();
    expect(there.hold()).toBe(true);
    await there.set({ paused: false }, 'joe');
    expect([here.hold(), there.hold()]).toEqual([true, false]);
  });

  it('stays as it was while the cluster does not answer', async () => {
    const { cluster, watch } = room();
    const one = watch();
    await one.set({ paused: true }, undefined);
    cluster.intercept = () => 'before';
    await expect(one.look()).rejects.toThrow(/does not answer/);
    expect(one.hold()).toBe(true);
  });

  it('ends by itself on every instance, and counts as time that stood still', async () => {
    const { clock, watch } = room();
    const one = watch();
    const from = clock.now();
    await one.set({ paused: true, until: from + 1000 }, undefined);
    clock.pass(999);
    expect(one.hold()).toBe(true);
    clock.pass(1);
    expect(one.hold()).toBe(false);
    expect(one.within(from - 500, from + 5000)).toBe(1000);
  });

  it('is set by one after the other where two set it at once', async () => {
    const { watch } = room();
    const [one, two] = [watch(), watch()];
    await Promise.all([
      one.set({ paused: true, reason: 'One' }, 'a'),
      two.set({ paused: true, reason: 'Two' }, 'b'),
    ]);
    expect(await watch().look()).toMatchObject({ paused: true, past: [] });
  });
});
