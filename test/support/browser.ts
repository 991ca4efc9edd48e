import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as driver } from 'playwright-core';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';

/** Not the package's own list: that one has a single process (closing a page ends it) and no web security. */
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--hide-scrollbars',
];

/** A Chromium that comes with npm. Close it in `afterAll`. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  return driver.launch({
    executablePath,
    args: FLAGS,
    headless: true,
    env: { ...process.env, HOME: join(tmpdir(), 'watchkeeper-browser') },
  });
}

export interface WatchedPage {
  page: Page;
  /** Console errors, uncaught exceptions and refusals by the content policy, in the order they came. */
  problems: string[];
}

/** A page of 1400 by 900 that notes everything that goes wrong in it. */
export async function openPage(browser: Browser): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') problems.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => problems.push(String(error.stack ?? error)));
  return { page, problems };
}
