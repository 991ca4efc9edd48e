import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { findings } from './axe';
import { monitorEditor } from './monitor_editor';
import { click, openRoom, part, rowOf, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.HEARTBEAT_PICTURES;

const NAME = 'Nightly backup';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage({ react: '16' });
});

afterAll(() => stage?.close());

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

const length = async (page: Page, name: string, interval: number, unit: string): Promise<void> => {
  await (await part(page, `${name}Input`)).fill(String(interval));
  await (await part(page, `${name}Unit`)).selectOption({ label: unit });
};

/** The heartbeat is so, in its panel and not only in the list. */
const isSo = async (page: Page, state: string): Promise<void> => {
  const panel = await part(page, 'heartbeatPanel');
  await panel.getByTestId(`heartbeatState-${state}`).waitFor({ timeout: 90_000 });
};

it('a heartbeat is made, pinged, missed and heard of again', async () => {
  let pinging: NodeJS.Timeout | undefined;
  try {
    await stage.inPage(async (page) => {
      await openRoom(page, 'Monitors');
      await click(page, 'createMonitorButton');
      await page.locator('label[for=monitorType-heartbeat_monitor]').click();
      const form = monitorEditor(page);
      await form.name(NAME);
      await form.every(2, 'seconds');
      await length(page, 'period', 6, 'seconds');
      await length(page, 'grace', 2, 'seconds');
      await says(page, 'liveSentence', 'missing after 8 seconds without one');
      await form.run();
      await says(page, 'conditionValue', 'false');
      await picture(page, 'form');
      await form.save();
      await page.getByRole('heading', { level: 1, name: NAME }).waitFor();

      await isSo(page, 'pending');
      await picture(page, 'page-new');
      await (await part(page, 'makeHeartbeatUrl')).focus();
      await page.keyboard.press('Enter');
      const url = await (await part(page, 'heartbeatUrl')).inputValue();
      await page.getByText('Alertmanager', { exact: true }).click();
      await says(page, 'heartbeatLines', url.split('/').at(-1) ?? '');
      expect(await findings(page, {}, '[data-test-subj=heartbeatPanel]')).toEqual([]);
      await picture(page, 'page-url');

      const ping = async () =>
        (await fetch(url, { method: 'POST', body: 'copied 12 files' })).status;
      expect(await ping()).toBe(200);
      await isSo(page, 'healthy');
      await says(page, 'heartbeatMessage', 'copied 12 files');
      await picture(page, 'page-healthy');

      await isSo(page, 'missing');
      await says(page, 'openAlertsLink', '1 open');
      await picture(page, 'page-missing');
      await openRoom(page, 'Monitors');
      await rowOf(page, 'monitorsTable', NAME).getByTestId('heartbeatState-missing').waitFor();
      await picture(page, 'list-missing');

      expect(await ping()).toBe(200);
      pinging = setInterval(() => void ping().catch(() => undefined), 2500);
      await rowOf(page, 'monitorsTable', NAME).getByTestId('monitorLink').click();
      await isSo(page, 'healthy');
      await says(page, 'pastAlertsLink', '1 past');
      await says(page, 'monitorFact-silence', /second/);
      await part(page, 'pingGap');
      await picture(page, 'page-recovered');
    });
  } finally {
    clearInterval(pinging);
  }
});

it('looks as it should in the dark, and Watchkeeper pings others by a destination', async () => {
  await stage.inPage(
    async (page) => {
      await openRoom(page, 'Monitors');
      await rowOf(page, 'monitorsTable', NAME).getByTestId('monitorLink').click();
      await part(page, 'pingStrip');
      await click(page, 'howToPing');
      expect(await findings(page, {}, '[data-test-subj=heartbeatPanel]')).toEqual([]);
      await picture(page, 'page-dark');
      await openRoom(page, 'Destinations');
      // While the list loads, the button stands elsewhere.
      await settled(page);
      await click(page, 'createDestination');
      await click(page, 'destinationType');
      await click(page, 'destinationType-heartbeat');
      await part(page, 'destinationName');
      await picture(page, 'destination-dark');
    },
    { theme: 'dark', width: 1024 }
  );
});
