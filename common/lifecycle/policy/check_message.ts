import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { scriptProblem } from '../actions/check_script';
import { checkValue, unknownMembers } from '../actions/check_within';
import { DESTINATION } from '../actions/destination';
import type { PolicyProblem } from './policy';

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** Whom a message goes to, of a notification and of a policy's `error_notification`: one of two forms. */
export const checkReceiver = ({ channel, destination }: JsonObject): PolicyProblem[] => {
  const [toChannel, toDestination] = [(channel ?? null) !== null, (destination ?? null) !== null];
  if (!toChannel && !toDestination) {
    return [{ path: [], message: 'It needs a channel or a destination.' }];
  }
  if (toChannel && toDestination) {
    return [{ path: ['destination'], message: 'It takes a channel or a destination, not both.' }];
  }
  // What is wrong within a destination says its type.
  if (toDestination) return [];
  return isRecord(channel) && isText(channel.id)
    ? unknownMembers(channel as JsonObject, ['id'], ['channel'])
    : [{ path: ['channel'], message: 'A channel is named by its id: {"id": "…"}.' }];
};

const checkDestination = ({ destination }: JsonObject): PolicyProblem[] =>
  (destination ?? null) === null ? [] : checkValue(DESTINATION, destination, ['destination']);

const MEMBERS = ['channel', 'destination', 'message_template'];

/** What the server refuses of the message that goes out when an action fails. */
export const checkErrorNotification = (value: unknown): PolicyProblem[] => {
  const path = ['error_notification'];
  if ((value ?? null) === null) return [];
  if (!isRecord(value)) return [{ path, message: 'It must be an object.' }];
  const notification = value as JsonObject;
  const fault = scriptProblem(notification.message_template);
  return [
    ...unknownMembers(notification, MEMBERS, path),
    ...[...checkReceiver(notification), ...checkDestination(notification)].map((problem) => ({
      ...problem,
      path: [...path, ...problem.path],
    })),
    ...(fault === undefined ? [] : [{ path: [...path, 'message_template'], message: fault }]),
  ];
};
