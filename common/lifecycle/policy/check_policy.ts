import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { actionKind } from '../actions/registry';
import { MOST_INT, NO_NULL, checkParam } from '../actions/check_param';
import { checkMembers, unknownMembers } from '../actions/check_within';
import { conditionKind } from '../conditions/condition_kinds';
import { checkTemplates } from './check_template';
import { parseByteSize } from '../units/byte_size';
import { cronProblems } from './check_cron';
import { checkErrorNotification } from './check_message';
import { BACKOFFS } from './policy';
import type { Path, PolicyProblem } from './policy';
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

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

const required = (value: unknown, path: Path, message: string): PolicyProblem[] =>
  isText(value) ? [] : [{ path, message }];

const objects = (value: unknown): Array<[JsonObject | undefined, number]> =>
  Array.isArray(value)
    ? value.map((each: unknown, place) => [
        isRecord(each) ? (each as JsonObject) : undefined,
        place,
      ])
    : [];

const checkRetry = (value: unknown, path: Path): PolicyProblem[] => {
  if (value === undefined) return [];
  if (!isRecord(value)) return [{ path, message: 'It must be an object: {"count": 3}.' }];
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
      : [{ path: [...path, 'backoff'], message: `Choose from ${BACKOFFS.join(', ')}.` }]),
    ...(delayFault ? [{ path: [...path, 'delay'], message: delayFault }] : []),
  ];
};

const checkParams = (type: string, value: unknown, path: Path): PolicyProblem[] => {
  const kind = actionKind(type);
  if (!kind) {
    return [
      { path, message: `The server knows no action “${type}”, unless an extension brings it.` },
    ];
  }
  if (!isRecord(value)) {
    return [
      { path, message: `The parameters are an object: {"${type}": {}}, if only an empty one.` },
    ];
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
  if (!action) return [{ path, message: 'An action is an object.' }];
  const [type, ...more] = actionTypes(action);
  if (type === undefined) {
    const message = 'It names no action, for example {"read_only": {}}.';
    return [{ path, message }];
  }
  const timeout = checkParam(
    { name: '', label: { id: '', defaultMessage: '' }, type: { kind: 'duration' } },
    action.timeout
  );
  // The server takes the last of several and drops the others without a word.
  const several = `An action is one thing; this names ${[type, ...more].join(' and ')}. Make them actions of their own.`;
  return [
    ...(more.length > 0 ? [{ path, message: several }] : []),
    ...(timeout ? [{ path: [...path, 'timeout'], message: timeout }] : []),
    ...checkRetry(action.retry, [...path, 'retry']),
    ...(action.custom === undefined ? checkParams(type, action[type], [...path, type]) : []),
  ];
};

const checkConditions = (value: unknown, path: Path): PolicyProblem[] => {
  if (!isRecord(value)) {
    return value === undefined ? [] : [{ path, message: 'Conditions are an object.' }];
  }
  const conditions = value as JsonObject;
  const names = Object.keys(conditions);
  const several =
    names.length > 1
      ? [{ path, message: 'A transition waits for one condition. Make a transition for each.' }]
      : [];
  return [
    ...several,
    ...names.flatMap((name): PolicyProblem[] => {
      const at = [...path, name];
      const kind = conditionKind(name);
      if (!kind) return [{ path: at, message: `The server knows no condition “${name}”.` }];
      if (conditions[name] === null) return [{ path: at, message: NO_NULL }];
      if (name === 'cron') return cronProblems(conditions[name], at);
      const isNothing = kind.type.kind === 'size' && parseByteSize(String(conditions[name])) === 0;
      const message = isNothing
        ? 'It must be more than nothing.'
        : checkParam(kind, conditions[name]);
      return message === undefined ? [] : [{ path: at, message }];
    }),
  ];
};

const checkTransition = (
  transition: JsonObject | undefined,
  states: ReadonlySet<string>,
  path: Path
): PolicyProblem[] => {
  if (!transition) return [{ path, message: 'A transition is an object.' }];
  const { state_name: name, conditions } = transition;
  const target = [...path, 'state_name'];
  return [
    ...unknownMembers(transition, MEMBERS.transition, path),
    ...required(name, target, 'Say which state it leads to.'),
    ...(isText(name) && !states.has(name)
      ? [{ path: target, message: `There is no state “${name}”.` }]
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
  if (!state) return [{ path, message: 'A state is an object.' }];
  const actions = objects(state.actions);
  const transitions = objects(state.transitions);
  const end = actions.findIndex(([action]) => deletes(action));
  const after = end < 0 ? [] : actions.slice(end + 1);
  return [
    ...unknownMembers(state, MEMBERS.state, path),
    ...['actions', 'transitions'].flatMap((name) =>
      state[name] === undefined || Array.isArray(state[name])
        ? []
        : [{ path: [...path, name], message: 'It must be a list.' }]
    ),
    ...required(state.name, [...path, 'name'], 'A state needs a name.'),
    ...actions.flatMap(([action, place]) => checkAction(action, [...path, 'actions', place])),
    ...after.map(([, place]) => ({
      path: [...path, 'actions', place],
      message: 'Nothing can follow after the index is deleted.',
    })),
    ...(end >= 0 && transitions.length > 0
      ? [
          {
            path: [...path, 'transitions'],
            message: 'A state that deletes the index leads nowhere.',
          },
        ]
      : []),
    ...transitions.flatMap(([transition, place]) =>
      checkTransition(transition, states, [...path, 'transitions', place])
    ),
  ];
};

const checkNames = (policy: JsonObject, names: readonly string[]): PolicyProblem[] => {
  const path = ['default_state'];
  const twice = names.flatMap((name, place) =>
    names.indexOf(name) < place
      ? [{ path: ['states', place, 'name'], message: `There are two states called “${name}”.` }]
      : []
  );
  const { default_state: first } = policy;
  if (!isText(first)) return [...twice, { path, message: 'Say in which state an index begins.' }];
  return names.includes(first)
    ? twice
    : [...twice, { path, message: `There is no state “${first}” to begin in.` }];
};

/** @param body a policy without what is wrapped around it (`policyBody`) */
export const checkPolicy = (body: unknown): PolicyProblem[] => {
  if (!isRecord(body)) return [{ path: [], message: 'A policy is a JSON object.' }];
  const policy = body as JsonObject;
  const states = objects(policy.states);
  const names = states.map(([state]) => (isText(state?.name) ? state.name : ''));
  const known = new Set(names);
  return [
    ...unknownMembers(policy, MEMBERS.policy, []),
    ...(typeof policy.description === 'string'
      ? []
      : [
          { path: ['description'], message: 'A policy needs a description, if only an empty one.' },
        ]),
    ...(states.length === 0 ? [{ path: ['states'], message: 'A policy needs a state.' }] : []),
    ...checkNames(
      policy,
      names.filter((name) => name !== '')
    ),
    ...states.flatMap(([state, place]) => checkState(state, known, ['states', place])),
    ...checkTemplates(policy.ism_template),
    ...checkErrorNotification(policy.error_notification),
  ];
};
