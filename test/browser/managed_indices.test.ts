import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startIsmServer } from '../../server/lifecycle/testing/ism_server';
import type { IsmServer } from '../../server/lifecycle/testing/ism_server';
import { recordedText } from '../fixtures/ism/recordings';
import { testCluster } from '../support/cluster';
import { findings } from './axe';
import { click, part, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.MANAGED_PICTURES;

const HISTORY = '.opendistro-ism-managed-index-history-2026.11.21-1';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const picture = async (page: Page, name: string, fullPage = false): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage });
};

let stage: Stage;
let server: IsmServer;
let failing: string;
let waiting: string;

const SEED = (JSON.parse(recordedText('seed_policy.json')) as { policy: { states: object[] } })
  .policy;

/** A step of an action, as the engine tells of it. */
const stepOf = (name: string, action: object, step: object, message: string) => ({
  state: { name, start_time: Date.now() - 2 * DAY },
  action: {
    index: 0,
    start_time: Date.now() - HOUR,
    failed: false,
    consumed_retries: 0,
    ...action,
  },
  step: { start_time: Date.now() - HOUR, ...step },
  info: { message },
});

const FAILED = stepOf(
  'hot',
  { name: 'rollover', failed: true, consumed_retries: 3 },
  { name: 'attempt_rollover', step_status: 'failed' },
  'Missing rollover_alias index setting'
);
const WAITS = stepOf(
  'warm',
  { name: 'transition', index: -1 },
  { name: 'attempt_transition_step', step_status: 'condition_not_met' },
  'Evaluating transition conditions'
);

const age = (days: number) => ({ index_creation_date: Date.now() - days * DAY });

const manageMany = ({ ism }: IsmServer): void => {
  const cwl = { policy_id: 'cwl', policy_seq_no: 1 };
  for (let n = 0; n < 300; n++) {
    const name = `logstash-logs-app-${new Date(Date.now() - n * DAY).toISOString().slice(0, 10)}`;
    ism.manage(name, 'explain-in-hot', { ...cwl, ...WAITS, ...age(n % 15) });
  }
  for (let n = 0; n < 14; n++) {
    ism.manage(`cwl-dev-${n}`, 'explain-failed', { ...cwl, ...FAILED, ...age(n) });
  }
  ism.manage('snap-1', 'explain-failed', {
    ...{ ...cwl, ...age(3) },
    ...stepOf(
      'hot',
      { name: 'rollover', consumed_retries: 1, last_retry_time: Date.now() },
      { name: 'attempt_rollover', step_status: 'failed' },
      'Missing alias or not the write index when rollover [index=snap-1]'
    ),
  });
  ism.manage('app-000001', 'explain-rollover-condition-not-met', { ...cwl, ...age(12) });
  ism.manage('app-000002', 'explain-attached-by-template', cwl);
  ism.manage('app-000003', 'explain-initialized', { ...cwl, policy_seq_no: 0, ...age(1) });
  ism.manage('app-000004', 'explain-step-None-None-None', { ...cwl, ...age(1) });
  ism.manage('done-1', 'explain-in-hot', {
    ...{ ...cwl, ...age(40), policy_completed: true, enabled: false },
    ...{ state: undefined, action: undefined, step: undefined },
  });
};

/** As `IndexStateManagementHistory` of index-management writes them, into the index that it writes them to. */
const writeHistory = async (index: string, uuid: string): Promise<void> => {
  const { cluster } = stage;
  await cluster.request('PUT', `/${HISTORY}`, {
    mappings: {
      properties: {
        managed_index_meta_data: {
          properties: {
            index_uuid: { type: 'keyword' },
            history_timestamp: { type: 'date', format: 'strict_date_time||epoch_millis' },
          },
        },
      },
    },
  });
  const start = Date.now() - 3 * DAY;
  const metadata = (at: number, changes: object) => ({
    managed_index_meta_data: {
      ...{ index, index_uuid: uuid, policy_id: 'cwl', policy_seq_no: 1, history_timestamp: at },
      ...{ state: { name: 'hot', start_time: start } },
      ...changes,
    },
  });
  await cluster.index(HISTORY, [
    metadata(start, { info: { message: 'Successfully initialized policy: cwl' } }),
    metadata(start + DAY, {
      transition_to: 'warm',
      step: {
        ...{ name: 'attempt_transition_step', step_status: 'completed' },
        start_time: start + HOUR,
      },
      info: { message: 'Transitioning to warm' },
    }),
    metadata(start + DAY + HOUR, {
      state: { name: 'warm', start_time: start + DAY },
      action: { name: 'replica_count', start_time: start + DAY, index: 0, failed: false },
      step: {
        ...{ name: 'attempt_set_replica_count', step_status: 'completed' },
        start_time: start + DAY,
      },
      info: { message: 'Successfully set number_of_replicas to 5' },
    }),
  ]);
};

const uuidOf = async (index: string): Promise<string> => {
  const { body } = await stage.cluster.request<
    Record<string, { settings: { index: { uuid: string } } }>
  >('GET', `/${index}/_settings`);
  return body[index].settings.index.uuid;
};

beforeAll(async () => {
  const cluster = await testCluster();
  server = await startIsmServer({ prefix: '/_plugins/_ism', upstream: cluster.url });
  stage = await openStage({ until: 'reads', react: '16', clusterUrl: server.url });
  const policy = { ...SEED, ism_template: [{ index_patterns: ['cwl*'], priority: 100 }] };
  server.ism.policies.set('cwl', { seq_no: 1, policy });
  manageMany(server);
  failing = stage.cluster.uniqueName('cwl-failing');
  waiting = stage.cluster.uniqueName('cwl-waiting');
  for (const index of [failing, waiting]) await stage.cluster.index(index, [{ message: 'one' }]);
  server.ism.manage(failing, 'explain-failed', {
    ...{ policy_id: 'cwl', policy_seq_no: 1, ...FAILED, ...age(2) },
    index_uuid: await uuidOf(failing),
  });
  server.ism.manage(waiting, 'explain-in-hot', {
    ...{ policy_id: 'cwl', policy_seq_no: 0, ...WAITS, ...age(3) },
    ...{ index_uuid: await uuidOf(waiting), policy: { ...policy, description: 'as it was' } },
  });
  await writeHistory(waiting, await uuidOf(waiting));
});

afterAll(async () => {
  await stage?.cluster.request('DELETE', `/${HISTORY}`);
  await stage?.close();
  await server?.close();
});

const open = (page: Page, path = ''): Promise<unknown> =>
  page.goto(`${stage.host.url}/app/watchkeeper_lifecycle/managed${path}`);

it.each(['light', 'dark'] as const)(
  'shows what fails first, why, and what mends it, and tells how an index came where it is (%s)',
  (theme) =>
    stage.inPage(
      async (page) => {
        await open(page, '?per_page=20');
        await says(page, 'managedSummary', '322 managed indices');
        const worst = page.getByTestId('managedRow-failed').first();
        await worst.getByText('No retries left of 3').waitFor();
        await picture(page, `list-${theme}`);
        expect(await findings(page)).toEqual([]);

        await click(page, 'summary-no_rollover_alias');
        await says(page, 'managedShown', '15 shown');
        await click(page, 'selectAllManaged');
        await says(page, 'managedShown', '15 selected');
        await picture(page, `failing-${theme}`);
        await page.getByTestId('managedLink').filter({ hasText: failing }).click();
        await says(page, 'managedVerdict', 'the index does not say by which alias');
        await says(page, 'managedRemedy', 'put the age on the transition');
        await says(page, 'managedAhead', 'Rollover fails');
        await picture(page, `failed-${theme}`, true);
        expect(await findings(page)).toEqual([]);

        await open(page, `/${waiting}`);
        await says(page, 'managedVerdict', 'until it is 15 days old');
        await says(page, 'outdatedSection', 'as it was');
        await says(page, 'historyTable', 'Went on to “warm”');
        await says(page, 'visits', 'hot: 1 day');
        await picture(page, `waiting-${theme}`, true);
        expect(await findings(page)).toEqual([]);
        await page.setViewportSize({ width: 1024, height: 800 });
        await open(page);
        await part(page, 'managedTable');
        await picture(page, `narrow-${theme}`);
        expect(server.faults).toEqual([]);
      },
      { theme }
    )
);
