import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startIsmServer } from '../../server/lifecycle/testing/ism_server';
import type { IsmServer } from '../../server/lifecycle/testing/ism_server';
import { ILM_POLICIES } from '../fixtures/ilm/policies';
import { testCluster } from '../support/cluster';
import { findings } from './axe';
import { click, part, paste, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.POLICY_PICTURES;

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

/** The first policy of the two, with another number of replicas. */
const changed = (): string => {
  const { logs } = JSON.parse(ILM_POLICIES) as { logs: object };
  return JSON.stringify({ logs }).replace('"number_of_replicas":0', '"number_of_replicas":1');
};

describe('policies that come from elsewhere', () => {
  let stage: Stage;
  let server: IsmServer;
  const list = (): string => `${stage.host.url}/app/watchkeeper_lifecycle`;

  beforeAll(async () => {
    const cluster = await testCluster();
    server = await startIsmServer({ prefix: '/_plugins/_ism', upstream: cluster.url });
    stage = await openStage({ until: 'reads', clusterUrl: server.url });
    await cluster.request('PUT', '/_index_template/shop', { index_patterns: ['shop-*'] });
  });
  afterAll(async () => {
    await stage?.cluster.request('DELETE', '/_index_template/shop');
    await stage?.close();
    await server?.close();
  });

  it('are converted, saved, listed, changed and put back as they were', async () => {
    await stage.inPage(async (page) => {
      await page.goto(list());
      await click(page, 'createPolicy');
      await click(page, 'create-import');
      await (await part(page, 'importText')).fill(ILM_POLICIES);
      await says(page, 'importCard', 'hot → warm → delete');
      await page.getByTestId('tierAttribute').fill('temp');
      await says(page, 'importNotes', 'temp: warm');
      await picture(page, 'import-light');
      expect(await findings(page)).toEqual([]);
      await click(page, 'importSave');
      await page.getByTestId('importStatus').filter({ hasText: 'Saved.' }).nth(1).waitFor();
      expect(server.faults).toEqual([]);

      await page.goto(`${list()}/policies/logs`);
      await click(page, 'view-json');
      const text = JSON.stringify({
        policy: {
          ...{ description: 'Other', default_state: 'a', states: [{ name: 'a' }] },
          ism_template: [{ index_patterns: ['shop-*'], priority: 7 }],
        },
      });
      await paste(page, await part(page, 'policyJson'), text);
      await click(page, 'savePolicy');
      await page.getByTestId('saveNote').fill('a try');
      await click(page, 'saveConfirm');
      await page.getByTestId('saveDialog').waitFor({ state: 'detached' });
      await click(page, 'view-versions');
      const older = page
        .getByTestId('chooseVersion')
        .locator('option')
        .filter({ hasText: 'Converted' });
      await older.waitFor({ state: 'attached' });
      await page
        .getByTestId('chooseVersion')
        .selectOption((await older.getAttribute('value')) ?? '');
      await picture(page, 'versions-light');

      await page.goto(list());
      await says(page, 'changedBy', 'a try');
      await says(page, 'policiesTable', 'Index template: shop');
      await page.getByTestId('checkboxSelectAll').first().click();
      await part(page, 'exportTerraform');
      await picture(page, 'list-import-light');

      await page.goto(`${list()}/policies/logs`);
      await click(page, 'view-versions');
      await page
        .getByTestId('chooseVersion')
        .selectOption((await older.getAttribute('value')) ?? '');
      await click(page, 'restoreVersion');
      await click(page, 'savePolicy');
      await click(page, 'saveConfirm');
      await page.getByTestId('saveDialog').waitFor({ state: 'detached' });
      const restored = server.ism.answer({
        ...{ method: 'GET', path: 'policies/logs', body: undefined },
        query: new URLSearchParams(),
      });
      expect(restored?.body).toMatchObject({ policy: { description: 'Logs for a month' } });
    });
  });

  it('leave what is here alone until they are told to write over it', async () => {
    await stage.inPage(
      async (page) => {
        await page.goto(`${list()}/import`);
        await (await part(page, 'importText')).fill(changed());
        const conflict = await part(page, 'importConflict');
        expect(await (await part(page, 'importSave')).isDisabled()).toBe(true);
        await click(page, 'importDiff');
        await picture(page, 'import-conflict-dark');
        await conflict.selectOption('rename');
        expect(await page.getByTestId('importId').inputValue()).toBe('logs-2');
        await page.getByTestId('importId').fill('logs');
        await (await part(page, 'importConflict')).selectOption('overwrite');
        expect(await findings(page)).toEqual([]);
        await click(page, 'importSave');
        await says(page, 'importStatus', 'Saved.');
        expect(server.faults).toEqual([]);
      },
      { theme: 'dark' }
    );
  });
});
