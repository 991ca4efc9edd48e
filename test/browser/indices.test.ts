import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { findings } from './axe';
import { click, openRoom, part, paste, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.INDICES_PICTURES;

const DAYS = ['2026.11.17', '2026.11.18', '2026.11.20', '2026.11.21'];

let stage: Stage;
let prefix: string;

beforeAll(async () => {
  stage = await openStage({ react: '16', until: 'reads' });
  prefix = stage.cluster.uniqueName('logstash-logs');
  for (const [index, day] of DAYS.entries()) {
    for (const kind of ['containers', 'app']) {
      const lines = Array.from({ length: 20 * (index + 1) }, (_, line) => ({ message: `${line}` }));
      await stage.cluster.index(`${prefix}-${kind}-${day}`, lines);
    }
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

const editorOf = (page: Page) => page.getByRole('textbox', { name: /^Fields to add/ });

it.each(['light', 'dark'] as const)(
  'finds a family with a missing day, and deletes one index of it by its name (%s)',
  (theme) =>
    stage.inPage(
      async (page) => {
        await openRoom(page, 'Indices');
        await (await part(page, 'indicesSearch')).fill(`${prefix}-*`);
        await says(page, 'indicesTotals', /indices/);
        await picture(page, `table-${theme}`);
        expect(await findings(page)).toEqual([]);

        await click(page, 'indicesTab-families');
        const family = page.getByTestId('familiesTable').locator('tbody tr');
        const app = family.filter({ hasText: `${prefix}-app-*` }).first();
        await app.getByTestId('missingCount').waitFor();
        await app.getByTestId('showGrowth').click();
        await says(page, 'missingDays', '2026-11-19');
        await picture(page, `families-${theme}`);
        await app.getByTestId('familyLink').click();
        await says(page, 'familyFilter', `${prefix}-app-*`);

        await click(page, 'indexLink');
        await part(page, 'indexOverview');
        await click(page, 'indexTab-settings');
        await says(page, 'finalSettings', 'number_of_shards');
        await (
          await part(page, 'setting-index.refresh_interval')
        ).fill(`${(Date.now() % 1000) + 2}s`);
        await picture(page, `index-settings-${theme}`);
        expect(await findings(page)).toEqual([]);
        await click(page, 'settingsSave');
        await says(page, 'settingsSave', /^Save$/);
        await click(page, 'indexTab-mapping');
        await click(page, 'addFields');
        await paste(page, editorOf(page), '{"properties":{"message":{"type":"keyword"}}}');
        await says(page, 'addFieldsNote', 'message is text and cannot become keyword');
        await picture(page, `index-mapping-${theme}`);
        await paste(page, editorOf(page), '{"properties":{"level":{"type":"keyword"}}}');
        await click(page, 'addFieldsSave');
        await says(page, 'mappedField', /^level/);
        await click(page, 'indexTab-aliases');
        await click(page, 'addAlias');
        await (await part(page, 'aliasName')).fill(`${prefix}-${theme}`);
        await picture(page, `index-aliases-${theme}`);
        await click(page, 'aliasSave');
        await says(page, 'indexAliases', `${prefix}-${theme}`);
        expect(await findings(page)).toEqual([]);
        await click(page, 'indexTab-lifecycle');
        await says(page, 'emptyState', 'no Index State Management');
        await picture(page, `index-lifecycle-${theme}`);
        await click(page, 'indexActions');
        await click(page, 'indexAction-delete');
        expect(await (await part(page, 'deleteConfirm')).isDisabled()).toBe(true);
        const name = await (await part(page, 'deleteNames')).innerText();
        await (await part(page, 'deleteWord')).fill(name.trim());
        await picture(page, `delete-${theme}`);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await part(page, 'indicesTable');
        expect((await stage.cluster.request('GET', `/${name.trim()}`)).status).toBe(404);
      },
      { theme }
    )
);
