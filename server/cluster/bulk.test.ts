import { WatchkeeperError } from '../../common/errors';
import { bulk, demandWritten } from './bulk';
import type { BulkOperation } from './bulk';
import { FakeCluster } from './testing/fake_cluster';

const create = (id: string, source: object = {}): BulkOperation => ({
  ...{ kind: 'create', index: 'i', id, source },
});

describe('bulk', () => {
  it('tells apart what was written, what was there, and what was refused', async () => {
    const cluster = new FakeCluster();
    cluster.put('i', 'there', {});
    cluster.refuse = (_index, id) =>
      id === 'bad' ? { status: 400, type: 'mapper', reason: 'no' } : undefined;
    const results = await bulk(
      cluster,
      ['new', 'there', 'bad'].map((id) => create(id))
    );
    expect(results.map(({ kind }) => kind)).toEqual(['ok', 'conflict', 'failed']);
    expect(() => demandWritten(results)).toThrow('no');
    expect(() => demandWritten(results.slice(0, 2))).not.toThrow();
  });

  it('swaps only what has not changed', async () => {
    const cluster = new FakeCluster();
    const known = cluster.put('i', 'a', {});
    const swap = (seqNo: number): BulkOperation => ({
      ...{ kind: 'swap', index: 'i', id: 'a', source: { x: 1 } },
      expected: { seq_no: seqNo, primary_term: 1 },
    });
    const [first] = await bulk(cluster, [swap(known.seq_no)]);
    const [second] = await bulk(cluster, [swap(known.seq_no)]);
    expect([first.kind, second.kind]).toEqual(['ok', 'conflict']);
  });

  it('lets an older version change nothing, and the same one be written again', async () => {
    const cluster = new FakeCluster();
    const versioned = (version: number): BulkOperation => ({
      ...{ kind: 'versioned', index: 'i', id: 'a', source: { version }, version },
    });
    const results = await bulk(cluster, [versioned(5), versioned(4), versioned(5)]);
    expect(results.map(({ kind }) => kind)).toEqual(['ok', 'conflict', 'ok']);
    expect(cluster.doc('i', 'a')).toEqual({ version: 5 });
  });

  it('cuts what is too large for one request', async () => {
    const cluster = new FakeCluster();
    const text = 'x'.repeat(2_000_000);
    const results = await bulk(
      cluster,
      ['a', 'b', 'c'].map((id) => create(id, { text }))
    );
    expect(results.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
    expect(cluster.requests).toHaveLength(2);
  });

  it('finds the one because of which a request is refused as a whole', async () => {
    const cluster = new FakeCluster();
    const request = cluster.request.bind(cluster);
    cluster.request = async (sent, options) => {
      if (sent.lines?.includes('huge')) {
        throw new WatchkeeperError('cluster_refused', 'too large', { status: 413 });
      }
      return request(sent, options);
    };
    const results = await bulk(
      cluster,
      ['a', 'huge', 'b', 'c'].map((id) => create(id))
    );
    expect(results.map(({ kind }) => kind)).toEqual(['ok', 'failed', 'ok', 'ok']);
    expect(results[1]).toMatchObject({ status: 413 });
  });

  it('throws when nothing is known', async () => {
    const cluster = new FakeCluster();
    cluster.intercept = () => 'after';
    await expect(bulk(cluster, [create('a')])).rejects.toMatchObject({
      code: 'cluster_unreachable',
    });
  });
});
