import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { findings } from './axe';
import { furnish } from './sights';
import { openStage } from './stage';
import type { PageOptions, Stage } from './stage';
import { EMPTY_TOUR, tourOf } from './tour';
import type { Stop } from './tour';

/** What the browser writes to the console about an answer that a stop wants to be a refusal. */
const REFUSALS = /status of 4\d\d/;

/** The page as a whole must not scroll to the side; wide content scrolls in its own place. */
const sideways = async (page: Page): Promise<string[]> => {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  return excess > 0 ? [`the page is ${excess} pixels too wide`] : [];
};

/** What is wrong at which stop; empty when all is well. */
async function judge(
  stage: Stage,
  stops: Stop[],
  options: PageOptions,
  rules: RunOptions = {}
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  await stage.inPage(
    async (page) => {
      for (const { name, show } of stops) {
        await show(page);
        const wrong = [...(await findings(page, rules)), ...(await sideways(page))];
        if (wrong.length > 0) found[name] = wrong;
      }
    },
    { ...options, allowed: REFUSALS }
  );
  return found;
}

describe('axe finds nothing serious', () => {
  let stage: Stage;
  let stops: Stop[];

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  it('on the pages while there is nothing to show', async () => {
    expect(await judge(stage, EMPTY_TOUR, {})).toEqual({});
  });

  it('on any page, form, dialog and flyout, in a window of 1024 pixels', async () => {
    stops = tourOf(await furnish(stage));
    expect(await judge(stage, stops, { width: 1024 })).toEqual({});
  });

  it('in the colours of the dark theme', async () => {
    const rules = { runOnly: ['color-contrast'] };
    const inDark = stops.filter(({ dark }) => dark);
    expect(await judge(stage, inDark, { theme: 'dark' }, rules)).toEqual({});
  });
});
