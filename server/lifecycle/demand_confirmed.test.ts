import { managedActSchema, managedIndexParams } from '../../common/lifecycle/api';
import { deskRoom } from './testing/desk_room';
import type { DeskRoom } from './testing/desk_room';
import { startPlainCluster } from './testing/plain_cluster';
import type { PlainCluster } from './testing/plain_cluster';

// Real requests on a machine that may be busy.
jest.setTimeout(60_000);

const DAY = 86_400_000;

const POLICY = {
  description: 'Deletes after a month',
  default_state: 'hot',
  states: [
    {
      ...{ name: 'hot', actions: [] },
      transitions: [{ state_name: 'gone', conditions: { min_index_age: '30d' } }],
    },
    { name: 'gone', actions: [{ delete: {} }], transitions: [] },
  ],
};

let room: DeskRoom;
let cluster: PlainCluster;

beforeEach(async () => {
  cluster = await startPlainCluster();
  room = await deskRoom({ upstream: cluster.url });
  room.ism.policies.set('month', { seq_no: 9, policy: POLICY });
  for (const [name, days] of [
    ['young', 1],
    ['old', 40],
    ['older', 50],
  ] as const) {
    cluster.indices.set(name, { created_at: room.clock.now() - days * DAY });
    room.ism.indices.set(name, null);
  }
});

afterEach(async () => {
  expect(room.faults).toEqual([]);
  await room.leave();
  await cluster.close();
});

const apply = (indices: string[], confirm?: string) =>
  room.managed.act(
    room.by,
    managedActSchema.parse({
      ...{ act: 'apply', indices, policy_id: 'month' },
      ...(confirm === undefined ? {} : { confirm }),
    })
  );

describe('applying a policy that deletes', () => {
  it('needs no confirmation where nothing is deleted at once', async () => {
    expect(await apply(['young'])).toMatchObject({ updated: 1 });
  });

  it('is refused until the number of those that are deleted at once is typed', async () => {
    await expect(apply(['young', 'old', 'older'])).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('Type “delete 2 indices”') as string,
    });
    await expect(apply(['young', 'old', 'older'], 'delete 3 indices')).rejects.toMatchObject({
      details: { problems: [{ field: 'confirm' }] },
    });
    expect(room.asked('POST /_plugins/_ism/add')).toBe(0);
    expect(await apply(['young', 'old', 'older'], 'delete 2 indices')).toMatchObject({
      updated: 3,
    });
  });

  it('is refused when the indices have aged past what was confirmed', async () => {
    room.clock.pass(40 * DAY);
    await expect(apply(['young', 'old', 'older'], 'delete 2 indices')).rejects.toMatchObject({
      message: expect.stringContaining('Type “delete 3 indices”') as string,
    });
  });

  it('does not count what another policy manages, since the engine refuses that anyway', async () => {
    room.ism.manage('older', 'explain-in-hot', { policy_id: 'year' });
    expect(await apply(['old', 'older'], 'old')).toMatchObject({
      ...{ updated: 1, failed: [{ index: 'older' }] },
    });
  });

  it('counts all where they cannot be read', async () => {
    cluster.refused.set('GET /_cat/indices', { status: 403, body: { error: 'no permissions' } });
    await expect(apply(['young', 'old'])).rejects.toMatchObject({
      message: expect.stringContaining('Type “delete 2 indices”') as string,
    });
  });

  it('counts in a change of policy what that deletes as soon as it holds', async () => {
    for (const name of ['young', 'old']) room.ism.manage(name, 'explain-in-hot');
    const change = (confirm?: string) =>
      room.managed.act(
        room.by,
        managedActSchema.parse({
          ...{ act: 'change', indices: ['young', 'old'], policy_id: 'month' },
          ...(confirm === undefined ? {} : { confirm }),
        })
      );
    await expect(change()).rejects.toMatchObject({
      message: expect.stringContaining('Type “old”') as string,
    });
    expect(await change('old')).toMatchObject({ updated: 2 });
  });

  it('counts all in a change where it cannot be read which are managed', async () => {
    for (const name of ['young', 'old']) room.ism.manage(name, 'explain-in-hot');
    room.answers('GET explain', 'explain-refused');
    const change = managedActSchema.parse({
      ...{ act: 'change', indices: ['young', 'old'], policy_id: 'month' },
    });
    await expect(room.managed.act(room.by, change)).rejects.toMatchObject({
      message: expect.stringContaining('Type “delete 2 indices”') as string,
    });
  });

  it('is refused for an alias, which the engine would take for all of its indices', async () => {
    cluster.indices.set('old', { created_at: room.clock.now() - 40 * DAY, aliases: { all: {} } });
    await expect(apply(['all', 'young'])).rejects.toMatchObject({
      code: 'invalid_input',
      details: { problems: [{ field: 'indices' }] },
    });
    expect(room.asked('POST /_plugins/_ism/add')).toBe(0);
  });

  it('counts all where none of them is found: what the engine finds is not known', async () => {
    await expect(apply(['strange', 'stranger'])).rejects.toMatchObject({
      message: expect.stringContaining('Type “delete 2 indices”') as string,
    });
  });

  it.each(['_all', '*', '-old', '<logs-{now/d}>', '.', '..', 'a/b', ''])(
    'takes no pattern, no list and no path for a name: %s',
    (name) => {
      const parse = (act: object) => managedActSchema.safeParse({ ...act, indices: [name] });
      expect(parse({ act: 'remove' }).success).toBe(false);
      expect(parse({ act: 'apply', policy_id: 'month' }).success).toBe(false);
      expect(managedIndexParams.safeParse({ index: name }).success).toBe(false);
    }
  );

  it('is refused for a policy that is not there', async () => {
    room.ism.policies.delete('month');
    await expect(apply(['young'])).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('changing the policy', () => {
  const change = (state: string) =>
    room.managed.act(
      room.by,
      managedActSchema.parse({ act: 'change', indices: ['young'], policy_id: 'month', state })
    );

  it('is refused into a state that the new one does not have', async () => {
    room.ism.manage('young', 'explain-in-hot');
    await expect(change('nowhere')).rejects.toMatchObject({
      ...{ code: 'invalid_input', details: { problems: [{ field: 'state' }] } },
    });
    expect(await change('hot')).toMatchObject({ updated: 1 });
  });
});

describe('retrying what has stopped', () => {
  const FAILED = {
    policy_id: 'month',
    policy_seq_no: 9,
    policy_primary_term: 1,
    state: { name: 'hot', start_time: 1 },
    action: { name: 'rollover', index: 0, start_time: 1, failed: true, consumed_retries: 3 },
  };
  const retry = (indices: string[], more: { state?: string; confirm?: string } = {}) =>
    room.managed.act(room.by, managedActSchema.parse({ act: 'retry', indices, ...more }));
  const retries = () => room.asked('POST /_plugins/_ism/retry');

  beforeEach(() => {
    for (const name of ['young', 'old']) room.ism.manage(name, 'explain-failed', FAILED);
  });

  it('is refused from a state that deletes until the number of those is typed', async () => {
    await expect(retry(['young', 'old'], { state: 'gone' })).rejects.toMatchObject({
      ...{ code: 'invalid_input', details: { problems: [{ field: 'confirm' }] } },
      message: expect.stringContaining('Type “delete 2 indices”') as string,
    });
    await expect(
      retry(['young', 'old'], { state: 'gone', confirm: 'delete 1 indices' })
    ).rejects.toMatchObject({ code: 'invalid_input' });
    expect(retries()).toBe(0);
    const confirm = 'delete 2 indices';
    expect(await retry(['young', 'old'], { state: 'gone', confirm })).toMatchObject({ updated: 2 });
  });

  it('counts only those that the state leads to deletion within the hour', async () => {
    await expect(retry(['young', 'old'], { state: 'hot' })).rejects.toMatchObject({
      message: expect.stringContaining('Type “old”') as string,
    });
    expect(await retry(['young'], { state: 'hot' })).toMatchObject({ updated: 1 });
  });

  it('is refused from a state that the policy does not have, in which the engine would stop', async () => {
    await expect(retry(['young'], { state: 'nowhere' })).rejects.toMatchObject({
      ...{ code: 'invalid_input', details: { problems: [{ field: 'state' }] } },
    });
    expect(retries()).toBe(0);
  });

  it('goes by the copy that the indices follow, not by the policy as it is stored', async () => {
    const keeps = {
      ...POLICY,
      states: [{ name: 'gone', actions: [{ read_only: {} }], transitions: [] }],
    };
    const copied = { ...FAILED, policy_seq_no: 3, policy: keeps };
    room.ism.manage('old', 'explain-failed', copied);
    expect(await retry(['old'], { state: 'gone' })).toMatchObject({ updated: 1 });
  });

  it.each(['retry', 'remove'] as const)(
    'is refused for an alias, which the engine would take for all of its indices: %s',
    async (act) => {
      cluster.indices.set('old', { created_at: room.clock.now() - 40 * DAY, aliases: { all: {} } });
      const parsed = managedActSchema.parse({ act, indices: ['all', 'young'] });
      await expect(room.managed.act(room.by, parsed)).rejects.toMatchObject({
        details: { problems: [{ field: 'indices' }] },
      });
      expect(room.asked(`POST /_plugins/_ism/${act}`)).toBe(0);
    }
  );
});
