// The form of requests and errors: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
import { sampleMessage } from '../compose/samples';
import type { MessageContent } from './message_content';
import { judgeAws, sns, snsParameters, snsUrl, stsUrl } from './sns';
import { snsTargetOf } from './sns_target';

const TOPIC = 'arn:aws:sns:eu-central-1:123456789012:alerts';
const FIFO = `${TOPIC}.fifo`;
const saved = (more = {}) =>
  sns.saved.parse({ ...{ type: 'sns', name: 'SNS', origin: '-', target: TOPIC }, ...more });
const parameters = (content: MessageContent, more = {}) =>
  snsParameters(saved(more), content).parameters;

describe('a message for SNS', () => {
  it('is published to a topic, with a subject', () => {
    expect(parameters(sampleMessage('firing'))).toEqual({
      ...{ Action: 'Publish', Version: '2010-03-31', TopicArn: TOPIC },
      Subject: 'Firing: Errors are high (web-1)',
      Message: expect.stringContaining('is firing'),
    });
  });

  it('keeps its order and arrives once in a FIFO topic', () => {
    const { id } = sampleMessage('firing');
    expect(parameters(sampleMessage('firing'), { target: FIFO })).toMatchObject({
      MessageGroupId: 'a-sample-of-an-alert',
      MessageDeduplicationId: id,
    });
    expect(parameters(sampleMessage('firing'))).not.toHaveProperty('MessageGroupId');
  });

  it('goes to a phone without a subject, its title first', () => {
    const sent = parameters(sampleMessage('resolved'), {
      target: '+4915112345678',
      region: 'eu-west-1',
    });
    expect(sent).toMatchObject({ PhoneNumber: '+4915112345678' });
    expect(sent).not.toHaveProperty('Subject');
    expect(sent.Message).toMatch(/^Recovered: Errors are high \(web-1\)\n/);
  });

  it('has a subject of at most 100 characters of ASCII, in one line', () => {
    const { Subject } = parameters({
      ...sampleMessage('firing'),
      subject: `Störung ⚠ ${'x'.repeat(200)}`,
    });
    expect(Subject).toMatch(/^Storung \? x+$/);
    expect(Subject).toHaveLength(100);
  });

  it('is cut at 256 KB, and says so', () => {
    const content = sampleMessage('firing', { ownText: 'é'.repeat(200_000) });
    const { notes } = sns.render(saved(), content);
    expect(Buffer.byteLength(parameters(content).Message)).toBeLessThanOrEqual(262_144);
    expect(notes).toHaveLength(1);
  });

  it.each([
    [TOPIC, 'topic'],
    [FIFO, 'topic'],
    ['arn:aws-cn:sns:cn-north-1:123456789012:alerts', 'topic'],
    ['arn:aws:sns:us-west-2:123456789012:endpoint/GCM/app/5e3e9847-3183', 'endpoint'],
    ['+15555550100', 'phone'],
    ['arn:aws:sqs:us-west-2:123456789012:alerts', undefined],
    ['arn:aws:sns:us-west-2:123456789012:two words', undefined],
    ['015112345678', undefined],
  ])('knows what %s is: %s', (text, kind) => {
    expect(snsTargetOf(text)?.kind).toBe(kind);
  });

  it('goes to the region of its topic, whatever region is set', () => {
    expect(snsUrl(saved({ region: 'us-east-1' }))).toBe('https://sns.eu-central-1.amazonaws.com');
    expect(snsUrl(saved({ target: 'arn:aws-cn:sns:cn-north-1:123456789012:a' }))).toBe(
      'https://sns.cn-north-1.amazonaws.com.cn'
    );
    expect(snsUrl(saved({ api_url: 'https://vpce-1.example.com/' }))).toBe(
      'https://vpce-1.example.com'
    );
  });

  it('binds its keys to STS too where a role is taken', () => {
    const role = { role_arn: 'arn:aws:iam::123456789012:role/alerts' };
    expect(stsUrl(saved(role))).toBe('https://sts.eu-central-1.amazonaws.com');
    expect(sns.origin(saved(role), undefined)).toBe(
      'https://sns.eu-central-1.amazonaws.com, https://sts.eu-central-1.amazonaws.com'
    );
  });

  it('needs a region for a phone number', () => {
    const phone = { target: '+15555550100' };
    expect(sns.problems?.(saved(phone), undefined)).toMatchObject([{ field: 'region' }]);
    expect(sns.problems?.(saved({ ...phone, region: 'us-east-1' }), undefined)).toEqual([]);
  });
});

describe('what AWS answers', () => {
  const error = (code: string) =>
    `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>Because.</Message></Error><RequestId>9dd01905</RequestId></ErrorResponse>`;

  it.each([
    [400, 'Throttling', 'retry'],
    [400, 'ThrottlingException', 'retry'],
    [400, 'KMSThrottling', 'retry'],
    [500, 'InternalError', 'retry'],
    [503, 'ServiceUnavailable', 'retry'],
    [403, 'AuthorizationError', 'parked'],
    [403, 'InvalidClientTokenId', 'parked'],
    [404, 'NotFound', 'parked'],
    [400, 'InvalidParameter', 'parked'],
  ])('%i %s: %s', (status, code, result) => {
    expect(judgeAws(status, error(code))).toEqual({
      result,
      reason: `AWS refused it: ${code}. Because.`,
    });
  });

  it('is success by its status, and no XML is judged by the status alone', () => {
    expect(judgeAws(200, '<PublishResponse/>')).toBeUndefined();
    expect(judgeAws(502, 'Bad gateway')).toBeUndefined();
  });
});
