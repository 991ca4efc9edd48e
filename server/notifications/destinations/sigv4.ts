import { createHash, createHmac } from 'node:crypto';

/**
 * Signature version 4 for requests to AWS, with the signature in a header.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */

export interface AwsCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

export interface SignableRequest {
  method: string;
  url: string;
  /** What is signed beside `host` and `x-amz-*`. */
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface SigningScope {
  service: string;
  region: string;
  /** Epoch milliseconds. AWS refuses what is more than some minutes off. */
  now: number;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text, 'utf8').digest();

/** RFC 3986: only unreserved characters stay. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );

const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const canonicalQuery = ({ searchParams }: URL): string =>
  [...searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort(byCode)
    .join('&');

/** `20150830T123600Z` */
const stampOf = (now: number): string =>
  new Date(now)
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replace(/[-:]/g, '');

const canonicalHeaders = (headers: Readonly<Record<string, string>>): Array<[string, string]> =>
  Object.entries(headers)
    .map(([name, value]): [string, string] => [
      name.toLowerCase(),
      value.trim().replace(/ +/g, ' '),
    ])
    .sort(([one], [other]) => byCode(one, other));

const signingKey = (secret: string, day: string, region: string, service: string): Buffer =>
  [day, region, service, 'aws4_request'].reduce<Buffer>(
    (key, part) => hmac(key, part),
    Buffer.from(`AWS4${secret}`, 'utf8')
  );

/** The headers to send with the request: those given, and what proves who sends it. */
export const signed = (
  { method, url, headers, body }: SignableRequest,
  { accessKeyId, secretAccessKey, sessionToken }: AwsCredentials,
  { service, region, now }: SigningScope
): Record<string, string> => {
  const target = new URL(url);
  const stamp = stampOf(now);
  const added = {
    'x-amz-date': stamp,
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
  };
  const all = canonicalHeaders({ ...headers, ...added, host: target.host });
  const names = all.map(([name]) => name).join(';');
  const canonical = [
    method,
    target.pathname.split('/').map(encoded).join('/'),
    canonicalQuery(target),
    ...all.map(([name, value]) => `${name}:${value}`),
    '',
    names,
    sha256(body),
  ].join('\n');
  const day = stamp.slice(0, 8);
  const scope = `${day}/${region}/${service}/aws4_request`;
  const toSign = [ALGORITHM, stamp, scope, sha256(canonical)].join('\n');
  const key = signingKey(secretAccessKey, day, region, service);
  const signature = hmac(key, toSign).toString('hex');
  return {
    ...headers,
    ...added,
    authorization: `${ALGORITHM} Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  };
};
