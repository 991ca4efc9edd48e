import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Alert } from '../../common/alerts/alert';
import { indexFor } from '../../server/cluster/own_indices';
import { logLine } from '../support/product';
import { waitFor } from '../support/wait_for';
import { findings } from './axe';
import { click, openRoom, part, says, settled, textOf } from './parts';
import { furnish } from './sights';
import type { Sights } from './sights';
import { openStage } from './stage';
import type { PageOptions, Stage } from './stage';

/** Pictures of the pages are made on demand, for whoever changes them. */
const PICTURES = process.env.ALERT_PAGE_PICTURES;

const MINUTE = 60_000;
/** Of monitors whose alerts are all that is left, the browser writes that they are not there. */
const GONE: PageOptions = { allowed: /status of 404/ };
const LOOKS: Array<[string, PageOptions]> = [
  ['light', { theme: 'light', width: 1024 }],
  ['dark', { theme: 'dark', width: 1400 }],
];

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

const go = (page: Page, path: string): Promise<unknown> =>
  page.goto(new URL(`/app/${path}`, page.url()).href);

const PAST = 400;

/** What two days have left behind. */
const pastAlert = (i: number, now: number): Alert => {
  const start = now - (i % 48) * 60 * MINUTE - i * 1000;
  return {
    ...{ id: `past.${i}.0`, monitor_id: `past${i % 3}`, monitor_name: `Shop ${i % 3}`, rev: 1 },
    ...{ trigger_id: 't', trigger_name: 'Slow answers', state: 'completed', last_seen: start },
    severity: (['1', '2', '3', '4', '5'] as const)[i % 5],
    ...{ start_time: start, end_time: start + (5 + (i % 7) * 20) * MINUTE },
    ...{ tags: ['shop'], owner: 'web' },
  };
};

const writePast = async ({ cluster }: Stage): Promise<void> => {
  const now = Date.now();
  const lines = Array.from({ length: PAST }, (_, i) => {
    const alert = pastAlert(i, now);
    const index = { _index: indexFor('alerts', alert.start_time), _id: alert.id };
    return `${JSON.stringify({ index })}\n${JSON.stringify(alert)}\n`;
  });
  await cluster.request('POST', '/_bulk?refresh=true', lines.join(''));
};

const docMonitor = (index: string) => ({
  ...{ name: 'Failed logins', enabled: true, monitor_type: 'doc_level_monitor' },
  schedule: { period: { interval: 3, unit: 'SECONDS' } },
  inputs: [
    {
      doc_level_input: {
        indices: [index],
        queries: [{ id: 'q1', name: 'Any error', query: 'level:ERROR', tags: ['shop'] }],
      },
    },
  ],
  triggers: [
    {
      document_level_trigger: {
        ...{ id: 'd1', name: 'An error', severity: '2', actions: [] },
        condition: { script: { source: 'query[name=Any error]', lang: 'painless' } },
      },
    },
  ],
});

const addDocMonitor = async ({ app, cluster }: Stage, index: string): Promise<string> => {
  const { status, body } = await app.tryAddMonitor(docMonitor(index));
  if (status >= 300) throw new Error(JSON.stringify(body));
  await waitFor('a first run', async () => (await app.runs(body.id)).length > 0);
  await cluster.index(index, [logLine('login failed'), logLine('login failed again')]);
  await waitFor(
    'the alerts of the documents',
    async () => (await app.alerts(`state=open&monitor_id=${body.id}`)).length > 0
  );
  return body.id;
};

describe('the pages of alerts', () => {
  let stage: Stage;
  let sights: Sights;
  let docMonitorId: string;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  it('lead from nothing to a first monitor', async () => {
    await stage.inPage(async (page) => {
      await go(page, 'watchkeeper_overview');
      await part(page, 'emptyState');
      await picture(page, 'overview_empty');
      await go(page, 'watchkeeper_alerts');
      await part(page, 'emptyState');
      await picture(page, 'alerts_empty');
      await go(page, 'watchkeeper_overview');
      await click(page, 'createMonitor');
      await page.waitForURL(/watchkeeper_monitors\/create/);
    });
  });

  it('show what is behind the numbers, by mouse and by keyboard', async () => {
    sights = await furnish(stage);
    docMonitorId = await addDocMonitor(stage, sights.index);
    await writePast(stage);
    await stage.inPage(async (page) => {
      await openRoom(page, 'Overview');
      await says(page, 'failingMonitors', 'Failing');
      const firing = Number(await textOf(page, 'firing-1Link'));
      await (await part(page, 'firing-1Link')).press('Enter');
      await page.waitForURL(/severity=1/);
      await waitFor(
        'as many rows',
        async () => (await page.getByTestId('alertRow').count()) === firing
      );

      await go(page, 'watchkeeper_alerts/?state=past&view=grouped');
      await page.getByTestId('alertGroupLink').filter({ hasText: 'Slow answers' }).first().click();
      await page.waitForURL(/monitor_id=past/);
      await part(page, 'alertsTable');
      await (await part(page, 'alertsOwnerFilter')).selectOption('web');
      await (await part(page, 'timeRange')).selectOption('now-24h');
      await page.waitForURL(/owner=web/);
      const download = page.waitForEvent('download');
      await click(page, 'exportAlerts');
      expect((await download).suggestedFilename()).toBe('alerts.csv');
    }, GONE);
  });

  it('explain what a monitor did, from the chart and from the keyboard', async () => {
    await stage.inPage(async (page) => {
      await go(page, `watchkeeper_monitors/${sights.monitorId}?from=now-1h`);
      await says(page, 'stateLegend', /Not created yet/);
      await says(page, 'stateLegend', /Active/);
      await part(page, 'metricChart');
      await says(page, 'monitorFact-lastTold', 'On-call inbox');
      const [run] = (await stage.app.runs(sights.monitorId)).filter(
        ({ outcome }) => outcome === 'triggered'
      );
      await go(page, `watchkeeper_monitors/${sights.monitorId}?at=${run.window.start}`);
      await part(page, 'verdict-fired');
      await says(page, 'explanation-judged', 'Any error');
      await (await part(page, 'runSearchInstant')).fill('2026-01-01T03:10:00');
      await page.keyboard.press('Enter');
      await says(page, 'verdict-did_not_run', 'had not been created yet');
    });
  });

  it('show what is behind an alert: the documents of its window, and those that were found', async () => {
    await stage.inPage(async (page) => {
      await go(page, `watchkeeper_alerts/${encodeURIComponent(sights.alertId)}`);
      await click(page, 'showEvidence');
      await part(page, 'evidenceCaption');
      const [found] = await stage.app.alerts(`state=open&monitor_id=${docMonitorId}`);
      await go(page, `watchkeeper_alerts/${encodeURIComponent(found.id)}`);
      await click(page, 'showEvidence');
      await says(page, 'alertFinding', /login failed/);
      await go(page, `watchkeeper_monitors/${docMonitorId}`);
      const panel = await part(page, 'findingsPanel');
      await panel.getByTestId('findingDetailsButton').first().click();
      await says(panel, 'findingDocuments', /login failed/);
    });
  });

  it.each(LOOKS)(
    'bear a look in %s, with nothing that axe calls serious',
    async (look, options) => {
      const { monitorId, alertId } = sights;
      const stops: Array<[string, string, string]> = [
        ['overview', 'watchkeeper_overview', 'newestAlerts'],
        ['alerts', 'watchkeeper_alerts/?state=all&from=now-30d', 'alertRow'],
        ['alerts_grouped', 'watchkeeper_alerts/?state=all&view=grouped', 'alertGroupRow'],
        ['alert', `watchkeeper_alerts/${encodeURIComponent(alertId)}`, 'alertEvidence'],
        [
          'monitor',
          `watchkeeper_monitors/${monitorId}?from=now-1h&at=${Date.now() - MINUTE}`,
          'metricChart',
        ],
        ['monitor_doc', `watchkeeper_monitors/${docMonitorId}`, 'findingsTable'],
      ];
      const wrong: Record<string, string[]> = {};
      await stage.inPage(async (page) => {
        for (const [name, path, mark] of stops) {
          await go(page, path);
          await part(page, mark);
          if (name === 'alert') await click(page, 'showEvidence');
          if (name === 'monitor_doc') await click(page, 'findingDetailsButton');
          const found = await findings(page);
          if (found.length > 0) wrong[name] = found;
          await picture(page, `${name}_${look}`);
        }
      }, options);
      expect(wrong).toEqual({});
    }
  );
});
