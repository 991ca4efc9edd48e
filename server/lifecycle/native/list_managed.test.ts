import type { Cluster, ClusterOptions, ClusterRequest } from '../../cluster/types';
import { recordedAnswer } from '../testing/answers';
import { ismRoom } from '../testing/ism_room';
import type { IsmRoom } from '../testing/ism_room';
import { listManaged } from './list_managed';

// Real requests on a machine that may be busy.
jest.setTimeout(60_000);

const ISM = '/_plugins/_ism';

let room: IsmRoom;

const enter = async () => {
  room = await ismRoom({ prefix: ISM });
};

describe('managed indices', () => {
  beforeEach(enter);
  afterEach(async () => {
    expect(room.faults).toEqual([]);
    await room.leave();
  });

  const listed = async () =>
    (await listManaged(room.cluster, ISM)).indices.map(({ index }) => index);

  const manageMany = (count: number): string[] => {
    const names = Array.from({ length: count }, (_, i) => `logs-${String(i).padStart(4, '0')}`);
    for (const name of names) room.ism.manage(name, 'explain-in-hot');
    return names;
  };

  it('are none before there is an index for them', async () => {
    room.answers('GET explain', 'explain-no-index');
    expect(await listManaged(room.cluster, ISM)).toEqual({ indices: [], cut: false });
  });

  it('are all listed, however many pages they fill', async () => {
    const names = manageMany(250);
    expect(await listed()).toEqual(names);
    expect(room.seen).toHaveLength(3);
  });

  it('are all listed that the caller may see, though hidden ones shorten pages and totals', async () => {
    const names = manageMany(250);
    for (const name of names.slice(0, 100)) room.ism.hidden.add(name);
    for (const name of names.slice(120, 170)) room.ism.hidden.add(name);
    expect(await listed()).toEqual([...names.slice(100, 120), ...names.slice(170)]);
  });

  it('are read a few pages at once, ten thousand of them too', async () => {
    manageMany(10_000);
    let [running, most] = [0, 0];
    const counting: Cluster = {
      ...room.cluster,
      async request<T>(request: ClusterRequest, options?: ClusterOptions) {
        most = Math.max(most, ++running);
        try {
          return await room.cluster.request<T>(request, options);
        } finally {
          running -= 1;
        }
      },
    };
    const { indices, cut } = await listManaged(counting, ISM);
    expect([new Set(indices.map(({ index }) => index)).size, cut]).toEqual([10_000, false]);
    expect(room.seen).toHaveLength(100);
    expect(most).toBe(4);
  });

  it('are told as cut where there are more than a search can page through', async () => {
    const { body } = recordedAnswer('explain-in-hot').response;
    const many = { ...(body as object), total_managed_indices: 12_000 };
    room.ism.instead.set('GET explain', { status: 200, body: many });
    expect(await listManaged(room.cluster, ISM)).toMatchObject({ cut: true });
    expect(room.seen).toHaveLength(100);
  });

  it('whose listing is refused say who lacks which permission', async () => {
    room.answers('GET explain', 'explain-refused');
    await expect(listed()).rejects.toMatchObject({
      code: 'forbidden',
      message:
        'alice lacks the permission cluster:admin/opendistro/ism/managedindex/explain on the cluster.',
    });
  });

  it('whose listing never comes are given up', async () => {
    room.answers('GET explain', 'explain-all-bad-sortorder');
    await expect(listManaged(room.impatient, ISM)).rejects.toMatchObject({
      code: 'cluster_unreachable',
      details: { timed_out: true },
    });
  });
});
