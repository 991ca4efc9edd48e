import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { AxeResults, NodeResult, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { settled } from './parts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

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
  {
    finding: /^color-contrast .*euiTab__content.*foreground color: #07827e/,
    why: 'The light theme draws the tab that is chosen a little too light for a grey page.',
  },
  {
    finding: /^label-content-name-mismatch .*euiFilePicker__clearButton/,
    why: 'Its button says "Remove" and is called "Clear selected files".',
  },
];

const isOfTheHost = (found: string): boolean =>
  OF_THE_HOST.some(({ finding }) => finding.test(found));

const describeNode = (rule: string, { html, any }: NodeResult): string =>
  [rule, html.slice(0, 300), any[0]?.message].join('  ');

/**
 * Everything that is serious or critical: the rule, and where it does not hold.
 *
 * @param within a selector, where only a part of the page is meant
 */
export async function findings(
  page: Page,
  options: RunOptions = {},
  within = 'html'
): Promise<string[]> {
  // What is pointed at has other colours than what is read.
  await page.mouse.move(0, 0);
  await settled(page);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults, { how: RunOptions; where: string }>(
    ({ how, where }) => window.axe.run(where, how),
    { how: { resultTypes: ['violations'], ...options }, where: within }
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => describeNode(id, node)))
    .filter((found) => !isOfTheHost(found));
}
