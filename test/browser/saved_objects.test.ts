import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { createLogIndex, logMonitor } from '../support/product';
import { linesOf } from '../support/transfer';
import { openStage } from './stage';
import type { Stage } from './stage';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

const openMonitors = async (page: Page): Promise<void> => {
  await page.goto(`${stage.host.url}/app/watchkeeper_monitors`);
  await page.getByTestId('monitorLink').first().waitFor();
};

/** Exports what the list offers, and returns the file. */
const exportFile = async (page: Page): Promise<{ path: string; name: string }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('exportButton').click(),
  ]);
  const name = download.suggestedFilename();
  const path = `${stage.host.dataDir}/${name}`;
  await download.saveAs(path);
  return { path, name };
};

const importFile = async (page: Page, path: string): Promise<void> => {
  await page.getByTestId('importButton').click();
  await page.getByTestId('importFlyout').locator('input[type=file]').setInputFiles(path);
  await page.getByTestId('startImport').click();
};

it('takes a monitor out in a file, and in again over what is there, and back to what it was', async () => {
  const { app, host, cluster, receiver } = stage;
  const index = cluster.uniqueName('walk-logs');
  await createLogIndex(cluster, index);
  const { id: destinationId } = await app.addWebhook(`${receiver.url}/walk`, 'Walk receiver');
  const { id } = await app.addMonitor(logMonitor(index, destinationId, { name: 'Walked' }));

  await stage.inPage(async (page) => {
    await openMonitors(page);
    const { path, name } = await exportFile(page);
    expect(name).toMatch(/^watchkeeper-monitors-\d{4}-\d\d-\d\d\.ndjson$/);
    expect(linesOf(readFileSync(path, 'utf8')).map(({ type }) => type)).toEqual([
      'watchkeeper-destination',
      'watchkeeper-monitor',
      undefined,
    ]);

    const { monitor, version } = await app.monitor(id);
    await app.update(id, version, { ...monitor, name: 'Changed meanwhile' });
    await host.api('DELETE', `/api/watchkeeper/destinations/${destinationId}?force=true`);

    await importFile(page, path);
    await page.getByTestId(`decision-${id}`).selectOption('overwrite');
    await page.getByTestId('confirmImport').click();
    await page.getByText('2 objects were imported').waitFor();
    await page.getByTestId('wantSecrets').getByRole('link', { name: 'Walk receiver' }).waitFor();
    expect(await page.getByTestId('wantAdoption').count()).toBe(0);
    await page.getByTestId('came').getByRole('link', { name: 'Walked' }).click();

    await page.getByTestId('versionsButton').click();
    const rows = page.getByTestId('versionsTable').locator('tbody tr');
    await rows.nth(2).waitFor();
    await page.getByTestId('diffView').getByText('"name": "Changed meanwhile"').waitFor();
    await rows.nth(1).getByTestId('restoreVersion').click();
    await page.getByTestId('confirmDialog').getByText('Restore', { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Changed meanwhile' }).waitFor();
    await rows
      .nth(0)
      .getByText(/^Restored from/)
      .waitFor();
  });
});

it('says of a bad file where it is bad', async () => {
  const { app, cluster } = stage;
  const index = cluster.uniqueName('walk-logs');
  await createLogIndex(cluster, index);
  await app.addMonitor(logMonitor(index, undefined, { name: 'Bystander' }));
  await stage.inPage(async (page) => {
    await openMonitors(page);
    await page.getByTestId('importButton').click();
    const file = { name: 'x.ndjson', mimeType: 'text/plain', buffer: Buffer.from('{"a":1}\n<b>') };
    await page.getByTestId('importFlyout').locator('input[type=file]').setInputFiles(file);
    await page.getByTestId('startImport').click();
    await page
      .getByTestId('importProblem')
      .getByText(/^Line 1 is JSON, but not/)
      .waitFor();
  });
});
