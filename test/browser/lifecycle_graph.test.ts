import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { findings } from './axe';
import { click, part, paste, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.GRAPH_PICTURES;

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
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

  it.each(['light', 'dark'] as const)('is arranged by mouse and by key (%s)', async (theme) => {
    await stage.inPage(
      async (page) => {
        await page.goto(`${create(stage)}?from=hot_warm_delete&view=graph`);
        const warm = stateOf(page, 'warm');
        await warm.waitFor();
        const before = await leftOf(warm);
        await warm.dragTo(page.getByTestId('graphView'), {
          targetPosition: { x: 420, y: 420 },
        });
        await says(page, 'graphHint', '“warm” now stands at');
        expect(await leftOf(warm)).not.toBe(before);
        await warm.press('Alt+ArrowRight');
        await picture(page, `moved-${theme}`);
        expect(await findings(page)).toEqual([]);
        await click(page, 'graphTidy');
        expect(await leftOf(warm)).toBe(before);
        await click(page, 'graphUntidy');
      },
      { theme }
    );
  });

  it('shows tens of states', async () => {
    await stage.inPage(
      async (page) => {
        await page.goto(`${create(stage)}?from=paste`);
        const editor = await part(page, 'policyJson');
        await paste(page, editor, JSON.stringify({ policy: LARGE }));
        await click(page, 'view-graph');
        await stateOf(page, 'never').waitFor();
        await picture(page, 'large');
        await click(page, 'graphFit');
        await picture(page, 'large-fit');
        await stateOf(page, 'state_12').press('Alt+ArrowRight');
        await stateOf(page, 'state_4').press('Alt+ArrowRight');
        await stateOf(page, 'state_12').press('Alt+ArrowRight');
        await picture(page, 'large-moved');
      },
      { width: 1024 }
    );
  });
});
