import { MESSAGE_ID_HEADER } from '../../../common/notifications/destination';
import {
  alertmanagerBody,
  alertmanagerUrls,
} from '../../../common/notifications/kinds/alertmanager';
import type { SecretsOf } from '../../../common/notifications/kinds/registry';
import { outcomeOf } from './http_outcome';
import type { Send, SendOutcome } from './types';

const authorizationOf = (
  user: string | undefined,
  { password, token }: SecretsOf<'alertmanager'>
): Record<string, string> => {
  if (token !== undefined) return { authorization: `Bearer ${token}` };
  if (user === undefined || password === undefined) return {};
  const basic = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
  return { authorization: `Basic ${basic}` };
};

interface Said {
  host: string;
  outcome: SendOutcome;
}

const toldOf = ({ host, outcome: { status, answer, reason } }: Said): string =>
  `${host}: ${[status, reason ?? answer].filter((part) => part !== undefined && part !== '').join(' ')}`;

/** The best of them: taken by one is sent, and what one may take later is tried again. */
const together = (all: readonly Said[]): SendOutcome => {
  const order = ['sent', 'retry', 'parked'] as const;
  const best = order.flatMap((result) => all.filter(({ outcome }) => outcome.result === result))[0];
  if (all.length === 1) return best.outcome;
  const answer = all.map(toldOf).join('\n');
  const { result, status, retryAfter, blocked } = best.outcome;
  return {
    result,
    answer,
    ...(status === undefined ? {} : { status }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(result === 'sent' ? {} : { reason: answer }),
    ...(blocked ? { blocked } : {}),
  };
};

/**
 * To all instances at once, as Prometheus does: they tell each other of what they have sent and of silences, not of alerts.
 * One that takes it is enough.
 */
export const sendToAlertmanager: Send<'alertmanager'> = async (
  destination,
  secrets,
  content,
  { client, timeLimit, now }
) => {
  const { body, content_type: type } = alertmanagerBody(destination, content, now);
  const authorization = authorizationOf(destination.user, secrets);
  const headers = {
    'content-type': type,
    ...authorization,
    [MESSAGE_ID_HEADER]: content.id,
  };
  const toOne = async (url: string): Promise<Said> => {
    const result = await client.send({ url, method: 'POST', headers, body, timeLimit });
    return {
      host: new URL(url).host,
      outcome: outcomeOf('alertmanager', result, { ...secrets, ...authorization }, now),
    };
  };
  return together(await Promise.all(alertmanagerUrls(destination).map(toOne)));
};
