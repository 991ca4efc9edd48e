// Its receiver is OpenSearch's own index API: https://docs.opensearch.org/latest/api-reference/document-apis/index-document/
import { WatchkeeperError } from '../../../common/errors';
import { sampleMessage } from '../../../common/notifications/compose/samples';
import { indexDocument } from '../../../common/notifications/kinds/index_document';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import { sendToIndex } from './index_sender';
import { fakeClient } from './testing/fake_client';

const send = async (answer: number | Error, index = 'alerts-%Y') => {
  const requests: ClusterRequest[] = [];
  const cluster = {
    request: (request: ClusterRequest) => {
      requests.push(request);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ status: answer });
    },
  } as unknown as Cluster;
  const destination = indexDocument.saved.parse({
    ...{ type: 'index', name: 'Record', origin: 'cluster', index },
  });
  const content = { ...sampleMessage('firing'), id: 'm/1.m0', created_at: Date.UTC(2026, 5, 1) };
  const { client } = fakeClient();
  const outcome = await sendToIndex(destination, {}, content, {
    ...{ client, cluster, timeLimit: 1000, now: 0 },
  });
  return { outcome, requests };
};

const refusal = (code: 'too_busy' | 'cluster_unreachable' | 'forbidden' | 'cluster_refused') =>
  new WatchkeeperError(code, 'Because.', code === 'cluster_refused' ? { status: 400 } : {});

describe('an index', () => {
  it('gets a document under the id of the message', async () => {
    const { outcome, requests } = await send(201);
    expect(requests).toMatchObject([{ method: 'PUT', path: '/alerts-2026/_create/m%2F1.m0' }]);
    expect(outcome).toMatchObject({ result: 'sent', status: 201 });
  });

  it('has it already where an attempt before this one wrote it', async () => {
    const { outcome } = await send(409);
    expect(outcome).toEqual({
      ...{ result: 'sent', status: 409, answer: 'alerts-2026: was written before' },
    });
  });

  it.each([
    ['too_busy', 'retry'],
    ['cluster_unreachable', 'retry'],
    ['forbidden', 'parked'],
    ['cluster_refused', 'parked'],
  ] as const)('that says %s: %s', async (code, result) => {
    const { outcome } = await send(refusal(code));
    expect(outcome).toMatchObject({ result, answer: 'Because.' });
  });

  it('of the plugin itself is never written to, whatever is stored', async () => {
    const { outcome, requests } = await send(201, '.watchkeeper-alerts');
    expect(outcome).toMatchObject({ result: 'parked', reason: expect.stringContaining('dot') });
    expect(requests).toEqual([]);
  });
});
