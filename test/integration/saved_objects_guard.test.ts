import type { MonitorVersion } from '../../common/monitors/api';
import { DESTINATION_TYPE, MONITOR_TYPE, TEMPLATE_TYPE } from '../../common/plugin';
import { logMonitor } from '../support/product';
import type { Wrong } from '../support/product';
import { waitFor } from '../support/wait_for';
import { SO, openSavedObjectsStage, withAttributes } from './saved_objects_stage';
import type { SavedObjectsStage } from './saved_objects_stage';

let stage: SavedObjectsStage;
let index: string;

beforeAll(async () => {
  stage = await openSavedObjectsStage();
});
afterAll(async () => {
  await stage?.close();
});
beforeEach(async () => {
  index = await stage.logIndex();
});

const runsOf = (id: string) => waitFor('a run', async () => (await stage.app.runs(id))[0]);

describe('raw writes', () => {
  const raw = (method: string, path: string, body: object) =>
    stage.host.api<Wrong & { id: string }>(method, `${SO}${path}`, body);

  it('are refused with the field when they are nonsense', async () => {
    const { id, monitor } = await stage.app.addMonitor(
      logMonitor(index, undefined, { enabled: false })
    );
    const { name, ...rest } = monitor;
    const sound = { ...rest, title: name };
    const answers = await Promise.all([
      raw('POST', `/${MONITOR_TYPE}`, { attributes: { ...sound, title: undefined } }),
      raw('POST', `/${MONITOR_TYPE}/x`, { attributes: { ...sound, schedule: { period: {} } } }),
      raw('POST', `/${MONITOR_TYPE}/${id}?overwrite=true`, { attributes: {} }),
      raw('PUT', `/${MONITOR_TYPE}/${id}`, { attributes: { triggers: 'none' } }),
      raw('POST', `/${DESTINATION_TYPE}`, { attributes: { title: 'X', type: 'pigeon' } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    const messages = answers.map(({ body }) => body.message);
    expect(messages[0]).toBe('title: A name is required.');
    expect(messages[1]).toMatch(/^schedule\.period\.interval: /);
    expect(messages[2]).toMatch(/inputs: /);
    expect(messages[3]).toMatch(/^triggers: /);
    expect(messages[4]).toMatch(/^type: /);
    expect((await stage.app.monitor(id)).monitor).toEqual(monitor);
  });

  it('of several are refused one by one', async () => {
    const { monitor } = await stage.app.addMonitor(
      logMonitor(index, undefined, { enabled: false })
    );
    const { name, ...rest } = monitor;
    const attributes = { ...rest, title: name };
    const { body } = await stage.host.api<{
      saved_objects: Array<{ error?: { message: string } }>;
    }>('POST', `${SO}/_bulk_create`, [
      { type: MONITOR_TYPE, attributes: { ...attributes, enabled: 'perhaps' } },
      { type: MONITOR_TYPE, attributes },
    ]);
    expect(body.saved_objects.map(({ error }) => error?.message)).toEqual([
      'enabled: Say whether the monitor is enabled.',
      undefined,
    ]);
  });

  it('by somebody who may run the query are adopted at once', async () => {
    const { monitor } = await stage.app.addMonitor(logMonitor(index, undefined));
    const { name, ...rest } = monitor;
    const { status, body } = await raw('POST', `/${MONITOR_TYPE}`, {
      attributes: { ...rest, title: `${name}, raw` },
    });
    expect(status).toBe(200);
    expect((await stage.app.monitor(body.id)).authorisation).toBe('ok');
    await runsOf(body.id);
  });

  it('that delete a destination take its secrets along', async () => {
    const { id } = await stage.addDestination('/gone');
    const count = async () => {
      await stage.cluster.request('POST', '/.watchkeeper-secrets*/_refresh?expand_wildcards=all');
      const { body } = await stage.cluster.request<{ count: number }>(
        'GET',
        `/.watchkeeper-secrets*/_count?expand_wildcards=all&q=destination_id:%22${id}%22`
      );
      return body.count;
    };
    expect(await count()).toBe(1);
    expect((await stage.host.api('DELETE', `${SO}/${DESTINATION_TYPE}/${id}`)).status).toBe(200);
    expect(await count()).toBe(0);
  });
});

describe('versions', () => {
  const versionsOf = async (id: string): Promise<MonitorVersion[]> => {
    await stage.cluster.request('POST', '/.watchkeeper-versions*/_refresh?expand_wildcards=all');
    const path = `/api/watchkeeper/monitors/${id}/versions`;
    return (await stage.host.api<MonitorVersion[]>('GET', path)).body;
  };
  const restore = (id: string, version_id: string, version: string) =>
    stage.host.api<Wrong & { version: string; monitor: { name: string } }>(
      'POST',
      `/api/watchkeeper/monitors/${id}/_restore`,
      { version_id, version }
    );

  it('are kept with note and content, whoever wrote them, and can be restored', async () => {
    const created = await stage.app.addMonitor(logMonitor(index, undefined, { enabled: false }));
    const { id } = created;
    const saved = await stage.host.api<{ version: string }>(
      'PUT',
      `/api/watchkeeper/monitors/${id}`,
      {
        monitor: { ...created.monitor, name: 'Renamed' },
        version: created.version,
        note: 'A better name',
      }
    );
    await stage.importLines(
      (await stage.exportLines(MONITOR_TYPE, id)).map((line) =>
        withAttributes(line, { title: 'Imported' })
      ),
      '?overwrite=true'
    );
    const versions = await versionsOf(id);
    expect(versions.map(({ monitor, note }) => [monitor.name, note])).toEqual([
      ['Imported', undefined],
      ['Renamed', 'A better name'],
      ['Errors in containers', undefined],
    ]);

    const stale = await restore(id, versions[2].id, saved.body.version);
    expect([stale.status, stale.body.attributes?.code]).toEqual([409, 'conflict']);
    const { version } = await stage.app.monitor(id);
    expect((await restore(id, 'nothing', version)).status).toBe(404);
    const restored = await restore(id, versions[2].id, version);
    expect(restored.status).toBe(200);
    expect(restored.body.monitor.name).toBe('Errors in containers');
    const [latest] = await versionsOf(id);
    expect(latest.note).toMatch(/^Restored from /);
    expect(latest.monitor.name).toBe('Errors in containers');
  });
});

describe('the Saved Objects page', () => {
  const MANAGEMENT = '/api/opensearch-dashboards/management/saved_objects';

  it('shows our objects with title and icon, and a link to a page that there is', async () => {
    const { id: destinationId } = await stage.addDestination();
    const { id } = await stage.app.addMonitor(logMonitor(index, destinationId, { enabled: false }));
    const types = await stage.host.api<{ types: string[] }>('GET', `${MANAGEMENT}/_allowed_types`);
    expect(types.body.types).toEqual([MONITOR_TYPE, DESTINATION_TYPE, TEMPLATE_TYPE]);
    const query = types.body.types.map((type) => `type=${type}`).join('&');
    const { body } = await stage.host.api<{ saved_objects: Array<{ id: string; meta: object }> }>(
      'GET',
      `${MANAGEMENT}/_find?${query}&perPage=1000`
    );
    const metaOf = (one: string) => body.saved_objects.find((object) => object.id === one)?.meta;
    expect(metaOf(id)).toMatchObject({
      title: 'Errors in containers',
      icon: 'visGauge',
      inAppUrl: {
        path: `/app/watchkeeper_monitors/${id}`,
        uiCapabilitiesPath: 'watchkeeper.show',
      },
    });
    expect(metaOf(destinationId)).toMatchObject({
      title: 'Receiver /hook',
      icon: 'email',
      inAppUrl: {
        path: `/app/watchkeeper_destinations/${destinationId}`,
        uiCapabilitiesPath: 'watchkeeper.show',
      },
    });
    const capabilities = await stage.host.api('POST', '/api/core/capabilities', {
      applications: [],
    });
    expect(capabilities.body).toMatchObject({ watchkeeper: { show: true } });
  });
});
