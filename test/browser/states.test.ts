import type { Page } from 'playwright-core';
import { testCluster } from '../support/cluster';
import { createLogIndex, logMonitor } from '../support/product';
import { waitFor } from '../support/wait_for';
import { openGate } from './gate';
import type { Gate } from './gate';
import { click, openRoom, part, rowOf, says, settled, textOf } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

const ROOMS = ['Alerts', 'Monitors', 'Destinations'];

/** What the browser writes to the console about answers that are refusals or failures. */
const FAILURES = /status of (4|5)\d\d|ERR_CONNECTION_REFUSED/;

describe('a house where nothing is yet', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  it.each([
    ['Alerts', 'createMonitor', 'Create monitor'],
    ['Monitors', 'createMonitorButton', 'Create monitor'],
    ['Destinations', 'createDestination', 'Create destination'],
  ])('says on %s what to do next, and leads there', async (room, button, next) => {
    await stage.inPage(async (page) => {
      await openRoom(page, room);
      await (await part(page, 'emptyState')).getByTestId(button).click();
      await page.getByRole('heading', { level: 1, name: next }).waitFor();
    });
  });

  it('turns dark on demand, and stays so', async () => {
    const ink = (page: Page) =>
      page.locator('h1').evaluate((heading) => getComputedStyle(heading).color);
    await stage.inPage(async (page) => {
      await openRoom(page, 'Alerts');
      const light = await ink(page);
      await click(page, 'themeToggle');
      await waitFor('the dark theme', async () => (await ink(page)) !== light);
      const dark = await ink(page);
      await page.reload();
      await openRoom(page, 'Monitors');
      expect(await ink(page)).toBe(dark);
    });
  });

  it('says what is not there, and how to go on', async () => {
    await stage.inPage(
      async (page) => {
        const { origin } = new URL(page.url());
        await page.goto(`${origin}/app/watchkeeper_monitors/none`);
        expect(await textOf(page, 'errorState')).toMatch(/does not exist|not found|no longer/i);
        await page.goto(`${origin}/app/watchkeeper_nothing`);
        await part(page, 'appNotFoundPageContent');
        await openRoom(page, 'Monitors');
      },
      { allowed: FAILURES }
    );
  });
});

describe('a cluster that is down', () => {
  let gate: Gate;
  let stage: Stage;

  beforeAll(async () => {
    const { url } = await testCluster();
    gate = await openGate(url);
    await gate.shut();
    stage = await openStage({
      clusterUrl: gate.url,
      config: { 'opensearch_watchkeeper.scheduler.lease_ttl_seconds': 4 },
      until: 'at_once',
    });
  });
  afterAll(async () => {
    await stage?.close();
    await gate?.shut();
  });

  it('is said on every page; all goes on by itself when it answers, and is said again when not', async () => {
    await stage.inPage(
      async (page) => {
        for (const room of ROOMS) {
          await openRoom(page, room);
          expect(await textOf(page, 'clusterUnreachable')).toContain('ECONNREFUSED');
        }
        await gate.open();
        await page.getByTestId('clusterUnreachable').waitFor({ state: 'detached' });
        await stage.app.ready();
        const index = stage.cluster.uniqueName('k8s-logs');
        await createLogIndex(stage.cluster, index);
        const always = logMonitor(index, undefined);
        always.triggers[0].query_level_trigger.condition.script.source = 'true';
        await stage.app.addMonitor(always);
        await openRoom(page, 'Alerts');
        await part(page, 'alertRow');

        await gate.shut();
        await part(page, 'clusterUnreachable');
        // What was read stays to be read.
        await part(page, 'alertRow');
        await gate.open();
        await page.getByTestId('clusterUnreachable').waitFor({ state: 'detached' });
      },
      { allowed: FAILURES }
    );
  });
});

describe('a cluster that knows users', () => {
  let gate: Gate;
  let stage: Stage;

  beforeAll(async () => {
    const { url } = await testCluster();
    gate = await openGate(url, { viewer: ['logs_reader'], stranger: ['own_index'] });
    stage = await openStage({
      clusterUrl: gate.url,
      config: {
        'opensearch_watchkeeper.roles': { read: ['logs_reader'], write: ['logs_writer'] },
      },
    });
    const index = stage.cluster.uniqueName('k8s-logs');
    await createLogIndex(stage.cluster, index);
    await stage.app.addWebhook(`${stage.receiver.url}/hook`, 'On-call inbox');
    const always = logMonitor(index, undefined);
    always.triggers[0].query_level_trigger.condition.script.source = 'true';
    await stage.app.addMonitor(always);
    await waitFor('an alert', async () => (await stage.app.alerts()).length > 0);
  });
  afterAll(async () => {
    await stage?.close();
    await gate?.shut();
  });

  it('lets a reader read, and do nothing else', async () => {
    await stage.inPage(
      async (page) => {
        await openRoom(page, 'Alerts');
        const acknowledge = (await part(page, 'alertRow')).getByTestId('acknowledgeAlert');
        await waitFor('the button to be off', () => acknowledge.isDisabled());
        await openRoom(page, 'Monitors');
        expect(await (await part(page, 'createMonitorButton')).isEnabled()).toBe(false);
        await rowOf(page, 'monitorsTable', 'Errors').getByTestId('monitorLink').click();
        for (const button of ['editMonitorButton', 'toggleMonitorButton', 'deleteMonitorButton']) {
          expect(await (await part(page, button)).isDisabled()).toBe(true);
        }
        await openRoom(page, 'Destinations');
        await rowOf(page, 'destinationsTable', 'On-call inbox').waitFor();
        expect(await (await part(page, 'createDestination')).isDisabled()).toBe(true);
      },
      { user: 'viewer' }
    );
  });

  it('tells a stranger on every page who lacks what', async () => {
    await stage.inPage(
      async (page) => {
        for (const room of ROOMS) {
          await openRoom(page, room);
          await settled(page);
          await says(page, 'errorState', 'stranger may not read');
          await says(page, 'errorState', 'logs_reader');
        }
      },
      { user: 'stranger', allowed: FAILURES }
    );
  });
});
