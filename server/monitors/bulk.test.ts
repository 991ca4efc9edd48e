import { WatchkeeperError } from '../../common/errors';
import { bulkSchema } from '../../common/monitors/bulk';
import type { Monitor } from '../../common/monitors/monitor';
import { doInBulk } from './bulk';
import type { SaveContext } from './save_monitor';
import { storedMonitor } from './testing/monitors';

const context = {} as SaveContext;

/** Three monitors; the one called `stale` has another version than anybody has seen. */
const setUp = () => {
  const monitors = new Map<string, Monitor>(
    ['a', 'b', 'stale'].map((id) => [id, storedMonitor(id, { tags: ['x'] }).monitor])
  );
  const demand = (id: string): Monitor => {
    const monitor = monitors.get(id);
    if (!monitor) throw Object.assign(new Error('Not found'), { output: { statusCode: 404 } });
    if (id === 'stale') throw new WatchkeeperError('conflict', 'Saved meanwhile.');
    return monitor;
  };
  const verbs: Parameters<typeof doInBulk>[0] = {
    change: async (id, _version, change) => {
      const before = demand(id);
      const after = change(before);
      monitors.set(id, after);
      return after !== before;
    },
    remove: async (id) => {
      demand(id);
      monitors.delete(id);
    },
  };
  const bulk = (verb: string, ids: string[], tags?: string[]) =>
    doInBulk(
      verbs,
      bulkSchema.parse({ verb, monitors: ids.map((id) => ({ id })), ...(tags ? { tags } : {}) }),
      context
    );
  return { monitors, bulk };
};

describe('what is done to many monitors', () => {
  it('says of each what came of it, in the order of the request', async () => {
    const { bulk, monitors } = setUp();
    const { results } = await bulk('disable', ['stale', 'a', 'gone', 'b']);
    expect(results).toEqual([
      { id: 'stale', ok: false, code: 'conflict', message: 'Saved meanwhile.' },
      { id: 'a', ok: true, changed: true },
      { id: 'gone', ok: false, code: 'not_found', message: 'Not found' },
      { id: 'b', ok: true, changed: true },
    ]);
    expect(monitors.get('a')?.enabled).toBe(false);
  });

  it('writes nothing where it is so already', async () => {
    const { bulk } = setUp();
    expect((await bulk('enable', ['a'])).results).toEqual([{ id: 'a', ok: true, changed: false }]);
    expect((await bulk('add_tags', ['a'], ['x'])).results).toMatchObject([{ changed: false }]);
  });

  it('adds tags, removes them, and deletes', async () => {
    const { bulk, monitors } = setUp();
    await bulk('add_tags', ['a'], ['y']);
    expect(monitors.get('a')?.tags).toEqual(['x', 'y']);
    await bulk('remove_tags', ['a'], ['x', 'y']);
    expect(monitors.get('a')?.tags).toEqual([]);
    await bulk('delete', ['a', 'b']);
    expect([...monitors.keys()]).toEqual(['stale']);
  });
});
