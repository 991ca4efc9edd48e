import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { findings } from './axe';
import { click, copyAll, part, paste, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the forms. */
const PICTURES = process.env.POLICY_FORM_PICTURES;

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

/** With a change that has no form, and numbers that a browser alone would write in another way. */
const POLICY = `{
  "policy": {
    "description": "",
    "default_state": "a",
    "states": [
      {
        "name": "a",
        "actions": [
          { "alias": { "actions": [{ "x_new": { "n": 12345678901234567890 } }] } },
          { "allocation": { "require": { "temp": "warm" }, "x_new": 1.0 } }
        ],
        "transitions": []
      }
    ]
  }
}`;

const openCard = async (page: Page, place: number): Promise<Locator> => {
  const card = page.getByTestId('actionCard').nth(place);
  await card.getByTestId('toggleAction').press('Enter');
  return card;
};

describe('the forms of a policy', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage({ until: 'reads' });
  });
  afterAll(() => stage?.close());

  it('take changes of aliases and a rollup without JSON, and keep what they do not know', async () => {
    await stage.inPage(async (page) => {
      await page.goto(`${stage.host.url}/app/watchkeeper_lifecycle/create?from=paste`);
      await paste(page, await part(page, 'policyJson'), POLICY);
      await click(page, 'view-states');
      const alias = await openCard(page, 0);
      await says(page, 'partJson', '12345678901234567890');
      await alias.getByTestId('add-actions').press('Enter');
      // The new change has the focus: on from there by keys.
      await page.keyboard.press('Tab');
      await page.keyboard.type('logs-recent');
      const allocation = await openCard(page, 1);
      await allocation.getByTestId('attributeValue').fill('cold');
      await page.getByTestId('addAction').selectOption('rollup');
      const rollup = await openCard(page, 2);
      await picture(page, 'rollup-empty-light');
      await rollup.getByTestId('param-description').fill('by hour');
      await rollup.getByTestId('param-target_index').fill('rollup-logs');
      await rollup.getByTestId('add-dimensions').click();
      await rollup
        .getByTestId('item-dimensions')
        .nth(1)
        .getByTestId('param-source_field')
        .fill('host');
      await rollup.getByTestId('add-metrics').click();
      await rollup.getByTestId('item-metrics').getByTestId('param-source_field').fill('bytes');
      await rollup.getByTestId('flag-max').press('Space');
      expect(await findings(page)).toEqual([]);
      await picture(page, 'forms-light');
      await click(page, 'view-json');
      const text = await copyAll(page, await part(page, 'policyJson'));
      expect(text).toContain('12345678901234567890');
      expect(text).toContain('"x_new": 1.0');
      const { policy } = JSON.parse(text) as {
        policy: { states: Array<{ actions: Array<Record<string, unknown>> }> };
      };
      const [first, second, third] = policy.states[0].actions;
      expect(first).toMatchObject({
        alias: { actions: [{}, { add: { aliases: ['logs-recent'] } }] },
      });
      expect(second).toMatchObject({ allocation: { require: { temp: 'cold' } } });
      expect(third).toMatchObject({
        rollup: {
          ism_rollup: {
            dimensions: [
              { date_histogram: { source_field: '@timestamp', fixed_interval: '1h' } },
              { terms: { source_field: 'host' } },
            ],
            metrics: [{ source_field: 'bytes', metrics: [{ avg: {} }, { max: {} }] }],
          },
        },
      });
    });
  });

  it('are readable in the dark and on a narrow page, with errors at their fields', async () => {
    await stage.inPage(
      async (page) => {
        await page.setViewportSize({ width: 1024, height: 800 });
        await page.goto(`${stage.host.url}/app/watchkeeper_lifecycle/create?from=hot_warm_delete`);
        await click(page, 'view-states');
        await click(page, 'addErrorNotification');
        const hot = page.getByTestId('stateCard').first();
        for (const type of ['rollover', 'alias', 'transform', 'shrink', 'notification']) {
          await hot.getByTestId('addAction').selectOption(type);
        }
        const toggles = hot.getByTestId('toggleAction');
        const count = await toggles.count();
        for (let place = count - 5; place < count; place += 1) {
          await toggles.nth(place).press('Enter');
        }
        await hot.getByTestId('add-any_of').press('Enter');
        await hot.getByTestId('actionBeside').first().getByRole('button').first().press('Enter');
        await says(page, 'statesView', 'Groups of conditions do not stand beside single ones.');
        await says(page, 'statesView', 'Name an alias.');
        await hot.getByTestId('transitionCondition').first().selectOption('cron');
        await says(page, 'cronTimes', 'Next:');
        expect(await findings(page)).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(1024);
        await picture(page, 'forms-narrow-dark');
        if (PICTURES) {
          for (let place = count - 5; place < count; place += 1) {
            const card = hot.getByTestId('actionCard').nth(place);
            await card.screenshot({ path: join(PICTURES, `card-dark-${place}.png`) });
          }
          const told = page.getByTestId('errorNotification');
          await told.screenshot({ path: join(PICTURES, 'told-dark.png') });
          const row = page.getByTestId('transitionRow').first();
          await row.screenshot({ path: join(PICTURES, 'cron-dark.png') });
        }
      },
      { theme: 'dark' }
    );
  });
});
