import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selectors } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { product } from '../support/product';
import type { Product } from '../support/product';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';

// The pages are marked as those of Dashboards are.
selectors.setTestIdAttribute('data-test-subj');

/** Milliseconds that a page gets for one thing; generous, since two cores may be busy. */
export const PATIENCE = 60_000;

/** Where the picture of a failed walk is put. */
const PICTURES = join(tmpdir(), 'watchkeeper-browser-failures');

/** What a walk needs: cluster, host, a receiver that the host may send to, and a browser. */
export interface Stage {
  cluster: TestCluster;
  host: TestHost;
  app: Product;
  receiver: Receiver;
  browser: Browser;
  /**
   * Does something in a page of its own. It fails when the page reported a problem on the way: a console error, an
   * exception, a refusal by the content policy. Some are expected: `allowed` matches those.
   */
  inPage(walk: (page: Page) => Promise<void>, options?: PageOptions): Promise<void>;
  close(): Promise<void>;
}

export interface PageOptions {
  /** Of console errors that belong to the walk, such as the browser's note on an answer of 409. */
  allowed?: RegExp;
  theme?: 'light' | 'dark';
  width?: number;
  /** Who is logged in, where the cluster knows users. */
  user?: string;
}

export interface StageSetup {
  react?: '16' | '18';
  /** Default: that of the tests' cluster. */
  clusterUrl?: string;
  config?: Record<string, unknown>;
  /** What is waited for: until monitors run (default), until pages can read, or nothing. */
  until?: 'runs' | 'reads' | 'at_once';
}

async function walkIn(
  { browser, host }: Pick<Stage, 'browser' | 'host'>,
  walk: (page: Page) => Promise<void>,
  { allowed, theme, width, user }: PageOptions
): Promise<void> {
  const { page, problems } = await openPage(browser);
  page.setDefaultTimeout(PATIENCE);
  if (width) await page.setViewportSize({ width, height: 900 });
  if (user) {
    const credentials = Buffer.from(`${user}:secret`).toString('base64');
    await page.setExtraHTTPHeaders({ authorization: `Basic ${credentials}` });
  }
  if (theme) {
    const settings = JSON.stringify({ 'theme:darkMode': theme === 'dark' });
    await page.addInitScript((kept) => {
      // Frames within the page, such as that of a mail, are closed off and have no storage.
      if (window === window.top) localStorage.setItem('watchkeeper.uiSettings', kept);
    }, settings);
  }
  try {
    await page.goto(host.url);
    await walk(page);
  } catch (error) {
    mkdirSync(PICTURES, { recursive: true });
    const path = join(PICTURES, `${Date.now()}.png`);
    await page.screenshot({ path, fullPage: true }).catch(() => undefined);
    throw new Error(`${page.url()} (${path})\n${problems.join('\n')}`, { cause: error });
  } finally {
    await page.context().close();
  }
  expect(problems.filter((problem) => !allowed?.test(problem))).toEqual([]);
}

export async function openStage(setup: StageSetup = {}): Promise<Stage> {
  const { react = '18', clusterUrl, config, until = 'runs' } = setup;
  const cluster = await testCluster();
  const receiver = await startReceiver();
  const host = await startTestHost({
    clusterUrl: clusterUrl ?? cluster.url,
    config: { 'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`], ...config },
    flags: ['--react', react],
  });
  const app = product(host);
  if (until === 'runs') await app.ready();
  if (until === 'reads') await app.readable();
  const browser = await launchBrowser();
  return {
    cluster,
    host,
    app,
    receiver,
    browser,
    inPage: (walk, options = {}) => walkIn({ browser, host }, walk, options),
    close: async () => {
      await browser.close();
      await host.stop();
      await receiver.close();
      await cluster.clean();
    },
  };
}
