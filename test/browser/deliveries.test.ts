import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DeliveryPage } from '../../common/notifications/deliveries_api';
import { createLogIndex, logLine, logMonitor } from '../support/product';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { waitFor } from '../support/wait_for';
import { findings } from './axe';
import { click, confirm, openRoom, part, rowOf, says, settled, textOf } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.DELIVERY_PICTURES;

const GOOD = 'On-call inbox';
const REFUSING = 'Old ticket system';
const SLOW = 'Slow archive';
/** Milliseconds before the slow one answers. */
const SLOWNESS = 2500;

let stage: Stage;
let good: Receiver;
let refusing: Receiver;
let slow: Receiver;
let monitorId: string;

const deliveries = async (query: string): Promise<DeliveryPage> =>
  (await stage.host.api<DeliveryPage>('GET', `/api/watchkeeper/deliveries?${query}`)).body;

/** What the monitor tells each of them with every run. */
const actionsFor = (ids: readonly string[]) =>
  ids.map((id, index) => ({
    ...{ id: `tell-${index}`, name: `Tell ${index + 1}`, destination_id: id },
    subject_template: { source: 'Payments fail' },
    message_template: { source: '{{ctx.results.0.hits.total.value}} lines say ERROR' },
  }));

beforeAll(async () => {
  [good, refusing, slow] = [await startReceiver(), await startReceiver(), await startReceiver()];
  refusing.behave({ kind: 'answer', status: 410, body: 'This queue has moved.' });
  slow.behave({ kind: 'answer', status: 200, body: 'kept', delay: SLOWNESS });
  const allow = [good, refusing, slow].map(({ port }) => `127.0.0.1:${port}`);
  stage = await openStage({ config: { 'opensearch_watchkeeper.outbound.allow': allow } });
  const index = stage.cluster.uniqueName('k8s-logs');
  await createLogIndex(stage.cluster, index);
  const ids = [
    (await stage.app.addWebhook(`${good.url}/hook`, GOOD)).id,
    (await stage.app.addWebhook(`${refusing.url}/old`, REFUSING)).id,
    (await stage.app.addWebhook(`${slow.url}/slow`, SLOW)).id,
  ];
  const monitor = logMonitor(index, undefined);
  const { query_level_trigger: trigger } = monitor.triggers[0];
  trigger.condition.script.source = 'true';
  trigger.actions = actionsFor(ids);
  ({ id: monitorId } = await stage.app.addMonitor(monitor));
  await stage.cluster.index(index, [logLine('payment refused')]);
  await waitFor('two messages that were given up', async () => {
    const { dead = 0, sent = 0 } = (await deliveries('')).by_status;
    return dead >= 2 && sent >= 3;
  });
  await stage.app.verb(monitorId, 'disable');
  await waitFor('the slow one to have all', async () => {
    const { pending = 0, sending = 0 } = (await deliveries('')).by_status;
    return pending + sending === 0;
  });
});

afterAll(async () => {
  await stage?.close();
  await Promise.all([good, refusing, slow].map((receiver) => receiver?.close()));
});

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
};

const press = async (page: Page, mark: string, key = 'Enter'): Promise<void> => {
  await (await part(page, mark)).focus();
  await page.keyboard.press(key);
};

/** From the list of destinations to the story of a message that was given up. */
const lookAtFailure = async (page: Page): Promise<void> => {
  await openRoom(page, 'Destinations');
  await rowOf(page, 'destinationsTable', REFUSING).getByTestId('health-failing').waitFor();
  await rowOf(page, 'destinationsTable', GOOD).getByTestId('health-healthy').waitFor();
  await says(page, 'destinationTrouble', '410');
  await picture(page, 'destinations_light');
  expect(await findings(page)).toEqual([]);
  await click(page, 'troubleDead');
  await says(page, 'deliveryReason', '410');
  await picture(page, 'deliveries_light');
  expect(await findings(page)).toEqual([]);
  await click(page, 'deliveryLink');
  await says(page, 'deliveryAttempt', /Refused \(410\)[^]*This queue has moved/);
  await says(page, 'deliveryRemedy', 'no such address');
  await says(page, 'webhookBody', 'lines say ERROR');
  await picture(page, 'story_light');
  expect(await findings(page)).toEqual([]);
};

describe('what became of messages', () => {
  it('is seen from the destination that fails, mended there, and sent again', () =>
    stage.inPage(
      async (page) => {
        await lookAtFailure(page);
        await click(page, 'deliveryOpenDestination');
        await (await part(page, 'destinationUrl')).fill(`${good.url}/mended`);
        await click(page, 'saveDestination');
        await part(page, 'destinationsTable');
        await click(page, 'roomTab-deliveries');
        await click(page, 'deliveriesTab-dead');
        const all = await textOf(page, 'resendAll');
        await click(page, 'resendAll');
        const question = await confirm(page);
        const count = Number(/\d+/.exec(all)?.[0]);
        expect(question).toContain(`Send ${count} messages again?`);
        expect(question).toContain(`${REFUSING}: ${count} messages`);
        await good.received(count, ({ path }) => path === '/mended');
        await waitFor('none to be dead', async () => !(await deliveries('')).by_status.dead);
        await page.goto(page.url().replace(/\?.*/, '?from=all'));
        await says(page, 'deliveriesTab-dead', '(0)');
        await rowOf(page, 'deliveriesTable', REFUSING).getByTestId('deliveryLink').click();
        await says(page, 'deliveryAttempt', /Accepted \(200\)/);
        expect(await page.getByTestId('deliveryAttempt').count()).toBeGreaterThan(1);
      },
      { width: 1024 }
    ));

  it('tells how long a slow receiver took', () =>
    stage.inPage(async (page) => {
      await openRoom(page, 'Destinations');
      await click(page, 'roomTab-deliveries');
      await rowOf(page, 'deliveriesTable', SLOW).getByTestId('deliveryLink').click();
      await says(page, 'deliveryAttempt', /2 seconds|3 seconds/);
    }));
});

describe('all notifications', () => {
  it('are paused and resumed by the keyboard, and every page says so meanwhile', () =>
    stage.inPage(
      async (page) => {
        await openRoom(page, 'Destinations');
        await press(page, 'pauseNotifications');
        await (await part(page, 'pauseReason')).focus();
        await page.keyboard.type('The pager moves house');
        await picture(page, 'pause_dark');
        expect(await findings(page)).toEqual([]);
        await press(page, 'pauseConfirm');
        await says(page, 'pauseBanner', 'The pager moves house');

        const before = good.requests.length;
        await stage.app.verb(monitorId, 'enable');
        await waitFor('messages that wait', async () => {
          const { pending = 0 } = (await deliveries('')).by_status;
          return pending >= 3;
        });
        await stage.app.verb(monitorId, 'disable');
        await openRoom(page, 'Monitors');
        await says(page, 'pausedWaiting', /[3-9]\d* messages wait/);
        await press(page, 'pausedWaiting');
        await press(page, 'deliveryLink');
        await part(page, 'deliveryPaused');
        await picture(page, 'paused_story_dark');
        expect(await findings(page)).toEqual([]);
        expect(good.requests.length).toBe(before);
        await page.keyboard.press('Escape');
        await press(page, 'resumeNotifications');
        await page.getByTestId('pauseBanner').waitFor({ state: 'detached' });
        await good.received(before + 1);
        await click(page, 'deliveriesTab-sent');
        await rowOf(page, 'deliveriesTable', GOOD).getByTestId('delivery-sent').waitFor();
        await picture(page, 'deliveries_dark');
        expect(await findings(page)).toEqual([]);
      },
      { theme: 'dark', width: 1024 }
    ));
});
