import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startIsmServer } from '../../server/lifecycle/testing/ism_server';
import type { IsmServer } from '../../server/lifecycle/testing/ism_server';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startGeneratedCat } from '../support/generated_cat';
import type { GeneratedCat } from '../support/generated_cat';
import { findings } from './axe';
import { click, openRoom, part, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.INDICES_PICTURES;

const REAL = Number(process.env.INDICES_REAL ?? 1000);
const AT_ONCE = 20;
const DAY = 86_400_000;

let cluster: TestCluster;
let ism: IsmServer;
let cat: GeneratedCat;
let stage: Stage;
let prefix: string;

const nameAt = (place: number): string => {
  const at = Date.UTC(2026, 10, 21) - Math.floor(place / 10) * DAY;
  const day = new Date(at).toISOString().slice(0, 10).replace(/-/g, '.');
  return `${prefix}-${place % 10 === 9 ? 'app' : `team${place % 10}`}-${day}`;
};

const shardsPerNode = (count: number | null) =>
  cluster.request('PUT', '/_cluster/settings', {
    transient: { 'cluster.max_shards_per_node': count },
  });

/** Without documents, each on one shard: some forty of them are made in a second. */
const makeIndices = async (): Promise<void> => {
  let next = 0;
  const settings = { number_of_shards: 1, number_of_replicas: 0 };
  const make = async (): Promise<void> => {
    while (next < REAL) {
      const path = `/${nameAt(next++)}?wait_for_active_shards=0`;
      const { status } = await cluster.request('PUT', path, { settings });
      if (status !== 200) throw new Error(`${path}: ${status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, make));
};

/** One family is managed but for its newest index; one of its indices has failed. */
const manageSome = async (): Promise<void> => {
  const { body } = await cluster.request<Array<{ index: string; uuid: string }>>(
    'GET',
    `/_cat/indices/${prefix}-app-*?format=json&h=index,uuid`
  );
  const names = body.map(({ index }) => index).sort();
  names.slice(0, -1).forEach((index, place) => {
    const uuid = body.find((one) => one.index === index)?.uuid;
    const like = place === 0 ? 'explain-failed' : 'explain-in-hot';
    ism.ism.manage(index, like, { index_uuid: uuid });
  });
};

beforeAll(async () => {
  cluster = await testCluster();
  prefix = cluster.uniqueName('logstash-logs');
  await shardsPerNode(REAL + 2000);
  await makeIndices();
  ism = await startIsmServer({ prefix: '/_plugins/_ism', upstream: cluster.url });
  await manageSome();
  cat = await startGeneratedCat(ism.url);
  stage = await openStage({ react: '16', until: 'reads', clusterUrl: cat.url });
}, 600_000);

afterAll(async () => {
  await stage?.close();
  await cat?.close();
  await ism?.close();
  await cluster.request('DELETE', `/${prefix}-*`);
  await shardsPerNode(null);
}, 120_000);

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
};

const drawnRows = (page: Page): Promise<number> =>
  page.getByTestId('indicesTable').locator('tr').count();

/** What the page has the cluster asked for; the engine's own listing apart. */
const askedForTable = (): string[] =>
  cat.seen.filter((line) => /^GET \/(?:_cat|_resolve|_data_stream|\*|_all)/.test(line));

// A test that gets another try comes after the last one.
beforeEach(() => {
  cat.count = undefined;
});

it.each(['light', 'dark'] as const)(
  'finds what has failed and what nobody manages among a thousand indices (%s)',
  (theme) =>
    stage.inPage(
      async (page) => {
        await openRoom(page, 'Indices');
        // Another try would be shown what was read for the last test.
        await click(page, 'alertsRefresh');
        await (await part(page, 'indicesSearch')).fill(`${prefix}-*`);
        await says(page, 'indicesTotals', new RegExp(`^${REAL.toLocaleString('en')} indices`));
        expect(await drawnRows(page)).toBeLessThanOrEqual(200);
        await click(page, 'indexColumn-age');
        await picture(page, `many-${theme}`);
        expect(await findings(page)).toEqual([]);

        await click(page, 'failedSwitch');
        await says(page, 'indicesTotals', /^1 index,/);
        await says(page, 'indexFailed', /^Failed: \S/);
        const scroll = await part(page, 'indicesScroll');
        await scroll.evaluate((box) => box.scrollTo(400, 0));
        await picture(page, `many-failed-${theme}`);
        const link = await part(page, 'indexLink');
        expect(await link.evaluate((name) => name.getBoundingClientRect().left)).toBeGreaterThan(
          await scroll.evaluate((box) => box.getBoundingClientRect().left)
        );
        await click(page, 'failedSwitch');

        await click(page, 'indicesTab-families');
        const family = page.getByTestId('familiesTable').locator('tbody tr');
        const app = family.filter({ hasText: `${prefix}-app-*` }).first();
        await app.getByTestId('showGrowth').click();
        await picture(page, `many-families-${theme}`);
        expect(await findings(page)).toEqual([]);
        await app.getByTestId('unmanagedLink').click();
        await says(page, 'indicesTotals', /^1 index,/);
      },
      { theme, width: 1024 }
    )
);

it('shows ten thousand from three requests to the cluster, and draws no more than 200 rows', async () => {
  cat.count = 10_000;
  await stage.inPage(async (page) => {
    await openRoom(page, 'Indices');
    await part(page, 'indicesTable');
    cat.seen.length = 0;
    const answered = page.waitForResponse((answer) => answer.url().includes('fresh=true'));
    await click(page, 'alertsRefresh');
    await answered;
    await says(page, 'indicesTotals', /^10,000 indices/);
    expect(askedForTable().sort()).toEqual([
      ...['GET /*/_alias', 'GET /_cat/indices', 'GET /_resolve/index/*'],
    ]);
    expect(cat.seen.filter((line) => line.includes('/explain')).length).toBeLessThanOrEqual(2);
    for (const top of [0, 200_000, 400_000]) {
      await (await part(page, 'indicesScroll')).evaluate((box, to) => box.scrollTo(0, to), top);
      await settled(page);
      expect(await drawnRows(page)).toBeLessThanOrEqual(200);
    }
    await says(page, 'indexLink', /^many-team9-/);
  });
});
