import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startIsmServer } from '../../server/lifecycle/testing/ism_server';
import type { IsmServer } from '../../server/lifecycle/testing/ism_server';
import { testCluster } from '../support/cluster';
import { findings } from './axe';
import { click, part, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.ACTS_PICTURES;

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

/** Deletes what has two documents or more as soon as it looks. */
const FULL = {
  description: 'Deletes what is full',
  default_state: 'hot',
  states: [
    {
      ...{ name: 'hot', actions: [] },
      transitions: [{ state_name: 'gone', conditions: { min_doc_count: 2 } }],
    },
    { name: 'gone', actions: [{ delete: {} }], transitions: [] },
  ],
};
const ROLLING = {
  description: 'Rolls over by size',
  default_state: 'hot',
  states: [
    { name: 'hot', actions: [{ rollover: { min_size: '50gb' } }], transitions: [] },
    { name: 'warm', actions: [], transitions: [] },
  ],
};

const FAILED = {
  policy_id: 'rolling',
  policy_seq_no: 1,
  state: { name: 'hot', start_time: 1 },
  action: { name: 'rollover', index: 0, start_time: 1, failed: true, consumed_retries: 3 },
  step: { name: 'attempt_rollover', step_status: 'failed', start_time: 1 },
  info: { message: 'Missing rollover_alias index setting' },
};

let stage: Stage;
let server: IsmServer;
const made: string[] = [];

const make = async (name: string, documents: number): Promise<void> => {
  made.push(name);
  await stage.cluster.index(
    name,
    Array.from({ length: documents }, (_, n) => ({ n }))
  );
};

beforeAll(async () => {
  const cluster = await testCluster();
  server = await startIsmServer({ prefix: '/_plugins/_ism', upstream: cluster.url });
  stage = await openStage({ until: 'reads', react: '16', clusterUrl: server.url });
  server.ism.policies.set('full', { seq_no: 1, policy: FULL });
  server.ism.policies.set('rolling', { seq_no: 2, policy: ROLLING });
  for (const theme of ['light', 'dark']) {
    for (const [name, documents] of [
      ['few', 1],
      ['full', 3],
      ['fuller', 5],
    ] as const) {
      await make(`acts-${theme}-${name}`, documents);
      server.ism.indices.set(`acts-${theme}-${name}`, null);
    }
    await make(`roll-${theme}-000001`, 1);
    server.ism.manage(`roll-${theme}-000001`, 'explain-failed', FAILED);
    server.ism.manage(`roll-${theme}-daily`, 'explain-failed', {
      ...FAILED,
      info: { message: 'no permissions for [indices:admin/rollover]' },
    });
  }
});

afterAll(async () => {
  for (const name of made) await stage?.cluster.request('DELETE', `/${name}`);
  await stage?.close();
  await server?.close();
});

const open = (page: Page, path: string): Promise<unknown> =>
  page.goto(`${stage.host.url}/app/watchkeeper_lifecycle${path}`);

const managedBy = (index: string): unknown => server.ism.indices.get(index)?.policy_id;

describe.each(['light', 'dark'] as const)('acts on indices (%s)', (theme) => {
  it('applies a policy after a preview, once the number of deletions is typed', () =>
    stage.inPage(
      async (page) => {
        await open(page, `/apply?policy=full&pattern=acts-${theme}-*`);
        await says(page, 'effect-deleted', '2 indices');
        await says(page, 'effect-stays', 'Waits in “hot”');
        await picture(page, `apply-${theme}`);
        expect(await findings(page)).toEqual([]);
        await page.setViewportSize({ width: 1024, height: 800 });
        await picture(page, `apply-narrow-${theme}`);
        const button = await part(page, 'applyConfirm');
        expect(await button.isDisabled()).toBe(true);
        await (await part(page, 'applyTyped')).fill('delete 2 indices');
        await button.click();
        await says(page, 'actOutcome', '3 indices done');
        await picture(page, `applied-${theme}`);
        expect(managedBy(`acts-${theme}-full`)).toBe('full');
        expect(server.faults).toEqual([]);
      },
      { theme }
    ));

  it('repairs a rollover that fails: alias, setting, retry', () =>
    stage.inPage(
      async (page) => {
        const index = `roll-${theme}-000001`;
        await open(page, `/managed?text=roll-${theme}`);
        await click(page, 'selectAllManaged');
        await click(page, 'managedAct-repair');
        await says(page, 'repairManyTable', `Give roll-${theme}-000001 the alias`);
        await says(page, 'leftOut-unknown', 'Left out');
        await picture(page, `repair-many-${theme}`);
        expect(await findings(page)).toEqual([]);
        await click(page, 'repairManyClose');
        await click(page, 'managedAct-retry');
        await says(page, 'retryGroup-no_rollover_alias', '1 misses a rollover alias');
        await picture(page, `retry-${theme}`);

        await open(page, `/managed/${index}`);
        await click(page, 'managedAct-change');
        await says(page, 'changeGroup-stuck-failed', '1');
        await picture(page, `change-${theme}`);
        expect(await findings(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await click(page, 'managedAct-repair');
        await says(page, 'repairSteps', `Give ${index} the alias`);
        await picture(page, `repair-${theme}`);
        expect(await findings(page)).toEqual([]);
        await click(page, 'repairConfirm');
        await says(page, 'repairOutcomes', 'Retry the action that failed');
        expect(await page.getByTestId('step-done').count()).toBe(3);
        await picture(page, `repaired-${theme}`);
        const { body } = await stage.cluster.request<object>('GET', `/_alias/roll-${theme}`);
        expect(body).toEqual({
          [index]: { aliases: { [`roll-${theme}`]: { is_write_index: true } } },
        });
        expect(server.settings).toContainEqual({
          ...{ index, value: `roll-${theme}` },
          name: 'index.plugins.index_state_management.rollover_alias',
        });
        expect(server.faults).toEqual([]);
      },
      { theme }
    ));
});
