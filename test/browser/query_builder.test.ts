import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createLogIndex, logLine } from '../support/product';
import { findings } from './axe';
import { monitorEditor } from './monitor_editor';
import { click, confirm, copyAll, openRoom, part, paste, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.QUERY_BUILDER_PICTURES;

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.getByTestId('runQueryButton').scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

const OTHER =
  '{ "size": 0, "query": { "bool": { "should": [{ "term": { "level": "ERROR" } }] } } }';

describe('the query builder', () => {
  let stage: Stage;
  let index: string;

  beforeAll(async () => {
    stage = await openStage({ react: '16', until: 'reads' });
    index = stage.cluster.uniqueName('k8s-logs-built');
    await createLogIndex(stage.cluster, index);
    // A window ends some seconds before now: what was written just now would not be in it.
    const aMinuteAgo = { '@timestamp': new Date(Date.now() - 60_000).toISOString() };
    const lines = ['payment refused', 'cart lost', 'out of memory'].map((text) => logLine(text));
    const all = [...lines, logLine('all is well', 'INFO')];
    await stage.cluster.index(
      index,
      all.map((line) => ({ ...line, ...aMinuteAgo }))
    );
  });
  afterAll(() => stage?.close());

  /** Opens the form over the index. */
  async function begin(page: Page): Promise<void> {
    await openRoom(page, 'Monitors');
    await page.goto(`${stage.host.url}/app/watchkeeper_monitors/create`);
    const form = monitorEditor(page);
    await form.name('Built');
    await form.index(index);
    await part(page, 'queryBuilder');
  }

  /** Chooses in a combo box by the mouse. */
  async function pick(page: Page, mark: string, option: string): Promise<void> {
    const box = page.getByTestId(mark).last();
    await box.getByTestId('comboBoxSearchInput').click();
    await page.getByRole('option', { name: option }).first().click();
  }

  async function buildByMouse(page: Page): Promise<void> {
    await (await part(page, 'lookBackKind')).selectOption({ label: 'The last' });
    await click(page, 'addFilter');
    await pick(page, 'filterField', 'level');
    await pick(page, 'filterValue', 'ERROR');
    await (await part(page, 'lineInput')).fill('message: (payment or cart');
    await says(page, 'lineRow', 'A closing parenthesis is missing.');
    await (await part(page, 'lineInput')).fill('message: (payment or cart)');
    await monitorEditor(page).run();
    await says(page, 'runHits', '2 hits');
    await page.getByRole('button', { name: 'The query that this makes' }).click();
    expect(await copyAll(page, await part(page, 'builderQuery'))).toContain('"level": "ERROR"');
    await page.getByRole('button', { name: 'The query that this makes' }).click();
  }

  async function groupByMouse(page: Page): Promise<void> {
    await pick(page, 'groupByPicker', 'kubernetes.container_name');
    expect(await confirm(page)).toContain('bucket-level');
    await monitorEditor(page).run();
    await says(page, 'groupsTable', 'checkout');
  }

  it('builds, runs and groups by the mouse, and shows the query that it makes', async () => {
    await stage.inPage(async (page) => {
      await begin(page);
      await buildByMouse(page);
      await picture(page, 'builder_light');
      expect(await findings(page)).toEqual([]);
      await groupByMouse(page);
      await picture(page, 'groups_light');
    });
  });

  it('loses nothing on the way to the DSL, which completes, formats, and says why it stays', async () => {
    await stage.inPage(
      async (page) => {
        await begin(page);
        await picture(page, 'new_dark_1024');
        await click(page, 'queryDslTab');
        const editor = await part(page, 'queryEditor');
        await paste(page, editor, '{"size":0,"query":{"term":{"le');
        await page.keyboard.press('Control+Space');
        await page.getByRole('option', { name: /^level/ }).waitFor();
        await picture(page, 'completion_dark');
        await page.waitForTimeout(200);
        await page.keyboard.press('Enter');
        await page.keyboard.type('ERROR');
        expect(await copyAll(page, editor)).toBe('{"size":0,"query":{"term":{"level": "ERROR"');
        await paste(page, editor, OTHER);
        await says(page, 'dslReason', 'no range over a time field');
        expect(await (await part(page, 'queryBuilderTab')).isDisabled()).toBe(true);
        await click(page, 'formatQueryButton');
        await picture(page, 'reason_dark');
        expect(JSON.parse(await copyAll(page, editor))).toEqual(JSON.parse(OTHER));
      },
      // A text that is no query yet is one that the past cannot be asked by.
      { theme: 'dark', width: 1024, allowed: /status of 400/ }
    );
  });

  /** Presses Tab until the part, or something in it, has the keyboard. */
  async function tabTo(page: Page, mark: string): Promise<void> {
    for (let stop = 0; stop < 40; stop++) {
      const isThere = await page.evaluate(
        (wanted) => document.activeElement?.closest(`[data-test-subj="${wanted}"]`) !== null,
        mark
      );
      if (isThere) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach ${mark}.`);
  }

  it('is filled in by the keyboard alone', async () => {
    await stage.inPage(async (page) => {
      await begin(page);
      await tabTo(page, 'timeFieldPicker');
      await tabTo(page, 'addFilter');
      await page.keyboard.press('Enter');
      await (await part(page, 'timeFieldPicker')).getByTestId('comboBoxSearchInput').focus();
      await tabTo(page, 'filterField');
      await page.keyboard.type('level');
      await page.getByRole('option', { name: 'level' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await tabTo(page, 'filterValue');
      await page.keyboard.type('ERROR');
      await page.getByRole('option', { name: 'ERROR' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByTestId('filterNotWhole').waitFor({ state: 'detached' });
      await tabTo(page, 'lineInput');
      await click(page, 'queryDslTab');
      expect(await copyAll(page, await part(page, 'queryEditor'))).toContain('"level": "ERROR"');
    });
  });
});
