import { ismRoom, POLICY_BODY } from '../testing/ism_room';
import type { IsmRoom } from '../testing/ism_room';
import { listPolicies } from './list_policies';
import { deletePolicy, getPolicy, savePolicy } from './policies';

// Real requests on a machine that may be busy.
jest.setTimeout(60_000);

const ISM = '/_plugins/_ism';

let room: IsmRoom;

const enter = async () => {
  room = await ismRoom({ prefix: ISM });
};

const addPolicy = (id: string) => savePolicy(room.cluster, ISM, id, { body: POLICY_BODY });

describe('policies', () => {
  beforeEach(enter);
  afterEach(async () => {
    expect(room.faults).toEqual([]);
    await room.leave();
  });

  it('come without the wrapping that a write answers with', async () => {
    const saved = await addPolicy('month');
    expect(saved).toMatchObject({ id: 'month', seq_no: 0, primary_term: 1 });
    expect(saved.body).toMatchObject(POLICY_BODY);
    const read = await getPolicy(room.cluster, ISM, 'month');
    expect(read.body).toMatchObject(POLICY_BODY);
    expect(read.updated_at).toBe(1795244106213);
  });

  it('go without what the server fills in', async () => {
    const { body, seq_no, primary_term } = await addPolicy('month');
    const filled = { ...body, user: { name: 'eve' } };
    await savePolicy(room.cluster, ISM, 'month', {
      body: filled,
      version: { seq_no, primary_term },
    });
    expect(room.ism.policies.get('month')?.policy).not.toHaveProperty('user');
  });

  it('go without an empty list of templates, which the server refuses', async () => {
    await savePolicy(room.cluster, ISM, 'month', { body: { ...POLICY_BODY, ism_template: [] } });
    expect(room.ism.policies.get('month')?.policy).not.toHaveProperty('ism_template');
  });

  it('are all listed, however many pages they fill', async () => {
    for (let i = 0; i < 230; i += 1) {
      room.ism.policies.set(`policy-${i}`, { seq_no: i, policy: POLICY_BODY });
    }
    const { policies: listed } = await listPolicies(room.cluster, ISM);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(230);
  });

  it('are none before there is an index for them', async () => {
    room.answers('GET policies', 'policies-no-index');
    expect(await listPolicies(room.cluster, ISM)).toEqual({ policies: [], unreadable: [] });
  });

  it('are listed without the one that the server cannot read, and it is told', async () => {
    for (const id of ['a', 'b', 'c']) {
      room.ism.policies.set(id, { seq_no: 1, policy: POLICY_BODY });
    }
    room.ism.unreadable.add('b');
    const { policies, unreadable } = await listPolicies(room.cluster, ISM);
    expect(policies.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(unreadable).toEqual([
      'A policy cannot be read by the cluster itself, the one that follows “a” by its id: parseAggregators(...) must not be null',
    ]);
  });

  it('are not listed where the server can read none of them', async () => {
    for (let i = 0; i < 9; i += 1) {
      room.ism.policies.set(`policy-${i}`, { seq_no: i, policy: POLICY_BODY });
      room.ism.unreadable.add(`policy-${i}`);
    }
    await expect(listPolicies(room.cluster, ISM)).rejects.toMatchObject({
      details: { status: 500 },
    });
  });

  it.each(['policy-get-no-index', 'policy-get-missing'])('are not found: %s', async (recording) => {
    room.answers('GET policies', recording);
    await expect(getPolicy(room.cluster, ISM, 'nope')).rejects.toMatchObject({
      code: 'not_found',
      message: 'There is no policy with the id nope.',
    });
  });

  it('are not overwritten by a new one of the same id', async () => {
    await addPolicy('month');
    await expect(addPolicy('month')).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('already') as string,
    });
  });

  it('are not overwritten by somebody who has an old version open', async () => {
    const { seq_no, primary_term } = await addPolicy('month');
    const version = { seq_no, primary_term };
    await savePolicy(room.cluster, ISM, 'month', { body: POLICY_BODY, version });
    await expect(
      savePolicy(room.cluster, ISM, 'month', { body: POLICY_BODY, version })
    ).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('that the server would refuse are not sent', async () => {
    const body = { ...POLICY_BODY, default_state: 'nowhere' };
    await expect(savePolicy(room.cluster, ISM, 'month', { body })).rejects.toMatchObject({
      code: 'invalid_input',
      details: { problems: [{ field: 'body.default_state' }] },
    });
    expect(room.seen).toEqual([]);
  });

  it('may have an id that needs escaping', async () => {
    await addPolicy('logs/30 d?');
    expect((await getPolicy(room.cluster, ISM, 'logs/30 d?')).id).toBe('logs/30 d?');
    await deletePolicy(room.cluster, ISM, 'logs/30 d?');
    await expect(deletePolicy(room.cluster, ISM, 'logs/30 d?')).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('that the caller may not write are refused with who lacks which permission', async () => {
    room.answers('PUT policies', 'policy-write-refused');
    await expect(addPolicy('month')).rejects.toMatchObject({
      code: 'forbidden',
      message: 'bob lacks the permission cluster:admin/opendistro/ism/policy/write on the cluster.',
    });
  });
});
