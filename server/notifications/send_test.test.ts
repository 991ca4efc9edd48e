import { destinationSchema } from '../../common/notifications/destination';
import type { Secrets } from '../../common/notifications/kinds/registry';
import { FakeCluster } from '../cluster/testing/fake_cluster';
import { TestClock } from '../cluster/testing/test_clock';
import { answered, fakeClient } from './destinations/testing/fake_client';
import type { OutboundResult } from './outbound/types';
import { createSendTest } from './send_test';

const PAGER = { type: 'pagerduty', name: 'Pager', origin: 'https://events.pagerduty.com' };
const CENTRE = { type: 'opsgenie', name: 'Centre', origin: 'https://api.opsgenie.com' };
const CHAT = { type: 'mattermost', name: 'Chat', origin: 'https://chat.example' };

const test = async (saved: object, secrets: object, ...answers: OutboundResult[]) => {
  const { client, requests } = fakeClient(...answers);
  const sendTest = createSendTest({
    ...{ client, cluster: new FakeCluster(), clock: new TestClock(), timeLimit: 1000 },
  });
  const destination = destinationSchema.parse(saved);
  const answer = await sendTest({ destination, secrets: secrets as Secrets }, {});
  const bodies = requests.map(({ body }) => JSON.parse(String(body)) as Record<string, unknown>);
  return { answer, requests, bodies };
};

describe('a test message to where incidents are kept', () => {
  it('closes the incident that it has opened, and says so', async () => {
    const key = { routing_key: 'k'.repeat(32) };
    const taken = answered(202, '{"status":"success"}');
    const { answer, bodies } = await test(PAGER, key, taken, taken);
    expect(answer).toMatchObject({ ok: true, status: 202, closed: { ok: true } });
    expect(bodies.map(({ event_action: action }) => action)).toEqual(['trigger', 'resolve']);
    expect(bodies[1].dedup_key).toBe(bodies[0].dedup_key);
  });

  it('closes it by its alias at Opsgenie', async () => {
    const taken = answered(202, '{"result":"Request will be processed"}');
    const { requests, bodies } = await test(CENTRE, { api_key: 'secret-key' }, taken, taken);
    const alias = String(bodies[0].alias);
    expect(requests[1].url).toContain(`/v2/alerts/${alias}/close?identifierType=alias`);
  });

  it('says why it could not be closed, and is delivered all the same', async () => {
    const key = { routing_key: 'k'.repeat(32) };
    const { answer } = await test(PAGER, key, answered(202, '{}'), {
      ...{ kind: 'failed', reason: 'Nobody answers.' },
    });
    expect(answer).toMatchObject({ ok: true, closed: { ok: false, reason: 'Nobody answers.' } });
  });

  it('closes nothing where it was refused, or where none is kept', async () => {
    const key = { routing_key: 'k'.repeat(32) };
    const refused = await test(PAGER, key, answered(400, '{"message":"Event object is invalid"}'));
    expect(refused.answer).not.toHaveProperty('closed');
    const url = { url: 'https://chat.example/hooks/1' };
    const chat = await test(CHAT, url, answered(200, 'ok'));
    expect(chat.answer.ok).toBe(true);
    expect(chat.answer).not.toHaveProperty('closed');
  });
});
