import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { AxeResults, NodeResult, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { settled } from './parts';
import { openStage } from './stage';
import type { PageOptions, Stage } from './stage';
import { EMPTY_TOUR, furnish, tourOf } from './tour';
import type { Stop } from './tour';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What the browser writes to the console about an answer that a stop wants to be a refusal. */
const REFUSALS = /status of 4\d\d/;

/** In the markup of the host's components, where nothing can be said from outside. */
const OF_THE_HOST: Array<{ finding: RegExp; why: string }> = [
  {
    finding: /^aria-required-attr {2}<div [^>]*class="euiComboBox /,
    why: 'Built after ARIA 1.1: the text field inside names the list that it controls, not the box around it.',
  },
  {
    finding: /^color-contrast .*foreground color: #0f7065/,
    why: 'The dark theme darkens links that are focused.',
  },
];

const isOfTheHost = (found: string): boolean =>
  OF_THE_HOST.some(({ finding }) => finding.test(found));

const describeNode = (rule: string, { html, any }: NodeResult): string =>
  [rule, html.slice(0, 300), any[0]?.message].join('  ');

/** The page as a whole must not scroll to the side; wide content scrolls in its own place. */
const sideways = async (page: Page): Promise<string[]> => {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  return excess > 0 ? [`the page is ${excess} pixels too wide`] : [];
};

/** Everything that is serious or critical: the rule, and where it does not hold. */
async function findings(page: Page, options: RunOptions): Promise<string[]> {
  // What is pointed at has other colours than what is read.
  await page.mouse.move(0, 0);
  await settled(page);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (how) => window.axe.run(document, how),
    { resultTypes: ['violations'], ...options }
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => describeNode(id, node)))
    .filter((found) => !isOfTheHost(found));
}

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

  it('on any page, form, dialog and flyout', async () => {
    stops = tourOf(await furnish(stage));
    expect(await judge(stage, stops, {})).toEqual({});
  });

  it('in the colours of the dark theme, in a window of 1024 pixels', async () => {
    const rules = { runOnly: ['color-contrast'] };
    expect(await judge(stage, stops, { theme: 'dark', width: 1024 }, rules)).toEqual({});
  });
});
