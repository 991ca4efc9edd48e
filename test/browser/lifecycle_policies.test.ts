import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startIsmServer } from '../../server/lifecycle/testing/ism_server';
import type { IsmServer } from '../../server/lifecycle/testing/ism_server';
import { recordedText } from '../fixtures/ism/recordings';
import { testCluster } from '../support/cluster';
import { findings } from './axe';
import { click, copyAll, part, paste, says, settled } from './parts';
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

const listOf = ({ host }: Stage): string => `${host.url}/app/watchkeeper_lifecycle`;

/** Waits until the graph has just these states. */
const expectStates = async (page: Page, ...names: string[]): Promise<void> => {
  const shown = page.getByTestId('graphState');
  await shown.nth(names.length).waitFor({ state: 'detached' });
  for (const [i, name] of names.entries()) {
    await shown.nth(i).filter({ hasText: name }).waitFor();
  }
};

describe('index policies on a cluster without Index State Management', () => {
  let stage: Stage;
  const days = ['2023.02.22', '2023.02.23', '2023.02.24'];

  beforeAll(async () => {
    stage = await openStage({ until: 'reads' });
    for (const day of days) {
      await stage.cluster.index(`cwl-app-${day}`, [{ message: 'one' }]);
    }
  });
  afterAll(() => stage?.close());

  it('are pasted, judged against real indices, repaired and simulated', async () => {
    await stage.inPage(async (page) => {
      await page.goto(listOf(stage));
      await says(page, 'engineCallout', 'no Index State Management');
      await picture(page, 'list-light');
      await click(page, 'createPolicy');
      await click(page, 'create-paste');
      const editor = await part(page, 'policyJson');
      await paste(page, editor, recordedText('seed_policy.json'));
      await says(page, 'finding-rollover_fails', 'no rollover alias is set');
      await says(page, 'finding-rollover_fails', 'the index is never deleted');
      await says(page, 'lintIndices', '3 indices');
      await picture(page, 'json-light');

      await click(page, 'view-graph');
      await expectStates(page, 'hot', 'warm', 'delete');
      await says(page, 'graphTransition', 'Once 15 days old');
      await picture(page, 'graph-light');
      expect(await findings(page)).toEqual([]);

      await click(page, 'view-simulation');
      await says(page, 'coursesTable', 'Rollover fails');
      await picture(page, 'simulation-failing-light');
      const finding = page.getByTestId('finding-rollover_fails');
      await finding.getByTestId('repair').press('Enter');
      await finding.waitFor({ state: 'detached' });
      await says(page, 'coursesTable', 'Deleted');
      await (await part(page, 'courseLink')).press('Enter');
      await says(page, 'simulationEnd', /^Deleted on/);
      await picture(page, 'simulation-light');
      await click(page, 'view-timeline');
      await says(page, 'ageEnd', 'Deleted at the age of 15 days');
      await picture(page, 'timeline-light');
      expect(await (await part(page, 'savePolicy')).isDisabled()).toBe(true);

      await click(page, 'view-json');
      const repaired = JSON.parse(await copyAll(page, await part(page, 'policyJson'))) as {
        policy: { states: unknown[] };
      };
      expect(repaired.policy.states[0]).toEqual({
        name: 'hot',
        actions: [],
        transitions: [{ state_name: 'warm', conditions: { min_index_age: '3d' } }],
      });
    });
  });
});

describe('index policies on a cluster with Index State Management', () => {
  let stage: Stage;
  let server: IsmServer;

  beforeAll(async () => {
    const cluster = await testCluster();
    server = await startIsmServer({ prefix: '/_plugins/_ism', upstream: cluster.url });
    stage = await openStage({ until: 'reads', react: '16', clusterUrl: server.url });
  });
  afterAll(async () => {
    await stage?.close();
    await server?.close();
  });

  it('begin with a template and are saved within eight clicks', async () => {
    await stage.inPage(
      async (page) => {
        let clicks = 0;
        const clicked = async (mark: string): Promise<void> => {
          clicks += 1;
          await click(page, mark);
        };
        await page.goto(listOf(stage));
        await clicked('createPolicy');
        await picture(page, 'templates-dark');
        await clicked('create-hot_warm_delete');
        await clicked('policyId');
        await page.keyboard.type('logs-policy');
        await clicked('param-index_patterns');
        await page.keyboard.press('Control+A');
        await page.keyboard.type('shop-*');
        await clicked('savePolicy');
        await picture(page, 'save-dark');
        await clicked('saveConfirm');
        await page.waitForURL(/policies\/logs-policy/);
        expect(clicks).toBeLessThanOrEqual(8);
        expect(server.faults).toEqual([]);
        await page.goto(listOf(stage));
        await says(page, 'policiesTable', 'logs-policy');
        await picture(page, 'list-dark');
      },
      { theme: 'dark' }
    );
  });

  it('are drawn: states added, connected by mouse and by key, taken out', async () => {
    await stage.inPage(
      async (page) => {
        await page.goto(`${listOf(stage)}/create?from=hot_warm_delete`);
        await click(page, 'view-graph');
        await click(page, 'graphAddState');
        await says(page, 'graphState', 'Never reached');
        await picture(page, 'graph-dark');
        const handles = page.getByTestId('graphConnect');
        const target = page.getByTestId('graphState').filter({ hasText: 'Never reached' });
        await handles.nth(1).dragTo(target);
        await says(page, 'selectedTransition', 'To “state” once the index is 30 days old');
        await picture(page, 'graph-connected-dark');
        await handles.nth(3).press('Enter');
        await says(page, 'graphHint', 'that “state” leads to');
        await page.getByTestId('graphState').nth(2).press('Enter');
        await says(page, 'selectedTransition', 'To “delete”');
        await page.setViewportSize({ width: 1024, height: 800 });
        await click(page, 'graphTurn');
        await picture(page, 'graph-narrow-dark');
        await page.getByTestId('graphState').nth(1).press('Enter');
        await page.keyboard.press('Delete');
        await expectStates(page, 'hot', 'delete', 'state');
        await click(page, 'undoEdit');
        await expectStates(page, 'hot', 'warm', 'delete', 'state');
      },
      { theme: 'dark' }
    );
  });

  it('are changed as cards, and back', async () => {
    await stage.inPage(
      async (page) => {
        await page.goto(`${listOf(stage)}/create?from=hot_warm_delete`);
        const warm = page.getByTestId('stateCard').nth(1);
        await says(page, 'transitionSentence', 'once the index is 15 days old');
        await warm.getByTestId('param-min_index_age').fill('20d');
        await says(page, 'transitionSentence', '20 days old');
        await warm.getByTestId('toggleAction').first().press('Enter');
        await warm.getByTestId('param-priority').fill('40');
        await warm.getByTestId('addAction').selectOption('read_only');
        await picture(page, 'states-dark');
        await click(page, 'undoEdit');
        await click(page, 'view-json');
        const text = await copyAll(page, await part(page, 'policyJson'));
        expect(text).toContain('"min_index_age": "20d"');
        expect(text).toContain('"priority": 40');
        expect(text).not.toContain('read_only');
        // Behind the brace of the policy: its names are offered, and written with what they begin with.
        await page.keyboard.press('Control+Home');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('End');
        await page.keyboard.type('"err');
        const offered = page.getByRole('option', { name: 'error_notification' });
        await offered.waitFor();
        await picture(page, 'json-dark');
        // By mouse: a list that has only just opened takes no Enter yet, lest somebody hits it unawares.
        await offered.click();
        await page.keyboard.press('ArrowRight');
        await page.keyboard.type(',');
        await says(page, 'policyJson', '{"error_notification": {},');
        await click(page, 'view-simulation');
        await click(page, 'simulate-invented');
        await says(page, 'simulationEnd', /^Deleted on/);
        await picture(page, 'invented-dark');
        await click(page, 'view-timeline');
        await says(page, 'ageEnd', 'Deleted at the age of 20 days');
        await picture(page, 'timeline-dark');
        await page.setViewportSize({ width: 1024, height: 800 });
        await click(page, 'view-states');
        await picture(page, 'states-narrow');
      },
      { theme: 'dark' }
    );
  });
});
