import { monitorEditor } from './monitor_editor';
import { click, part, rowOf, says } from './parts';
import type { Sights } from './sights';
import { go } from './stop';
import type { Stop } from './stop';
import { destinationStops } from './tour_destinations';
import { indexStops } from './tour_indices';

export type { Stop } from './stop';

const alerts = ({ alertId }: Sights): Stop[] => [
  {
    name: 'the open alerts',
    dark: true,
    show: async (page) => {
      await go(page, 'watchkeeper_alerts');
      await part(page, 'alertRow');
    },
  },
  {
    name: 'the alerts by trigger',
    dark: true,
    show: async (page) => {
      await go(page, 'watchkeeper_alerts/?view=grouped&state=all');
      await part(page, 'alertGroupRow');
    },
  },
  {
    name: 'the past alerts',
    show: async (page) => {
      await go(page, 'watchkeeper_alerts/?state=past');
      await part(page, 'alertState-deleted');
    },
  },
  {
    name: 'the story of an alert',
    dark: true,
    show: async (page) => {
      await go(page, `watchkeeper_alerts/${encodeURIComponent(alertId)}`);
      await part(page, 'storyMessage');
    },
  },
  {
    name: 'the question before an alert is acknowledged with a comment',
    dark: true,
    show: async (page) => {
      await go(page, `watchkeeper_alerts/${encodeURIComponent(alertId)}`);
      await click(page, 'storyAsk');
      await part(page, 'acknowledgeDialog');
    },
  },
  {
    name: 'no alert that matches',
    show: async (page) => {
      await go(page, 'watchkeeper_alerts/?search=nowhere');
      await part(page, 'clearFilters');
    },
  },
];

const monitors = ({ monitorId, index }: Sights): Stop[] => [
  {
    name: 'the monitors',
    dark: true,
    show: async (page) => {
      await go(page, 'watchkeeper_monitors');
      await part(page, 'monitorsTable');
      await part(page, 'monitorState-triggered');
      await part(page, 'monitorState-failing');
    },
  },
  {
    name: 'an import that does not go well',
    show: async (page) => {
      await go(page, 'watchkeeper_monitors');
      await click(page, 'importButton');
      const file = { name: 'nothing.ndjson', mimeType: 'text/plain', buffer: Buffer.from('{ no') };
      await (await part(page, 'importFlyout')).locator('input[type=file]').setInputFiles(file);
      await click(page, 'startImport');
      await part(page, 'importProblem');
    },
  },
  {
    name: 'the versions of a monitor',
    dark: true,
    show: async (page) => {
      await go(page, `watchkeeper_monitors/${monitorId}`);
      await click(page, 'versionsButton');
      await rowOf(page, 'versionsTable', '').waitFor();
    },
  },
  {
    name: 'the question before a monitor is deleted',
    dark: true,
    show: async (page) => {
      await go(page, `watchkeeper_monitors/${monitorId}`);
      await click(page, 'deleteMonitorButton');
      await part(page, 'confirmDialog');
    },
  },
  {
    name: 'a monitor with the details of a run',
    dark: true,
    show: async (page) => {
      await go(page, `watchkeeper_monitors/${monitorId}`);
      const sent = page.getByTestId('delivery-sent');
      const run = page.getByTestId('runsTable').locator('tbody tr').filter({ has: sent }).first();
      await run.getByTestId('runDetailsButton').click();
      await part(page, 'runDetails');
      await page.locator('[aria-controls=monitorQuery]').first().click();
    },
  },
  {
    name: 'a new monitor',
    show: async (page) => {
      await go(page, 'watchkeeper_monitors/create');
      await part(page, 'queryBuilder');
    },
  },
  {
    name: 'a new monitor by cron',
    show: async (page) => {
      await go(page, 'watchkeeper_monitors/create');
      const frequencies = await part(page, 'frequencySelect');
      const texts = await frequencies.locator('option').allInnerTexts();
      for (const label of texts) await frequencies.selectOption({ label });
      await part(page, 'cronInput');
    },
  },
  {
    name: 'a new monitor with errors',
    dark: true,
    show: async (page) => {
      await go(page, 'watchkeeper_monitors/create');
      await monitorEditor(page).query('{ "query": nothing }');
      await part(page, 'queryLint');
      await monitorEditor(page).condition('ctx.results[0');
      await click(page, 'addActionButton');
      await monitorEditor(page).message('{{#open}}');
      await monitorEditor(page).save();
      await says(page, 'saveBarText', /\d/);
    },
  },
  {
    name: 'a monitor that is edited, after a Run',
    dark: true,
    show: async (page) => {
      await go(page, `watchkeeper_monitors/${monitorId}/edit`);
      await monitorEditor(page).run();
      await part(page, 'runHits');
      await part(page, 'messagePreview');
      await click(page, 'sendTestButton');
      await part(page, 'testAnswer');
    },
  },
  {
    name: 'the suggested indices',
    show: async (page) => {
      await go(page, 'watchkeeper_monitors/create');
      await monitorEditor(page).suggestions('k8s', index);
    },
  },
  {
    name: 'a query that the cluster refuses',
    show: async (page) => {
      await go(page, `watchkeeper_monitors/${monitorId}/edit`);
      await monitorEditor(page).query('{ "query": { "mach_all": {} } }');
      await monitorEditor(page).run();
      await part(page, 'runError');
    },
  },
];

const overview = (): Stop[] => [
  {
    name: 'the overview',
    dark: true,
    show: async (page) => {
      await go(page, 'watchkeeper_overview');
      await part(page, 'newestAlerts');
    },
  },
  {
    name: 'the scheduler',
    dark: true,
    show: async (page) => {
      await go(page, 'watchkeeper_overview/scheduler');
      await rowOf(page, 'instancesTable', '').waitFor();
    },
  },
  {
    name: 'the audit',
    dark: true,
    show: async (page) => {
      await go(page, 'watchkeeper_overview/audit');
      await rowOf(page, 'auditTable', '').first().waitFor();
    },
  },
  {
    name: 'an audit without a match',
    show: async (page) => {
      await go(page, 'watchkeeper_overview/audit?search=nowhere');
      await part(page, 'clearFilters');
    },
  },
];

const dead = (): Stop[] => [
  {
    name: 'an app that is not there',
    show: async (page) => {
      await go(page, 'watchkeeper_nothing');
      await part(page, 'appNotFoundPageContent');
    },
  },
  ...[
    'watchkeeper_monitors/none',
    'watchkeeper_monitors/none/edit',
    'watchkeeper_destinations/none',
  ].map((path): Stop => ({
    name: `what is not there, at ${path}`,
    show: async (page) => {
      await go(page, path);
      await part(page, 'errorState');
    },
  })),
  {
    name: 'an alert that is not there',
    show: async (page) => {
      await go(page, 'watchkeeper_alerts/none');
      await (await part(page, 'alertFlyout')).getByTestId('errorState').waitFor();
    },
  },
  {
    name: 'the help menu',
    dark: true,
    show: async (page) => {
      await go(page, 'watchkeeper_alerts');
      await part(page, 'alertsTable');
      await click(page, 'helpMenuButton');
      await page.getByRole('dialog').first().waitFor();
    },
  },
];

/** Every page of a furnished stage, in each of its states. */
export const tourOf = (sights: Sights): Stop[] => [
  ...alerts(sights),
  ...monitors(sights),
  ...destinationStops(sights),
  ...indexStops(sights),
  ...overview(),
  ...dead(),
];

/** Every page of an empty stage. */
export const EMPTY_TOUR: Stop[] = ['overview', 'alerts', 'monitors', 'destinations'].map(
  (room) => ({
    name: `no ${room}`,
    show: async (page) => {
      await go(page, `watchkeeper_${room}`);
      await part(page, 'emptyState');
    },
  })
);
