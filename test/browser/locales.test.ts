import type { Page } from 'playwright-core';
import { createLogIndex, logMonitor } from '../support/product';
import { part, settled } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

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
    stage = await openStage({ config: { 'i18n.locale': locale } });
    const index = stage.cluster.uniqueName('k8s-logs');
    await createLogIndex(stage.cluster, index);
    await stage.app.addMonitor(logMonitor(index, undefined));
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
