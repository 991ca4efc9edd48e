import { WatchkeeperError } from '../../common/errors';
import { monitorSchema } from '../../common/monitors/monitor';
import type { Monitor } from '../../common/monitors/monitor';
import type { Cluster } from '../cluster/types';
import { takeOver } from './take_over';
import type { Hands } from './types';

const DOCUMENT = {
  type: 'monitor',
  name: 'Errors',
  enabled: true,
  schedule: { period: { interval: 1, unit: 'MINUTES' } },
  inputs: [{ search: { indices: ['logs'], query: { range: { t: { gte: '{{period_start}}' } } } } }],
  triggers: [],
  ui_metadata: { search: { bucketValue: 1 } },
};

/** One monitor of the plugin, and what was done to it. */
class Original {
  enabled = true;
  seqNo = 7;
  readonly puts: boolean[] = [];
  /** Refuses a put that comes when so many were done. */
  refusesAfter = Number.POSITIVE_INFINITY;

  get cluster(): Cluster {
    const text: Cluster['text'] = async ({ method, path, query, body }) => {
      if (path.endsWith('/_search')) return this.answer({ hits: { hits: [] } });
      if (method !== 'PUT') return this.answer(this.envelope());
      if (this.puts.length >= this.refusesAfter) {
        throw new WatchkeeperError('forbidden', 'You may not write it.');
      }
      if (query?.if_seq_no !== this.seqNo) throw new WatchkeeperError('conflict', 'stale');
      this.enabled = (JSON.parse(String(body)) as { enabled: boolean }).enabled;
      this.seqNo++;
      this.puts.push(this.enabled);
      return this.answer(this.envelope());
    };
    return { text, request: () => Promise.reject(new Error('Everything is read as text.')) };
  }

  private envelope() {
    const place = { _id: 'm1', _version: 1, _seq_no: this.seqNo, _primary_term: 1 };
    return { ...place, monitor: { ...DOCUMENT, enabled: this.enabled } };
  }

  private answer(body: unknown) {
    return Promise.resolve({ status: 200, body: JSON.stringify(body) });
  }
}

/** Monitors here, in memory. */
class Here {
  readonly monitors = new Map<string, Monitor>();
  unproven: string | undefined;
  enableFails = false;

  hands(cluster: Cluster): Hands {
    return {
      cluster,
      monitors: {
        find: async (id) => {
          const monitor = this.monitors.get(id);
          return monitor && { id, monitor };
        },
        names: async (ids) =>
          new Map(
            ids.flatMap((id) => {
              const monitor = this.monitors.get(id);
              return monitor ? [[id, monitor.name] as const] : [];
            })
          ),
        bring: async (id = 'new', monitor) => {
          this.monitors.set(id, monitor);
          return { id, ...(this.unproven === undefined ? {} : { unproven: this.unproven }) };
        },
        adopt: async () => {
          if (this.unproven !== undefined) {
            throw new WatchkeeperError('cluster_refused', this.unproven);
          }
        },
        enable: async (id) => {
          if (this.enableFails) throw new WatchkeeperError('cluster_unreachable', 'Gone.');
          const monitor = monitorSchema.parse(this.monitors.get(id));
          this.monitors.set(id, { ...monitor, enabled: true });
        },
      },
      destinations: {
        names: async () => new Map(),
        create: () => Promise.reject(new Error('There are none.')),
      },
    };
  }

  get enabled(): boolean | undefined {
    return this.monitors.get('alerting-m1')?.enabled;
  }
}

const take = async (original: Original, here: Here, disableOriginals = true) => {
  const [row] = await takeOver(here.hands(original.cluster), {
    ...{ ids: ['monitor:m1'], disableOriginals, existing: 'keep', now: 0 },
  });
  return row;
};

describe('one monitor that is taken over', () => {
  it('runs here once the original is disabled', async () => {
    const [original, here] = [new Original(), new Here()];
    expect(await take(original, here)).toMatchObject({ enabled: true, original_enabled: false });
    expect(original.puts).toEqual([false]);
    expect(here.enabled).toBe(true);
  });

  it('runs there where it cannot run here', async () => {
    const [original, here] = [new Original(), new Here()];
    here.unproven = 'no such index';
    const row = await take(original, here);
    expect(row).toMatchObject({ enabled: false, original_enabled: true });
    expect(row.messages.join()).toContain('no such index');
    expect(original.puts).toEqual([]);
  });

  it('runs there where the original cannot be disabled', async () => {
    const [original, here] = [new Original(), new Here()];
    original.refusesAfter = 0;
    const row = await take(original, here);
    expect(row).toMatchObject({ enabled: false, original_enabled: true });
    expect(row.messages[0]).toContain('You may not write it.');
    expect(here.enabled).toBe(false);
  });

  it('runs there again where it could not be enabled here', async () => {
    const [original, here] = [new Original(), new Here()];
    here.enableFails = true;
    const row = await take(original, here);
    expect(row).toMatchObject({ enabled: false, original_enabled: true });
    expect(original.puts).toEqual([false, true]);
  });

  it('says loudly when it runs nowhere', async () => {
    const [original, here] = [new Original(), new Here()];
    here.enableFails = true;
    original.refusesAfter = 1;
    const row = await take(original, here);
    expect(row).toMatchObject({ enabled: false, original_enabled: false });
    expect(row.messages[0]).toContain('NEITHER runs');
  });

  it('that came before is looked at anew before its original ends', async () => {
    const [original, here] = [new Original(), new Here()];
    await take(original, here, false);
    expect(here.enabled).toBe(false);
    here.unproven = 'no such index';
    expect(await take(original, here)).toMatchObject({
      ...{ outcome: 'kept', enabled: false, original_enabled: true },
    });
    here.unproven = undefined;
    expect(await take(original, here)).toMatchObject({
      ...{ outcome: 'kept', enabled: true, original_enabled: false },
    });
  });

  it('is enabled by the next take-over where one ended between the two', async () => {
    const [original, here] = [new Original(), new Here()];
    await take(original, here, false);
    original.enabled = false;
    expect(await take(original, here)).toMatchObject({ enabled: true, original_enabled: false });
  });
});
