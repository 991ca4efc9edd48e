import type { Locator, Page } from 'playwright-core';
import { click, part, paste, textOf } from './parts';

/** The form of a monitor, as a person uses it. */
export const monitorEditor = (page: Page) => {
  const editor = (mark: string): Promise<Locator> => part(page, mark);
  const setText = async (mark: string, text: string): Promise<void> =>
    paste(page, await editor(mark), text);
  return {
    name: async (text: string) => (await part(page, 'nameInput')).fill(text),
    /** Types into the field of indices; returns what it suggests. */
    suggestions: async (typed: string, expected: string): Promise<string[]> => {
      await page.getByTestId('indicesComboBox').getByTestId('comboBoxSearchInput').fill(typed);
      const options = page.getByRole('option');
      await options.filter({ hasText: expected }).first().waitFor();
      return options.allInnerTexts();
    },
    /** Takes a pattern as it is. */
    index: async (pattern: string) => {
      const input = page.getByTestId('indicesComboBox').getByTestId('comboBoxSearchInput');
      await input.fill(pattern);
      await input.press('Enter');
      await page.getByTestId('indicesComboBox').getByTitle(pattern).first().waitFor();
    },
    every: async (interval: number, unit: string) => {
      await (await part(page, 'intervalInput')).fill(String(interval));
      await (await part(page, 'unitSelect')).selectOption({ label: unit });
    },
    query: async (text: string) => {
      await click(page, 'queryDslTab');
      await setText('queryEditor', text);
    },
    run: () => click(page, 'runQueryButton'),
    /** A tab of what a Run brought. */
    tab: (name: string) => page.getByRole('tab', { name }).click(),
    /** As a script: what can be shown as thresholds opens as those. */
    condition: async (text: string) => {
      await click(page, 'conditionScriptTab');
      await setText('conditionEditor', text);
    },
    message: (text: string) => setText('messageEditor', text),
    subject: async (text: string) => (await part(page, 'subjectInput')).fill(text),
    destination: async (name: string) =>
      void (await (await part(page, 'destinationSelect')).selectOption({ label: name })),
    /** What is shown as what will be sent, to the letter. */
    preview: async () => {
      const shown = await part(page, 'messagePreview');
      await shown.getByText('As text').click();
      return {
        subject: await textOf(shown, 'subjectPreview'),
        message: await shown.locator('code').first().textContent(),
      };
    },
    save: () => click(page, 'saveMonitorButton'),
  };
};
