import type { Alert } from '../../common/alerts/alert';
import type { BucketLevelTrigger } from '../../common/monitors/trigger';
import { inWindow } from '../support/line_tellers';
import { waitFor } from '../support/wait_for';
import { EngineRoom } from './engine_room';

let room: EngineRoom;

beforeAll(async () => {
  room = await EngineRoom.open();
});

afterAll(() => room?.close());

describe('a monitor of groups', () => {
  beforeEach(() => room.begin());

  afterEach(() => room.end());

  const GROUP = 'kubernetes.container_name';

  const monitor = (actions: object[], change: Partial<BucketLevelTrigger> = {}) => ({
    ...{ name: 'Errors by container', enabled: true, monitor_type: 'bucket_level_monitor' },
    schedule: { period: { interval: 3, unit: 'SECONDS' } },
    query_delay_seconds: 2,
    inputs: [
      {
        search: {
          indices: [room.index],
          query: {
            size: 0,
            query: { bool: { filter: [inWindow] } },
            aggs: { by: { composite: { sources: [{ container: { terms: { field: GROUP } } }] } } },
          },
        },
      },
    ],
    triggers: [
      {
        bucket_level_trigger: {
          ...{ id: 't', name: 'Any', severity: '2', actions },
          condition: {
            ...{ parent_bucket_path: 'by', buckets_path: { n: '_count' } },
            script: { source: 'params.n > 0' },
          },
          ...change,
        },
      },
    ],
  });

  const action = (source: string, scope: object) => ({
    ...{ id: 'a', name: 'Tell', destination_id: room.destination },
    message_template: { source },
    action_execution_policy: { action_execution_scope: scope },
  });

  const lineOf = (container: string, at = Date.now()) => ({
    ...{ '@timestamp': new Date(at).toISOString(), message: 'x', level: 'ERROR' },
    kubernetes: { container_name: container },
  });

  const added = async (body: object): Promise<string> => {
    const answer = await room.app.tryAddMonitor(body);
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    room.note(answer.body.id);
    return answer.body.id;
  };

  it('opens an alert a group, and tells of each when it comes and when it is gone', async () => {
    const list = (name: string) =>
      `{{#ctx.${name}}}${name} {{bucket_keys}} in {{parent_bucket_path}}\n{{/ctx.${name}}}`;
    const source = [list('newAlerts'), list('dedupedAlerts'), list('completedAlerts')].join('');
    const categories = { per_alert: { actionable_alerts: ['NEW', 'DEDUPED', 'COMPLETED'] } };
    const id = await added(monitor([action(source, categories)]));
    await room.cluster.index(
      room.index,
      ['a#b', 'cart', 'cart'].map((name) => lineOf(name))
    );

    const bodies = () => room.receiver.requests.map(({ body }) => body);
    await waitFor('both to come and to go', () =>
      ['a#b', 'cart'].every((name) =>
        ['newAlerts', 'completedAlerts'].every((kind) =>
          bodies().some((body) => body.includes(`${kind} ${name} in by`))
        )
      )
    );
    const about = (text: string) => bodies().filter((body) => body.includes(text));
    expect(about('newAlerts a#b')).toHaveLength(1);
    expect(about('newAlerts cart')).toHaveLength(1);
    const alerts = await waitFor('both to be completed', async () => {
      const found = await room.app.alerts(`state=completed&monitor_id=${id}`);
      return found.length === 2 && found;
    });
    expect(alerts.map(({ group_key: key }) => key).sort()).toEqual([
      '[["container","a#b"]]',
      '[["container","cart"]]',
    ]);
    expect(alerts.map(({ peak }) => peak).sort()).toEqual([1, 2]);
    const runs = await room.app.runs(id);
    expect(runs.filter(({ outcome }) => outcome === 'error')).toEqual([]);
    expect(runs.flatMap(({ triggers = [] }) => triggers)).toContainEqual(
      expect.objectContaining({ groups: expect.objectContaining({ triggered: 2, opened: 2 }) })
    );
  });

  it('opens 2,000 alerts for 2,000 groups, each once, and tells of all', async () => {
    const source = '{{#ctx.newAlerts}}<{{bucket_keys}}>{{/ctx.newAlerts}}';
    const id = await added(
      monitor([action(source, { per_execution: {} })], {
        keep_firing_for: { value: 1, unit: 'HOURS' },
      })
    );
    const names = Array.from({ length: 2000 }, (_, i) => `container-${i}`);
    await room.cluster.index(
      room.index,
      names.map((name) => lineOf(name))
    );
    const told = () =>
      room.receiver.requests.flatMap(({ body }) =>
        [...body.matchAll(/<([^>]*)>/g)].map(([, name]) => name)
      );
    await waitFor('every group to be told of', () => new Set(told()).size === 2000);
    await room.laterRun(id);
    expect(told().sort()).toEqual([...names].sort());
    const keys = await waitFor('every alert to be there', async () => {
      await room.cluster.request('POST', '/.watchkeeper-alerts/_refresh');
      const { body } = await room.cluster.request<{ hits: { hits: Array<{ _source: Alert }> } }>(
        'POST',
        '/.watchkeeper-alerts/_search',
        { size: 10_000, query: { term: { monitor_id: id } } }
      );
      const found = body.hits.hits.map(({ _source }) => _source);
      return found.length >= 2000 && found.map(({ group_key: key }) => key);
    });
    expect(keys).toHaveLength(2000);
    expect(new Set(keys).size).toBe(2000);
  });
});
