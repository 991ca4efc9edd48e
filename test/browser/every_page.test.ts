import type { Page } from 'playwright-core';
import { findings } from './axe';
import { part } from './parts';
import { plainTexts } from './plain_texts';
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

type Judge = (page: Page, stop: Stop) => Promise<string[]>;

/** Milliseconds for a walk through all pages. */
const TOUR = 600_000;

/** What is wrong at which stop; empty when all is well. */
async function judge(
  stage: Stage,
  stops: Stop[],
  { judges, ...options }: PageOptions & { judges: Judge[] }
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  await stage.inPage(
    async (page) => {
      for (const stop of stops) {
        await stop.show(page);
        const wrong: string[] = [];
        for (const each of judges) wrong.push(...(await each(page, stop)));
        if (wrong.length > 0) found[stop.name] = wrong;
      }
    },
    { ...options, allowed: REFUSALS }
  );
  return found;
}

const words: Judge = async (page, { isEnglish }) => (isEnglish ? [] : plainTexts(page));

/** In the pseudo-locale, whose texts are longer than those of any language: what fits here fits. */
const judges: Judge[] = [(page) => findings(page), sideways, words];

describe('axe finds nothing serious, nothing is too wide, and every text can be translated', () => {
  let stage: Stage;
  let stops: Stop[];

  beforeAll(async () => {
    stage = await openStage({ config: { 'i18n.locale': 'en-xa' } });
  });
  afterAll(() => stage?.close());

  it('on the pages while there is nothing to show', async () => {
    await stage.inPage(async (page) => {
      await part(page, 'emptyState');
      expect(await page.locator('h1').innerText()).toBe('Àļéŕţš');
    });
    expect(await judge(stage, EMPTY_TOUR, { judges })).toEqual({});
  });

  it(
    'on any page, form, dialog and flyout, in a window of 1024 pixels',
    async () => {
      stops = tourOf(await furnish(stage));
      expect(await judge(stage, stops, { judges, width: 1024 })).toEqual({});
    },
    TOUR
  );

  it(
    'in the colours of the dark theme',
    async () => {
      const contrast: Judge = (page) => findings(page, { runOnly: ['color-contrast'] });
      const inDark = stops.filter(({ dark }) => dark);
      expect(await judge(stage, inDark, { judges: [contrast], theme: 'dark' })).toEqual({});
    },
    TOUR
  );
});
