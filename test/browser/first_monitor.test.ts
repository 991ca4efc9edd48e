import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createLogIndex, logLine } from '../support/product';
import { findings } from './axe';
import { click, openRoom, part, rowOf, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

const MOST_CLICKS = 6;
const MOST_FIELDS = 3;
/** Where pictures to be looked at are put; none unless it is said. */
const PICTURES = process.env.FIRST_MONITOR_PICTURES;

declare global {
  interface Window {
    countedByHand: { clicks: number; fields: Set<EventTarget> };
  }
}

/** From now on counts what a hand does in the page. */
const count = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const counted = { clicks: 0, fields: new Set<EventTarget>() };
    window.countedByHand = counted;
    document.addEventListener('click', ({ isTrusted }) => (counted.clicks += isTrusted ? 1 : 0), {
      capture: true,
    });
    document.addEventListener(
      'input',
      ({ isTrusted, target }) => isTrusted && target && counted.fields.add(target),
      { capture: true }
    );
  });

const counted = (page: Page): Promise<{ clicks: number; fields: number }> =>
  page.evaluate(() => ({
    clicks: window.countedByHand.clicks,
    fields: window.countedByHand.fields.size,
  }));

/** Takes a picture, and holds what can be seen against the rules of accessibility. */
async function look(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await findings(page)).toEqual([]);
}

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  await settled(page);
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

describe('the first monitor', () => {
  let stage: Stage;
  let family: string;

  beforeAll(async () => {
    stage = await openStage();
    family = stage.cluster.uniqueName('first-logs');
    // The newest of all: it is the one that is suggested.
    for (const day of ['2099.12.30', '2099.12.31']) {
      await createLogIndex(stage.cluster, `${family}-${day}`);
    }
    // Older than the query delay: a run now finds them.
    const then = new Date(Date.now() - 120_000).toISOString();
    const lines = Array.from({ length: 21 }, (_, i) => ({
      ...logLine(`payment refused ${i}`),
      '@timestamp': then,
    }));
    await stage.cluster.index(`${family}-2099.12.31`, [...lines, logLine('all is well', 'INFO')]);
  });
  afterAll(() => stage?.close());

  it('goes from an empty list to a message with a few clicks and one field', async () => {
    await stage.inPage(
      async (page) => {
        await openRoom(page, 'Monitors');
        await part(page, 'readyMade');
        await picture(page, 'empty');
        await count(page);
        await click(page, 'readyMade-error_logs');
        await says(page, 'firstNow', 'Now 21');
        await says(page, 'firstIndices', `${family}-*`);
        await says(page, 'firstPast', 'in the last 24 hours');
        await part(page, 'thresholdChart');
        await look(page, 'question');
        const url = await part(page, 'firstUrl');
        await url.click();
        await page.keyboard.type(`${stage.receiver.url}/hook`);
        await click(page, 'firstCreate');
        await page
          .getByRole('heading', { level: 1, name: `Errors in logs: ${family}-*` })
          .waitFor();
        const { clicks, fields } = await counted(page);
        expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
        expect(fields).toBeLessThanOrEqual(MOST_FIELDS);
        const [message] = await stage.receiver.received(1);
        expect(message.body).toContain('21 in');
        expect(message.body).toContain('payment refused');
        await openRoom(page, 'Monitors');
        const row = rowOf(page, 'monitorsTable', family);
        await row.getByTestId('monitorState-triggered').waitFor();
      },
      { width: 1400 }
    );
  });

  it('acknowledges in the list, and takes that back', async () => {
    await stage.inPage(async (page) => {
      await openRoom(page, 'Monitors');
      const row = rowOf(page, 'monitorsTable', family);
      await row.getByTestId('monitorAlertsLink').waitFor();
      await row.getByRole('checkbox').click();
      await click(page, 'bulkTagsButton');
      await (await part(page, 'bulkTags')).fill('shop');
      await click(page, 'bulkAddTags');
      await says(page, 'monitorsTable', 'shop');
      await click(page, 'bulkAcknowledgeButton');
      await row.getByText('1 acknowledged').waitFor();
      await look(page, 'list');
      await click(page, 'undoButton');
      await row.getByText('1 acknowledged').waitFor({ state: 'detached' });
    });
  });

  it('shows its pages in the dark and in narrow windows, and keeps what was not saved', async () => {
    await stage.inPage(
      async (page) => {
        await openRoom(page, 'Monitors');
        await part(page, 'monitorsTable');
        await picture(page, 'list_dark_1024');
        await page.goto(
          new URL('/app/watchkeeper_monitors/create?ready=slow_service', page.url()).href
        );
        await part(page, 'firstSentence');
        await look(page, 'slow_dark_1024');
        await page.goto(
          new URL('/app/watchkeeper_monitors/create?ready=error_logs', page.url()).href
        );
        await says(page, 'firstNow', 'Now');
        await says(page, 'firstPast', 'in the last 24 hours');
        await look(page, 'question_dark_1024');
        await click(page, 'firstAllSettings');
        await part(page, 'liveSentence');
        await (await part(page, 'nameInput')).fill('Half wri');
        await click(page, 'sectionNav-triggers');
        await picture(page, 'editor_dark_1024');
        await click(page, 'besideTab');
        await picture(page, 'beside_dark_1024');
        page.once('dialog', (dialog) => void dialog.accept());
        await page.goto(new URL('/app/watchkeeper_monitors/create', page.url()).href);
        await click(page, 'takeKeptButton');
        await page.locator('[data-test-subj=nameInput][value="Half wri"]').waitFor();
        await says(page, 'liveSentence', 'more than 5 documents');
        await picture(page, 'kept_dark_1024');
      },
      { theme: 'dark', width: 1024 }
    );
  });
});
