import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { phrase } from '../../phrase';
import type { Phrase } from '../../phrase';
import { actionKind } from '../actions/registry';
import { MOST_INT, checkParam } from '../actions/check_param';
import { checkMembers, unknownMembers } from '../actions/check_within';
import { checkTemplates } from './check_template';
import { checkConditions } from './check_conditions';
import { checkErrorNotification } from './check_message';
import { checkNames } from './check_names';
import { BACKOFFS } from './policy';
import type { Path, PolicyProblem } from './policy';
import { isText, refused } from './refused';
import { actionTypes } from './read_policy';

/** What the server would refuse, at its place. Source: OpenSearch index-management, the parsers of `Policy` and below. */

const MEMBERS = {
  policy: [
    'policy_id',
    'description',
    'last_updated_time',
    'schema_version',
    'error_notification',
    'default_state',
    'states',
    'ism_template',
    'user',
  ],
  state: ['name', 'actions', 'transitions'],
  transition: ['state_name', 'conditions'],
  retry: ['count', 'backoff', 'delay'],
};

const required = (value: unknown, path: Path, text: Phrase): PolicyProblem[] =>
  isText(value) ? [] : refused(path, text);

const objects = (value: unknown): Array<[JsonObject | undefined, number]> =>
  Array.isArray(value)
    ? value.map((each: unknown, place) => [
        isRecord(each) ? (each as JsonObject) : undefined,
        place,
      ])
    : [];

const checkRetry = (value: unknown, path: Path): PolicyProblem[] => {
  if (value === undefined) return [];
  if (!isRecord(value))
    return refused(
      path,
      phrase('watchkeeper.lifecycle.refusals.retryObject', 'It must be an object: {example}.'),
      { example: '{"count": 3}' }
    );
  const retry = value as JsonObject;
  const { count, backoff = BACKOFFS[0], delay = '1m' } = retry;
  const integer = { name: '', label: { id: '', defaultMessage: '' } };
  const countFault = checkParam(
    { ...integer, required: true, type: { kind: 'integer', min: 0, max: MOST_INT } },
    count
  );
  const delayFault = checkParam({ ...integer, type: { kind: 'duration' } }, delay);
  return [
    ...unknownMembers(retry, MEMBERS.retry, path),
    ...(countFault ? [{ path: [...path, 'count'], message: countFault }] : []),
    ...(BACKOFFS.some((each) => each === backoff)
      ? []
      : refused(
          [...path, 'backoff'],
          phrase('watchkeeper.lifecycle.refusals.chooseFrom', 'Choose from {options}.'),
          { options: BACKOFFS.join(', ') }
        )),
    ...(delayFault ? [{ path: [...path, 'delay'], message: delayFault }] : []),
  ];
};

const checkParams = (type: string, value: unknown, path: Path): PolicyProblem[] => {
  const kind = actionKind(type);
  if (!kind) {
    return refused(
      path,
      phrase(
        'watchkeeper.lifecycle.refusals.unknownAction',
        'The server knows no action “{type}”, unless an extension brings it.'
      ),
      { type }
    );
  }
  if (!isRecord(value)) {
    return refused(
      path,
      phrase(
        'watchkeeper.lifecycle.refusals.paramsObject',
        'The parameters are an object: {example}, if only an empty one.'
      ),
      { example: `{"${type}": {}}` }
    );
  }
  const params = value as JsonObject;
  const names = kind.params.map(({ name }) => name);
  const found = [...checkMembers(kind.params, params), ...(kind.check?.(params) ?? [])];
  return [
    ...unknownMembers(params, names, path),
    ...found.map(({ path: within, message }) => ({ path: [...path, ...within], message })),
  ];
};

const checkAction = (action: JsonObject | undefined, path: Path): PolicyProblem[] => {
  if (!action)
    return refused(
      path,
      phrase('watchkeeper.lifecycle.refusals.actionObject', 'An action is an object.')
    );
  const [type, ...more] = actionTypes(action);
  if (type === undefined) {
    return refused(
      path,
      phrase(
        'watchkeeper.lifecycle.refusals.noAction',
        'It names no action, for example {example}.'
      ),
      { example: '{"read_only": {}}' }
    );
  }
  const timeout = checkParam(
    { name: '', label: { id: '', defaultMessage: '' }, type: { kind: 'duration' } },
    action.timeout
  );
  // The server takes the last of several and drops the others without a word.
  const several = refused(
    path,
    phrase(
      'watchkeeper.lifecycle.refusals.severalActions',
      'An action is one thing; this names {types}. Make them actions of their own.'
    ),
    { types: [type, ...more].join(' and ') }
  );
  return [
    ...(more.length > 0 ? several : []),
    ...(timeout ? [{ path: [...path, 'timeout'], message: timeout }] : []),
    ...checkRetry(action.retry, [...path, 'retry']),
    ...(action.custom === undefined ? checkParams(type, action[type], [...path, type]) : []),
  ];
};

const checkTransition = (
  transition: JsonObject | undefined,
  states: ReadonlySet<string>,
  path: Path
): PolicyProblem[] => {
  if (!transition)
    return refused(
      path,
      phrase('watchkeeper.lifecycle.refusals.transitionObject', 'A transition is an object.')
    );
  const { state_name: name, conditions } = transition;
  const target = [...path, 'state_name'];
  return [
    ...unknownMembers(transition, MEMBERS.transition, path),
    ...required(
      name,
      target,
      phrase('watchkeeper.lifecycle.refusals.noTarget', 'Say which state it leads to.')
    ),
    ...(isText(name) && !states.has(name)
      ? refused(
          target,
          phrase('watchkeeper.lifecycle.refusals.unknownTarget', 'There is no state “{name}”.'),
          { name }
        )
      : []),
    ...checkConditions(conditions, [...path, 'conditions']),
  ];
};

const deletes = (action: JsonObject | undefined): boolean => actionTypes(action).includes('delete');

const checkState = (
  state: JsonObject | undefined,
  states: ReadonlySet<string>,
  path: Path
): PolicyProblem[] => {
  if (!state)
    return refused(
      path,
      phrase('watchkeeper.lifecycle.refusals.stateObject', 'A state is an object.')
    );
  const actions = objects(state.actions);
  const transitions = objects(state.transitions);
  const end = actions.findIndex(([action]) => deletes(action));
  const after = end < 0 ? [] : actions.slice(end + 1);
  return [
    ...unknownMembers(state, MEMBERS.state, path),
    ...['actions', 'transitions'].flatMap((name) =>
      state[name] === undefined || Array.isArray(state[name])
        ? []
        : refused(
            [...path, name],
            phrase('watchkeeper.lifecycle.refusals.list', 'It must be a list.')
          )
    ),
    ...required(
      state.name,
      [...path, 'name'],
      phrase('watchkeeper.lifecycle.refusals.noStateName', 'A state needs a name.')
    ),
    ...actions.flatMap(([action, place]) => checkAction(action, [...path, 'actions', place])),
    ...after.flatMap(([, place]) =>
      refused(
        [...path, 'actions', place],
        phrase(
          'watchkeeper.lifecycle.refusals.afterDelete',
          'Nothing can follow after the index is deleted.'
        )
      )
    ),
    ...(end >= 0 && transitions.length > 0
      ? refused(
          [...path, 'transitions'],
          phrase(
            'watchkeeper.lifecycle.refusals.leadsFromDelete',
            'A state that deletes the index leads nowhere.'
          )
        )
      : []),
    ...transitions.flatMap(([transition, place]) =>
      checkTransition(transition, states, [...path, 'transitions', place])
    ),
  ];
};

/** @param body a policy without what is wrapped around it (`policyBody`) */
export const checkPolicy = (body: unknown): PolicyProblem[] => {
  if (!isRecord(body))
    return refused(
      [],
      phrase('watchkeeper.lifecycle.refusals.policyObject', 'A policy is a JSON object.')
    );
  const policy = body as JsonObject;
  const states = objects(policy.states);
  const names = states.map(([state]) => (isText(state?.name) ? state.name : ''));
  const known = new Set(names);
  return [
    ...unknownMembers(policy, MEMBERS.policy, []),
    ...(typeof policy.description === 'string'
      ? []
      : refused(
          ['description'],
          phrase(
            'watchkeeper.lifecycle.refusals.noDescription',
            'A policy needs a description, if only an empty one.'
          )
        )),
    ...(states.length === 0
      ? refused(
          ['states'],
          phrase('watchkeeper.lifecycle.refusals.noState', 'A policy needs a state.')
        )
      : []),
    ...checkNames(
      policy,
      names.filter((name) => name !== '')
    ),
    ...states.flatMap(([state, place]) => checkState(state, known, ['states', place])),
    ...checkTemplates(policy.ism_template),
    ...checkErrorNotification(policy.error_notification),
  ];
};
