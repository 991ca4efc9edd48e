import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DeliveryPage } from '../../common/notifications/deliveries_api';
import {
  closeMailServers,
  mailServer,
  readMail,
} from '../../server/notifications/destinations/testing/mail_server';
import type { MailServer } from '../../server/notifications/destinations/testing/mail_server';
import { createLogIndex, logLine, logMonitor } from '../support/product';
import { waitFor } from '../support/wait_for';
import { findings } from './axe';
import { click, openRoom, part, rowOf, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.EMAIL_PICTURES;
const PASSWORD = 'authorisation-code-1';

let stage: Stage;
let mail: MailServer;

beforeAll(async () => {
  mail = await mailServer({ password: PASSWORD });
  stage = await openStage({ config: { 'opensearch_watchkeeper.outbound.allow': ['127.0.0.1'] } });
});

afterAll(async () => {
  await stage?.close();
  await closeMailServers();
});

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

const fill = async (page: Page, field: string, text: string): Promise<void> => {
  const input = await part(page, field);
  await input.fill(text);
};

const create = async (page: Page, kind: string, name: string): Promise<void> => {
  await openRoom(page, 'Destinations');
  await click(page, 'createDestination');
  await fill(page, 'destinationName', name);
  await click(page, 'destinationType');
  await click(page, `destinationType-${kind}`);
};

describe('e-mail', () => {
  it('is set up by mouse and keyboard, tried, sent, and shown as it was sent', async () => {
    await stage.inPage(
      async (page) => {
        await create(page, 'email', 'Mail to ops');
        await fill(page, 'destinationField-host', '127.0.0.1');
        await fill(page, 'destinationField-port', String(mail.port));
        await (await part(page, 'destinationField-security')).selectOption('none');
        await fill(page, 'destinationField-user', 'jo');
        await fill(page, 'destinationField-secrets.password', PASSWORD);
        await fill(page, 'destinationField-from', 'Watchkeeper <alerts@example.com>');
        const to = await part(page, 'destinationField-to');
        await to.click();
        await page.keyboard.type('Jane Doe <jane@example.com>');
        await page.keyboard.press('Enter');
        await page.keyboard.type('john@example.com');
        expect(await findings(page)).toEqual([]);
        await picture(page, 'form');
        await click(page, 'testDestination');
        await waitFor('the test mail', async () => mail.mails.length === 1);
        expect(mail.mails[0]).toMatchObject({
          to: ['jane@example.com', 'john@example.com'],
          user: 'jo',
        });
        await click(page, 'saveDestination');
        await rowOf(page, 'destinationsTable', 'Mail to ops').waitFor();
        await says(page, 'destinationsTable', `smtp://127.0.0.1:${mail.port}`);
      },
      { width: 1400 }
    );
    const { body } = await stage.host.api<{ items: Array<{ id: string }> }>(
      'GET',
      '/api/watchkeeper/destinations'
    );
    const index = stage.cluster.uniqueName('k8s-logs');
    await createLogIndex(stage.cluster, index);
    const monitor = logMonitor(index, undefined);
    const { query_level_trigger: trigger } = monitor.triggers[0];
    trigger.condition.script.source = 'true';
    trigger.actions = [{ id: 'mail', name: 'Mail', destination_id: body.items[0].id }];
    await stage.cluster.index(index, [logLine('payment <b>refused</b>')]);
    const { id } = await stage.app.addMonitor(monitor);
    await waitFor('a mail of the monitor', async () => mail.mails.length > 1);
    await stage.app.verb(id, 'disable');
    const { headers, parts } = readMail(mail.mails[1].raw);
    expect(headers.get('in-reply-to')).toMatch(/\.thread@example\.com>$/);
    expect([...parts.keys()]).toEqual(['text/plain', 'text/html']);
    await waitFor('it to be written down', async () => {
      const { body: page } = await stage.host.api<DeliveryPage>(
        'GET',
        '/api/watchkeeper/deliveries'
      );
      return (page.by_status.sent ?? 0) > 0;
    });
  });

  it.each([
    ['light', 1400],
    ['dark', 1024],
  ] as const)('is looked at in the %s', async (theme, width) => {
    await stage.inPage(
      async (page) => {
        await openRoom(page, 'Destinations');
        await click(page, 'roomTab-deliveries');
        await page.getByTestId('deliveryLink').first().click();
        await part(page, 'messageLook-email');
        await picture(page, `look_${theme}`);
        await click(page, 'mailView-text');
        await part(page, 'mailText');
        expect(await findings(page)).toEqual([]);
        await picture(page, `text_${theme}`);
        await click(page, 'deliveryOpenDestination');
        await click(page, 'advancedSettings');
        await picture(page, `advanced_${theme}`);
      },
      { theme, width }
    );
  });
});

describe('a webhook', () => {
  it('logs in by a token and sends what Alertmanager sends', async () => {
    await stage.inPage(async (page) => {
      await create(page, 'webhook', 'Like Alertmanager');
      await fill(page, 'destinationUrl', `${stage.receiver.url}/v4`);
      await (await part(page, 'destinationField-login')).selectOption('bearer');
      await fill(page, 'destinationField-secrets.token', 'a-token-of-mine');
      await (await part(page, 'destinationField-preset')).selectOption('alertmanager');
      await picture(page, 'webhook');
      await click(page, 'testDestination');
      const [request] = await stage.receiver.received(1);
      expect(request.headers.authorization).toBe('Bearer a-token-of-mine');
      expect(JSON.parse(request.body)).toMatchObject({
        ...{ version: '4', receiver: 'Like Alertmanager', status: 'firing' },
        alerts: [{ endsAt: '0001-01-01T00:00:00Z' }],
      });
    });
  });
});
