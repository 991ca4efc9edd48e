import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../support/wait_for';

/** The first of the page's parts with this mark that can be seen; waits for it. */
export async function part(within: Page | Locator, mark: string): Promise<Locator> {
  const found = within.getByTestId(mark).first();
  await found.waitFor();
  return found;
}

export const click = async (within: Page | Locator, mark: string): Promise<void> =>
  (await part(within, mark)).click();

/** The text as it is read: white space as the page shows it. */
export const textOf = async (within: Page | Locator, mark: string): Promise<string> =>
  (await part(within, mark)).innerText();

/** Waits until the part says so. */
export const says = (within: Page | Locator, mark: string, text: string | RegExp): Promise<void> =>
  within.getByTestId(mark).filter({ hasText: text }).first().waitFor();

/** Follows a link of the sidebar. */
export async function openRoom(page: Page, title: string): Promise<void> {
  const sidebar = await part(page, 'collapsibleNav');
  await sidebar.getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Puts text in place of all that an editor holds, through the clipboard, as a person does. */
export async function paste(page: Page, editor: Locator, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
}

/** The text of an editor, also where it is longer than what is drawn: by the clipboard. */
export async function copyAll(page: Page, editor: Locator): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The row of a table that holds this text. */
export const rowOf = (page: Page, table: string, text: string | RegExp): Locator =>
  page.getByTestId(table).locator('tbody tr').filter({ hasText: text }).first();

/** Says yes in a dialog of the host. */
export async function confirm(page: Page, dialog = 'confirmDialog'): Promise<string> {
  const question = await part(page, dialog);
  const text = await question.innerText();
  await question.getByTestId('confirmModalConfirmButton').click();
  await question.waitFor({ state: 'detached' });
  return text;
}

/** Waits until nothing loads and nothing moves any more, so that a picture or a judgement is of the whole page. */
export const settled = async (page: Page): Promise<void> => {
  await waitFor('the page to settle', () =>
    page.evaluate(() => {
      const isMoving = ({ playState, effect }: Animation): boolean =>
        playState === 'running' && effect?.getTiming().iterations !== Infinity;
      const loading = document.querySelector(
        '[data-test-subj=loadingState], [data-test-subj=globalLoadingIndicator]'
      );
      return !loading && !document.getAnimations().some(isMoving);
    })
  );
};
