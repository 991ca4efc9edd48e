import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { scriptProblem } from '../actions/check_script';
import type { Path, PolicyProblem } from './policy';

/** The legacy forms of a destination, and what each has. Source: OpenSearch index-management, `Destination`. */
const DESTINATIONS: Readonly<Record<string, readonly string[]>> = {
  chime: ['url'],
  slack: ['url'],
  custom_webhook: [
    'url',
    'scheme',
    'host',
    'port',
    'path',
    'query_params',
    'header_params',
    'username',
    'password',
  ],
};

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const checkDestination = (value: unknown): PolicyProblem[] => {
  const path = ['destination'];
  const [type, ...more] = isRecord(value) ? Object.keys(value) : [];
  if (!isRecord(value) || more.length > 0 || !Object.hasOwn(DESTINATIONS, type ?? '')) {
    const all = Object.keys(DESTINATIONS).join(', ');
    return [{ path, message: `A destination is one of ${all}.` }];
  }
  const inner = isRecord(value[type]) ? value[type] : {};
  const { url, host, port } = inner;
  const isEnough = isText(url) || (type === 'custom_webhook' && isText(host));
  return [
    ...(isEnough ? [] : [{ path: [...path, type, 'url'], message: 'It needs a URL.' }]),
    ...unknownIn(inner, DESTINATIONS[type], [...path, type]),
    ...(port === undefined || Number.isInteger(Number(port ?? NaN))
      ? []
      : [{ path: [...path, type, 'port'], message: 'A port is a whole number.' }]),
  ];
};

const unknownIn = (value: object, known: readonly string[], path: Path): PolicyProblem[] =>
  Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: [...path, name], message: `The server knows no “${name}” here.` }));

/** Whom a message goes to, of a notification and of a policy's `error_notification`: one of two forms. */
export const checkReceiver = ({ channel, destination }: JsonObject): PolicyProblem[] => {
  const [toChannel, toDestination] = [(channel ?? null) !== null, (destination ?? null) !== null];
  if (!toChannel && !toDestination) {
    return [{ path: [], message: 'It needs a channel or a destination.' }];
  }
  if (toChannel && toDestination) {
    return [{ path: ['destination'], message: 'It takes a channel or a destination, not both.' }];
  }
  if (toDestination) return checkDestination(destination);
  return isRecord(channel) && isText(channel.id)
    ? unknownIn(channel, ['id'], ['channel'])
    : [{ path: ['channel'], message: 'A channel is named by its id: {"id": "…"}.' }];
};

const MEMBERS = ['channel', 'destination', 'message_template'];

/** What the server refuses of the message that goes out when an action fails. */
export const checkErrorNotification = (value: unknown): PolicyProblem[] => {
  const path = ['error_notification'];
  if ((value ?? null) === null) return [];
  if (!isRecord(value)) return [{ path, message: 'It must be an object.' }];
  const notification = value as JsonObject;
  const fault = scriptProblem(notification.message_template);
  return [
    ...unknownIn(notification, MEMBERS, path),
    ...checkReceiver(notification).map((problem) => ({
      ...problem,
      path: [...path, ...problem.path],
    })),
    ...(fault === undefined ? [] : [{ path: [...path, 'message_template'], message: fault }]),
  ];
};
