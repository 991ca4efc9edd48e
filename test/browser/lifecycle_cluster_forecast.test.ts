import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startIsmServer } from '../../server/lifecycle/testing/ism_server';
import type { IsmServer } from '../../server/lifecycle/testing/ism_server';
import { testCluster } from '../support/cluster';
import { findings } from './axe';
import { part, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the page. */
const PICTURES = process.env.FORECAST_PICTURES;

const DAY = 86_400_000;

let stage: Stage;
let server: IsmServer;
let prefix: string;
let newest: string;

const week = (pattern: string, ...actions: object[]) => ({
  ...{ description: 'A week', default_state: 'hot' },
  ism_template: [{ index_patterns: [pattern], priority: 50 }],
  states: [
    {
      ...{ name: 'hot', actions },
      transitions: [{ state_name: 'warm', conditions: { min_index_age: '2d' } }],
    },
    {
      ...{ name: 'warm', actions: [{ force_merge: { max_num_segments: 1 } }] },
      transitions: [{ state_name: 'gone', conditions: { min_index_age: '7d' } }],
    },
    { name: 'gone', actions: [{ delete: {} }], transitions: [] },
  ],
});

const daily = async (name: string, policy: string | undefined): Promise<void> => {
  for (let back = 4; back >= 0; back--) {
    const day = new Date(Date.now() - back * DAY).toISOString().slice(0, 10);
    newest = `${name}-${day.replace(/-/g, '.')}`;
    const lines = Array.from({ length: 50 }, (_, line) => ({ message: `${day} ${line}` }));
    await stage.cluster.index(newest, lines);
    if (policy) server.ism.manage(newest, 'explain-in-hot', { policy_id: policy });
  }
};

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
  const policies = {
    'shop-week': week(`${prefix}-logs-*`),
    'shop-rolled': week(`${prefix}-app-*`, { rollover: { min_index_age: '1d' } }),
  };
  for (const [id, body] of Object.entries(policies)) {
    await stage.host.api('PUT', `/api/watchkeeper/lifecycle/policies/${id}`, { body });
  }
  await daily(`${prefix}-audit`, undefined);
  await daily(`${prefix}-app`, 'shop-rolled');
  await daily(`${prefix}-logs`, 'shop-week');
});

afterAll(async () => {
  await stage?.close();
  await server?.close();
});

it.each(['light', 'dark'] as const)(
  'tells of the whole cluster what is deleted on which day and why (%s)',
  (theme) =>
    stage.inPage(
      async (page) => {
        const app = `${stage.host.url}/app/watchkeeper_lifecycle/forecast`;
        await page.goto(app);
        await says(page, 'diskCallout', /The disks are [\d.]+% full/);
        await picture(page, `cluster-${theme}`);
        await (await part(page, 'forecastSearch')).fill(`${prefix}-`);
        await says(page, 'clusterSummary', /In the next 30 days \d+ indices, .+, are deleted/);
        await says(page, 'nobodyCallout', /5 indices, .+, have no policy/);
        await says(page, 'growersTable', `${prefix}-audit-*`);
        await says(page, 'forecastFailures', 'Missing rollover_alias');
        await part(page, 'toFinding');
        // The last click is on the first day on which anything goes.
        await (await part(page, 'openDay')).press('Enter');
        await says(page, 'dayIndices', newest);
        await says(page, 'dayIndices', 'Once 7 days old, then “gone” deletes it');
        expect(new URL(page.url()).searchParams.get('day')).toMatch(/^\d{4}-\d\d-\d\d$/);
        await picture(page, `cluster-shop-${theme}`);
        // Judging a page takes its time: in one of the themes.
        if (theme === 'dark') expect(await findings(page)).toEqual([]);
        await page.goto(`${app}?text=nothing-is-called-this`);
        await part(page, 'emptyState');
        await picture(page, `cluster-empty-${theme}`);
        if (PICTURES && theme === 'light') {
          await page.setViewportSize({ width: 1024, height: 800 });
          await page.goto(`${app}?text=${prefix}&days=90`);
          await part(page, 'daysTable');
          await picture(page, 'cluster-narrow');
        }
        expect(server.faults).toEqual([]);
      },
      { theme }
    )
);
