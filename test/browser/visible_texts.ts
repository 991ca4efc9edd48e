import type { Page } from 'playwright-core';

/** Parts of a page that show what somebody wrote, and not what the page says. */
const DATA = 'code, pre, kbd, time, .cm-editor, script, style, osd-injected-metadata';

const ATTRIBUTES = ['aria-label', 'aria-roledescription', 'placeholder', 'title', 'alt'];

/** Everything that a person can read, see on a field, or be told by a screen reader, apart from code and instants. */
export const visibleTexts = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ data, attributes }) => {
      const found = new Set<string>();
      const isShown = (element: Element): boolean =>
        element.getClientRects().length > 0 && !element.closest(data);
      const note = (text: string | null): void => {
        if (text?.trim()) found.add(text.trim().replace(/\s+/g, ' '));
      };
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { parentElement, nodeValue } = texts.currentNode;
        if (parentElement && isShown(parentElement)) note(nodeValue);
      }
      for (const element of document.body.querySelectorAll('*')) {
        if (isShown(element)) attributes.forEach((name) => note(element.getAttribute(name)));
      }
      note(document.title);
      return [...found];
    },
    { data: DATA, attributes: ATTRIBUTES }
  );
