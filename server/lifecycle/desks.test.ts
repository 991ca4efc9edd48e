import { managedActSchema, policiesQuerySchema } from '../../common/lifecycle/api';
import { deskRoom } from './testing/desk_room';
import type { DeskRoom } from './testing/desk_room';
import { POLICY_BODY } from './testing/ism_room';

// Real requests on a machine that may be busy.
jest.setTimeout(60_000);

const ISM = '/_plugins/_ism';
const QUERY = policiesQuerySchema.parse({});

let room: DeskRoom;

beforeEach(async () => {
  room = await deskRoom();
});

afterEach(async () => {
  expect(room.faults).toEqual([]);
  await room.leave();
});

const save = (body: object, version?: { seq_no: number; primary_term: number }, note?: string) => {
  room.clock.pass(60_000);
  return room.policies.save(room.by, 'month', {
    body: { ...POLICY_BODY, ...body },
    ...(version ? { version } : {}),
    ...(note ? { note } : {}),
  });
};

describe('the list of policies', () => {
  it('counts the indices of each, asking once for all who look within seconds', async () => {
    await save({});
    for (const index of ['a', 'b'])
      room.ism.manage(index, 'explain-in-hot', { policy_id: 'month' });
    const lists = await Promise.all([1, 2, 3].map(() => room.policies.list(room.by, QUERY)));
    expect(lists[2]).toMatchObject({ total: 1, items: [{ id: 'month', used_by: 2 }], gaps: [] });
    expect(room.asked(`GET ${ISM}/explain`)).toBe(1);
  });

  it('says who saved each last and why, until somebody saves it without us', async () => {
    const { seq_no, primary_term } = await save({});
    const next = await save({ description: 'b' }, { seq_no, primary_term }, 'shorter');
    const list = async () => (await room.policies.list(room.by, QUERY)).items[0];
    expect(await list()).toMatchObject({ updated_by: 'ivy', note: 'shorter' });
    await room.cluster.request({
      ...{ method: 'PUT', path: `${ISM}/policies/month` },
      query: { if_seq_no: next.seq_no, if_primary_term: next.primary_term },
      body: { policy: { ...POLICY_BODY, description: 'c' } },
    });
    room.readings.changed();
    expect(await list()).not.toHaveProperty('updated_by');
  });

  it('shares nothing with somebody who may see other indices', async () => {
    await save({});
    const other = { ...room.by, caller: { ...room.by.caller, roles: ['guest'] } };
    await Promise.all([room.policies.list(room.by, QUERY), room.policies.list(other, QUERY)]);
    expect(room.asked(`GET ${ISM}/explain`)).toBe(2);
  });

  it('comes without the counts for whoever may not list indices, and says so', async () => {
    await save({});
    room.answers('GET explain', 'explain-refused');
    const { items, gaps } = await room.policies.list(room.by, QUERY);
    expect(items[0]).not.toHaveProperty('used_by');
    expect(gaps).toEqual([expect.stringContaining('alice lacks the permission')]);
  });
});

describe('a saved policy', () => {
  it('leaves a version and an entry in the audit, with who and why', async () => {
    const { seq_no, primary_term } = await save({});
    await save({ description: 'Two' }, { seq_no, primary_term }, 'Shorter');
    const [newest, oldest] = await room.policies.versions(room.by, 'month');
    expect(newest).toMatchObject({ by: 'ivy', note: 'Shorter', body: { description: 'Two' } });
    expect(oldest.body).toMatchObject(POLICY_BODY);
    expect(room.acts).toMatchObject([
      { what: 'policy.created', object_id: 'month', who: 'ivy' },
      { what: 'policy.updated', said: 'Shorter' },
    ]);
  });

  it('is not made under an id that a path or a pattern makes something else of', async () => {
    for (const id of ['../_all', 'a*', ' a', 'a\u0000']) {
      await expect(room.policies.save(room.by, id, { body: POLICY_BODY })).rejects.toMatchObject({
        ...{ code: 'invalid_input', details: { problems: [{ field: 'id' }] } },
      });
    }
    expect(room.ism.policies.size).toBe(0);
  });

  it('keeps what somebody saved without us, before it is written over', async () => {
    room.ism.policies.set('month', { seq_no: 7, policy: { ...POLICY_BODY, description: 'Raw' } });
    await save({ description: 'Ours' }, { seq_no: 7, primary_term: 1 });
    const kept = await room.policies.versions(room.by, 'month');
    expect(kept.map(({ body }) => body.description)).toEqual(['Ours', 'Raw']);
    expect(kept[1].note).toBe('Saved outside of Watchkeeper.');
  });

  it('is saved though its version cannot be kept, and says so', async () => {
    const { seq_no, primary_term } = await save({});
    Object.freeze(room.versions);
    const saved = await save({ description: 'Two' }, { seq_no, primary_term });
    expect(saved.warning).toContain('The policy is saved.');
    expect(room.ism.policies.get('month')?.policy.description).toBe('Two');
  });
});

describe('deleting a policy', () => {
  beforeEach(async () => {
    await save({});
  });

  it('is refused while it manages indices, with how many', async () => {
    for (const index of ['a', 'b'])
      room.ism.manage(index, 'explain-in-hot', { policy_id: 'month' });
    await expect(room.policies.remove(room.by, 'month', false)).rejects.toMatchObject({
      ...{ code: 'conflict', details: { used_by: 2 } },
      message: expect.stringContaining('manages 2 indices') as string,
    });
    await room.policies.remove(room.by, 'month', true);
    expect(room.ism.policies.size).toBe(0);
  });

  it('is refused where somebody saved it after it was seen', async () => {
    const { seq_no, primary_term } = await room.policies.get(room.by, 'month');
    const next = await save({ description: 'Two' }, { seq_no, primary_term });
    await expect(
      room.policies.remove(room.by, 'month', true, { seq_no, primary_term })
    ).rejects.toMatchObject({
      ...{ code: 'conflict', message: expect.stringContaining('Nothing was deleted') as string },
    });
    await room.policies.remove(room.by, 'month', true, next);
    expect(room.ism.policies.size).toBe(0);
  });

  it('leaves its versions, from which it can be made again', async () => {
    room.clock.pass(60_000);
    await room.policies.remove(room.by, 'month', false);
    const [latest] = await room.policies.versions(room.by, 'month');
    expect(latest.body).toMatchObject(POLICY_BODY);
    expect(room.acts.at(-1)).toMatchObject({ what: 'policy.deleted', object_id: 'month' });
  });

  it('is refused where it cannot be told whether it manages any', async () => {
    room.answers('GET explain', 'explain-refused');
    await expect(room.policies.remove(room.by, 'month', false)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(room.ism.policies.size).toBe(1);
  });
});

describe('managed indices', () => {
  it('tell which of them follow an old version of their policy', async () => {
    room.ism.policies.set('month', { seq_no: 9, policy: POLICY_BODY });
    const like = { policy_id: 'month', policy_primary_term: 1 };
    room.ism.manage('new', 'explain-in-hot', { ...like, policy_seq_no: 9 });
    room.ism.manage('old', 'explain-in-hot', { ...like, policy_seq_no: 4 });
    const { indices } = await room.managed.list(room.by);
    expect(indices.map(({ index, outdated }) => [index, outdated])).toEqual([
      ['new', false],
      ['old', true],
    ]);
  });

  it('are read anew after something was done to them, which the audit tells one by one', async () => {
    room.ism.policies.set('month', { seq_no: 9, policy: POLICY_BODY });
    room.ism.indices.set('plain', null);
    room.ism.manage('taken');
    await room.managed.list(room.by);
    const indices = ['plain', 'taken'];
    // What they are cannot be read here: any of them may be one that is deleted at once.
    const wanted = {
      act: 'apply',
      indices: [...indices, 'plain'],
      policy_id: 'month',
      confirm: 'delete 2 indices',
    };
    const answer = await room.managed.act(room.by, managedActSchema.parse(wanted));
    expect(answer).toMatchObject({ updated: 1, failed: [{ index: 'taken' }] });
    expect(room.acts).toEqual([
      {
        ...{ what: 'index.policy_applied', object_id: 'plain', name: 'plain', who: 'ivy' },
        details: { policy_id: 'month' },
      },
    ]);
    expect((await room.managed.list(room.by)).indices).toHaveLength(2);
  });

  it.each(['logs-*', 'a,b', ''])('are named one by one: %j is no name', (name) => {
    expect(managedActSchema.safeParse({ act: 'remove', indices: [name] }).success).toBe(false);
  });
});
