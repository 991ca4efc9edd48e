import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { createLogIndex, logLine, logMonitor } from '../support/product';
import { click, copyAll, part, paste, says, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

/** Pictures are made on demand, for whoever changes the pages. */
const PICTURES = process.env.TEMPLATE_PICTURES;

const picture = async (page: Page, name: string, mark?: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await settled(page);
  const path = join(PICTURES, `${name}.png`);
  if (mark) await page.getByTestId(mark).first().screenshot({ path });
  else await page.screenshot({ path });
};

const SLACK_MESSAGE = `:rotating_light: *{{ctx.trigger.name}}* in _{{ctx.monitor.name}}_
> \`{{ctx.results.0.hits.total.value}}\` lines, <https://wiki.example.com|what to do>
{{#ctx.results.0.hits.hits}}
- {{_source.message}}
{{/ctx.results.0.hits.hits}}`;

const BAD_MESSAGE = `{{ctx.monitor.nmae}} {{ctx.results.0.hits.total}}
{{#ctx.results.0.hits.hits}}{{_source.nothing_like_it}}{{/ctx.results.0.hits.hits}}`;

describe('the editor of messages', () => {
  let stage: Stage;
  let monitorId: string;
  let writing: NodeJS.Timeout;

  beforeAll(async () => {
    stage = await openStage();
    const { app, cluster, host, receiver } = stage;
    const index = cluster.uniqueName('k8s-logs-templates');
    await createLogIndex(cluster, index);
    const write = () => cluster.index(index, [logLine('payment refused')]);
    await write();
    // In every window there is something to find.
    writing = setInterval(() => void write().catch(() => undefined), 1000);
    const { id: webhookId } = await app.addWebhook(`${receiver.url}/hook`, 'On-call inbox');
    const slack = { type: 'slack', name: 'Operations channel' };
    const secrets = { url: `${receiver.url}/services/T/B/x` };
    const answer = await host.api<{ id: string }>('POST', '/api/watchkeeper/destinations', {
      ...slack,
      secrets,
    });
    const monitor = logMonitor(index, webhookId, {
      enabled: false,
      schedule: { period: { interval: 1, unit: 'MINUTES' } },
    });
    const [{ query_level_trigger: trigger }] = monitor.triggers;
    trigger.actions.unshift({
      id: 'chat',
      name: 'Chat',
      destination_id: answer.body.id,
      message_template: { source: SLACK_MESSAGE },
    });
    ({ id: monitorId } = await app.addMonitor(monitor));
  });
  afterAll(async () => {
    clearInterval(writing);
    await stage?.close();
  });

  const open = async (page: Page): Promise<Locator> => {
    await page.goto(`${stage.host.url}/app/watchkeeper_monitors/${monitorId}/edit`);
    await click(page, 'runQueryButton');
    await says(page, 'runHits', /[1-9]\d* hit/);
    return page.getByTestId('actionCard').first();
  };

  it('shows a message as its receiver will have it, and what a run now would do, by mouse', async () => {
    await stage.inPage(async (page) => {
      const card = await open(page);
      const look = await part(card, 'messageLook-slack');
      await look.locator('strong', { hasText: 'Any error' }).waitFor();
      await look.locator('blockquote code').waitFor();
      expect(await look.getByRole('link').getAttribute('href')).toBe('https://wiki.example.com');
      const request = await part(page, 'messageLook-webhook');
      await request.getByText('POST').waitFor();
      expect(await request.innerText()).not.toContain('/hook');

      await says(page, 'triggerVerdict', 'true');
      await says(page, 'previewHeading', '2 messages');
      await part(page, 'previewDisabled');
      await page.getByRole('button', { name: 'How the alert comes and goes' }).first().click();
      await (await part(page, 'forInput')).fill('2');
      await says(page, 'triggerAlerts', '1 pending');
      await says(page, 'actionSilence', 'has to hold for');
      await picture(page, 'pending-light', 'wholePreview');
      await picture(page, 'card-light', 'actionCard');
      await click(page, 'previewRun-3');
      await says(page, 'triggerAlerts', '1 active');
      await says(page, 'previewHeading', 'Run 3');
      await click(page, 'showMessages');
      await picture(page, 'whole-light', 'wholePreview');
    });
  });

  it('marks what is wrong, mends and completes it, by the keyboard', async () => {
    await stage.inPage(
      async (page) => {
        const card = await open(page);
        const editor = await part(card, 'messageEditor');
        await paste(page, editor, BAD_MESSAGE);
        await says(page, 'templateWarning', 'Did you mean ctx.monitor.name?');
        await says(page, 'templateWarning', 'is a map');
        await says(page, 'templateWarning', 'There is no _source.nothing_like_it');
        await page.locator('.cm-lintRange-warning').first().waitFor();
        await picture(page, 'bad-dark', 'actionCard');
        await card.getByTestId('templateFix').first().focus();
        await page.keyboard.press('Enter');
        await page
          .getByTestId('templateWarning')
          .filter({ hasText: 'Did you mean' })
          .waitFor({ state: 'detached' });
        expect(await copyAll(page, editor)).toContain('{{ctx.monitor.name}} ');

        await page.keyboard.press('Control+A');
        await page.keyboard.type('{{ctx.monitor.na');
        await page.locator('.cm-tooltip-autocomplete [aria-selected=true]').waitFor();
        // The list takes keys a moment after it opens.
        await page.waitForTimeout(300);
        await page.keyboard.press('Enter');
        await page.keyboard.type(' {{#ctx.results.0.hits.hi');
        await page.locator('.cm-tooltip-autocomplete').getByText('hits').first().waitFor();
        await page.waitForTimeout(300);
        await picture(page, 'completion-dark');
        await page.keyboard.press('Enter');
        await page.keyboard.type('{{mess');
        await page.locator('.cm-tooltip-autocomplete').getByText('_source.message').waitFor();
        await page.waitForTimeout(300);
        await page.keyboard.press('Enter');
        expect(await copyAll(page, editor)).toBe(
          '{{ctx.monitor.name}} {{#ctx.results.0.hits.hits}}{{_source.message}}{{/ctx.results.0.hits.hits}}'
        );
        await says(page, 'messageLook-slack', 'payment refused');
        await page.getByTestId('showMessages').first().getByRole('button').first().press('Enter');
        await picture(page, 'whole-dark', 'wholePreview');

        await page.keyboard.press('Control+A');
        await page.keyboard.type('one');
        await page.keyboard.press('Enter');
        await page.keyboard.type('{{#ctx.alert}} two');
        await says(page, 'templateError', /Line 2, column 1/);

        const subject = await part(card, 'subjectInput');
        await subject.click();
        await page.keyboard.type('one');
        await page.keyboard.press('Enter');
        await page.keyboard.type(' line');
        expect(await copyAll(page, subject)).toBe('one line');
      },
      { theme: 'dark' }
    );
  });
});
