import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startIsmServer } from '../../server/lifecycle/testing/ism_server';
import type { IsmServer } from '../../server/lifecycle/testing/ism_server';
import { testCluster } from '../support/cluster';
import { findings } from './axe';
import { click, part, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.FORECAST_PICTURES;

const DAY = 86_400_000;

let stage: Stage;
let server: IsmServer;
let prefix: string;
let newest: string;

const after = (age: string, ...actions: object[]) => ({
  ...{ description: 'Deletes', default_state: 'hot' },
  states: [
    {
      ...{ name: 'hot', actions: [] },
      transitions: [{ state_name: 'warm', conditions: { min_index_age: '2d' } }],
    },
    {
      ...{ name: 'warm', actions },
      transitions: [{ state_name: 'gone', conditions: { min_index_age: age } }],
    },
    { name: 'gone', actions: [{ delete: {} }] },
  ],
});

const templates = (priority: number, ...index_patterns: string[]) => ({
  ism_template: [{ index_patterns, priority }],
});

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

beforeAll(async () => {
  const cluster = await testCluster();
  server = await startIsmServer({ prefix: '/_plugins/_ism', upstream: cluster.url });
  stage = await openStage({ until: 'reads', react: '16', clusterUrl: server.url });
  prefix = stage.cluster.uniqueName('shop');
  for (let back = 4; back >= 0; back--) {
    const day = new Date(Date.now() - back * DAY).toISOString().slice(0, 10);
    newest = `${prefix}-${day.replace(/-/g, '.')}`;
    const lines = Array.from({ length: 50 }, (_, line) => ({ message: `${day} ${line}` }));
    await stage.cluster.index(newest, lines);
    // No recording has the simulation: this follows its specification. Of the first index it says what is not so.
    const age = { condition_type: 'min_index_age', current_value: '1m', required_value: '2d' };
    server.ism.simulated.set(newest, {
      ...{ current_state: 'hot', current_action: 'transition' },
      transition_evaluation: [{ state_name: 'warm', condition_met: back === 4, ...age }],
    });
  }
  server.ism.simulates = true;
  const merge = { force_merge: { max_num_segments: 1 } };
  const policies = {
    'shop-week': { ...after('7d', { replica_count: { number_of_replicas: 0 } }, merge) },
    'everything-else': { ...after('90d'), ...templates(1, '*') },
    'shops-month': { ...after('30d'), ...templates(20, 'shop*', '-shop-test*') },
  };
  Object.assign(policies['shop-week'], templates(50, `${prefix}-*`));
  for (const [id, body] of Object.entries(policies)) {
    await stage.host.api('PUT', `/api/watchkeeper/lifecycle/policies/${id}`, { body });
  }
});

afterAll(async () => {
  await stage?.close();
  await server?.close();
});

it.each(['light', 'dark'] as const)(
  'tells what a policy deletes on which day, and which policy wins for a name (%s)',
  (theme) =>
    stage.inPage(
      async (page) => {
        const app = `${stage.host.url}/app/watchkeeper_lifecycle`;
        await page.goto(`${app}/policies/shop-week`);
        await click(page, 'view-simulation');
        await says(page, 'forecastSummary', /In the next 90 days .+ indices are deleted/);
        await says(page, 'forecastSummary', 'and 90 that are to come');
        await says(page, 'daysTable', 'and 2 more');
        await says(page, 'nativeDisagrees', 'For 1 index Index State Management says otherwise');
        await click(page, 'horizon-30');
        await says(page, 'forecastSummary', 'In the next 30 days');
        await (await part(page, 'openDay')).press('Enter');
        await says(page, 'deletedNames', newest);
        await picture(page, `forecast-${theme}`);
        // Judging a page takes its time: each of them in one of the themes.
        if (theme === 'dark') expect(await findings(page)).toEqual([]);

        await click(page, 'simulate-invented');
        await click(page, 'inventedAlias');
        await click(page, 'inventedFollowed');
        await says(page, 'forecastSummary', /In the next 90 days/);
        await picture(page, `invented-${theme}`);

        await page.goto(`${app}/names`);
        await says(page, 'overlapGrid', 'Wins');
        await picture(page, `names-empty-${theme}`);
        await (await part(page, 'nameField')).fill(`${prefix}-2030.01.01`);
        await says(page, 'nameOutcome', '“shop-week” takes in a new index of this name');
        await click(page, 'addWhatIf');
        await (await part(page, 'whatIfPatterns')).fill('shop-*');
        await (await part(page, 'whatIfPriority')).fill('50');
        await says(page, 'nameOutcome', 'Nobody can tell which policy takes it in');
        await picture(page, `names-${theme}`);
        if (theme === 'light') expect(await findings(page)).toEqual([]);
        if (PICTURES) await page.setViewportSize({ width: 1024, height: 800 });
        await picture(page, `names-narrow-${theme}`);
        expect(server.faults).toEqual([]);
      },
      { theme }
    )
);
