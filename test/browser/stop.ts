import type { Page } from 'playwright-core';

/** One thing that a user can have before them. */
export interface Stop {
  name: string;
  /** Worth a look in the dark theme, too: other stops show nothing that these do not. */
  dark?: boolean;
  /** It shows sentences that are English in every language, as docs/limits.md says. */
  isEnglish?: boolean;
  show(page: Page): Promise<void>;
}

/** To a page of the host, by its path below `/app/`. */
export const go = (page: Page, path: string): Promise<unknown> =>
  page.goto(new URL(`/app/${path}`, page.url()).href);
