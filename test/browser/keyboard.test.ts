import type { Page } from 'playwright-core';
import { createLogIndex, logLine } from '../support/product';
import { waitFor } from '../support/wait_for';
import { part, says, textOf } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

const MOST_STOPS = 120;

/** Presses Tab until the part, or something in it, has the focus; fails when the keyboard never gets there. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  const isThere = (): Promise<boolean> =>
    page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector);
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard does not reach ${selector}.`);
}

const mark = (name: string): string => `[data-test-subj="${name}"]`;

async function press(page: Page, selector: string, key?: string): Promise<void> {
  await tabTo(page, selector, key);
  await page.keyboard.press('Enter');
}

/** Goes down a list that is open, at the pace of a hand: it takes the keyboard some moments after it opens. */
async function choose(page: Page, list: string, option: string): Promise<void> {
  await press(page, list);
  let steps = 0;
  await waitFor('the option to have the focus', async () => {
    if (await page.locator(`${option}:focus`).count()) return true;
    // The focus follows late on a busy machine: what was passed is met on the way back.
    await page.keyboard.press(steps++ % 60 < 30 ? 'ArrowDown' : 'ArrowUp');
    return false;
  });
  await page.keyboard.press('Enter');
  // It gives the keyboard back some moments after it closed, too.
  await page.locator(option).waitFor({ state: 'detached' });
  await page.locator(`${list}:focus`).waitFor();
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

async function openRoom(page: Page, room: string, title: string): Promise<void> {
  await press(page, `${mark('collapsibleNav')} a[href$="/app/watchkeeper_${room}"]`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

describe('by the keyboard alone', () => {
  let stage: Stage;
  let index: string;

  beforeAll(async () => {
    stage = await openStage();
    index = stage.cluster.uniqueName('k8s-logs');
    await createLogIndex(stage.cluster, index);
  });
  afterAll(() => stage?.close());

  async function createDestination(page: Page): Promise<void> {
    await openRoom(page, 'destinations', 'Destinations');
    await part(page, 'emptyState');
    await press(page, mark('createDestination'));
    await type(page, mark('destinationName'), 'On-call inbox');
    await choose(page, mark('destinationType'), mark('destinationType-webhook'));
    await type(page, mark('destinationUrl'), `${stage.receiver.url}/hook`);
    await press(page, mark('saveDestination'));
    await says(page, 'destinationsTable', 'On-call inbox');
  }

  async function createMonitor(page: Page): Promise<void> {
    await openRoom(page, 'monitors', 'Monitors');
    await part(page, 'emptyState');
    await press(page, mark('createMonitorButton'));
    await type(page, mark('nameInput'), 'By hand');
    await tabTo(page, mark('indicesComboBox'));
    await page.keyboard.type(`${index}*`);
    await page.keyboard.press('Enter');
    await page.getByTestId('indicesComboBox').getByTitle(`${index}*`, { exact: true }).waitFor();
    await type(page, mark('intervalInput'), '3');
    await tabTo(page, mark('unitSelect'));
    await page.keyboard.type('sec');
    // An editor does not keep the keyboard.
    await press(page, mark('queryDslTab'));
    await tabTo(page, mark('queryEditor'));
    await press(page, mark('runQueryButton'), 'Shift+Tab');
    await part(page, 'runHits');
    // Always true, so that the alert stays open until it is acknowledged.
    await press(page, mark('conditionScriptTab'));
    await type(page, mark('conditionEditor'), 'ctx.results[0].hits.total.value >= 0');
    await says(page, 'conditionValue', 'true');
    await press(page, mark('addActionButton'));
    await press(page, mark('sendTestButton'));
    expect(await textOf(page, 'testAnswer')).toContain('200');
    await press(page, mark('saveMonitorButton'));
    await page.getByRole('heading', { level: 1, name: 'By hand' }).waitFor();
  }

  async function acknowledge(page: Page): Promise<void> {
    await stage.cluster.index(index, [logLine('payment refused')]);
    await stage.receiver.received(1, ({ body }) => body.includes('payment refused'));
    await openRoom(page, 'alerts', 'Alerts');
    await part(page, 'alertRow');
    await press(page, mark('alertLink'));
    await part(page, 'alertStory');
    await page.keyboard.press('Escape');
    await page.getByTestId('alertFlyout').waitFor({ state: 'detached' });
    await press(page, mark('acknowledgeAlert'));
    await part(page, 'acknowledgedBy');
  }

  it('a destination and a monitor are made, and its alert is read and acknowledged', async () => {
    await stage.inPage(async (page) => {
      await createDestination(page);
      await createMonitor(page);
      await acknowledge(page);
    });
  });
});
