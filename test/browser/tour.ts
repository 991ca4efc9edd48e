import type { Page } from 'playwright-core';
import { createLogIndex, logLine, logMonitor } from '../support/product';
import { waitFor } from '../support/wait_for';
import { monitorEditor } from './monitor_editor';
import { click, part, rowOf, says } from './parts';
import type { Stage } from './stage';

/** One thing that a user can have before them. */
export interface Stop {
  name: string;
  show(page: Page): Promise<void>;
}

/** What the stops of the tour show. */
export interface Sights {
  monitorId: string;
  destinationId: string;
  alertId: string;
  index: string;
}

/** Fills a stage: monitors of every state, an open alert and a past one, destinations of both kinds. */
export async function furnish({ app, cluster, host, receiver }: Stage): Promise<Sights> {
  const index = cluster.uniqueName('k8s-logs');
  await createLogIndex(cluster, index);
  const { id: destinationId } = await app.addWebhook(`${receiver.url}/hook`, 'On-call inbox');
  const slack = { type: 'slack', name: 'Operations channel' };
  const secrets = { url: `${receiver.url}/services/T/B/x` };
  await host.api('POST', '/api/watchkeeper/destinations', { ...slack, secrets });

  const always = logMonitor(index, destinationId);
  always.triggers[0].query_level_trigger.condition.script.source = 'true';
  const { id: monitorId } = await app.addMonitor(always);
  await cluster.index(index, [logLine('payment refused'), logLine('cart lost')]);
  const gone = await app.addMonitor({ ...always, name: 'Let go' });
  await app.addMonitor({
    ...logMonitor(index, undefined, { name: 'Asleep', enabled: false }),
  });
  const failing = logMonitor(index, undefined, { name: 'Failing' });
  failing.triggers[0].query_level_trigger.condition.script.source =
    'ctx.results[0].nothing.here > 0';
  await app.addMonitor(failing);
  await host.api('POST', '/api/saved_objects/watchkeeper-monitor', {
    attributes: { ...always, name: undefined, title: 'Written past the page' },
  });

  const [alert] = await waitFor('the alerts', async () => {
    const found = await app.alerts('state=open');
    const ours = found.filter(({ monitor_id: id }) => id === monitorId);
    const others = found.filter(({ monitor_id: id }) => id === gone.id);
    return ours.length > 0 && others.length > 0 && ours;
  });
  await app.remove(gone.id);
  await waitFor('a run that sent', async () =>
    (await app.runs(monitorId)).some(({ messages }) => messages[0]?.status === 'sent')
  );
  return { monitorId, destinationId, alertId: alert.id, index };
}

const go = (page: Page, path: string): Promise<unknown> =>
  page.goto(new URL(`/app/${path}`, page.url()).href);

const alerts = ({ alertId }: Sights): Stop[] => [
  {
    name: 'the open alerts',
    show: async (page) => {
      await go(page, 'watchkeeper_alerts');
      await part(page, 'alertRow');
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
    show: async (page) => {
      await go(page, `watchkeeper_alerts/${encodeURIComponent(alertId)}`);
      await part(page, 'storyMessage');
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
    show: async (page) => {
      await go(page, 'watchkeeper_monitors');
      await part(page, 'monitorsTable');
      await part(page, 'monitorState-triggered');
      await part(page, 'monitorState-failing');
    },
  },
  {
    name: 'the question before a monitor is deleted',
    show: async (page) => {
      await go(page, `watchkeeper_monitors/${monitorId}`);
      await click(page, 'deleteMonitorButton');
      await part(page, 'confirmDialog');
    },
  },
  {
    name: 'a monitor with the details of a run',
    show: async (page) => {
      await go(page, `watchkeeper_monitors/${monitorId}`);
      await rowOf(page, 'runsTable', 'Sent').getByTestId('runDetailsButton').click();
      await part(page, 'runDetails');
      await page.getByRole('button', { name: 'Query', exact: true }).click();
    },
  },
  {
    name: 'a new monitor',
    show: async (page) => {
      await go(page, 'watchkeeper_monitors/create');
      await part(page, 'queryEditor');
    },
  },
  {
    name: 'a new monitor with errors',
    show: async (page) => {
      await go(page, 'watchkeeper_monitors/create');
      await monitorEditor(page).query('{ "query": nothing }');
      await part(page, 'queryLint');
      await monitorEditor(page).condition('ctx.results[0');
      await click(page, 'addActionButton');
      await monitorEditor(page).message('{{#open}}');
      await monitorEditor(page).save();
      await says(page, 'saveBarText', 'attention');
    },
  },
  {
    name: 'a monitor that is edited, after a Run',
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

const destinations = ({ destinationId }: Sights): Stop[] => [
  {
    name: 'the destinations',
    show: async (page) => {
      await go(page, 'watchkeeper_destinations');
      await part(page, 'destinationLink');
    },
  },
  {
    name: 'who uses a destination',
    show: async (page) => {
      await go(page, 'watchkeeper_destinations');
      await click(page, 'usedBy');
      await page.getByText(/monitors? sends? to it/).waitFor();
    },
  },
  {
    name: 'a test message',
    show: async (page) => {
      await go(page, 'watchkeeper_destinations');
      await rowOf(page, 'destinationsTable', 'On-call inbox').getByTestId('testAction').click();
      await part(page, 'testAccepted');
    },
  },
  {
    name: 'a new Slack destination with errors',
    show: async (page) => {
      await go(page, 'watchkeeper_destinations/create');
      await click(page, 'saveDestination');
      await page.getByText('A name is required.').waitFor();
    },
  },
  {
    name: 'a new webhook with a header',
    show: async (page) => {
      await go(page, 'watchkeeper_destinations/create');
      await click(page, 'destinationType');
      await click(page, 'destinationType-webhook');
      await click(page, 'addHeader');
      await part(page, 'headerValue');
      await part(page, 'bodyTemplate');
    },
  },
  {
    name: 'a stored webhook',
    show: async (page) => {
      await go(page, `watchkeeper_destinations/${destinationId}`);
      await part(page, 'destinationUrl');
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
  ...destinations(sights),
  ...dead(),
];

/** Every page of an empty stage. */
export const EMPTY_TOUR: Stop[] = ['alerts', 'monitors', 'destinations'].map((room) => ({
  name: `no ${room}`,
  show: async (page) => {
    await go(page, `watchkeeper_${room}`);
    await part(page, 'emptyState');
  },
}));
