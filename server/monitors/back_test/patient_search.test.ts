import { WatchkeeperError } from '../../../common/errors';
import { FakeCluster } from '../../cluster/testing/fake_cluster';
import { patientSearch, patiently } from './patient_search';

const request = (body: string) => ({ indices: ['logs'], body });

const ANSWER = { took: 3, hits: { total: { value: 1, relation: 'eq' }, hits: [] } };
const BUSY = { status: 429, error: { type: 'rejected', reason: 'queue is full' } };

describe('a search with patience', () => {
  it('asks a busy cluster again, and only for what is missing', async () => {
    const cluster = new FakeCluster();
    const asked: string[] = [];
    cluster.search = (_header, body) => {
      asked.push(body);
      return body.includes('"b"') && asked.length < 3 ? BUSY : ANSWER;
    };
    const outcomes = await patientSearch(cluster, [request('{"a":1}'), request('{"b":1}')], 1000);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['answer', 'answer']);
    expect(asked).toEqual(['{"a":1}', '{"b":1}', '{"b":1}']);
  });

  it('leaves a problem to whoever asks', async () => {
    const cluster = new FakeCluster();
    cluster.search = () => ({ status: 400, error: { type: 'bad', reason: 'No such thing' } });
    const [outcome] = await patientSearch(cluster, [request('{}')], 1000);
    expect(outcome).toMatchObject({ kind: 'problem', problem: { code: 'bad' } });
  });

  it('repeats what the cluster was too busy for, and nothing else', async () => {
    let times = 0;
    const value = await patiently(async () => {
      if (++times < 2) throw new WatchkeeperError('too_busy', 'Busy.');
      return 'done';
    });
    expect([value, times]).toEqual(['done', 2]);
    const wrong = new WatchkeeperError('forbidden', 'No.');
    await expect(patiently(() => Promise.reject(wrong))).rejects.toBe(wrong);
  });
});
