import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { findings } from './axe';
import { click, openRoom, part, rowOf, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.INDEX_TASKS_PICTURES;

let stage: Stage;
let prefix: string;

beforeAll(async () => {
  stage = await openStage({ react: '16', until: 'reads' });
  prefix = stage.cluster.uniqueName('shop-orders');
  for (const theme of ['light', 'dark']) {
    await stage.cluster.request('PUT', `/${prefix}-${theme}`, {
      settings: { number_of_shards: 4, number_of_replicas: 0 },
    });
    const lines = Array.from({ length: 500 }, (_, line) => ({ message: `order ${line}` }));
    await stage.cluster.index(`${prefix}-${theme}`, lines);
  }
});

afterAll(async () => {
  await stage?.close();
});

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
};

it.each(['light', 'dark'] as const)(
  'shrinks an index chosen in the table, leaves the page, and finds it done (%s)',
  (theme) =>
    stage.inPage(
      async (page) => {
        const name = `${prefix}-${theme}`;
        await openRoom(page, 'Indices');
        await (await part(page, 'indicesSearch')).fill(name);
        await page.getByLabel(`Select ${name}`, { exact: true }).check();
        await click(page, 'indexActions');
        await picture(page, `menu-${theme}`);
        await click(page, 'indexAction-shrink');

        await says(page, 'taskSteps', `Make ${name}-shrunk of the files of ${name}`);
        await (await part(page, 'taskField-shards')).fill('3');
        await page.getByText('can be shrunk to 2, 1.').waitFor();
        expect(await (await part(page, 'beginTask')).isDisabled()).toBe(true);
        await picture(page, `refused-${theme}`);
        await (await part(page, 'taskField-shards')).fill('2');
        await says(page, 'taskSteps', 'Put the settings');
        await picture(page, `form-${theme}`);
        await page.locator('[data-test-subj=beginTask]:not([disabled])').click();

        await part(page, 'tasksTable');
        await picture(page, `begun-${theme}`);
        await openRoom(page, 'Overview');
        await openRoom(page, 'Indices');
        await click(page, 'indicesTab-tasks');
        const row = rowOf(page, 'tasksTable', `${name}-shrunk`);
        await row.getByText('Done', { exact: true }).waitFor();
        await row.getByTestId('taskExpand').click();
        await says(page, 'taskDetails', `Wait for the shards of ${name}-shrunk`);
        await picture(page, `tasks-${theme}`);
        expect(await findings(page)).toEqual([]);

        await click(page, 'beginMenu');
        await click(page, 'begin-reindex');
        await part(page, 'taskField-query');
        await picture(page, `reindex-${theme}`);
        expect(await findings(page)).toEqual([]);
      },
      { theme }
    )
);
