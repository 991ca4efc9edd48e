import { MESSAGE_ID_HEADER } from '../../../common/notifications/destination';
import { FORM, snsParameters, snsRegion, snsUrl } from '../../../common/notifications/kinds/sns';
import { assumeRole, ownCredentials } from './assume_role';
import { outcomeOf } from './http_outcome';
import { signed } from './sigv4';
import type { Send } from './types';

/** One signed request; where a role is to be taken, one to STS before it. */
export const sendToSns: Send<'sns'> = async (destination, secrets, content, context) => {
  const { client, now, timeLimit: whole } = context;
  const { role_arn: role } = destination;
  const timeLimit = role === undefined ? whole : whole / 2;
  const credentials =
    role === undefined
      ? ownCredentials(secrets)
      : await assumeRole(destination, role, secrets, { ...context, timeLimit });
  if ('result' in credentials) return credentials;
  const { parameters } = snsParameters(destination, content);
  const body = new URLSearchParams(parameters).toString();
  const request = {
    method: 'POST',
    url: `${snsUrl(destination)}/`,
    headers: { 'content-type': FORM },
  };
  const scope = { service: 'sns', region: snsRegion(destination), now };
  const headers = {
    ...signed({ ...request, body }, credentials, scope),
    [MESSAGE_ID_HEADER]: content.id,
  };
  const result = await client.send({ ...request, headers, body, timeLimit });
  return outcomeOf('sns', result, { ...secrets, ...credentials }, now);
};
