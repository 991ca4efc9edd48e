import type { Page } from 'playwright-core';
import { monitorEditor } from '../browser/monitor_editor';
import { click, openRoom, part, rowOf, says, textOf } from '../browser/parts';
import { openStage } from '../browser/stage';
import type { Stage } from '../browser/stage';
import { LOG_MESSAGE, LOG_QUERY, createLogIndex, logLine } from '../support/product';
import { waitFor } from '../support/wait_for';

const MONITOR = 'Pods that log errors';
const DESTINATION = 'On-call channel';

/** The walk is short, and each of its steps may take as long as a page is given. */
const WALK_MS = 8 * 60_000;

/** What a user of Open Distro Alerting does on the first day, with everything pasted as it stands in their own document. */
describe('the first day, on whichever cluster', () => {
  let stage: Stage;
  let index: string;

  beforeAll(async () => {
    stage = await openStage();
    index = stage.cluster.uniqueName('k8s-logs-shop');
    await createLogIndex(stage.cluster, index);
  });
  afterAll(() => stage?.close());

  async function createDestination(page: Page): Promise<void> {
    const { receiver } = stage;
    await openRoom(page, 'Destinations');
    await click(page, 'createDestination');
    await (await part(page, 'destinationName')).fill(DESTINATION);
    await click(page, 'destinationType');
    await click(page, 'destinationType-slack');
    await (await part(page, 'destinationUrl')).fill(`${receiver.url}/services/T0/B0/secret`);
    await click(page, 'testDestination');
    expect(await textOf(page, 'testAccepted')).toContain('200');
    await click(page, 'saveDestination');
    await rowOf(page, 'destinationsTable', DESTINATION).waitFor();
  }

  async function writeMonitor(page: Page): Promise<void> {
    const form = monitorEditor(page);
    await openRoom(page, 'Monitors');
    await click(page, 'createMonitorButton');
    await form.name(MONITOR);
    // Waits until it is suggested, and fails when it never is.
    await form.suggestions('shop', index);
    await form.index('k8s-logs-shop-*');
    await form.every(15, 'seconds');
    await form.query(LOG_QUERY);
    await form.run();
    await says(page, 'runHits', '0 hits');
    await says(page, 'conditionValue', 'false');
    await click(page, 'addActionButton');
    await form.destination(DESTINATION);
    await form.subject('{{ctx.monitor.name}}');
    await form.message(LOG_MESSAGE);
    await form.save();
    await page.getByRole('heading', { level: 1, name: MONITOR }).waitFor();
  }

  async function receiveMessage(): Promise<string> {
    const line = logLine('payment refused');
    await stage.cluster.index(index, [line]);
    const [message] = await stage.receiver.received(1, ({ body }) =>
      body.includes('payment refused')
    );
    const { text } = JSON.parse(message.body) as { text: string };
    const [head] = LOG_MESSAGE.split('{{#');
    expect(text).toBe(
      `${MONITOR}\n\n${head}\`checkout Error!!  ${line['@timestamp']} ERROR payment refused\`\n`
    );
    return message.path;
  }

  async function readWhatHappened(page: Page): Promise<void> {
    const row = rowOf(page, 'monitorsTable', MONITOR);
    await openRoom(page, 'Monitors');
    await row.getByTestId('monitorLink').click();
    const run = rowOf(page, 'runsTable', /Sent/);
    await run.getByTestId('outcome-triggered').waitFor();
    await openRoom(page, 'Alerts');
    await rowOf(page, 'alertsTable', MONITOR).getByTestId('severity-1').waitFor();
  }

  it(
    'goes from a destination by a pasted query to a message, the run that sent it and its alert',
    () =>
      stage.inPage(async (page) => {
        await createDestination(page);
        await writeMonitor(page);
        expect(await receiveMessage()).toBe('/services/T0/B0/secret');
        await readWhatHappened(page);
      }),
    WALK_MS
  );

  it('counts in each window, every 15 seconds, and meets no error', async () => {
    const { items } = (
      await stage.host.api<{ items: Array<{ id: string }> }>('GET', '/api/watchkeeper/monitors')
    ).body;
    const runs = await waitFor('three runs', async () => {
      const found = await stage.app.runs(items[0].id);
      return found.length >= 3 && found;
    });
    expect(runs.map(({ outcome }) => outcome)).not.toContain('error');
    expect(runs.map(({ hits = 0 }) => hits)).toContain(1);
    const [latest, before] = runs.map(({ window }) => window);
    expect(latest.end - latest.start).toBe(15_000);
    expect(latest.start).toBe(before.end);
  });
});
