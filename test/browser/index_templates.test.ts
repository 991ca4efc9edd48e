import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { findings } from './axe';
import { click, openRoom, part, rowOf, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.TEMPLATES_PICTURES;

let stage: Stage;
let prefix: string;

beforeAll(async () => {
  stage = await openStage({ react: '16', until: 'reads' });
  prefix = stage.cluster.uniqueName('shop');
});

afterAll(async () => {
  for (const path of ['_data_stream', '_index_template', '_component_template']) {
    await stage?.cluster.request('DELETE', `/${path}/${prefix}*`);
  }
  await stage?.close();
});

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

const fill = async (page: Page, mark: string, text: string): Promise<void> =>
  (await part(page, mark)).fill(text);

async function createComponent(page: Page, name: string, theme: string): Promise<void> {
  await click(page, 'indicesTab-component_templates');
  await click(page, 'createComponent');
  await fill(page, 'template-name', name);
  await fill(page, 'setting-number_of_shards', '2');
  const mapping = await part(page, 'json-mappings');
  await mapping.click();
  await page.keyboard.insertText('{"properties":{"level":{"type":"keyword"}}}');
  await picture(page, `component-${theme}`);
  await click(page, 'saveTemplate');
  await rowOf(page, 'componentsTable', name).waitFor();
}

async function createTemplate(page: Page, name: string, theme: string): Promise<void> {
  await click(page, 'indicesTab-index_templates');
  await picture(page, `templates-${theme}`);
  await click(page, 'createTemplate');
  await fill(page, 'template-name', name);
  const patterns = (await part(page, 'template-patterns')).getByRole('textbox');
  await patterns.fill(`${name}-*`);
  await patterns.press('Enter');
  await fill(page, 'template-priority', '500');
  await click(page, 'template-data_stream');
  await (await part(page, 'template-composed_ofAdd')).selectOption(`${name}-base`);
  await picture(page, `template-${theme}`);
  expect(await findings(page)).toEqual([]);
  await click(page, 'view-preview');
  await says(page, 'simulatedSettings', '"number_of_shards": "2"');
  await says(page, 'simulatedMapping', 'keyword');
  await picture(page, `preview-${theme}`);
  await click(page, 'saveTemplate');
  await rowOf(page, 'templatesTable', name).waitFor();
  await fill(page, 'whichName', `${name}-web`);
  await click(page, 'whichShow');
  await says(page, 'whichVerdict', name);
  await picture(page, `which-${theme}`);
}

async function createStream(page: Page, name: string, theme: string): Promise<void> {
  await click(page, 'indicesTab-data_streams');
  await click(page, 'createStream');
  await fill(page, 'streamName', `other-${name}`);
  await part(page, 'streamTemplateMissing');
  await picture(page, `stream-missing-${theme}`);
  await fill(page, 'streamName', `${name}-web`);
  await says(page, 'streamTemplate', name);
  await click(page, 'createStreamConfirm');
  await rowOf(page, 'streamsTable', `${name}-web`).getByTestId('streamLink').click();
  await part(page, 'backingLink');
  await picture(page, `stream-${theme}`);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await picture(page, `streams-${theme}`);
}

async function createAlias(page: Page, name: string, theme: string): Promise<void> {
  await stage.cluster.request('PUT', `/${name}_1`);
  await stage.cluster.request('PUT', `/${name}_2`);
  await click(page, 'indicesTab-aliases');
  await click(page, 'createAlias');
  await fill(page, 'template-name', `${name}_now`);
  const indices = (await part(page, 'aliasIndices')).getByRole('textbox');
  for (const number of [1, 2]) {
    await indices.fill(`${name}_${number}`);
    await indices.press('Enter');
  }
  // By key: the list of suggestions lies over the cards until another field is entered.
  await page.getByTestId('aliasMember').last().getByTestId('aliasWrite').press('Space');
  await says(page, 'aliasPlan', `goes to ${name}_2`);
  await picture(page, `alias-${theme}`);
  expect(await findings(page)).toEqual([]);
  await click(page, 'saveAlias');
  await rowOf(page, 'aliasesTable', `${name}_now`).waitFor();
  await picture(page, `aliases-${theme}`);
}

it.each(['light', 'dark'] as const)(
  'makes a component template, an index template of it, a data stream by that, and an alias (%s)',
  (theme) =>
    stage.inPage(
      async (page) => {
        // A walk that is tried again begins with nothing.
        const name = stage.cluster.uniqueName(`${prefix}-${theme}`);
        await openRoom(page, 'Indices');
        await createComponent(page, `${name}-base`, theme);
        await createTemplate(page, name, theme);
        await createStream(page, name, theme);
        await createAlias(page, name, theme);
        const made = await stage.cluster.request(
          'GET',
          `/_data_stream/${name}-web?filter_path=data_streams.template`
        );
        expect(made.body).toEqual({ data_streams: [{ template: name }] });
        const alias = await stage.cluster.request('GET', `/_alias/${name}_now`);
        expect(alias.body).toMatchObject({
          [`${name}_2`]: { aliases: { [`${name}_now`]: { is_write_index: true } } },
        });
      },
      { theme }
    )
);
