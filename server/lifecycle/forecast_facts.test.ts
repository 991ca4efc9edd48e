import { readForecastFacts } from './forecast_facts';
import { deskRoom } from './testing/desk_room';
import type { DeskRoom } from './testing/desk_room';
import { POLICY_BODY } from './testing/ism_room';
import { startPlainCluster } from './testing/plain_cluster';
import type { PlainCluster } from './testing/plain_cluster';

// Real requests on a machine that may be busy.
jest.setTimeout(60_000);

const REFUSED = {
  status: 403,
  body: {
    error: {
      type: 'security_exception',
      reason: 'no permissions for [indices:monitor/stats] and User [name=alice, backend_roles=[]]',
    },
    status: 403,
  },
};

let plain: PlainCluster;
let room: DeskRoom;

beforeEach(async () => {
  plain = await startPlainCluster();
  room = await deskRoom({ upstream: plain.url });
  for (const [name, bytes] of Object.entries({ kept: 10, gone: 20, '.system': 30 })) {
    plain.indices.set(name, { created_at: 1, bytes });
  }
  room.ism.policies.set('month', { seq_no: 9, policy: POLICY_BODY });
  const like = { policy_id: 'month', policy_primary_term: 1, policy_seq_no: 4 };
  room.ism.manage('gone', 'explain-in-hot', like);
});

afterEach(async () => {
  expect(room.faults).toEqual([]);
  await room.leave();
  await plain.close();
});

const read = () => readForecastFacts(room.readings, room.by, 7);

describe('what a forecast of all indices rests on', () => {
  it('is every index with its policy and its place in it, without those of the system', async () => {
    const facts = await read();
    expect(facts).toMatchObject({
      ...{ now: 7, native: 'ism', left_out: 1, outdated: 1, gaps: [] },
      engine: { enabled: true, every: 5 },
    });
    expect(facts.policies?.map(({ id }) => id)).toEqual(['month']);
    const indices = facts.indices.map(({ facts: { name, primary_bytes: bytes }, policy_id }) => [
      ...[name, bytes, policy_id],
    ]);
    expect(indices).toEqual([
      ['kept', 10, undefined],
      ['gone', 20, 'month'],
    ]);
    expect(facts.indices[1].cursor?.state).toBe('hot');
  });

  it('is read once for all who look within seconds, and anew after a change', async () => {
    await Promise.all([read(), read()]);
    const asked = () => room.asked('GET /_cat/indices');
    expect(asked()).toBe(1);
    room.readings.changed();
    await read();
    expect(asked()).toBe(2);
  });

  it('says nothing of policies where the managed indices are refused, and names who lacks what', async () => {
    room.answers('GET explain', 'explain-refused');
    const facts = await read();
    expect(facts).not.toHaveProperty('policies');
    expect(facts.indices).toHaveLength(2);
    expect(facts.gaps).toEqual([expect.stringContaining('alice lacks the permission')]);
  });

  it('is refused where the indices cannot be listed', async () => {
    plain.refused.set('GET /_cat/indices', REFUSED);
    await expect(read()).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('leaves the disks out where they may not be seen, without a word', async () => {
    plain.refused.set('GET /_nodes', REFUSED);
    const facts = await read();
    expect(facts).not.toHaveProperty('disk');
    expect(facts.gaps).toEqual([]);
  });
});
