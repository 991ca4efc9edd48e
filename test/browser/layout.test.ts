import type { Locator } from 'playwright-core';
import { logMonitor } from '../support/product';
import { part, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

const LONG = 'Refused payments of the checkout service in production';

let stage: Stage;
let monitorId: string;

beforeAll(async () => {
  stage = await openStage();
  const { app, cluster } = stage;
  const monitor = logMonitor(cluster.uniqueName('logs'), undefined, { name: LONG });
  monitorId = (await app.addMonitor(monitor)).id;
});
afterAll(() => stage?.close());

const boxOf = async (found: Locator) => {
  const box = await found.boundingBox();
  if (!box) throw new Error('It is not shown.');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
};

it('keeps the pager of a wide table in view while the table scrolls to the side', async () => {
  await stage.inPage(
    async (page) => {
      await page.goto(new URL('/app/watchkeeper_monitors', page.url()).href);
      const table = (await part(page, 'monitorsTable')).locator('table');
      await settled(page);
      const place = table.locator('xpath=..');
      expect(await place.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeGreaterThan(0);
      const pager = await part(page, 'tablePaginationPopoverButton');
      const before = await boxOf(pager);
      await place.evaluate((it) => it.scrollTo({ left: 10_000 }));
      expect(await boxOf(pager)).toEqual(before);
      expect((await boxOf(page.getByTestId('pagination-button-0'))).right).toBeLessThan(1024);
    },
    { width: 1024 }
  );
});

it('keeps title and buttons of a monitor in one line at 1280 pixels', async () => {
  await stage.inPage(
    async (page) => {
      await page.goto(new URL(`/app/watchkeeper_monitors/${monitorId}`, page.url()).href);
      const edit = await part(page, 'editMonitorButton');
      await settled(page);
      const title = await boxOf(page.getByRole('heading', { level: 1 }));
      const [first, last] = [await boxOf(await part(page, 'versionsButton')), await boxOf(edit)];
      expect(first.y).toBe(last.y);
      expect(first.x).toBeGreaterThan(title.x);
      expect(first.y).toBeLessThan(title.bottom);
      expect(last.right).toBeGreaterThan(1200);
    },
    { width: 1280 }
  );
});

it('gives the buttons of a list no line of their own at 1024 pixels', async () => {
  await stage.inPage(
    async (page) => {
      await page.goto(new URL('/app/watchkeeper_monitors', page.url()).href);
      const button = await part(page, 'createMonitorButton');
      await settled(page);
      const title = await boxOf(page.getByRole('heading', { level: 1 }));
      expect((await boxOf(button)).y).toBeLessThan(title.bottom);
    },
    { width: 1024 }
  );
});
