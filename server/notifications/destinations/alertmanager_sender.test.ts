// The form of requests and answers: Alertmanager's API v2, openapi.yaml.
import { sampleMessage } from '../../../common/notifications/compose/samples';
import { alertmanager } from '../../../common/notifications/kinds/alertmanager';
import type { OutboundResult } from '../outbound/types';
import { sendToAlertmanager } from './alertmanager_sender';
import { answered, fakeClient } from './testing/fake_client';

const OK = answered(200, '');
const BAD = answered(400, '{"code":601,"message":"labels is required"}');
const DOWN: OutboundResult = { kind: 'failed', reason: 'refuses connections' };

const send = async (answers: OutboundResult[], settings = {}, secrets = {}) => {
  const { client, requests } = fakeClient(...answers);
  const urls = answers.map((_answer, index) => `http://am-${index}:9093`);
  const destination = alertmanager.saved.parse({
    ...{ type: 'alertmanager', name: 'AM', origin: '-', urls, ...settings },
  });
  const now = Date.UTC(2026, 0, 1);
  const outcome = await sendToAlertmanager(destination, secrets, sampleMessage('firing'), {
    ...{ client, timeLimit: 1000, now },
  });
  return { outcome, requests };
};

describe('Alertmanagers', () => {
  it('all get the same', async () => {
    const { outcome, requests } = await send([OK, OK]);
    expect(requests.map(({ url }) => url)).toEqual([
      'http://am-0:9093/api/v2/alerts',
      'http://am-1:9093/api/v2/alerts',
    ]);
    expect(requests[0].body).toBe(requests[1].body);
    expect(outcome.result).toBe('sent');
  });

  it.each([
    ['sent', [DOWN, OK]],
    ['sent', [OK, BAD]],
    ['retry', [DOWN, BAD]],
    ['parked', [BAD, BAD]],
    ['retry', [DOWN]],
    ['parked', [BAD]],
  ] as const)('together: %s where they say %j', async (result, answers) => {
    const { outcome } = await send([...answers]);
    expect(outcome.result).toBe(result);
    if (answers.length > 1) expect(outcome.answer).toMatch(/am-0:9093: [^]*am-1:9093: /);
  });

  it.each([
    [{ user: 'ops' }, { password: 'secret' }, `Basic ${btoa('ops:secret')}`],
    [{}, { token: 'secret' }, 'Bearer secret'],
    [{}, {}, undefined],
  ])('are asked as somebody: %j, %j', async (settings, secrets, authorization) => {
    const { requests } = await send([OK], settings, secrets);
    expect(requests[0].headers.authorization).toBe(authorization);
  });

  it('may repeat a password, which is not kept', async () => {
    const told = answered(401, `Not ${btoa('ops:long-password')}, long-password`);
    const { outcome } = await send([told], { user: 'ops' }, { password: 'long-password' });
    expect(outcome.answer).toMatch(/^Not •••=*, •••$/);
  });
});
