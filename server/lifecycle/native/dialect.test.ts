import { ismRoom } from '../testing/ism_room';
import type { IsmRoom } from '../testing/ism_room';
import { demandDialect, dialectOf, engineFacts } from './dialect';

// Real requests on a machine that may be busy.
jest.setTimeout(60_000);

const ISM = '/_plugins/_ism';

let room: IsmRoom;

describe('which Index State Management a cluster has', () => {
  afterEach(() => room.leave());

  it('is found under the path of today', async () => {
    room = await ismRoom({ prefix: ISM });
    expect(await engineFacts(room.cluster)).toEqual({ native: 'ism', simulate: false });
    expect(room.faults).toEqual([]);
  });

  it('is found under the path of Open Distro', async () => {
    room = await ismRoom({ prefix: '/_opendistro/_ism' });
    expect(await engineFacts(room.cluster)).toEqual({ native: 'opendistro', simulate: false });
    expect(room.faults).toEqual([]);
  });

  it('is known to simulate when that call refuses an empty request in its own words', async () => {
    room = await ismRoom({ prefix: ISM });
    room.ism.simulates = true;
    expect(await engineFacts(room.cluster)).toEqual({ native: 'ism', simulate: true });
  });

  it('is none where nobody handles the path, and calls say what is missing', async () => {
    room = await ismRoom({});
    expect(await engineFacts(room.cluster)).toEqual({ native: 'none', simulate: false });
    await expect(demandDialect(room.cluster)).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('opensearch-index-management') as string,
    });
  });

  it('is there for a caller who may not list policies, and says what that caller lacks', async () => {
    room = await ismRoom({ prefix: ISM });
    room.answers('GET policies', 'policy-get-refused');
    expect(await dialectOf(room.cluster)).toBe(ISM);
    expect(await engineFacts(room.cluster)).toMatchObject({
      native: 'ism',
      refused: 'alice lacks the permission cluster:admin/opendistro/ism/policy/get on the cluster.',
    });
  });
});

describe('the imitation that all this is tested against', () => {
  it('notices what the plugin would not read', async () => {
    room = await ismRoom({ prefix: ISM });
    await room.cluster.request({
      ...{ method: 'GET', path: `${ISM}/policies`, query: { limit: 5 } },
    });
    await room.cluster
      .request({
        ...{
          method: 'PUT',
          path: `${ISM}/policies/x`,
          query: { if_seq_no: 1 },
          body: { states: [] },
        },
      })
      .catch(() => undefined);
    expect(room.faults).toEqual([
      'GET policies knows no parameter limit.',
      'PUT policies reads no states.',
      'PUT policies needs policy.',
      'PUT policies gives one half of a version.',
    ]);
    await room.leave();
  });
});
