// AWS's published signature version 4 test suite (aws-sig-v4-test-suite) and its documented example of IAM.
import { signed } from './sigv4';

const CREDENTIALS = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const NOW = Date.UTC(2015, 7, 30, 12, 36);
const FORM = 'application/x-www-form-urlencoded';

const authorization = (
  method: string,
  path: string,
  more: { headers?: Record<string, string>; body?: string; service?: string; host?: string } = {}
): string => {
  const { headers = {}, body = '', service = 'service', host = 'example.amazonaws.com' } = more;
  const scope = { service, region: 'us-east-1', now: NOW };
  return signed({ method, url: `https://${host}${path}`, headers, body }, CREDENTIALS, scope)
    .authorization;
};

const signatureOf = (text: string): string => /Signature=([0-9a-f]+)$/.exec(text)?.[1] ?? '';

describe('a request to AWS', () => {
  it('names who signs it, for what, and with which headers', () => {
    expect(authorization('GET', '/')).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'
    );
  });

  it.each([
    [
      'get-vanilla-query-order-key-case',
      'GET',
      '/?Param2=value2&Param1=value1',
      {},
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    [
      'post-vanilla',
      'POST',
      '/',
      {},
      '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
    ],
    [
      'post-x-www-form-urlencoded',
      'POST',
      '/',
      { headers: { 'Content-Type': FORM }, body: 'Param1=value1' },
      'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    ],
    [
      'the documented example of IAM',
      'GET',
      '/?Action=ListUsers&Version=2010-05-08',
      {
        ...{ service: 'iam', host: 'iam.amazonaws.com' },
        headers: { 'Content-Type': `${FORM}; charset=utf-8` },
      },
      '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    ],
  ])('has the published signature: %s', (_name, method, path, more, expected) => {
    expect(signatureOf(authorization(method, path, more))).toBe(expected);
  });

  it('carries the token of temporary credentials, signed', () => {
    const headers = signed(
      { method: 'POST', url: 'https://example.amazonaws.com:8443/', headers: {}, body: '' },
      { ...CREDENTIALS, sessionToken: 'TOKEN' },
      { service: 'sns', region: 'us-east-1', now: NOW }
    );
    expect(headers['x-amz-security-token']).toBe('TOKEN');
    expect(headers.authorization).toContain('SignedHeaders=host;x-amz-date;x-amz-security-token,');
  });
});
