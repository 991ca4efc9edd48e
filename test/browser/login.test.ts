import type { Page } from 'playwright-core';
import { hashPassword } from '../../scripts/setup/password_hash.mjs';
import { findings } from './axe';
import { click, openRoom, part, says } from './parts';
import { openStage } from './stage';
import type { Stage } from './stage';

const PASSWORD = 'correct horse battery staple';

/** What the browser writes to the console about a refused login, and about being logged out. */
const REFUSALS = /status of 401/;

describe('a host with a login', () => {
  let stage: Stage;

  beforeAll(async () => {
    const auth = { user: 'anna', password_hash: await hashPassword(PASSWORD) };
    stage = await openStage({ config: { auth }, until: 'at_once' });
  });
  afterAll(() => stage?.close());

  async function logIn(page: Page, password: string): Promise<void> {
    await (await part(page, 'loginUsername')).fill('anna');
    await (await part(page, 'loginPassword')).fill(password);
    await click(page, 'loginButton');
  }

  it('leads from the page that was asked for to the login and back, and out again', async () => {
    await stage.inPage(
      async (page) => {
        await page.goto(`${stage.host.url}/app/watchkeeper_destinations/create`);
        await logIn(page, 'wrong');
        await part(page, 'loginProblem');
        expect(await findings(page)).toEqual([]);
        await logIn(page, PASSWORD);
        await page.getByRole('heading', { level: 1, name: 'Create destination' }).waitFor();
        await openRoom(page, 'Monitors');
        await click(page, 'userMenuButton');
        await says(page, 'userMenuName', 'anna');
        await click(page, 'logOutButton');
        await part(page, 'loginForm');
        const answer = await page.request.get(`${stage.host.url}/api/watchkeeper/monitors`);
        expect(answer.status()).toBe(401);
      },
      { allowed: REFUSALS }
    );
  });
});
