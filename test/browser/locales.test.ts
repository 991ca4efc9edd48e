import { hostname } from 'node:os';
import type { Page } from 'playwright-core';
import { part, settled } from './parts';
import { furnish } from './sights';
import { openStage } from './stage';
import type { Stage } from './stage';
import { EMPTY_TOUR, tourOf } from './tour';
import type { Stop } from './tour';
import { visibleTexts } from './visible_texts';

/** What the browser writes to the console about an answer that a stop wants to be a refusal. */
const REFUSALS = /status of 4\d\d/;

/** Names and values that are no language's: those of the stage, units, instants, addresses, ids. */
const DATA: RegExp[] = [
  /Watchkeeper|^Watch$|^keeper$/g,
  /Errors in containers|Any error|Written past the page|Failing|Asleep|Let go|Tell/g,
  /On-call inbox|Operations channel|k8s(-logs[\w*-]*)?|^-logs[\w-]+|nothing\.ndjson/g,
  /[A-Z][a-z]{2} \d+(, \d{4} @)? [\d:]+/g,
  /\d ms|UTC|POST|\{\{[/#]?[\w.]+\}\}|https?:\S+|\b[0-9a-f]{8}\b/g,
  /^true$|(^|: )200 ok$|^ok$|^none\b|^@timestamp$/g,
  // An example of the language that is asked for.
  /^level: \(ERROR or FATAL\) and not host: test\*$/g,
  /- none -/g,
  // Examples of what a field takes.
  /^#operations$|^:rotating_light:$|^-----BEGIN [A-Z ]+-----$/g,
];

/** Texts of the server and of the core, which the page passes on. docs/limits.md tells of them. */
const PASSED_ON: RegExp[] = [
  /^A (name|URL) is required\.$|^Name at least one index\.$|^Choose a destination\.$/,
  /Object value expected after ':'$|"\[" is never closed\.$|Unclosed section "open"\.$/,
  /^Cannot read "?here"? of null/,
  /^unknown query \[mach_all\]/,
  /is not among what the builder shows\.$|^ranks the documents that come along\.$/,
];

/** In the host's components, which have no other language for them. */
const OF_THE_HOST: RegExp[] = [
  /^breadcrumb$|^(Open|Close) list of options$|^Combo box\./,
  /^Chart type:$|^(bar|line) chart$|^series color|Activate to hide series in graph$/,
];

const withoutData = (text: string): string =>
  [...DATA, new RegExp(`^${hostname()}$`)].reduce((rest, data) => rest.replace(data, ''), text);

/** A word of plain letters: the pseudo-locale leaves none in a text that it knows. */
const isPlain = (text: string): boolean =>
  /[A-Za-z]{2}/.test(withoutData(text)) &&
  ![...PASSED_ON, ...OF_THE_HOST].some((known) => known.test(text));

/** The texts at each stop that nobody can translate, each where it was met first. */
async function plainTexts(stage: Stage, stops: Stop[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const seen = new Set<string>();
  await stage.inPage(
    async (page) => {
      for (const { name, show } of stops) {
        await show(page);
        await settled(page);
        const plain = (await visibleTexts(page)).filter((text) => isPlain(text) && !seen.has(text));
        plain.forEach((text) => seen.add(text));
        if (plain.length > 0) found[name] = plain;
      }
    },
    { allowed: REFUSALS }
  );
  return found;
}

const stageIn = (locale: string): Promise<Stage> =>
  openStage({ config: { 'i18n.locale': locale } });

describe('in the pseudo-locale every text is accented', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await stageIn('en-xa');
  });
  afterAll(() => stage?.close());

  it('while there is nothing to show', async () => {
    await stage.inPage(async (page) => {
      await part(page, 'emptyState');
      expect(await page.locator('h1').innerText()).toBe('Àļéŕţš');
    });
    expect(await plainTexts(stage, EMPTY_TOUR)).toEqual({});
  });

  it('on any page, form, dialog and flyout', async () => {
    expect(await plainTexts(stage, tourOf(await furnish(stage)))).toEqual({});
  });
});

interface Words {
  alerts: string;
  monitors: string;
  destinations: string;
  createMonitor: string;
  everyThreeSeconds: string;
  rowsPerPage: string;
}

const KOREAN: Words = {
  alerts: '알림',
  monitors: '모니터',
  destinations: '대상',
  createMonitor: '모니터 생성',
  everyThreeSeconds: '3초마다',
  rowsPerPage: '페이지당 행 수',
};

const CHINESE: Words = {
  alerts: '告警',
  monitors: '监控器',
  destinations: '通知目标',
  createMonitor: '创建监控器',
  everyThreeSeconds: '每 3 秒',
  rowsPerPage: '每页行数',
};

describe.each([
  ['ko', 'ko-KR', KOREAN],
  ['zh-CN', 'zh-CN', CHINESE],
])('in the locale %s', (locale, language, words) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await stageIn(locale);
    await furnish(stage);
  });
  afterAll(() => stage?.close());

  const heading = (page: Page, name: string): Promise<void> =>
    page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

  it('the rooms, their tables and the host speak it', async () => {
    await stage.inPage(async (page) => {
      await heading(page, words.alerts);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      const sidebar = await part(page, 'collapsibleNav');
      for (const room of [words.destinations, words.monitors]) {
        await sidebar.getByRole('link', { name: room, exact: true }).click();
        await heading(page, room);
      }
      const table = await part(page, 'monitorsTable');
      await table.getByText(words.everyThreeSeconds).first().waitFor();
      await page.getByText(words.rowsPerPage).first().waitFor();
    });
  });

  it('the editor speaks it, and no text is wider than its page', async () => {
    await stage.inPage(async (page) => {
      await page.goto(new URL('/app/watchkeeper_monitors/create', page.url()).href);
      await heading(page, words.createMonitor);
      await settled(page);
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
      expect(excess).toBe(0);
    });
  });
});
