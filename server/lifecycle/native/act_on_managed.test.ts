import type { ManagedAct } from '../../../common/lifecycle/api';
import type { Cluster } from '../../cluster/types';
import { ismRoom, POLICY_BODY } from '../testing/ism_room';
import type { IsmRoom } from '../testing/ism_room';
import { actOnManaged, inChunks } from './act_on_managed';
import { listManaged } from './list_managed';

// Real requests on a machine that may be busy.
jest.setTimeout(60_000);

const ISM = '/_plugins/_ism';

let room: IsmRoom;

describe('what is done to managed indices', () => {
  beforeEach(async () => {
    room = await ismRoom({ prefix: ISM });
    room.ism.policies.set('month', { seq_no: 0, policy: POLICY_BODY });
  });
  afterEach(async () => {
    expect(room.faults).toEqual([]);
    await room.leave();
  });

  const act = (wanted: ManagedAct, by = room.cluster) => actOnManaged(by, ISM, wanted);
  const apply = (...indices: string[]) => act({ act: 'apply', indices, policy_id: 'month' });

  it('is told one by one where a success hides failures', async () => {
    room.ism.indices.set('plain-1', null);
    room.ism.manage('plain-2');
    expect(await apply('plain-1', 'plain-2')).toEqual({
      updated: 1,
      failed: [
        { index: 'plain-2', reason: expect.stringContaining('already has a policy') as string },
      ],
      passed_over: 0,
    });
  });

  it('counts what the engine passes over without a word', async () => {
    room.ism.indices.set('plain-1', null);
    room.ism.indices.set('secret', null);
    room.ism.hidden.add('secret');
    expect(await apply('plain-1', 'gone', 'secret')).toEqual({
      ...{ updated: 1, failed: [], passed_over: 2 },
    });
  });

  it('is not done for a policy that is not there', async () => {
    room.ism.indices.set('plain-1', null);
    const wanted: ManagedAct = { act: 'apply', indices: ['plain-1'], policy_id: 'nope' };
    await expect(act(wanted)).rejects.toMatchObject({
      code: 'not_found',
      message: 'There is no policy with the id nope.',
    });
  });

  it('is done to the others where one index is gone', async () => {
    for (const name of ['a', 'b', 'c']) room.ism.manage(name);
    expect(await act({ act: 'remove', indices: ['a', 'gone', 'b', 'away', 'c'] })).toEqual({
      updated: 3,
      failed: [
        { index: 'gone', reason: 'no such index [gone]' },
        { index: 'away', reason: 'no such index [away]' },
      ],
      passed_over: 0,
    });
  });

  it('retries what has failed, from a state where one is given, and says what has not failed', async () => {
    room.ism.manage('broken-1', 'explain-failed');
    room.ism.manage('plain-1', 'explain-in-hot');
    const wanted: ManagedAct = { act: 'retry', indices: ['broken-1', 'plain-1'], state: 'hot' };
    expect(await act(wanted)).toMatchObject({
      updated: 1,
      failed: [{ index: 'plain-1', reason: 'This index is not in failed state.' }],
    });
    const { indices } = await listManaged(room.cluster, ISM);
    expect(indices[0]).toMatchObject({ cursor: { transition_to: 'hot' } });
  });

  it('changes the policy of indices in some states only', async () => {
    room.ism.manage('plain-1', 'explain-in-hot');
    const change = (include: string[]) =>
      act({ act: 'change', indices: ['plain-1'], policy_id: 'month', state: 'gone', include });
    expect(await change(['hot'])).toMatchObject({ updated: 1, passed_over: 0 });
    expect(await change(['nosuch'])).toMatchObject({ updated: 0, passed_over: 1 });
  });

  it('reaches a thousand indices with long names in lines that a node reads', async () => {
    const indices = Array.from({ length: 1000 }, (_, i) => `${'long-name-'.repeat(10)}${i}`);
    for (const index of indices) room.ism.indices.set(index, null);
    expect(await apply(...indices)).toEqual({ updated: 1000, failed: [], passed_over: 0 });
    expect(room.seen.length).toBeLessThan(60);
  });

  it('is over when the cluster goes silent: what may be done, and what was not tried', async () => {
    const indices = Array.from({ length: 80 }, (_, i) => `${'n'.repeat(100)}${i}`);
    for (const index of indices) room.ism.indices.set(index, null);
    const silent: Cluster = {
      ...room.cluster,
      request: (request, options) => {
        if (room.seen.length === 1) room.answers('POST add', 'explain-all-bad-sortorder');
        return room.cluster.request(request, {
          ...options,
          timeoutMs: room.seen.length === 0 ? 30_000 : 500,
        });
      },
    };
    const answer = await act({ act: 'apply', indices, policy_id: 'month' }, silent);
    expect(answer.updated).toBeGreaterThan(0);
    expect(answer.updated + answer.failed.length).toBe(80);
    expect(answer.failed[0].reason).toContain('does not answer');
    expect(answer.failed.at(-1)?.reason).toContain('was not tried');
    expect(room.seen).toHaveLength(2);
  });
});

describe('groups of names', () => {
  it('hold every name once, in order, below the length of a line', () => {
    // Names of every length, with characters that grow when they are escaped.
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const letters = ['a', '-', '.', '한', 'é', '%', '0', '<'];
    for (let round = 0; round < 200; round += 1) {
      const names = Array.from({ length: random(300) }, () =>
        Array.from({ length: 1 + random(85) }, () => letters[random(letters.length)]).join('')
      );
      const chunks = inChunks(names);
      expect(chunks.flat()).toEqual(names);
      for (const chunk of chunks) {
        const path = `/_opendistro/_ism/change_policy/${chunk.map(encodeURIComponent).join(',')}`;
        expect(`POST ${path}?cluster_manager_timeout=30s HTTP/1.1`.length).toBeLessThan(4096);
      }
    }
  });
});
