import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createLogIndex, logLine, logMonitor } from '../support/product';
import { waitFor } from '../support/wait_for';
import { click, part, says, settled, textOf } from './parts';
import { PATIENCE, openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the editor. */
const PICTURES = process.env.TRIGGER_EDITOR_PICTURES;

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await (await part(page, 'trigger-0')).screenshot({ path: join(PICTURES, `${name}.png`) });
};

const MINUTE = 60_000;
const EVERY = 5;

const SEARCH = {
  size: 1,
  query: {
    bool: {
      filter: [
        { term: { level: 'ERROR' } },
        { range: { '@timestamp': { gte: '{{period_start}}', lt: '{{period_end}}' } } },
      ],
    },
  },
};

const QUERY = JSON.stringify({ ...SEARCH, aggs: { avg_took: { avg: { field: 'took' } } } });

const GROUPS_QUERY = JSON.stringify({
  ...SEARCH,
  aggs: {
    groups: {
      terms: { field: 'kubernetes.container_name' },
      aggs: { avg_took: { avg: { field: 'took' } } },
    },
  },
});

const GROUPS_TRIGGER = {
  bucket_level_trigger: {
    ...{ id: 'groups', name: 'A group with many', severity: '1' as const, actions: [] },
    condition: {
      parent_bucket_path: 'groups',
      buckets_path: { count: '_count' },
      script: { source: 'params.count > 5' },
    },
  },
};

/** Every five minutes of the last hours some errors: seven to none, and then again. */
const pastLines = (now: number) =>
  Array.from({ length: 72 }, (_, window) =>
    Array.from({ length: 7 - (window % 8) }, (_each, i) => ({
      ...logLine('payment refused'),
      '@timestamp': new Date(now - (window * EVERY + 2) * MINUTE - i).toISOString(),
      took: 100 + window,
    }))
  ).flat();

describe('the editor of a trigger', () => {
  let stage: Stage;
  let monitorId: string;
  let groupsId: string;

  beforeAll(async () => {
    stage = await openStage();
    const { cluster, app } = stage;
    const index = cluster.uniqueName('k8s-logs-triggers');
    await createLogIndex(cluster, index);
    await cluster.index(index, pastLines(Date.now()));
    const monitor = logMonitor(index, undefined, {
      name: 'Errors in the shop',
      schedule: { period: { interval: EVERY, unit: 'MINUTES' } },
      inputs: [{ search: { indices: [index], query: QUERY } }],
    });
    monitorId = (await app.addMonitor(monitor)).id;
    const groups = await app.tryAddMonitor({
      ...monitor,
      name: 'Errors by container',
      monitor_type: 'bucket_level_monitor',
      inputs: [{ search: { indices: [index], query: GROUPS_QUERY } }],
      triggers: [GROUPS_TRIGGER],
    });
    groupsId = groups.body.id;
  });
  afterAll(() => stage?.close());

  const open = async (page: Page, id = monitorId): Promise<void> => {
    const { origin } = new URL(page.url());
    await page.goto(`${origin}/app/watchkeeper_monitors/${id}/edit`);
    await part(page, 'thresholdPanel');
    await (await part(page, 'thresholdChart')).scrollIntoViewIfNeeded();
  };
  const crossings = async (page: Page): Promise<{ over: number; of: number }> => {
    const found = /True in (\d+) of (\d+) windows/.exec(await textOf(page, 'thresholdCrossings'));
    if (!found) throw new Error(await textOf(page, 'thresholdCrossings'));
    return { over: Number(found[1]), of: Number(found[2]) };
  };
  const sourceOf = async (): Promise<string> => {
    const { monitor } = await stage.app.monitor(monitorId);
    const [wrapped] = monitor.triggers;
    return 'query_level_trigger' in wrapped
      ? wrapped.query_level_trigger.condition.script.source
      : '';
  };
  const save = async (page: Page, name = 'Errors in the shop'): Promise<void> => {
    await click(page, 'saveMonitorButton');
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };

  it('has the threshold on the chart of the last hours, where the mouse drags it', async () => {
    await stage.inPage(async (page) => {
      await open(page);
      const before = await crossings(page);
      expect(before.of).toBeGreaterThan(60);
      expect(before.over).toBeGreaterThan(before.of / 2);
      await picture(page, 'light');
      const line = await part(page, 'thresholdLine');
      await line.scrollIntoViewIfNeeded();
      const box = await line.boundingBox();
      if (!box) throw new Error('The line is nowhere.');
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y - 60, { steps: 6 });
      const during = await crossings(page);
      expect(during.over).toBeLessThan(before.over);
      expect(during.of).toBe(before.of);
      await picture(page, 'light-dragging');
      await page.mouse.up();
      const value = await (await part(page, 'thresholdValue')).inputValue();
      expect(Number(value)).toBeGreaterThan(0);
      await says(page, 'conditionInWords', `more than ${value} documents`);
      await save(page);
      expect(await sourceOf()).toBe(`ctx.results[0].hits.total.value > ${value}`);
    });
  });

  it('is used by the keyboard, completes the script, and says what each part comes to', async () => {
    await stage.inPage(
      async (page) => {
        await open(page);
        await (await part(page, 'thresholdValue')).fill('2');
        await (await part(page, 'thresholdLine')).focus();
        await page.keyboard.press('ArrowUp');
        await says(page, 'conditionInWords', 'more than 3 documents');
        await click(page, 'runQueryButton');
        await part(page, 'runHits');
        await says(page, 'thresholdNow', /Last run: \d+/);
        await picture(page, 'dark');
        await (await part(page, 'conditionScriptTab')).focus();
        await page.keyboard.press('Enter');
        await (await part(page, 'conditionEditor')).focus();
        await page.keyboard.press('Control+End');
        await page.keyboard.type(' || ctx.results[0].aggregations.avg');
        const list = page.locator('.cm-tooltip-autocomplete');
        await list.locator('[aria-selected]').getByText('.avg_took').waitFor({ timeout: PATIENCE });
        await picture(page, 'dark-completion');
        // Right after it opens, a list does not take an Enter that was meant for the text.
        await waitFor('the choice to be written', async () => {
          if ((await textOf(page, 'conditionEditor')).includes('aggregations.avg_took'))
            return true;
          await page.waitForTimeout(200);
          await page.keyboard.press('Enter');
          return false;
        });
        await page.keyboard.type('.value > 1000');
        await says(page, 'subExpressionsTable', 'avg_took.value > 1000');
        await picture(page, 'dark-script');
        await click(page, 'conditionThresholdTab');
        expect(await page.getByTestId('thresholdRow').count()).toBe(2);
        await page.setViewportSize({ width: 1024, height: 900 });
        await picture(page, 'dark-1024');
        await save(page);
        expect(await sourceOf()).toBe(
          'ctx.results[0].hits.total.value > 3 || ctx.results[0].aggregations.avg_took.value > 1000'
        );
      },
      { theme: 'dark' }
    );
  });

  it('has the thresholds of groups, and names the values that they need by itself', async () => {
    await stage.inPage(async (page) => {
      await open(page, groupsId);
      const measure = await part(page, 'thresholdMeasure');
      await measure.selectOption({ label: 'Average of took' });
      await (await part(page, 'thresholdValue')).fill('120');
      await says(page, 'conditionInWords', 'average of took is more than 120');
      await says(page, 'thresholdCrossings', /average of took is more than 120/);
      // Windows whose groups are all below it have their numbers, too.
      const { over, of } = await crossings(page);
      expect(of).toBeGreaterThan(55);
      expect(over).toBeLessThan(of - 10);
      await picture(page, 'light-groups');
      await save(page, 'Errors by container');
      const { monitor } = await stage.app.monitor(groupsId);
      expect(monitor.triggers).toMatchObject([
        {
          bucket_level_trigger: {
            condition: {
              buckets_path: { count: '_count', avg_took: 'avg_took' },
              script: { source: 'params.avg_took > 120' },
            },
          },
        },
      ]);
    });
  });
});
