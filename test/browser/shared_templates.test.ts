import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createLogIndex, logLine, logMonitor } from '../support/product';
import { findings } from './axe';
import { click, openRoom, part, paste, rowOf, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.SHARED_TEMPLATE_PICTURES;

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
};

describe('message templates', () => {
  let stage: Stage;
  let monitorId: string;

  beforeAll(async () => {
    stage = await openStage();
    const { app, cluster, receiver } = stage;
    const index = cluster.uniqueName('k8s-logs-shared');
    await createLogIndex(cluster, index);
    await cluster.index(index, [logLine('payment refused')]);
    const { id } = await app.addWebhook(`${receiver.url}/hook`, 'On-call inbox');
    ({ id: monitorId } = await app.addMonitor(logMonitor(index, id, { enabled: false })));
  });
  afterAll(() => stage?.close());

  /** By keyboard alone, once the page is there. */
  const write = async (page: Page): Promise<void> => {
    await openRoom(page, 'Destinations');
    await click(page, 'roomTab-templates');
    await picture(page, 'templates_empty');
    expect(await findings(page)).toEqual([]);
    await (await part(page, 'createTemplate')).focus();
    await page.keyboard.press('Enter');
    await (await part(page, 'templateName')).focus();
    await page.keyboard.type('duty-footer');
    await paste(page, await part(page, 'templateMessage'), 'Call 1, says {{ctx.monitor.name}}');
    await says(page, 'templatePreview', 'Call 1, says Checkout');
    await picture(page, 'template_editor');
    expect(await findings(page)).toEqual([]);
    await (await part(page, 'saveTemplate')).focus();
    await page.keyboard.press('Enter');
    await rowOf(page, 'templatesTable', 'duty-footer').getByText('{{> duty-footer}}').waitFor();
    await picture(page, 'templates_list');
    expect(await findings(page)).toEqual([]);
  };

  it('are written, named in a message and marked where they are missing', () =>
    stage.inPage(
      async (page) => {
        await write(page);
        await page.goto(`${stage.host.url}/app/watchkeeper_monitors/${monitorId}/edit`);
        await click(page, 'runQueryButton');
        const editor = await part(page, 'messageEditor');
        await paste(page, editor, 'Bad. {{> duty-foter}}');
        await page.getByText('There is no shared template called duty-foter').first().waitFor();
        await paste(page, editor, 'Bad. {{> duty-footer}}');
        await says(page, 'messagePreview', 'Bad. Call 1, says Errors in containers');
        await picture(page, 'monitor_with_template');
        await editor.click();
        await page.keyboard.press('Control+A');
        await page.keyboard.press('Delete');
        await says(page, 'messagePreview', 'Any error of monitor Errors in containers is firing');
        await picture(page, 'monitor_own_message');
      },
      { width: 1024 }
    ));
});
