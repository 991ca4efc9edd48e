import { managedDetail } from './managed_detail';
import { recordedAnswer } from './testing/answers';
import { deskRoom } from './testing/desk_room';
import type { DeskRoom } from './testing/desk_room';
import { POLICY_BODY } from './testing/ism_room';

// Real requests on a machine that may be busy.
jest.setTimeout(60_000);

let room: DeskRoom;

beforeEach(async () => {
  room = await deskRoom();
  await room.policies.save(room.by, 'month', { body: POLICY_BODY });
});

afterEach(async () => {
  expect(room.faults).toEqual([]);
  await room.leave();
});

const detail = (index: string) => managedDetail(room.readings, room.by, index, 5);

describe('one managed index', () => {
  it('comes with the policy that it follows and the one that is stored, and says what is lacking', async () => {
    const older = { ...POLICY_BODY, description: 'older' };
    room.ism.manage('logs-1', 'explain-failed', {
      ...{ policy_id: 'month', policy: older, policy_seq_no: 99 },
    });
    const found = await detail('logs-1');
    expect(found).toMatchObject({
      ...{ at: 5, applied: older, stored: { id: 'month', body: POLICY_BODY } },
      managed: { index: 'logs-1', policy_id: 'month', outdated: true },
      raw: { index_uuid: 'uuid-of-logs-1' },
    });
    expect(found.raw).not.toHaveProperty('policy');
    // There is no cluster behind this engine that could be asked about the index itself.
    expect(found.facts).toBeUndefined();
    expect(found.gaps).toEqual([expect.stringContaining('The indices could not be read')]);
  });

  it('is shown as well when its policy was deleted', async () => {
    room.ism.manage('logs-1', 'explain-in-hot', { policy_id: 'gone', policy: POLICY_BODY });
    const found = await detail('logs-1');
    expect(found.stored).toBeUndefined();
    expect(found.applied).toEqual(POLICY_BODY);
    expect(found.gaps[0]).toContain('There is no policy gone any more');
  });

  it('is missed in a sentence where it is not there, or no policy manages it', async () => {
    room.ism.indices.set('free', null);
    for (const index of ['free', 'nope']) {
      await expect(detail(index)).rejects.toMatchObject({
        code: 'not_found',
        message: expect.stringContaining(`No policy manages an index ${index}`),
      });
    }
  });

  it('is read as it was recorded', async () => {
    const { body } = recordedAnswer('explain-show-policy-validate').response;
    room.answers('GET explain', 'explain-show-policy-validate');
    const [index] = Object.keys(body as object);
    const found = await detail(index);
    expect(found.managed.conditions).toHaveLength(3);
    expect(found.applied).toMatchObject({ default_state: 'hot' });
  });
});
