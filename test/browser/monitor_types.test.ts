import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createLogIndex, logLine } from '../support/product';
import { monitorEditor } from './monitor_editor';
import { click, openRoom, part, rowOf, says, settled, textOf } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures of every form and page are made on demand, for whoever changes them. */
const PICTURES = process.env.MONITOR_TYPE_PICTURES;

/** What the browser writes to the console when the server refuses, as it should. */
const REFUSED = /the server responded with a status of 4\d\d/;

/** The first monitor, on which the composite one rests. */
const ERRORS = 'Errors in the shop';

const picture = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

const begin = async (page: Page, type: string, name: string): Promise<void> => {
  await openRoom(page, 'Monitors');
  await click(page, 'createMonitorButton');
  await page.locator(`label[for=monitorType-${type}]`).click();
  const form = monitorEditor(page);
  await form.name(name);
  await form.every(3, 'seconds');
};

/** Unfolds a part of the form. */
const unfold = (page: Page, title: string): Promise<void> =>
  page.getByRole('button', { name: title }).first().click();

/** Runs the draft, and waits for what came of it. */
const dryRun = async (page: Page): Promise<void> => {
  await monitorEditor(page).run();
  await page.getByTestId('dryWindow').waitFor();
};

const save = async (page: Page, name: string): Promise<void> => {
  await monitorEditor(page).save();
  await page.getByRole('heading', { level: 1, name }).waitFor();
};

describe.each(['18', '16'] as const)('a monitor of each type, on React %s', (react) => {
  let stage: Stage;
  let index: string;
  let writing: NodeJS.Timeout;

  beforeAll(async () => {
    stage = await openStage({ react });
    index = stage.cluster.uniqueName('k8s-logs-types');
    await createLogIndex(stage.cluster, index);
    const write = () => stage.cluster.index(index, [logLine('payment refused')]);
    await write();
    // In every window there is something to find.
    writing = setInterval(() => void write().catch(() => undefined), 1000);
  });
  afterAll(async () => {
    clearInterval(writing);
    await stage?.close();
  });

  /** The monitor that was just saved runs, and what it found is in its log. */
  async function seesRun(page: Page, said: RegExp): Promise<void> {
    const row = rowOf(page, 'runsTable', said);
    await row.getByTestId('outcome-triggered').waitFor({ timeout: 90_000 });
    await row.getByTestId('runDetailsButton').click();
    await part(page, 'runDetails');
  }

  const walk = (look: (page: Page) => Promise<void>) => stage.inPage(look, { allowed: REFUSED });

  it('query-level, with tags, an owner and policies, which its page and the list show', async () => {
    await walk(async (page) => {
      await begin(page, 'query_level_monitor', ERRORS);
      await monitorEditor(page).index(index);
      await unfold(page, 'How the alert comes and goes');
      await (await part(page, 'keepFiringInput')).fill('2');
      await unfold(page, 'Tags, owner, runbook, labels');
      await (await part(page, 'ownerInput')).fill('shop-team');
      const tags = page.getByTestId('tagsInput').getByTestId('comboBoxSearchInput');
      await tags.fill('checkout');
      await tags.press('Enter');
      await (await part(page, 'runbookInput')).fill('https://wiki.example.com/shop');
      await unfold(page, 'Late data, missed runs and errors');
      await (await part(page, 'catchUpSelect')).selectOption('coalesce');
      await (await part(page, 'queryDelayInput')).fill('1');
      await picture(page, `${react}-query-form`);
      await save(page, ERRORS);
      await says(page, 'policySentence', 'Stays active for 2 minutes');
      await says(page, 'monitorFact-owner', 'shop-team');
      await says(page, 'monitorFact-catchUp', 'Look at all of them in one run');
      await seesRun(page, /true/);
      await picture(page, `${react}-query-page`);
      await openRoom(page, 'Monitors');
      await (await part(page, 'monitorsSearch')).fill('checkout');
      await rowOf(page, 'monitorsTable', ERRORS).getByText('shop-team').waitFor();
    });
  });

  it('bucket-level, whose groups are seen before it is saved and in its runs', async () => {
    await walk(async (page) => {
      await begin(page, 'bucket_level_monitor', 'Errors by container');
      await monitorEditor(page).index(index);
      await dryRun(page);
      await says(rowOf(page, 'groupsTable', 'checkout'), 'groupTriggered', 'true');
      await picture(page, `${react}-bucket-form`);
      await save(page, 'Errors by container');
      await seesRun(page, /1 of 1 group/);
      await picture(page, `${react}-bucket-page`);
    });
  });

  it('document-level, whose findings are alerts of their own', async () => {
    await walk(async (page) => {
      await begin(page, 'doc_level_monitor', 'Refused payments');
      await monitorEditor(page).index(index);
      await (await part(page, 'docQueryInput')).fill('message:refused');
      await dryRun(page);
      await part(page, 'triggerGroups');
      await picture(page, `${react}-document-form`);
      await save(page, 'Refused payments');
      await says(page, 'docQueriesTable', 'message:refused');
      await seesRun(page, /group/);
      await picture(page, `${react}-document-page`);
    });
  });

  it('of cluster metrics, whose condition is worked out as it is typed', async () => {
    await walk(async (page) => {
      await begin(page, 'cluster_metrics_monitor', 'Nodes');
      await monitorEditor(page).condition('ctx.results[0].number_of_nodes >= 1');
      await dryRun(page);
      await says(page, 'conditionValue', 'true');
      await page.getByRole('tab', { name: 'Result' }).click();
      await picture(page, `${react}-cluster-form`);
      await save(page, 'Nodes');
      await says(page, 'clusterCall', 'GET /_cluster/health');
      await seesRun(page, /true/);
    });
  });

  it('composite, of a monitor that is chosen by its name', async () => {
    await walk(async (page) => {
      await begin(page, 'composite_monitor', 'Shop in trouble');
      const search = page.getByTestId('addDelegateComboBox').getByTestId('comboBoxSearchInput');
      await search.fill(ERRORS);
      await page.getByRole('option', { name: ERRORS }).click();
      await says(page, 'chosenMonitor', ERRORS);
      await click(page, 'insertTermButton');
      await says(page, 'expressionInNames', ERRORS);
      await dryRun(page);
      await part(page, 'triggerGroups');
      await picture(page, `${react}-composite-form`);
      await save(page, 'Shop in trouble');
      await says(page, 'delegates', ERRORS);
      await seesRun(page, /Monitors have alerts/);
      await picture(page, `${react}-composite-page`);
    });
  });

  it('in PPL, of which a cluster without PPL says that it cannot run', async () => {
    await walk(async (page) => {
      await begin(page, 'ppl_monitor', 'Rows');
      await monitorEditor(page).run();
      const reason = page.getByTestId('dryProblem').or(page.getByTestId('runError')).first();
      await reason.waitFor();
      expect(await reason.innerText()).toMatch(/PPL/);
      await picture(page, `${react}-ppl-form`);
      await monitorEditor(page).save();
      expect(await textOf(page, 'saveError')).toMatch(/PPL/);
    });
  });

  it('as JSON, pasted as a whole and shown by the form again', async () => {
    await walk(async (page) => {
      await openRoom(page, 'Monitors');
      await click(page, 'createMonitorButton');
      await click(page, 'definitionTab');
      await part(page, 'definitionEditor');
      await picture(page, `${react}-definition`);
      await click(page, 'formTab');
      await part(page, 'nameInput');
    });
  });
});
