import { WatchkeeperError } from '../../../common/errors';
import { managedRepairSchema, stepsText } from '../../../common/lifecycle/repair/repair_api';
import type { ManagedRepair } from '../../../common/lifecycle/repair/repair_api';
import { deskRoom } from '../testing/desk_room';
import type { DeskRoom } from '../testing/desk_room';
import { startPlainCluster } from '../testing/plain_cluster';
import type { PlainCluster } from '../testing/plain_cluster';
import { carryOut } from './carry_out';
import { repairManaged } from './repair_managed';

// Real requests on a machine that may be busy.
jest.setTimeout(60_000);

const INDEX = 'logs-000002';
const ALIAS: ManagedRepair['repair'] = { kind: 'alias', alias: 'logs' };
const REFUSED = {
  status: 403,
  body: {
    error: {
      type: 'security_exception',
      reason:
        'no permissions for [indices:admin/settings/update] and User [name=alice, backend_roles=[], requestedTenant=null]',
    },
    status: 403,
  },
};

let room: DeskRoom;
let cluster: PlainCluster;

beforeEach(async () => {
  cluster = await startPlainCluster();
  room = await deskRoom({ upstream: cluster.url });
  cluster.indices.set('logs-000001', {
    created_at: 1,
    aliases: { logs: { is_write_index: true, filter: { term: { team: 'a' } } } as object },
  });
  cluster.indices.set(INDEX, { created_at: 1 });
  room.ism.manage(INDEX, 'explain-failed');
});

afterEach(async () => {
  expect(room.faults).toEqual([]);
  await room.leave();
  await cluster.close();
});

const repair = (
  what: ManagedRepair['repair'] = ALIAS,
  dry = false,
  index = INDEX,
  more: { seen?: string; confirm?: string } = {}
) =>
  repairManaged(
    room.readings,
    {
      clock: room.clock,
      audit: {
        async record(more) {
          room.acts.push(...more);
        },
      },
    },
    room.by,
    managedRepairSchema.parse({ index, repair: what, dry_run: dry, ...more })
  );

describe('a repair', () => {
  it('only says what it would do when it is tried', async () => {
    expect(await repair(ALIAS, true)).toEqual({
      plan: {
        steps: [
          { do: 'alias', alias: 'logs', adds: true, from: 'logs-000001' },
          { do: 'setting', name: 'rollover_alias', value: 'logs' },
          { do: 'retry' },
        ],
      },
    });
    expect(cluster.changes).toEqual([]);
  });

  it('is refused where other steps are needed by now than were shown', async () => {
    const { plan } = await repair(ALIAS, true);
    const seen = 'steps' in plan ? stepsText(plan.steps.slice(1)) : '';
    await expect(repair(ALIAS, false, INDEX, { seen })).rejects.toMatchObject({ code: 'conflict' });
    expect(cluster.changes).toEqual([]);
  });

  it('moves the alias in one request with its filter, sets it, retries, and is audited', async () => {
    const { outcomes } = await repair();
    expect(outcomes?.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    const filter = { term: { team: 'a' } };
    expect(cluster.changes).toEqual([
      {
        call: 'POST /_aliases',
        body: {
          actions: [
            { add: { filter, index: 'logs-000001', alias: 'logs', is_write_index: false } },
            { add: { index: INDEX, alias: 'logs', is_write_index: true } },
          ],
        },
      },
    ]);
    expect(room.settings).toEqual([
      { index: INDEX, name: 'index.plugins.index_state_management.rollover_alias', value: 'logs' },
    ]);
    expect(room.asked('POST /_plugins/_ism/retry')).toBe(1);
    expect(room.acts).toMatchObject([
      { what: 'index.rollover_repaired', object_id: INDEX, details: { alias: 'logs' }, who: 'ivy' },
      { what: 'index.policy_retried' },
    ]);
  });

  it('lets the index go on without a rollover', async () => {
    await repair({ kind: 'skip' });
    expect(room.settings).toEqual([
      { index: INDEX, name: 'index.plugins.index_state_management.rollover_skip', value: true },
    ]);
  });

  it('is confirmed where the index goes on to its deletion', async () => {
    const gone = { name: 'gone', actions: [{ delete: {} }], transitions: [] };
    const hot = {
      ...{ name: 'hot', actions: [{ rollover: { min_index_age: '1d' } }] },
      transitions: [{ state_name: 'gone', conditions: { min_index_age: '14d' } }],
    };
    const policy = { description: 'Two weeks', default_state: 'hot', states: [hot, gone] };
    room.ism.manage(INDEX, 'explain-failed', { policy });
    const { deletes } = await repair(ALIAS, true);
    expect(deletes).toBe(true);
    await expect(repair()).rejects.toMatchObject({
      ...{ code: 'invalid_input', details: { problems: [{ field: 'confirm' }] } },
    });
    expect(cluster.changes).toEqual([]);
    const { outcomes } = await repair(ALIAS, false, INDEX, { confirm: INDEX });
    expect(outcomes).toHaveLength(3);
  });

  it('says which steps were done before one that was refused, and who lacks what', async () => {
    room.ism.instead.set('POST retry', REFUSED);
    const { outcomes } = await repair();
    expect(outcomes).toMatchObject([
      { outcome: 'done' },
      { outcome: 'done' },
      { outcome: 'failed', reason: expect.stringContaining('alice') as string },
    ]);
    expect(room.acts).toMatchObject([{ what: 'index.rollover_repaired' }]);
  });

  it('goes no further after a step that was refused', async () => {
    const outcomes = await carryOut(
      {
        cluster: {
          ...room.cluster,
          request: async ({ path }) => {
            if (path.endsWith('_settings'))
              throw new WatchkeeperError('forbidden', 'alice lacks it');
            return { status: 200, body: {} as never };
          },
        },
        ...{ dialect: '/_plugins/_ism', index: INDEX, definitions: new Map() },
      },
      [
        { do: 'alias', alias: 'logs', adds: true },
        { do: 'setting', name: 'rollover_alias', value: 'logs' },
        { do: 'retry' },
      ]
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'failed', 'not_tried']);
  });

  it('names its setting as the cluster does: older ones know the older name only', async () => {
    const bodies: unknown[] = [];
    const cluster = {
      ...room.cluster,
      request: async ({ body }: { body?: unknown }) => {
        bodies.push(body);
        return { status: 200, body: {} as never };
      },
    };
    await carryOut(
      { cluster, dialect: '/_opendistro/_ism', index: INDEX, definitions: new Map() },
      [{ do: 'setting', name: 'rollover_skip', value: true }]
    );
    expect(bodies).toEqual([{ 'index.opendistro.index_state_management.rollover_skip': true }]);
  });

  it('is refused as a whole when its first step is', async () => {
    cluster.refused.set('POST /_aliases', REFUSED);
    await expect(repair()).rejects.toMatchObject({ code: 'forbidden' });
    expect(room.acts).toEqual([]);
  });

  it('is not begun where it would not help', async () => {
    cluster.templates.push({ name: 'all', index_patterns: ['logs-*'], aliases: ['logs'] });
    expect(await repair()).toEqual({
      plan: { refused: { why: 'template_alias', template: 'all', alias: 'logs' } },
    });
    expect(cluster.changes).toEqual([]);
  });

  it('is not planned by half of the facts', async () => {
    cluster.refused.set('GET /_alias', REFUSED);
    await expect(repair(ALIAS, true)).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('The aliases could not be read') as string,
    });
  });

  it('is refused for an index that is not there', async () => {
    await expect(repair(ALIAS, true, 'gone')).rejects.toMatchObject({ code: 'not_found' });
  });
});
