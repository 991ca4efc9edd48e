import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from '../support/cluster';
import { send } from '../support/http';
import { startReceiver } from '../support/receiver';
import { waitFor } from '../support/wait_for';

const PROJECT = resolve(__dirname, '..', '..');
const MINUTES = 60_000;

interface Inbox {
  messages: Array<{ id: number; headers: Record<string, string>; body: string }>;
}

interface Start {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

/** `npm start`, without a cluster of the tests in its environment. */
function start(...flags: string[]): Start {
  const env = { ...process.env };
  delete env.OPENSEARCH_URL;
  const child = spawn('npm', ['start', '--', ...flags], { cwd: PROJECT, env, detached: true });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  return { child, output: () => output, ended };
}

/** The address that a start printed at its end. */
const addressOf = ({ child, output }: Start): Promise<string> =>
  waitFor(
    'the start',
    () => {
      if (child.exitCode !== null) throw new Error(output());
      return /Watchkeeper {3}(http:\/\/localhost:\d+)/.exec(output())?.[1];
    },
    { timeout: 3 * MINUTES }
  );

/** As a terminal does it: to npm and to everything that it started. */
function signal({ child }: Start, name: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  process.kill(-child.pid, name);
}

/** Whether the JVM that the data folder names still runs. */
function jvmRuns(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const jvmOf = (dataDir: string): number =>
  JSON.parse(readFileSync(join(dataDir, 'cluster', 'owner.json'), 'utf8')).jvm.pid;

const inboxOf = async (address: string): Promise<Inbox['messages']> =>
  (await send<Inbox>(`${address}/demo/inbox/messages`, 'GET')).body.messages;

describe('npm start', () => {
  const dataDir = temporaryFolder();
  let running: Start | undefined;
  afterEach(() => running && signal(running, 'SIGKILL'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('says that its port is taken, before it does anything slow', async () => {
    const receiver = await startReceiver();
    running = start('--port', String(receiver.port), '--data', dataDir);
    expect(await running.ended).toBe(1);
    expect(running.output()).toContain(`Port ${receiver.port} is taken`);
    expect(running.output()).toContain('--port');
    await receiver.close();
  });

  it(
    'brings a cluster, a host and a demo whose message arrives, and goes on after a Ctrl-C',
    async () => {
      running = start('--port', '0', '--data', dataDir);
      const address = await addressOf(running);
      const [first] = await waitFor(
        'the first message in the inbox',
        async () => {
          const messages = await inboxOf(address);
          return messages.length > 0 && messages;
        },
        { timeout: 3 * MINUTES }
      );
      expect(first.headers['content-type']).toContain('application/json');
      const { subject, message } = JSON.parse(first.body);
      expect(subject).toMatch(/^Errors in containers: [1-9]\d* ERROR lines$/);
      expect(message).toMatch(/`(checkout|payment|catalog|ingress-nginx) Error!! {2}\d{4}-.*ERROR/);
      const page = await send<string>(`${address}/demo/inbox`, 'GET');
      expect(page.body).toContain(subject);

      const jvm = jvmOf(dataDir);
      signal(running, 'SIGINT');
      await running.ended;
      await waitFor('the end of the JVM', () => !jvmRuns(jvm));

      running = start('--port', '0', '--data', dataDir);
      const again = await addressOf(running);
      const ids = (await inboxOf(again)).map(({ id }) => id);
      expect(ids).toContain(first.id);
      await waitFor(
        'a message of the second start',
        async () => (await inboxOf(again)).some(({ id }) => !ids.includes(id)),
        { timeout: 3 * MINUTES }
      );
      const destinations = await send<{ total: number }>(
        `${again}/api/watchkeeper/destinations`,
        'GET'
      );
      expect(destinations.body.total).toBe(1);
      const secondJvm = jvmOf(dataDir);
      running.child.kill('SIGTERM');
      await waitFor('the end of the second JVM', () => !jvmRuns(secondJvm));
    },
    10 * MINUTES
  );
});
