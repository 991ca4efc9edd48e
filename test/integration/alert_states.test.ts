import type { Alert, AlertState } from '../../common/alerts/alert';
import type { MonitorInput } from '../../common/monitors/monitor';
import type { RunRow } from '../../common/monitors/run';
import type { TestCluster } from '../support/cluster';
import { createLogIndex, logLine } from '../support/product';
import type { Product } from '../support/product';
import type { ReceivedRequest, Receiver } from '../support/receiver';
import { startScene } from '../support/scene';
import type { Scene } from '../support/scene';
import { waitFor } from '../support/wait_for';

/** One scenario an alert state: monitors that run every second, over an index that the test fills and empties. */

let scene: Scene;
let cluster: TestCluster;
let app: Product;
let receiver: Receiver;
let index: string;
const added: string[] = [];

beforeAll(async () => {
  scene = await startScene();
  ({ cluster, app, receiver } = scene);
});

afterAll(() => scene?.end());

beforeEach(async () => {
  index = cluster.uniqueName('alert-states');
  await createLogIndex(cluster, index);
  receiver.requests.length = 0;
});

afterEach(async () => {
  for (const id of added.splice(0)) await app.remove(id);
});

const hook = (): string => `${receiver.url}/${index}`;

const seconds = (value: number) => ({ value, unit: 'SECONDS' as const });

type Trigger = MonitorInput['triggers'][number]['query_level_trigger'];

/** A monitor that fires as long as there is a document in the index. */
const addMonitor = async (
  trigger: Partial<Trigger>,
  { actions = {}, ...fields }: Partial<MonitorInput> & { actions?: object } = {}
): Promise<string> => {
  const { id: destination } = await app.addWebhook(hook());
  const { id } = await app.addMonitor({
    name: 'Any document',
    enabled: true,
    schedule: { period: { interval: 1, unit: 'SECONDS' } },
    query_delay_seconds: 0,
    inputs: [{ search: { indices: [index], query: '{"size":0,"query":{"match_all":{}}}' } }],
    triggers: [
      {
        query_level_trigger: {
          id: 't',
          name: 'documents',
          severity: '2',
          condition: { script: { source: 'ctx.results[0].hits.total.value > 0' } },
          actions: [
            {
              id: 'a',
              name: 'Tell',
              destination_id: destination,
              message_template: { source: 'It fires: {{ctx.alert.measure}}' },
              ...actions,
            },
          ],
          ...trigger,
        },
      },
    ],
    ...fields,
  });
  added.push(id);
  return id;
};

const fill = (count = 1) =>
  cluster.index(
    index,
    Array.from({ length: count }, (_, i) => logLine(`number ${i}`))
  );

const empty = async () => {
  const { status } = await cluster.request(
    'POST',
    `/${index}/_delete_by_query?refresh=true&conflicts=proceed`,
    { query: { match_all: {} } }
  );
  expect(status).toBe(200);
};

const alertIn = (state: AlertState, id: string): Promise<Alert> =>
  waitFor(`an alert that is ${state}`, async () => {
    const found = await app.alerts(`state=${state}&monitor_id=${id}`);
    return found[0];
  });

/** The alert's story, once it is written down to the end. */
const storyIs = ({ id }: Alert, ...expected: string[]) =>
  waitFor(`the story ${expected.join(', ')}`, async () => {
    const { events } = await app.alert(id);
    return events.map(({ from, to }) => `${from} > ${to}`).join() === expected.join();
  });

/** Oldest first. */
const runsOf = async (id: string): Promise<RunRow[]> => (await app.runs(id)).reverse();

/** Of this test alone: a message of the one before may still be on its way. */
const isOurs = ({ path }: ReceivedRequest): boolean => hook().endsWith(path);

const bodies = (): string[] => receiver.requests.filter(isOurs).map(({ body }) => body);

const message = (text: string) =>
  receiver
    .received(1, (request) => isOurs(request) && request.body.includes(text))
    .then(([{ body }]) => body);

describe('the state of an alert', () => {
  it('is pending until the condition has been true for as long as the trigger demands, then active', async () => {
    const id = await addMonitor({ for: seconds(4) });
    await fill();
    const pending = await alertIn('pending', id);
    expect(bodies()).toEqual([]);
    expect(await app.acknowledge(pending)).toMatchObject({ acknowledged: [] });
    const active = await alertIn('active', id);
    expect(active.id).toBe(pending.id);
    await storyIs(active, 'null > pending', 'pending > active');
    await message('It fires');
    const first = await waitFor('the run that sent it', async () =>
      (await runsOf(id)).find(({ triggers }) => triggers?.[0].actions?.length)
    );
    expect(first.window.end - (active.first_seen ?? 0)).toBeGreaterThanOrEqual(4000);
  });

  it('is cancelled without a word when the condition was true too briefly', async () => {
    const id = await addMonitor({ for: seconds(3600) });
    await fill();
    await alertIn('pending', id);
    await empty();
    const cancelled = await alertIn('cancelled', id);
    await storyIs(cancelled, 'null > pending', 'pending > cancelled');
    expect(bodies()).toEqual([]);
  });

  it('stays active for a while after the condition has ended, and nothing is sent meanwhile', async () => {
    const id = await addMonitor({ keep_firing_for: seconds(4) });
    await fill();
    await alertIn('active', id);
    await empty();
    const completed = await alertIn('completed', id);
    const runs = await waitFor('the runs after it', async () => {
      const all = await runsOf(id);
      const after = all.filter(({ window }) => window.start > completed.last_seen);
      return after.length >= 4 && all;
    });
    const fired = runs.filter(({ outcome }) => outcome === 'triggered');
    expect(completed.last_seen).toBe(fired.at(-1)?.window.end);
    const ending = runs.find(({ triggers, outcome, rev }) => {
      return outcome === 'not_triggered' && triggers !== undefined && rev === completed.rev;
    });
    const first = runs.find(({ window }) => window.start === completed.last_seen);
    expect((ending?.window.end ?? 0) - (first?.window.end ?? 0)).toBeGreaterThanOrEqual(4000);
    expect(new Set(bodies())).toEqual(new Set(['It fires: 1']));
  });

  it('is completed with a message that says how long it took, and the peak', async () => {
    const scope = { per_alert: { actionable_alerts: ['NEW', 'COMPLETED'] } };
    const actions = { action_execution_policy: { action_execution_scope: scope } };
    const id = await addMonitor({}, { actions });
    await fill(2);
    await message('It fires: 2');
    await fill(3);
    await waitFor('a run with all of them', async () =>
      (await app.runs(id)).some(({ hits }) => hits === 5)
    );
    await empty();
    expect(await message('is over')).toMatch(
      /^documents of monitor Any document is over\. It lasted \d+ s\. The peak was 5\.$/
    );
    expect(bodies()).toHaveLength(2);
    await storyIs(await alertIn('completed', id), 'null > active', 'active > completed');
  });

  it('is completed with the author’s message, where that is all that the action says of the end', async () => {
    const recovery = { source: '{{ctx.alert.state}}, the peak was {{ctx.alert.peak}}' };
    const id = await addMonitor({}, { actions: { recovery_message_template: recovery } });
    await fill(2);
    await alertIn('active', id);
    await empty();
    expect(await message('COMPLETED')).toBe('COMPLETED, the peak was 2');
  });

  it('is that there is no data, where the trigger asks for that, until there is some', async () => {
    const recovery = { source: 'over' };
    const id = await addMonitor(
      { no_data: 'alert' },
      { actions: { recovery_message_template: recovery } }
    );
    const noData = await alertIn('no_data', id);
    await message('Monitor Any document finds no data for documents');
    expect(bodies().some((body) => body.includes('It fires'))).toBe(false);
    await fill();
    await message('finds data for documents again');
    const active = await alertIn('active', id);
    expect(active.id).not.toBe(noData.id);
    await storyIs(noData, 'null > no_data', 'no_data > completed');
  });

  it('is an error that is told of once, and once more when it is over', async () => {
    const id = await addMonitor({}, { error_policy: { notify: true, after: 2 } });
    await fill();
    const active = await alertIn('active', id);
    await cluster.request('DELETE', `/${index}`);
    const error = await alertIn('error', id);
    await message('cannot be evaluated. It has failed 2 times in a row');
    await waitFor('more failures', async () => {
      const failures = (await app.runs(id)).filter(({ outcome }) => outcome === 'error');
      return failures.length >= 4;
    });
    expect((await app.alerts(`state=active&monitor_id=${id}`))[0].id).toBe(active.id);
    await createLogIndex(cluster, index);
    await fill();
    await message('can be evaluated again');
    expect(bodies().filter((body) => body.includes('evaluated'))).toHaveLength(2);
    await storyIs(error, 'null > error', 'error > completed');
  });

  it('is active only when the condition was true in enough of the last runs', async () => {
    const id = await addMonitor({ occurrences: { times: 3, of: 5 } });
    await fill();
    const active = await alertIn('active', id);
    const runs = await waitFor('the run that opened it', async () => {
      const all = await runsOf(id);
      return all.some(({ window }) => window.end >= (active.first_seen ?? 0)) && all;
    });
    const fired = runs.filter(
      ({ outcome, window }) => outcome === 'triggered' && window.end <= (active.first_seen ?? 0)
    );
    expect(fired).toHaveLength(3);
    await message('It fires');
    await empty();
    const completed = await alertIn('completed', id);
    await storyIs(completed, 'null > active', 'active > completed');
  });
});
