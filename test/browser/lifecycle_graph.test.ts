import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { findings } from './axe';
import { click, part, paste, says, settled } from './parts';
import { waitFor } from '../support/wait_for';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.GRAPH_PICTURES;

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({
    path: join(PICTURES, `${name}.png`),
    fullPage: !name.startsWith('large'),
  });
};

const create = ({ host }: Stage): string => `${host.url}/app/watchkeeper_lifecycle/create`;

const leads = (state_name: string, min_index_age?: string) => ({
  state_name,
  ...(min_index_age ? { conditions: { min_index_age } } : {}),
});

/** Tens of states with loops, some that lead to themselves, one that nothing leads to, and long names. */
const LARGE = {
  default_state: 'state_0',
  states: [
    ...Array.from({ length: 29 }, (_each, i) => ({
      name: i === 7 ? 'a_state_whose_name_is_so_long_that_it_does_not_fit' : `state_${i}`,
      actions: i % 3 === 0 ? [{ replica_count: { number_of_replicas: 1 } }] : [],
      transitions: [
        ...(i < 28
          ? [
              leads(
                i === 6 ? 'a_state_whose_name_is_so_long_that_it_does_not_fit' : `state_${i + 1}`,
                `${i + 1}d`
              ),
            ]
          : []),
        ...(i % 5 === 0 && i < 20 ? [leads(`state_${i + 8}`, '40d')] : []),
        ...(i % 9 === 4 ? [leads(`state_${i}`, '2d')] : []),
        ...(i === 12 ? [leads('state_2', '90d')] : []),
      ],
    })),
    { name: 'never', actions: [{ delete: {} }], transitions: [] },
  ],
};

const stateOf = (page: Page, name: string): Locator =>
  page.getByTestId('graphState').filter({ has: page.getByText(name, { exact: true }) });

const leftOf = async (state: Locator): Promise<number> => (await state.boundingBox())?.x ?? NaN;

describe('the graph of a policy', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage({ until: 'at_once' });
  });
  afterAll(() => stage?.close());

  it('is arranged and redrawn by mouse and by key', async () => {
    await stage.inPage(async (page) => {
      await page.goto(`${create(stage)}?from=hot_warm_delete&view=graph`);
      const warm = stateOf(page, 'warm');
      await warm.waitFor();
      const before = await leftOf(warm);
      await warm.dragTo(page.getByTestId('graphCanvas'), { targetPosition: { x: 420, y: 200 } });
      await says(page, 'graphHint', '“warm” now stands at');
      const moved = await leftOf(warm);
      expect(moved).not.toBe(before);
      await warm.press('Alt+ArrowRight');
      expect(await leftOf(warm)).toBeGreaterThan(moved);
      await click(page, 'graphTidy');
      expect(await leftOf(warm)).toBe(before);
      await click(page, 'graphUntidy');

      await page.getByTestId('graphTransition').nth(1).click();
      await picture(page, 'transition-light');
      await page.getByTestId('graphEnd-to').dragTo(stateOf(page, 'hot'));
      await says(page, 'selectedTransition', 'To “hot”');
      await click(page, 'graphInsert');
      await stateOf(page, 'state').waitFor();
      await stateOf(page, 'hot').press('Enter');
      await click(page, 'graphDuplicate');
      await stateOf(page, 'hot_copy').waitFor();
      await picture(page, 'drawn-light');
      expect(await findings(page)).toEqual([]);
    });
  });

  it('shows tens of states, and is zoomed and scrolled by key', async () => {
    await stage.inPage(
      async (page) => {
        await page.goto(`${create(stage)}?from=paste`);
        const editor = await part(page, 'policyJson');
        await paste(page, editor, JSON.stringify({ policy: LARGE }));
        await click(page, 'view-graph');
        await stateOf(page, 'never').waitFor();
        await page.setViewportSize({ width: 1024, height: 900 });
        await picture(page, 'large-dark');
        const canvas = page.getByTestId('graphCanvas');
        const scrolled = () => canvas.evaluate(({ scrollTop }) => scrollTop);
        await canvas.press('+');
        await canvas.press('ArrowDown');
        await waitFor('the graph to scroll', async () => (await scrolled()) > 0);
        await canvas.hover();
        await page.keyboard.down('Control');
        await page.mouse.wheel(0, -100);
        await page.keyboard.up('Control');
        await says(page, 'graphScale', /10[0-9]%/);
        await click(page, 'graphFit');
        await picture(page, 'large-fit-dark');
        await stateOf(page, 'state_12').press('Alt+ArrowRight');
        await says(page, 'graphHint', '“state_12” now stands at');
        await click(page, 'graphTurn');
        await picture(page, 'large-right-dark');
      },
      { theme: 'dark' }
    );
  });
});
