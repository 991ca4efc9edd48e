import { lineTeller } from '../support/line_tellers';
import { logLine } from '../support/product';
import { waitFor } from '../support/wait_for';
import { EngineRoom } from './engine_room';

let room: EngineRoom;

beforeAll(async () => {
  room = await EngineRoom.open();
});

afterAll(() => room?.close());

beforeEach(() => room.begin());

afterEach(() => room.end());

/** Errors of any time: a monitor that fires from the first one on. */
const counter = (name: string, index: string, level: string, enabled = true) =>
  lineTeller([index], undefined, {
    name,
    enabled,
    inputs: [
      {
        search: { indices: [index], query: JSON.stringify({ query: { term: { level } } }) },
      },
    ],
  });

const composite = (condition: string, ids: string[], change: Record<string, unknown> = {}) => ({
  name: 'Both',
  monitor_type: 'composite_monitor',
  enabled: true,
  schedule: { period: { interval: 2, unit: 'SECONDS' } },
  query_delay_seconds: 0,
  inputs: [
    {
      composite_input: {
        sequence: { delegates: ids.map((monitor_id, i) => ({ monitor_id, order: i + 1 })) },
      },
    },
  ],
  triggers: [
    {
      chained_alert_trigger: {
        id: 't',
        name: 'Together',
        severity: '1',
        condition: { script: { source: condition } },
        actions: [
          {
            id: 'tell',
            name: 'Tell',
            destination_id: room.destination,
            message_template: {
              source:
                '{{ctx.trigger.name}}: {{#ctx.alertGeneratingMonitors}}[{{.}}]{{/ctx.alertGeneratingMonitors}}',
            },
          },
        ],
      },
    },
  ],
  ...change,
});

const save = async (monitor: unknown): Promise<string> => {
  const { status, body } = await room.app.tryAddMonitor(monitor);
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  room.note(body.id);
  return body.id;
};

/** Composite ones go first: what they rest on stays while they are there. */
const addCounters = async () => {
  const errors = await room.app.addMonitor(counter('Errors', room.index, 'ERROR', false));
  const warnings = await room.app.addMonitor(counter('Warnings', room.index, 'WARN'));
  return [errors.id, warnings.id];
};

const both = (ids: string[]) => ids.map((id) => `monitor[id=${id}]`).join(' && ');

const alertsOf = async (id: string, state: string) =>
  (await room.app.alerts('state=all')).filter(
    (alert) => alert.monitor_id === id && alert.state === state
  );

describe('a composite monitor', () => {
  it('fires when the monitors that it rests on would, enabled or not, and ends when one no longer does', async () => {
    const ids = await addCounters();
    const id = await save(composite(both(ids), ids));
    room.note(...ids);
    await room.firstRun(id);
    await room.cluster.index(room.index, [logLine('one', 'ERROR')]);
    await room.laterRun(id);
    await room.laterRun(id);
    expect(await alertsOf(id, 'active')).toEqual([]);
    await room.cluster.index(room.index, [logLine('two', 'WARN')]);
    await waitFor('its alert', async () => (await alertsOf(id, 'active')).length === 1);
    await waitFor('its message', () =>
      room.receiver.requests.some(
        ({ body }) => body === `Together: ${ids.map((one) => `[${one}]`).join('')}`
      )
    );
    await room.must('POST', `/${room.index}/_delete_by_query?refresh=true`, {
      query: { term: { level: 'ERROR' } },
    });
    await waitFor('its end', async () => (await alertsOf(id, 'completed')).length === 1);
  });

  it('goes on where one of them fails and its value does not depend on it, and names it where it does', async () => {
    const lost = room.cluster.uniqueName('lost');
    await room.must('PUT', `/${lost}`, { settings: { number_of_replicas: 0 } });
    const [{ id: failing }, { id: firing }] = [
      await room.app.addMonitor(counter('Of a lost index', lost, 'ERROR')),
      await room.app.addMonitor(counter('Errors', room.index, 'ERROR')),
    ];
    const either = await save(
      composite(`monitor[id=${failing}] || monitor[id=${firing}]`, [failing, firing])
    );
    const all = await save(composite(both([failing, firing]), [failing, firing]));
    room.note(failing, firing);
    await room.must('DELETE', `/${lost}`);
    await room.cluster.index(room.index, [logLine('here', 'ERROR')]);
    await waitFor(
      'the alert of either',
      async () => (await alertsOf(either, 'active')).length === 1
    );
    const run = await room.runWith(all, 'a run that says why', ({ triggers }) =>
      Boolean(triggers?.[0]?.problem)
    );
    expect(run.triggers?.[0].problem?.message).toMatch(/^Of a lost index: .*no such index/);
    expect(await alertsOf(all, 'active')).toEqual([]);
  });

  it('is refused where it rests on itself, on another composite one, or on none', async () => {
    const ids = await addCounters();
    const inner = await save(composite(both(ids), ids));
    room.note(...ids);
    const outer = await room.app.tryAddMonitor(composite(`monitor[id=${inner}]`, [inner]));
    expect(outer.body.attributes?.problems).toMatchObject([
      {
        field: 'inputs.0.composite_input.sequence.delegates.0.monitor_id',
        message: expect.stringContaining('composite monitor itself'),
      },
    ]);
    const { version } = await room.app.monitor(inner);
    const own = await room.app.update(inner, version, composite(`monitor[id=${inner}]`, [inner]));
    expect(own.body.message).toContain('cannot rest on itself');
    const none = await room.app.tryAddMonitor(composite('monitor[id=nope]', ['nope']));
    expect(none).toMatchObject({ status: 400 });
    expect(none.body.message).toContain('There is no monitor with the id nope');
  });

  it('keeps what it rests on from being deleted', async () => {
    const ids = await addCounters();
    const id = await save(composite(both(ids), ids));
    const path = `/api/watchkeeper/monitors/${ids[0]}`;
    const refused = await room.host.api('DELETE', path);
    expect(refused).toMatchObject({
      status: 409,
      body: { attributes: { code: 'conflict', used_by: [{ id, name: 'Both' }] } },
    });
    expect((await room.app.monitor(ids[0])).monitor.name).toBe('Errors');
    await room.app.remove(id);
    expect((await room.host.api('DELETE', path)).status).toBe(204);
    await room.app.remove(ids[1]);
    // Nothing is left for the end of the test.
    await room.end().catch(() => undefined);
  });
});
