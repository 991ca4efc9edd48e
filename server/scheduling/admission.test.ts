import { partitionOf } from '../../common/hash';
import { TestClock, silentLogger } from '../cluster/testing/test_clock';
import { freshState } from '../monitors/state_store';
import { storedMonitor } from '../monitors/testing/monitors';
import { proofHash } from '../storage/authorisations';
import type { AuthorisationRecord, Authorisations } from '../storage/authorisations';
import type { MonitorChange, MonitorReader } from '../storage/monitor_reader';
import type { StoredMonitor } from '../storage/monitor_search';
import { Admission } from './admission';
import { PartitionMemory } from './partition_memory';
import type { Scheduler } from './scheduler';

const NOW = new TestClock().now();

/** What is saved, what is scheduled, and the hands to change either. */
const room = () => {
  const clock = new TestClock();
  const swept: string[] = [];
  const saved = new Map<string, StoredMonitor>();
  const known = new Map<string, StoredMonitor>();
  const proofs = new Map<string, AuthorisationRecord>();
  const scheduled = new Map<string, StoredMonitor['monitor']>();
  const memories = new Map<number, PartitionMemory>();
  const removed: string[] = [];
  let tell: (change: MonitorChange) => void = () => {};
  const control = { complete: true, beforeProofs: async () => {} };

  const reader = {
    all: () => known.values(),
    get: (id: string) => known.get(id),
    faultOf: () => undefined,
    get complete() {
      return control.complete;
    },
    onChange: (listener: typeof tell) => (tell = listener),
    exists: async (id: string) => saved.has(id),
  } as unknown as MonitorReader;
  const scheduler = {
    memoryOf: (partition: number) => memories.get(partition),
    put: ({ id, monitor }: StoredMonitor) => void scheduled.set(id, monitor),
    remove: (id: string) => void scheduled.delete(id),
  } as unknown as Scheduler;
  const authorisations: Pick<Authorisations, 'read'> = {
    read: async (ids) => {
      await control.beforeProofs();
      return new Map([...proofs].filter(([id]) => ids.includes(id)));
    },
  };
  const admission = new Admission(
    reader,
    scheduler,
    authorisations as Authorisations,
    { remove: async (id) => void removed.push(id), sweep: async (id) => void swept.push(id) },
    30,
    clock,
    silentLogger
  );
  const see = (stored: StoredMonitor) => {
    saved.set(stored.id, stored);
    known.set(stored.id, stored);
    tell({ changed: [stored], removed: [] });
  };
  const prove = ({ id, monitor }: StoredMonitor) =>
    proofs.set(id, { monitor_id: id, proofs: [{ hash: proofHash(monitor), at: 0 }] });
  const own = (id: string, withState = false) => {
    const states = new Map(withState ? [[id, freshState(id, NOW)]] : []);
    const loaded = { states, cursors: new Map(), lastTick: 0, suspects: [] };
    memories.set(partitionOf(id), new PartitionMemory(partitionOf(id), loaded, NOW));
    admission.partitionLoaded(partitionOf(id));
  };
  const drop = (id: string) => {
    known.delete(id);
    tell({ changed: [], removed: [id] });
  };
  return { admission, clock, saved, scheduled, removed, swept, control, see, prove, own, drop };
};

describe('Admission', () => {
  it('schedules what is enabled, proven, and of a partition that is ours', async () => {
    const { admission, see, prove, own, scheduled } = room();
    const [one, off, raw] = [
      storedMonitor('one'),
      storedMonitor('off', { enabled: false }),
      storedMonitor('raw'),
    ];
    for (const each of [one, off, raw]) see(each);
    prove(one);
    prove(off);
    await admission.turn();
    expect(scheduled.size).toBe(0);
    for (const { id } of [one, off, raw]) own(id);
    await admission.turn();
    expect([...scheduled.keys()]).toEqual(['one']);
    prove(raw);
    await admission.turn();
    expect([...scheduled.keys()]).toEqual(['one', 'raw']);
  });

  it('takes out what is disabled', async () => {
    const { admission, see, prove, own, scheduled } = room();
    const one = storedMonitor('one');
    prove(one);
    see(one);
    own('one');
    await admission.turn();
    see(storedMonitor('one', { enabled: false }));
    await admission.turn();
    expect(scheduled.size).toBe(0);
  });

  it('does not lose a change that comes while proofs are read', async () => {
    const { admission, see, prove, own, scheduled, control } = room();
    const first = storedMonitor('one');
    prove(first);
    see(first);
    own('one');
    control.beforeProofs = async () => {
      control.beforeProofs = async () => {};
      see({ ...storedMonitor('one', { name: 'Later' }), version: 'v2' });
    };
    await admission.turn();
    await admission.turn();
    expect(scheduled.get('one')?.name).toBe('Later');
  });

  it('does not lose a monitor whose partition is won while proofs are read', async () => {
    const { admission, see, prove, own, scheduled, control } = room();
    const stored = storedMonitor('one');
    prove(stored);
    see(stored);
    control.beforeProofs = async () => own('one');
    await admission.turn();
    control.beforeProofs = async () => {};
    await admission.turn();
    expect([...scheduled.keys()]).toEqual(['one']);
  });

  it('tries again when proofs cannot be read', async () => {
    const { admission, see, prove, own, scheduled, control } = room();
    const stored = storedMonitor('one');
    prove(stored);
    see(stored);
    own('one');
    control.beforeProofs = () => Promise.reject(new Error('no cluster'));
    await expect(admission.turn()).rejects.toThrow('no cluster');
    control.beforeProofs = async () => {};
    await admission.turn();
    expect([...scheduled.keys()]).toEqual(['one']);
  });

  it('admits all of ten thousand, although as many without a proof stand before them', async () => {
    const { admission, see, prove, own, scheduled } = room();
    for (let i = 0; i < 2000; i++) see(storedMonitor(`raw-${i}`));
    const proven = Array.from({ length: 100 }, (_, i) => storedMonitor(`ok-${i}`));
    for (const each of proven) {
      see(each);
      prove(each);
      own(each.id);
    }
    await admission.turn();
    expect(scheduled.size).toBe(100);
  });

  it('ends what a deleted monitor left behind', async () => {
    const { admission, see, saved, own, drop, removed } = room();
    see(storedMonitor('one'));
    own('one', true);
    saved.delete('one');
    drop('one');
    await admission.turn();
    expect(removed).toEqual(['one']);
  });

  it('ends a state without a monitor that it finds, once all monitors are known', async () => {
    const { admission, own, removed, control } = room();
    control.complete = false;
    own('orphan', true);
    await admission.turn();
    expect(removed).toEqual([]);
    control.complete = true;
    await admission.turn();
    expect(removed).toEqual(['orphan']);
  });

  it('ends nothing of a monitor that it has merely not read yet', async () => {
    const { admission, saved, own, removed } = room();
    saved.set('new', storedMonitor('new'));
    own('new', true);
    await admission.turn();
    expect(removed).toEqual([]);
  });

  it('sweeps away what marks a deleted monitor, long after any run of it can be under way', async () => {
    const { admission, clock, own, removed, swept } = room();
    own('gone', true);
    await admission.turn();
    clock.pass(60_000);
    await admission.turn();
    expect([removed, swept]).toEqual([['gone'], []]);
    clock.pass(3_600_000);
    await admission.turn();
    await admission.turn();
    expect([removed, swept]).toEqual([['gone'], ['gone']]);
  });
});
