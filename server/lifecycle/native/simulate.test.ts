// No recording has this call: the imitation follows the specification of `_ism/simulate` and the plugin's own source.
import { ismRoom, POLICY_BODY } from '../testing/ism_room';
import type { IsmRoom } from '../testing/ism_room';
import { simulateNative } from './simulate';

jest.setTimeout(60_000);

let room: IsmRoom;

beforeEach(async () => {
  room = await ismRoom({ prefix: '/_plugins/_ism' });
});

afterEach(async () => {
  expect(room.faults).toEqual([]);
  await room.leave();
});

const ask = (indices: string[]) =>
  simulateNative(room.cluster, '/_plugins/_ism', {
    body: { ...POLICY_BODY, schema_version: 25, policy_id: 'p' },
    indices,
  });

describe('the simulation of the engine', () => {
  it('is asked with the policy as it is written, some hundred indices at a time', async () => {
    room.ism.simulates = true;
    room.ism.simulated.set('logs-1', { current_state: 'hot', current_action: 'transition' });
    const names = Array.from({ length: 250 }, (_, place) => `logs-${place}`);
    const steps = await ask(names);
    expect(steps).toHaveLength(250);
    expect(steps[1]).toEqual({
      ...{ index: 'logs-1', is_managed: false, state: 'hot', action: 'transition' },
    });
    expect(steps[0].error).toContain('not found');
    expect(room.seen).toEqual(Array(2).fill('POST /_plugins/_ism/simulate'));
  });

  it('is missing on most clusters', async () => {
    await expect(ask(['a'])).rejects.toMatchObject({
      ...{ code: 'not_found', message: expect.stringContaining('no simulation of its own') },
    });
  });

  it('says why it refuses a policy', async () => {
    const refused = { error: { type: 'illegal_argument_exception', reason: 'Bad policy' } };
    room.ism.instead.set('POST simulate', { status: 400, body: { ...refused, status: 400 } });
    await expect(ask(['a'])).rejects.toMatchObject({ message: 'Bad policy' });
  });
});
