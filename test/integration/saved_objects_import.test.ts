import type { MonitorSummary } from '../../common/monitors/api';
import { triggersOf } from '../../common/monitors/monitor';
import type { Page } from '../../common/page';
import { DESTINATION_TYPE, MONITOR_TYPE } from '../../common/plugin';
import { createLogIndex, logLine, logMonitor } from '../support/product';
import { linesOf, upload } from '../support/transfer';
import { waitFor } from '../support/wait_for';
import {
  CANARY,
  DESTINATIONS,
  SO,
  openSavedObjectsStage,
  renamed,
  withAttributes,
} from './saved_objects_stage';
import type { Line, SavedObjectsStage } from './saved_objects_stage';

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

/** A monitor that is always triggered. */
const always = (destinationId?: string, change = {}) => {
  const monitor = logMonitor(index, destinationId, change);
  monitor.triggers[0].query_level_trigger.condition.script.source = 'true';
  return monitor;
};

describe('export', () => {
  it('brings the destinations of a monitor, and no secret', async () => {
    const { id: destinationId } = await stage.addDestination();
    const { id } = await stage.app.addMonitor(logMonitor(index, destinationId, { enabled: false }));
    const file = await stage.exportOf({ type: MONITOR_TYPE, id });
    expect(linesOf<Line>(file).map((line) => line.type)).toEqual([
      DESTINATION_TYPE,
      MONITOR_TYPE,
      undefined,
    ]);
    expect(file).toContain(stage.receiver.url);
    const all = await stage.host.api<string>('POST', `${SO}/_export`, {
      type: [MONITOR_TYPE, DESTINATION_TYPE],
    });
    const versions = await stage.cluster.request(
      'GET',
      '/.watchkeeper-versions*/_search?size=1000'
    );
    for (const text of [file, all.body, JSON.stringify(versions.body)]) {
      expect(text).not.toContain(CANARY);
    }
  });
});

describe('import', () => {
  it('has the monitor run within seconds, known to every instance, its destination without secrets', async () => {
    const { id: destinationId } = await stage.addDestination();
    const { id } = await stage.app.addMonitor(logMonitor(index, destinationId));
    const lines = await stage.exportLines(MONITOR_TYPE, id);
    await stage.app.remove(id);
    await stage.host.api('DELETE', `${DESTINATIONS}/${destinationId}?force=true`);

    expect(await stage.importLines(lines)).toMatchObject({ success: true, successCount: 2 });
    expect(await stage.app.monitor(id)).toMatchObject({ authorisation: 'ok' });
    await waitFor('the monitor on both instances', async () => {
      const lists = await Promise.all(
        [stage.host, stage.other].map((one) =>
          one.api<Page<MonitorSummary>>('GET', '/api/watchkeeper/monitors?per_page=1000')
        )
      );
      return lists.every(({ body }) =>
        body.items.some((item) => item.id === id && item.last_run !== null)
      );
    });
    expect(await stage.destination(destinationId)).toMatchObject({
      has_secrets: false,
      used_by: [{ id }],
    });
  });

  it('has monitors of both instances run', async () => {
    const { id } = await stage.app.addMonitor(logMonitor(index, undefined, { enabled: false }));
    const [line] = await stage.exportLines(MONITOR_TYPE, id);
    const enabled = withAttributes(line, { enabled: true });
    const ids = Array.from({ length: 12 }, (_, i) => `${index}-${i}`);
    const { successCount } = await stage.importLines(ids.map((one) => renamed(enabled, one)));
    expect(successCount).toBe(12);
    await Promise.all(ids.map(runsOf));
  });

  it('makes copies that send to the copies of their destinations', async () => {
    const { id: destinationId } = await stage.addDestination();
    const { id } = await stage.app.addMonitor(logMonitor(index, destinationId, { enabled: false }));
    const { successResults = [] } = await stage.importLines(
      await stage.exportLines(MONITOR_TYPE, id),
      '?createNewCopies=true'
    );
    const copyOf = (type: string) =>
      successResults.find((result) => result.type === type)?.destinationId ?? '';
    const { monitor } = await stage.app.monitor(copyOf(MONITOR_TYPE));
    const [action] = triggersOf(monitor)[0].actions;
    expect(action.destination_id).toBe(copyOf(DESTINATION_TYPE));
    expect(action.destination_id).not.toBe(destinationId);
    expect((await stage.destination(action.destination_id)).has_secrets).toBe(false);
  });

  it('refuses what cannot be read, says why, and takes the others in', async () => {
    const { id } = await stage.app.addMonitor(logMonitor(index, undefined, { enabled: false }));
    const [line] = await stage.exportLines(MONITOR_TYPE, id);
    const newer = { ...renamed(line, 'newer'), migrationVersion: { [MONITOR_TYPE]: '99.0.0' } };
    const broken = withAttributes(renamed(line, 'broken'), { schedule: 'hourly' });
    const answer = await stage.importLines([broken, newer, renamed(line, 'sound')]);
    expect(answer).toMatchObject({ success: false, successCount: 1 });
    expect(answer.errors?.map(({ id: refused, error }) => [refused, error.type])).toEqual([
      ['broken', 'unknown'],
      ['newer', 'unknown'],
    ]);
    expect(answer.errors?.[0].error.message).toMatch(/^schedule: /);
    expect(answer.errors?.[1].error.message).toMatch(/99\.0\.0/);
    expect((await stage.app.monitor('sound')).authorisation).toBe('ok');
  });

  it('leaves a monitor to be adopted when the importer cannot run its query', async () => {
    const { id } = await stage.app.addMonitor(logMonitor(index, undefined));
    const [line] = await stage.exportLines(MONITOR_TYPE, id);
    const missing = stage.cluster.uniqueName('not-yet');
    const text = JSON.stringify(renamed(line, 'orphan')).replaceAll(`${index}*`, missing);
    await stage.importLines([JSON.parse(text)]);
    expect(await stage.app.monitor('orphan')).toMatchObject({
      authorisation: 'needs_adoption',
      next_run: null,
    });
    await createLogIndex(stage.cluster, missing);
    await stage.app.verb('orphan', 'adopt');
    await runsOf('orphan');
  });

  it('tolerates a destination that is nowhere, and says so on the message', async () => {
    const { id: destinationId } = await stage.addDestination();
    const { id } = await stage.app.addMonitor(always(destinationId, { enabled: false }));
    const lines = await stage.exportLines(MONITOR_TYPE, id);
    const monitor = lines.filter(({ type }) => type === MONITOR_TYPE)[0];
    const text = JSON.stringify(renamed(monitor, 'dangling')).replaceAll(destinationId, 'nowhere');
    await stage.importLines([withAttributes(JSON.parse(text), { enabled: true })]);
    const { monitor: imported } = await stage.app.monitor('dangling');
    expect(triggersOf(imported)[0].actions[0].destination_id).toBe('nowhere');
    const message = await waitFor('the message to be given up', async () => {
      const runs = await stage.app.runs('dangling');
      return runs.flatMap(({ messages }) => messages).find(({ status }) => status === 'dead');
    });
    expect(message.reason).toBe('The destination was deleted.');
  });

  it('keeps alerts and their state when a monitor is written over, and goes on where it was', async () => {
    const { id } = await stage.app.addMonitor(always());
    const [alert] = await waitFor('the alert', async () => {
      const found = await stage.app.alerts(`state=active&monitor_id=${id}`);
      return found.length > 0 && found;
    });
    await stage.app.acknowledge(alert);
    const lines = (await stage.exportLines(MONITOR_TYPE, id)).map((line) =>
      withAttributes(line, { title: 'Imported over it' })
    );
    const conflict = await stage.importLines(lines);
    expect(conflict).toMatchObject({ success: false, errors: [{ error: { type: 'conflict' } }] });
    expect((await stage.app.monitor(id)).monitor.name).toBe('Errors in containers');

    const before = await runsOf(id);
    expect(await stage.importLines(lines, '?overwrite=true')).toMatchObject({
      successResults: [{ id, overwrite: true }],
    });
    await waitFor('a later run', async () => {
      const [latest] = await stage.app.runs(id);
      return latest.window.end > before.window.end + 6000;
    });
    expect((await stage.app.monitor(id)).monitor.name).toBe('Imported over it');
    const alerts = await stage.app.alerts(`state=all&monitor_id=${id}`);
    expect(alerts.map((each) => [each.id, each.state])).toEqual([[alert.id, 'acknowledged']]);
    const windows = (await stage.app.runs(id)).map(({ window }) => window).reverse();
    windows.slice(1).forEach(({ start }, i) => expect(start).toBe(windows[i].end));
  });

  it('leaves a destination its secrets when it is written over for the same place only', async () => {
    const { id } = await stage.addDestination('/kept');
    const [line] = await stage.exportLines(DESTINATION_TYPE, id);
    const fromElsewhere = withAttributes(line, {
      title: 'From staging',
      secret_reference: 'of-staging',
    });
    await stage.importLines([fromElsewhere], '?overwrite=true');
    expect(await stage.destination(id)).toMatchObject({
      has_secrets: true,
      destination: { name: 'From staging' },
    });
    stage.receiver.requests.length = 0;
    await stage.host.api('POST', `${DESTINATIONS}/${id}/_test`, { message: 'still there' });
    const [request] = await stage.receiver.received(1);
    expect(request.headers['x-key']).toBe(CANARY);

    const redirected = withAttributes(line, { origin: 'http://127.0.0.1:1' });
    await stage.importLines([redirected], '?overwrite=true');
    expect((await stage.destination(id)).has_secrets).toBe(false);
  });

  it('does as it is told at the second attempt', async () => {
    const { id } = await stage.app.addMonitor(logMonitor(index, undefined, { enabled: false }));
    const [line] = await stage.exportLines(MONITOR_TYPE, id);
    const lines = [line, renamed(line, `${id}-2`)];
    const { body } = await upload(`${stage.host.url}${SO}/_resolve_import_errors`, lines, {
      retries: [
        { type: MONITOR_TYPE, id, destinationId: `${id}-copy`, createNewCopy: true },
        { type: MONITOR_TYPE, id: `${id}-2` },
      ],
    });
    expect(body).toMatchObject({ success: true, successCount: 2 });
    expect((await stage.app.monitor(`${id}-copy`)).authorisation).toBe('ok');
  });
});

it('runs what was imported over the log lines that come', async () => {
  const { id: destinationId } = await stage.addDestination('/live');
  const { id } = await stage.app.addMonitor(logMonitor(index, destinationId, { enabled: false }));
  const lines = (await stage.exportLines(MONITOR_TYPE, id)).map((line) =>
    line.type === MONITOR_TYPE ? withAttributes(line, { enabled: true }) : line
  );
  stage.receiver.requests.length = 0;
  await stage.importLines(lines, '?overwrite=true');
  await runsOf(id);
  await stage.cluster.index(index, [logLine('after the import')]);
  const [request] = await stage.receiver.received(1);
  expect(request.body).toContain('ERROR after the import');
});
