import { FORM, snsRegion, stsUrl } from '../../../common/notifications/kinds/sns';
import type { SecretsOf } from '../../../common/notifications/kinds/registry';
import type { Destination } from '../../../common/notifications/destination';
import { outcomeOf } from './http_outcome';
import { signed } from './sigv4';
import type { AwsCredentials } from './sigv4';
import type { SendContext, SendOutcome } from './types';

type Sns = Extract<Destination, { type: 'sns' }>;

interface Taken {
  credentials: AwsCredentials;
  /** Epoch milliseconds. */
  until: number;
}

/** What a role gave, in memory only, until shortly before it ends. */
const taken = new Map<string, Taken>();
const MARGIN = 5 * 60_000;
const DURATION_SECONDS = 3600;

export const ownCredentials = (secrets: SecretsOf<'sns'>): AwsCredentials => ({
  accessKeyId: secrets.access_key_id,
  secretAccessKey: secrets.secret_access_key,
  ...(secrets.session_token === undefined ? {} : { sessionToken: secrets.session_token }),
});

const element = (xml: string, name: string): string =>
  new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1] ?? '';

const readCredentials = (xml: string): Taken | undefined => {
  const until = Date.parse(element(xml, 'Expiration'));
  const credentials = {
    accessKeyId: element(xml, 'AccessKeyId'),
    secretAccessKey: element(xml, 'SecretAccessKey'),
    sessionToken: element(xml, 'SessionToken'),
  };
  const whole = Object.values(credentials).every((text) => text !== '') && Number.isFinite(until);
  return whole ? { credentials, until } : undefined;
};

const keyOf = (to: Sns, { accessKeyId, secretAccessKey }: AwsCredentials): string =>
  JSON.stringify([stsUrl(to), to.role_arn, accessKeyId, secretAccessKey]);

const forgetEnded = (now: number): void => {
  for (const [key, { until }] of taken) if (until - MARGIN <= now) taken.delete(key);
};

const NOT_READ = 'STS answered, and there are no credentials in its answer.';

/**
 * The credentials of the role, taken with those that are stored. Another outcome than credentials is the message's.
 * Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const assumeRole = async (
  to: Sns,
  roleArn: string,
  secrets: SecretsOf<'sns'>,
  { client, timeLimit, now }: SendContext
): Promise<AwsCredentials | SendOutcome> => {
  forgetEnded(now);
  const own = ownCredentials(secrets);
  const key = keyOf(to, own);
  const known = taken.get(key);
  if (known) return known.credentials;
  const body = new URLSearchParams({
    ...{ Action: 'AssumeRole', Version: '2011-06-15', RoleArn: roleArn },
    ...{ RoleSessionName: 'watchkeeper', DurationSeconds: String(DURATION_SECONDS) },
  }).toString();
  const request = { method: 'POST', url: `${stsUrl(to)}/`, headers: { 'content-type': FORM } };
  const scope = { service: 'sts', region: snsRegion(to), now };
  const headers = signed({ ...request, body }, own, scope);
  const result = await client.send({ ...request, headers, body, timeLimit });
  const outcome = outcomeOf('sns', result, secrets, now);
  if (outcome.result !== 'sent' || result.kind !== 'answer') return outcome;
  const given = readCredentials(result.text);
  // What STS answered is not kept: it may hold credentials.
  if (!given)
    return { result: 'parked', status: result.status, answer: NOT_READ, reason: NOT_READ };
  taken.set(key, given);
  return given.credentials;
};
