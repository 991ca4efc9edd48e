import { BULK_PATH } from '../../common/monitors/bulk';
import type { BulkAnswer, BulkRequest } from '../../common/monitors/bulk';
import type { MonitorRecord } from '../../common/monitors/api';
import { createLogIndex, logLine, logMonitor } from '../support/product';
import { startScene } from '../support/scene';
import type { Scene } from '../support/scene';
import { waitFor } from '../support/wait_for';

let scene: Scene;
let index: string;

beforeAll(async () => {
  scene = await startScene();
  index = scene.cluster.uniqueName('bulk');
  await createLogIndex(scene.cluster, index);
});

afterAll(() => scene?.end());

const bulk = async (request: BulkRequest) =>
  (await scene.host.api<BulkAnswer>('POST', BULK_PATH, request)).body.results;

const add = (name: string): Promise<MonitorRecord> =>
  scene.app.addMonitor(logMonitor(index, undefined, { name }));

describe('what is done to many monitors at once', () => {
  it('tags, disables and enables each, and says of each what became of it', async () => {
    const [one, two] = [await add('Bulk one'), await add('Bulk two')];
    const both = [one, two].map(({ id }) => ({ id }));
    const gone = { id: 'nobody' };

    const tagged = await bulk({ verb: 'add_tags', monitors: [...both, gone], tags: ['night'] });
    expect(tagged).toMatchObject([
      { id: one.id, ok: true, changed: true },
      { id: two.id, ok: true, changed: true },
      { id: 'nobody', ok: false, code: 'not_found' },
    ]);
    expect((await scene.app.monitor(one.id)).monitor.tags).toContain('night');

    await bulk({ verb: 'disable', monitors: both });
    expect(await bulk({ verb: 'disable', monitors: both })).toMatchObject([
      { ok: true, changed: false },
      { ok: true, changed: false },
    ]);
    expect((await scene.app.monitor(two.id)).monitor.enabled).toBe(false);
    await bulk({ verb: 'enable', monitors: both });
    expect((await scene.app.monitor(two.id)).next_run).not.toBeNull();
    await bulk({ verb: 'delete', monitors: both });
  });

  it('changes nothing of what somebody else has changed meanwhile', async () => {
    const { id, version } = await add('Bulk stale');
    await bulk({ verb: 'disable', monitors: [{ id }] });
    const late = await bulk({ verb: 'enable', monitors: [{ id, version }] });
    expect(late).toMatchObject([{ id, ok: false, code: 'conflict' }]);
    expect((await scene.app.monitor(id)).monitor.enabled).toBe(false);
    await bulk({ verb: 'delete', monitors: [{ id }] });
  });

  it('ends the alerts of those that are deleted', async () => {
    const { id } = await add('Bulk firing');
    const alerts = () => scene.app.alerts(`monitor_id=${id}&state=all`);
    await waitFor('an alert', async () => {
      await scene.cluster.index(index, [logLine('again')]);
      return (await alerts()).length > 0;
    });
    expect(await bulk({ verb: 'delete', monitors: [{ id }] })).toMatchObject([{ ok: true }]);
    await waitFor('its end', async () => (await alerts()).every(({ end_time: end }) => end));
    expect((await scene.host.api('GET', `/api/watchkeeper/monitors/${id}`)).status).toBe(404);
  });
});
