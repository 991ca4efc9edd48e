import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createLogIndex, logMonitor } from '../support/product';
import { findings } from './axe';
import { click, openRoom, part, says, settled, textOf } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the panel. */
const PICTURES = process.env.BACK_TEST_PICTURES;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PANEL = '[data-test-subj=backTestPanel]';
const NAME = 'Errors in the past';

let stage: Stage;

/** Of each hour of the last day, a quarter in which something goes wrong; at noon worse. */
const history = (now: number) =>
  Array.from({ length: 26 * 60 }, (_, i) => now - i * MINUTE).flatMap((at) => {
    const minute = Math.floor(at / MINUTE) % 60;
    const count = minute >= 15 && minute < 30 ? 2 + (Math.floor(at / HOUR) % 4) : 0;
    return Array.from({ length: count }, (_, i) => ({
      '@timestamp': new Date(at + i * 1000).toISOString(),
      ...{ message: 'ERROR payment refused', level: 'ERROR' },
      kubernetes: { container_name: i % 2 === 0 ? 'checkout' : 'cart', namespace_name: 'shop' },
    }));
  });

beforeAll(async () => {
  stage = await openStage();
  const index = stage.cluster.uniqueName('k8s-logs');
  await createLogIndex(stage.cluster, index);
  await stage.cluster.index(index, history(Date.now()));
  const { id } = await stage.app.addWebhook(`${stage.receiver.url}/hook`);
  const monitor = logMonitor(index, id, { name: NAME, enabled: false });
  const query = {
    size: 0,
    query: {
      bool: {
        filter: [
          { range: { '@timestamp': { gte: '{{period_end}}||-10m', lte: '{{period_end}}' } } },
          { term: { level: 'ERROR' } },
        ],
      },
    },
  };
  monitor.inputs = [{ search: { indices: [index], query: JSON.stringify(query) } }];
  monitor.schedule = { period: { interval: 1, unit: 'MINUTES' } };
  const { query_level_trigger: trigger } = monitor.triggers[0];
  trigger.condition.script.source = 'ctx.results[0].hits.total.value > 25';
  await stage.app.addMonitor(monitor);
});

afterAll(() => stage?.close());

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  // All of it at once, and nothing of the page before it.
  await page.setViewportSize({ width: 1024, height: 2400 });
  await settled(page);
  await (await part(page, 'backTestPanel')).screenshot({ path: join(PICTURES, `${name}.png`) });
};

const open = async (page: Page): Promise<void> => {
  await openRoom(page, 'Monitors');
  await page.getByRole('link', { name: NAME }).first().click();
  await click(page, 'backTestMonitorButton');
  await part(page, 'backTestOutcome');
};

describe('a back-test', () => {
  it('begins at the press of a button on the page of a monitor, and tells what would have been', () =>
    stage.inPage(
      async (page) => {
        await open(page);
        expect(await textOf(page, 'backTestOutcome')).toMatch(
          /^It would have fired \d+ times and sent \d+ messages/
        );
        await says(page, 'backTestMethod', 'date histogram');
        await says(page, 'laneText', /Active \d+ times/);
        await picture(page, 'light');
        expect(await findings(page, {}, PANEL)).toEqual([]);
      },
      { width: 1024 }
    ));

  it('sets a draft beside what is saved, by the keyboard alone', () =>
    stage.inPage(
      async (page) => {
        await open(page);
        await (await part(page, 'intervalInput')).fill('7');
        const run = await part(page, 'backTestRun');
        await run.focus();
        await page.keyboard.press('Enter');
        await says(page, 'backTestChange', /messages instead of \d+/);
        await part(page, 'backTestAlerts');
        await picture(page, 'dark_compared');
        expect(await findings(page, {}, PANEL)).toEqual([]);
      },
      { theme: 'dark', width: 1024 }
    ));
});
