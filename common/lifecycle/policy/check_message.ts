import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import type { PolicyProblem } from './policy';

/** The legacy forms of a destination. */
const DESTINATIONS = ['chime', 'slack', 'custom_webhook'];

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const checkDestination = (value: unknown): PolicyProblem[] => {
  const path = ['destination'];
  const names = isRecord(value) ? Object.keys(value) : [];
  if (!isRecord(value) || names.length !== 1 || !DESTINATIONS.includes(names[0])) {
    return [{ path, message: `A destination is one of ${DESTINATIONS.join(', ')}.` }];
  }
  const inner = value[names[0]];
  const { url, host } = isRecord(inner) ? inner : {};
  const isEnough = isText(url) || (names[0] === 'custom_webhook' && isText(host));
  return isEnough ? [] : [{ path: [...path, names[0], 'url'], message: 'It needs a URL.' }];
};

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
    ? []
    : [{ path: ['channel'], message: 'A channel is named by its id: {"id": "…"}.' }];
};

const MEMBERS = ['channel', 'destination', 'message_template'];

/** What the server refuses of the message that goes out when an action fails. */
export const checkErrorNotification = (value: unknown): PolicyProblem[] => {
  const path = ['error_notification'];
  if ((value ?? null) === null) return [];
  if (!isRecord(value)) return [{ path, message: 'It must be an object.' }];
  const notification = value as JsonObject;
  const { message_template: template } = notification;
  const unknown = Object.keys(notification).filter((name) => !MEMBERS.includes(name));
  return [
    ...unknown.map((name) => ({
      path: [...path, name],
      message: `The server knows no “${name}” here.`,
    })),
    ...checkReceiver(notification).map((problem) => ({
      ...problem,
      path: [...path, ...problem.path],
    })),
    ...(isRecord(template) && typeof template.source === 'string'
      ? []
      : [
          {
            path: [...path, 'message_template'],
            message: 'It must be a template: {"source": "…", "lang": "mustache"}.',
          },
        ]),
  ];
};
