import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { LOG_MESSAGE, LOG_QUERY, createLogIndex, logLine } from '../support/product';
import { waitFor } from '../support/wait_for';
import { monitorEditor } from './monitor_editor';
import { click, confirm, copyAll, openRoom, part, rowOf, says, settled, textOf } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

const MONITOR = 'Errors in containers';
const DESTINATION = 'On-call inbox';
const IMAGES = join(__dirname, '..', '..', 'docs', 'images');
const WANTS_PICTURES = process.env.UPDATE_SCREENSHOTS === '1';
/**
 * What the browser writes to the console when the server answers 409, as it should, or 404 to a page that asks after its
 * monitor while that is deleted.
 */
const EXPECTED = /409 \(Conflict\)|404 \(Not Found\) \S+\/monitors\/[\w-]+(\/history\S*)?$/;

declare global {
  interface Window {
    __osdSharedDeps__: { React: { version: string } };
  }
}

type Line = ReturnType<typeof logLine>;

/** What the user's template makes of these lines, worked out by hand. */
const messageOf = (lines: Line[]): string => {
  const row = (line: Line) =>
    `\`${line.kubernetes.container_name} Error!!  ${line['@timestamp']} ${line.message}\`\n`;
  const [head] = LOG_MESSAGE.split('{{#');
  return head + lines.map(row).join('');
};

/** The README's pictures are made on demand, so that a test run leaves the tree as it was. */
async function picture(page: Page, name: string): Promise<void> {
  if (!WANTS_PICTURES) return;
  await settled(page);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
}

/** The version that the page really runs on. */
const reactOf = (page: Page): Promise<string> =>
  page.evaluate(() => window.__osdSharedDeps__.React.version);

describe.each(['18', '16'] as const)('in the browser, on React %s', (react) => {
  let stage: Stage;
  let index: string;

  beforeAll(async () => {
    stage = await openStage({ react });
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
    await click(page, 'destinationType-webhook');
    // Of the webhook's form alone: from here on it has taken the place of the one before.
    await click(page, 'addHeader');
    await (await part(page, 'destinationUrl')).fill(`${receiver.url}/hook?token=secret`);
    await (await part(page, 'headerName')).fill('Authorization');
    await (await part(page, 'headerValue')).fill('Bearer of-tests');
    receiver.next({ kind: 'answer', status: 202, body: 'taken by the receiver' });
    await click(page, 'testDestination');
    const answer = await textOf(page, 'testAccepted');
    expect(answer).toContain('202');
    expect(answer).toContain('taken by the receiver');
    const [test] = await receiver.received(1);
    expect(test).toMatchObject({ method: 'POST', path: '/hook?token=secret' });
    expect(test.headers.authorization).toBe('Bearer of-tests');
    await click(page, 'saveDestination');
    await rowOf(page, 'destinationsTable', DESTINATION).waitFor();
    expect(await page.content()).not.toContain('token=secret');
  }

  async function writeQuery(page: Page): Promise<void> {
    const form = monitorEditor(page);
    await openRoom(page, 'Monitors');
    await click(page, 'createMonitorButton');
    await form.name(MONITOR);
    expect(await form.suggestions('k8s', index)).toContain(index);
    await form.index('k8s-logs-shop-*');
    await form.query(LOG_QUERY.replace('"filter":', '"filter"'));
    await says(page, 'queryLint', /line 5/i);
    await form.query(LOG_QUERY);
    await page.getByTestId('queryLint').waitFor({ state: 'detached' });
    expect(await copyAll(page, await part(page, 'queryEditor'))).toBe(LOG_QUERY);
  }

  /** Runs the query over one line; gives that line. */
  async function runQuery(page: Page): Promise<Line> {
    const form = monitorEditor(page);
    await form.run();
    await says(page, 'runHits', '0 hits');
    await says(page, 'conditionValue', 'false');
    const line = logLine('payment refused');
    await stage.cluster.index(index, [line]);
    // A window ends some seconds before now, so that what is not yet searchable is not missed.
    await waitFor('the line in a Run', async () => {
      await form.run();
      await page.locator('[data-test-subj=runQueryButton]:not([disabled])').waitFor();
      return (await textOf(page, 'runHits')) === '1 hit';
    });
    expect(await textOf(page, 'documentsTable')).toContain('ERROR payment refused');
    await page.getByText(/in \d+ ms, from/).waitFor();
    await form.tab('Query as sent');
    const sent = await copyAll(page, await part(page, 'renderedQuery'));
    expect(sent).toMatch(/"from":\s*"\d{13}\|\|-15s"/);
    expect(sent).not.toContain('{{');
    return line;
  }

  async function writeTrigger(page: Page, line: Line): Promise<void> {
    const form = monitorEditor(page);
    const { receiver } = stage;
    await form.every(3, 'seconds');
    await says(page, 'conditionValue', 'true');
    await form.condition('ctx.results[0].hits.total.value > 1');
    await says(page, 'conditionValue', 'false');
    await form.condition('ctx.results[0].hits.total.value > 0');
    await says(page, 'conditionValue', 'true');
    await click(page, 'addActionButton');
    await form.destination(DESTINATION);
    await form.subject('{{ctx.trigger.name}} in {{ctx.monitor.name}}');
    await form.message(LOG_MESSAGE);
    await says(page, 'messagePreview', 'payment refused');
    const preview = await form.preview();
    expect(preview.message).toBe(messageOf([line]));
    const before = receiver.requests.length;
    await click(page, 'sendTestButton');
    await says(page, 'testAnswer', '200');
    const sent = (await receiver.received(before + 1))[before];
    expect(JSON.parse(sent.body)).toEqual({ title: preview.subject, text: preview.message });
  }

  /** Writes a line that the saved monitor finds; returns when its message is at the receiver. */
  async function receiveMessage(first: Line): Promise<void> {
    const { receiver } = stage;
    const line = logLine('cart lost');
    await stage.cluster.index(index, [line]);
    const isOurs = ({ body }: { body: string }) => body.includes('cart lost');
    const [message] = await receiver.received(1, isOurs);
    const { text } = JSON.parse(message.body) as { text: string };
    // The query of the seed looks back 15 seconds: the first line may be in it still.
    expect([messageOf([line]), messageOf([line, first])]).toContain(text);
  }

  /** Keeps the alert open, however long it takes to look at it. */
  async function whileErrorsCome(look: () => Promise<void>): Promise<void> {
    let writing: Promise<void> = Promise.resolve();
    let times = 0;
    const write = (): void => {
      times += 1;
      const lines = Array.from({ length: 1 + (times % 3) }, () => logLine('cart lost again'));
      writing = writing.then(() => stage.cluster.index(index, lines));
    };
    const timer = setInterval(write, 4000);
    try {
      await look();
    } finally {
      clearInterval(timer);
      await writing;
    }
  }

  async function readMonitor(page: Page): Promise<void> {
    await openRoom(page, 'Monitors');
    const row = rowOf(page, 'monitorsTable', MONITOR);
    await row.getByTestId('monitorState-triggered').waitFor();
    await row.getByTestId('outcome-triggered').waitFor();
    await row.getByTestId('monitorLink').click();
    // A picture is to show more than the first run.
    const runs = page.getByTestId('runDetailsButton');
    if (WANTS_PICTURES) await runs.nth(14).waitFor({ timeout: 120_000 });
    const run = rowOf(page, 'runsTable', /Sent/);
    await run.getByTestId('outcome-triggered').waitFor();
    await run.getByTestId('runDetailsButton').click();
    const details = await textOf(page, 'runDetails');
    expect(details).toContain(`To ${DESTINATION}`);
    expect(details).toContain('200 ok');
    expect(details).toContain('checkout Error!!');
    await picture(page, 'monitor');
  }

  async function acknowledge(page: Page): Promise<void> {
    await openRoom(page, 'Alerts');
    const row = rowOf(page, 'alertsTable', MONITOR);
    await row.getByTestId('alertState-active').waitFor();
    await row.getByTestId('severity-1').waitFor();
    await picture(page, 'alerts');
    await row.getByTestId('acknowledgeAlert').click();
    await row.getByTestId('alertState-acknowledged').waitFor();
    await row.getByTestId('alertLink').click();
    const messages = page.getByTestId('alertFlyout').getByTestId('showMessage');
    await messages.first().waitFor();
    for (const message of await messages.all()) await message.getByRole('button').first().click();
    await says(page, 'alertFlyout', 'cart lost');
    await page.getByTestId('alertFlyout').getByTestId('euiFlyoutCloseButton').click();
  }

  async function edit(page: Page): Promise<void> {
    await openRoom(page, 'Monitors');
    await rowOf(page, 'monitorsTable', MONITOR).getByTestId('monitorLink').click();
    await click(page, 'editMonitorButton');
    await monitorEditor(page).name(`${MONITOR}, all`);
    const [, id] = /([^/]+)\/edit/.exec(page.url()) ?? [];
    const { version, monitor } = await stage.app.monitor(id);
    await stage.app.update(id, version, { ...monitor, name: 'Theirs' });
    await monitorEditor(page).save();
    await says(page, 'conflictNotice', 'not saved');
    expect((await stage.app.monitor(id)).monitor.name).toBe('Theirs');
    await click(page, 'overwriteTheirsButton');
    await page.getByRole('heading', { level: 1, name: `${MONITOR}, all` }).waitFor();
  }

  async function switchOffAndOn(page: Page): Promise<void> {
    await click(page, 'toggleMonitorButton');
    await part(page, 'monitorState-disabled');
    await page
      .getByTestId('toggleMonitorButton')
      .filter({ hasText: 'Disable' })
      .waitFor({ state: 'detached' });
    await click(page, 'toggleMonitorButton');
    await page.getByTestId('toggleMonitorButton').filter({ hasText: 'Disable' }).waitFor();
  }

  async function remove(page: Page): Promise<void> {
    const [id = ''] = /[^/]+$/.exec(new URL(page.url()).pathname) ?? [];
    const since = Date.now();
    await stage.cluster.index(index, [logLine('one more')]);
    await whileErrorsCome(async () => {
      // An alert that is open from before may be about to end: by this run it is open from now on.
      await waitFor('an alert that goes on', async () =>
        (await stage.app.runs(id)).some(
          ({ outcome, window }) => outcome === 'triggered' && window.end > since
        )
      );
      await waitFor('an open alert', async () => (await stage.app.alerts('state=open')).length > 0);
      await click(page, 'deleteMonitorButton');
      expect(await confirm(page)).toContain(`${MONITOR}, all`);
      await part(page, 'emptyState');
    });
    await openRoom(page, 'Alerts');
    await click(page, 'alertsTab-past');
    await rowOf(page, 'alertsTable', MONITOR).getByTestId('alertState-deleted').waitFor();
  }

  it('makes a message of a log line, shows why, and lets go of it without a trace left open', async () => {
    await stage.inPage(
      async (page) => {
        expect(await reactOf(page)).toMatch(new RegExp(`^${react}\\.`));
        await createDestination(page);
        await writeQuery(page);
        const first = await runQuery(page);
        await writeTrigger(page, first);
        await monitorEditor(page).save();
        await page.getByRole('heading', { level: 1, name: MONITOR }).waitFor();
        await receiveMessage(first);
        await whileErrorsCome(async () => {
          await readMonitor(page);
          await acknowledge(page);
        });
        await edit(page);
        await switchOffAndOn(page);
        await remove(page);
      },
      { allowed: EXPECTED }
    );
  });
});
