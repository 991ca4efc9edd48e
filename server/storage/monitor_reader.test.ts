import { MONITOR_TYPE } from '../../common/plugin';
import { FakeCluster } from '../cluster/testing/fake_cluster';
import { TestClock, silentLogger } from '../cluster/testing/test_clock';
import { storedMonitor } from '../monitors/testing/monitors';
import { MonitorReader } from './monitor_reader';
import type { MonitorChange } from './monitor_reader';

const INDEX = '.objects';
const FIVE_MINUTES = 5 * 60_000;

const room = () => {
  const cluster = new FakeCluster();
  const clock = new TestClock();
  const reader = new MonitorReader(cluster, INDEX, clock, silentLogger);
  const changes: MonitorChange[] = [];
  reader.onChange((change) => changes.push(change));
  const save = (id: string, name = id, attributes?: object) => {
    const { name: title, ...monitor } = storedMonitor(id, { name }).monitor;
    cluster.put(INDEX, `${MONITOR_TYPE}:${id}`, {
      type: MONITOR_TYPE,
      updated_at: new Date(clock.now()).toISOString(),
      references: [{ type: 'watchkeeper-destination', id: 'd', name: 'destination_0' }],
      [MONITOR_TYPE]: attributes ?? { ...monitor, title },
    });
  };
  const hintDeleted = (id: string) =>
    cluster.put('.watchkeeper-hints-v1', `hint-${id}`, {
      ...{ at: clock.now(), kind: 'deleted', monitor_id: id },
    });
  const erase = (id: string) => cluster.indices.get(INDEX)?.delete(`${MONITOR_TYPE}:${id}`);
  const names = () => [...reader.all()].map(({ monitor }) => monitor.name).sort();
  return { cluster, clock, reader, changes, save, hintDeleted, erase, names };
};

describe('MonitorReader', () => {
  it('reads everything at first, and then what changes', async () => {
    const { clock, reader, save, names, changes } = room();
    save('a');
    expect(reader.complete).toBe(false);
    await reader.look();
    expect(reader.complete).toBe(true);
    clock.pass(2000);
    save('b');
    save('a', 'a, renamed');
    await reader.look();
    expect(names()).toEqual(['a, renamed', 'b']);
    expect(changes.flatMap(({ changed }) => changed.map(({ id }) => id)).sort()).toEqual([
      ...['a', 'a', 'b'],
    ]);
  });

  it('reads more than fit on a page', async () => {
    const { reader, save } = room();
    for (let i = 0; i < 2500; i++) save(`m${i}`);
    await reader.look();
    expect(reader.size).toBe(2500);
  });

  it('tells of a deletion by its hint, and by the next full pass where there was none', async () => {
    const { clock, reader, save, erase, hintDeleted, names, changes } = room();
    save('a');
    save('b');
    await reader.look();
    clock.pass(1000);
    erase('a');
    hintDeleted('a');
    await reader.look();
    expect(names()).toEqual(['b']);
    erase('b');
    await reader.look();
    expect(names()).toEqual(['b']);
    clock.pass(FIVE_MINUTES);
    await reader.look();
    expect(changes.flatMap(({ removed }) => removed)).toEqual(['a', 'b']);
  });

  it('keeps what was saved again after a hint of its deletion', async () => {
    const { clock, reader, save, erase, hintDeleted, names } = room();
    save('a');
    await reader.look();
    erase('a');
    hintDeleted('a');
    clock.pass(1000);
    save('a', 'a, imported');
    await reader.look();
    await reader.look();
    expect(names()).toEqual(['a, imported']);
  });

  it('keeps what cannot be read apart, with the reason, and takes it up when it is mended', async () => {
    const { clock, reader, save, names, changes } = room();
    save('a');
    save('b');
    await reader.look();
    clock.pass(1000);
    save('a', 'a', { title: 'a', enabled: 'perhaps' });
    await reader.look();
    expect(names()).toEqual(['b']);
    expect(reader.faultOf('a')).toBeDefined();
    expect(changes.flatMap(({ removed }) => removed)).toEqual(['a']);
    save('a', 'a, mended');
    await reader.look();
    expect(names()).toEqual(['a, mended', 'b']);
    expect(reader.faultOf('a')).toBeUndefined();
  });

  it('sees what is saved after the clock was set back', async () => {
    const { clock, reader, save, names } = room();
    await reader.look();
    clock.pass(2000);
    await reader.look();
    clock.wall -= 3_600_000;
    save('late');
    await reader.look();
    expect(names()).toEqual(['late']);
  });

  it('begins anew when a full pass fails half-way', async () => {
    const { cluster, reader, save } = room();
    save('a');
    cluster.intercept = () => 'before';
    await expect(reader.look()).rejects.toThrow();
    expect(reader.complete).toBe(false);
    cluster.intercept = () => undefined;
    await reader.look();
    expect(reader.complete).toBe(true);
  });

  it('does not let an answer that was overtaken bring back what has changed', async () => {
    const { cluster, clock, reader, save, names } = room();
    save('a');
    await reader.look();
    clock.pass(1000);
    const request = cluster.request.bind(cluster);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let first = true;
    cluster.request = async (sent, options) => {
      const answer = await request(sent, options);
      const isFirst = first && sent.path.includes(INDEX);
      if (isFirst) {
        first = false;
        await held;
      }
      return answer as never;
    };
    save('a', 'second');
    const slow = reader.look();
    await new Promise((resolve) => setImmediate(resolve));
    save('a', 'third');
    const fast = reader.lookNow();
    await new Promise((resolve) => setImmediate(resolve));
    release();
    await Promise.all([slow, fast]);
    expect(names()).toEqual(['third']);
  });

  it('knows whether a monitor is saved now, whatever it has read', async () => {
    const { reader, save, erase } = room();
    expect(await reader.exists('a')).toBe(false);
    save('a');
    expect(await reader.exists('a')).toBe(true);
    erase('a');
    expect(await reader.exists('a')).toBe(false);
  });
});
