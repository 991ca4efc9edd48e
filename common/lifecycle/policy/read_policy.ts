import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { DEFAULT_RETRY } from './policy';
import type { Action, Backoff, IsmTemplate, Policy, State, Transition } from './policy';
import { BACKOFFS } from './policy';

/** What stands beside the action in its object. */
export const BESIDE_ACTION = ['timeout', 'retry', 'custom'] as const;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const object = (value: unknown): JsonObject => (isRecord(value) ? (value as JsonObject) : {});

const readRetry = (value: unknown): Action['retry'] => {
  if (!isRecord(value)) return DEFAULT_RETRY;
  const { count, backoff, delay } = value;
  return {
    count: typeof count === 'number' ? count : DEFAULT_RETRY.count,
    backoff: BACKOFFS.find((each) => each === backoff) ?? (DEFAULT_RETRY.backoff as Backoff),
    delay: typeof delay === 'string' ? delay : DEFAULT_RETRY.delay,
  };
};

/** The members of an action's object that name what it does. There should be one; actions of extensions hide in `custom`. */
export const actionTypes = (action: unknown): string[] => {
  if (!isRecord(action)) return [];
  const { custom } = action;
  const own = Object.keys(action).filter((name) => !BESIDE_ACTION.some((each) => each === name));
  return isRecord(custom) ? [...own, ...Object.keys(custom)] : own;
};

const readAction = (value: unknown): Action => {
  const action = object(value);
  const [type = ''] = actionTypes(action);
  const { timeout, retry } = action;
  return {
    type,
    params: object(action[type] ?? object(action.custom)[type]),
    ...(typeof timeout === 'string' ? { timeout } : {}),
    retry: readRetry(retry),
  };
};

const readTransition = (value: unknown): Transition => {
  const { state_name: name, conditions } = object(value);
  return {
    state_name: text(name),
    ...(isRecord(conditions) ? { conditions: conditions as JsonObject } : {}),
  };
};

const readState = (value: unknown): State => {
  const { name, actions, transitions } = object(value);
  return {
    name: text(name),
    actions: list(actions).map(readAction),
    transitions: list(transitions).map(readTransition),
  };
};

const readTemplate = (value: unknown): IsmTemplate => {
  const { index_patterns: patterns, priority, last_updated_time: updated } = object(value);
  return {
    index_patterns: list(patterns).map(text),
    priority: Number(priority ?? 0),
    ...(typeof updated === 'number' ? { last_updated_time: updated } : {}),
  };
};

/** The server takes one template without a list around it. */
export const templatesOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  return isRecord(value) ? [value] : [];
};

/** A policy as far as the document is one; what is missing or of another form is empty. What is wrong says `checkPolicy`. */
export const readPolicy = (body: unknown): Policy => {
  const policy = object(body);
  const { error_notification: notification } = policy;
  return {
    description: text(policy.description),
    default_state: text(policy.default_state),
    states: list(policy.states).map(readState),
    ism_template: templatesOf(policy.ism_template).map(readTemplate),
    ...(isRecord(notification) ? { error_notification: notification as JsonObject } : {}),
  };
};
