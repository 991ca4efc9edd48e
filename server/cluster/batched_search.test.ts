import { WatchkeeperError } from '../../common/errors';
import { batchedSearch } from './batched_search';
import { FakeCluster, answerOf, refusalOf } from './testing/fake_cluster';

const request = (name: string) => ({ indices: ['logs'], body: `{"size":0,"x":"${name}"}` });
const requests = (count: number) => Array.from({ length: count }, (_, i) => request(`good-${i}`));
const timedOut = () =>
  new WatchkeeperError('cluster_unreachable', 'Request timed out', { timed_out: true });

const batches = (cluster: FakeCluster): number[] =>
  cluster.requests
    .filter(({ path }) => path === '/_msearch')
    .map(({ lines = '' }) => lines.trimEnd().split('\n').length / 2);

/** A cluster on which searches of one name never end. */
class HungCluster extends FakeCluster {
  constructor(
    private readonly endless: string,
    private readonly dead = false
  ) {
    super();
  }

  override async text(...args: Parameters<FakeCluster['text']>) {
    if (args[0].lines?.includes(this.endless)) throw timedOut();
    return super.text(...args);
  }

  override async request<T>(...args: Parameters<FakeCluster['request']>) {
    if (this.dead) throw timedOut();
    return super.request<T>(...args);
  }
}

describe('batchedSearch', () => {
  it('sends what is asked twice once, and answers both', async () => {
    const cluster = new FakeCluster();
    cluster.search = (_header, body) => answerOf(body.includes('twin') ? 7 : 1);
    const outcomes = await batchedSearch(
      cluster,
      [request('twin'), request('other'), request('twin')],
      1000
    );
    expect(outcomes.map((each) => each.kind === 'answer' && each.hits)).toEqual([7, 1, 7]);
    expect(batches(cluster)).toEqual([2]);
  });

  it('demands whole answers', async () => {
    const cluster = new FakeCluster();
    await batchedSearch(cluster, [request('a')], 1000);
    expect(cluster.requests[0].lines).toContain('"allow_partial_search_results":false');
  });

  it('halves a refused batch until the culprits stand alone, and answers the others', async () => {
    const cluster = new FakeCluster();
    cluster.search = (_header, body) =>
      body.includes('bad') ? refusalOf('unknown query') : answerOf(1);
    const all = [...requests(60), request('bad-1'), ...requests(60).slice(1), request('bad-2')];
    const outcomes = await batchedSearch(cluster, all, 1000);
    const problems = outcomes.flatMap((each, i) => (each.kind === 'problem' ? [i] : []));
    expect(problems).toEqual([60, all.length - 1]);
    expect(outcomes[60]).toMatchObject({ spoils: true, problem: { code: 'parsing_exception' } });
    expect(batches(cluster).length).toBeLessThan(32);
  });

  it('blames one item for its own error, and asks no second time', async () => {
    const cluster = new FakeCluster();
    const error = { type: 'index_not_found_exception', reason: 'no such index [x]' };
    cluster.search = (_header, body) =>
      body.includes('bad') ? { error, status: 404 } : answerOf(1);
    const outcomes = await batchedSearch(cluster, [request('bad'), request('a')], 1000);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['problem', 'answer']);
    expect(batches(cluster)).toEqual([2]);
  });

  it('knows nothing of a search that the cluster is too busy for, in whole or for one item', async () => {
    const cluster = new FakeCluster();
    const rejected = { type: 'rejected_execution_exception', reason: 'queue is full' };
    cluster.search = (_header, body) =>
      body.includes('late') ? { error: rejected, status: 429 } : answerOf(1);
    const one = await batchedSearch(cluster, [request('late'), request('a')], 1000);
    expect(one.map(({ kind }) => kind)).toEqual(['busy', 'answer']);
    cluster.text = async () => {
      throw new WatchkeeperError('too_busy', 'queue is full');
    };
    const whole = await batchedSearch(cluster, requests(2), 1000);
    expect(whole.map(({ kind }) => kind)).toEqual(['busy', 'busy']);
  });

  it.each([
    ['a shard is missing', { _shards: { total: 2, successful: 1, skipped: 0, failed: 0 } }],
    ['it ran into its time limit', { timed_out: true }],
    ['a remote cluster was skipped', { _clusters: { total: 2, successful: 1, skipped: 1 } }],
  ])('calls an answer a problem when %s', async (_why, change) => {
    const cluster = new FakeCluster();
    cluster.search = () => ({ ...answerOf(0), ...change });
    expect((await batchedSearch(cluster, [request('a')], 1000))[0].kind).toBe('problem');
  });

  it('takes a wildcard that matches nothing for no hits', async () => {
    const cluster = new FakeCluster();
    const shards = { total: 0, successful: 0, skipped: 0, failed: 0 };
    cluster.search = () => ({ ...answerOf(0), _shards: shards });
    const [outcome] = await batchedSearch(cluster, [request('a')], 1000);
    expect(outcome).toMatchObject({ kind: 'answer', hits: 0 });
  });

  it('has each of a batch that never came back asked alone, and then blames the endless one', async () => {
    const cluster = new HungCluster('endless');
    const all = [request('endless'), ...requests(3)];
    const outcomes = await batchedSearch(cluster, all, 1000);
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['hung']));
    const [alone] = await batchedSearch(cluster, [request('endless')], 1000);
    expect(alone).toMatchObject({ kind: 'problem', problem: { code: 'timed_out' }, spoils: true });
  });

  it('blames nobody when the cluster does not answer at all', async () => {
    const cluster = new HungCluster('a', true);
    await expect(batchedSearch(cluster, [request('a')], 1000)).rejects.toThrow('timed out');
  });

  it('does not halve a batch that the caller may not send', async () => {
    const cluster = new FakeCluster();
    const text = jest.fn(async () => {
      throw new WatchkeeperError('forbidden', 'no permissions');
    });
    cluster.text = text;
    await expect(batchedSearch(cluster, requests(8), 1000)).rejects.toThrow('no permissions');
    expect(text).toHaveBeenCalledTimes(1);
  });

  it('blames the one whose answer cannot be read', async () => {
    const cluster = new FakeCluster();
    const text = cluster.text.bind(cluster);
    cluster.text = async (request_, options) => {
      const answer = await text(request_, options);
      return request_.lines?.includes('garbled') ? { ...answer, body: '{"responses":[' } : answer;
    };
    const outcomes = await batchedSearch(cluster, [request('garbled'), ...requests(4)], 1000);
    expect(outcomes.map(({ kind }) => kind)).toEqual([
      'problem',
      ...Array.from({ length: 4 }, () => 'answer'),
    ]);
  });
});
