// Requests and answers: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html, STS/latest/APIReference/API_AssumeRole.html
import { sampleMessage } from '../../../common/notifications/compose/samples';
import { sns } from '../../../common/notifications/kinds/sns';
import type { OutboundResult } from '../outbound/types';
import { sendToSns } from './sns_sender';
import { answered, fakeClient } from './testing/fake_client';

const PUBLISHED = answered(
  200,
  '<PublishResponse><PublishResult><MessageId>567910cd</MessageId></PublishResult></PublishResponse>'
);
const NOW = Date.UTC(2026, 0, 1);
const role = (expiration: number) =>
  answered(
    200,
    `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIATEMPORARY</AccessKeyId><SecretAccessKey>temporary-secret</SecretAccessKey><SessionToken>temporary-token</SessionToken><Expiration>${new Date(expiration).toISOString()}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`
  );
const REFUSED = answered(
  403,
  '<ErrorResponse><Error><Code>AccessDenied</Code><Message>User AKIAOWN is not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>'
);

const SECRETS = { access_key_id: 'AKIAOWN', secret_access_key: 'own-secret-key' };

const send = async (answers: OutboundResult[], settings = {}, now = NOW) => {
  const { client, requests } = fakeClient(...answers);
  const target = 'arn:aws:sns:eu-central-1:123456789012:alerts';
  const destination = sns.saved.parse({
    ...{ type: 'sns', name: 'SNS', origin: '-', target, ...settings },
  });
  const content = sampleMessage('firing');
  const outcome = await sendToSns(destination, SECRETS, content, { client, timeLimit: 1000, now });
  return { outcome, requests };
};

const roleNamed = (name: string) => ({ role_arn: `arn:aws:iam::123456789012:role/${name}` });

describe('SNS', () => {
  it('gets a signed form', async () => {
    const { outcome, requests } = await send([PUBLISHED]);
    expect(outcome).toMatchObject({ result: 'sent', status: 200 });
    expect(requests[0]).toMatchObject({
      ...{ method: 'POST', url: 'https://sns.eu-central-1.amazonaws.com/' },
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        'x-amz-date': '20260101T000000Z',
        authorization: expect.stringMatching(
          /^AWS4-HMAC-SHA256 Credential=AKIAOWN\/20260101\/eu-central-1\/sns\/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=[0-9a-f]{64}$/
        ),
      },
    });
    expect(new URLSearchParams(requests[0].body).get('Action')).toBe('Publish');
  });

  it('is published to with the credentials of a role, which are taken once', async () => {
    const settings = roleNamed('once');
    const first = await send([role(NOW + 3_600_000), PUBLISHED], settings);
    expect(first.requests.map(({ url }) => url)).toEqual([
      'https://sts.eu-central-1.amazonaws.com/',
      'https://sns.eu-central-1.amazonaws.com/',
    ]);
    expect(first.requests[1].headers).toMatchObject({
      'x-amz-security-token': 'temporary-token',
      authorization: expect.stringContaining('Credential=ASIATEMPORARY/'),
    });
    const second = await send([PUBLISHED], settings);
    expect(second.requests).toHaveLength(1);
    const late = await send([role(NOW + 9_000_000), PUBLISHED], settings, NOW + 3_400_000);
    expect(late.requests).toHaveLength(2);
  });

  it('is not published to where the role is refused', async () => {
    const { outcome, requests } = await send([REFUSED], roleNamed('refused'));
    expect(requests).toHaveLength(1);
    expect(outcome).toMatchObject({
      result: 'parked',
      reason: expect.stringContaining('AccessDenied'),
    });
    expect(JSON.stringify(outcome)).not.toContain('AKIAOWN');
  });

  it('tells nothing of an answer of STS that is not understood', async () => {
    const { outcome } = await send(
      [answered(200, '<AccessKeyId>ASIATEMPORARY</AccessKeyId>')],
      roleNamed('odd')
    );
    expect(outcome.result).toBe('parked');
    expect(JSON.stringify(outcome)).not.toContain('ASIATEMPORARY');
  });
});
