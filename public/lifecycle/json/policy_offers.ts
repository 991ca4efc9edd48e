import { actionKind, ACTION_KINDS } from '../../../common/lifecycle/actions/registry';
import { BESIDE_PARAMS } from '../../../common/lifecycle/actions/beside_params';
import { notification } from '../../../common/lifecycle/actions/notification';
import type { Param } from '../../../common/lifecycle/actions/param';
import { CONDITION_KINDS } from '../../../common/lifecycle/conditions/condition_kinds';
import type { Path } from '../../../common/lifecycle/policy/policy';
import { say } from '../../shared/say';
import { itemsOf, membersOf, paramWithin, shapeOf, typeWithin } from './type_offers';
import type { Shape } from './type_offers';

/** A name that an object may have. */
export interface KeyOffer {
  name: string;
  shape: Shape;
  detail?: string;
  info?: string;
}

/** What is known around the policy. */
export interface OfferContext {
  states: readonly string[];
  repositories: readonly string[];
  channels: readonly string[];
}

const key = (name: string, shape: Shape, detail?: string, info?: string): KeyOffer => ({
  ...{ name, shape },
  ...(detail === undefined ? {} : { detail }),
  ...(info === undefined ? {} : { info }),
});

const paramKey = ({ name, type, label, help }: Param): KeyOffer =>
  key(name, shapeOf(type), say(label), help ? say(help) : undefined);

const TEMPLATE_KEYS = [key('source', 'text'), key('lang', 'text')];

/** By the name of the object, wherever it stands. */
const NAMED: Readonly<Record<string, readonly KeyOffer[]>> = {
  message_template: TEMPLATE_KEYS,
  target_index_name_template: TEMPLATE_KEYS,
  channel: [key('id', 'text')],
  error_notification: [
    key('channel', 'object'),
    key('destination', 'object'),
    key('message_template', 'object'),
  ],
};

const POLICY_KEYS = [
  key('description', 'text'),
  key('default_state', 'text'),
  key('states', 'list'),
  key('ism_template', 'list'),
  key('error_notification', 'object'),
];
const STATE_KEYS = [key('name', 'text'), key('actions', 'list'), key('transitions', 'list')];
const TEMPLATE_ROW_KEYS = [key('index_patterns', 'list'), key('priority', 'plain')];
const TRANSITION_KEYS = [key('state_name', 'text'), key('conditions', 'object')];

const besideKeys = (): KeyOffer[] => [key('timeout', 'text'), key('retry', 'object')];
const retryParams = (): Param[] =>
  BESIDE_PARAMS.filter(({ path }) => path[0] === 'retry').map(({ param }) => param);
const actionKeys = (): KeyOffer[] =>
  ACTION_KINDS.map(({ type, label, description }) =>
    key(type, 'object', say(label), say(description))
  );

const keysWithin = (params: readonly Param[], path: Path): readonly KeyOffer[] => {
  const type = typeWithin({ kind: 'object', params }, path);
  return type ? membersOf(type).map(paramKey) : [];
};

const inAction = ([type, ...rest]: Path): readonly KeyOffer[] => {
  if (type === undefined) return [...actionKeys(), ...besideKeys()];
  if (type === 'retry') return rest.length === 0 ? retryParams().map(paramKey) : [];
  return keysWithin(actionKind(String(type))?.params ?? [], rest);
};

const inTransition = ([part, kind, inner]: Path): readonly KeyOffer[] => {
  if (part === undefined) return TRANSITION_KEYS;
  if (part !== 'conditions') return [];
  if (kind === undefined) return CONDITION_KINDS.map(paramKey);
  if (kind !== 'cron') return [];
  return inner === undefined
    ? [key('cron', 'object')]
    : [key('expression', 'text'), key('timezone', 'text')];
};

/** The names that the object at a path of the policy may have. */
export const keysAt = (path: Path): readonly KeyOffer[] => {
  const [first, place, part, item, ...rest] = path;
  const named = NAMED[String(path[path.length - 1])];
  if (named) return named;
  if (first === undefined) return POLICY_KEYS;
  if (first === 'error_notification') return keysWithin(notification.params, path.slice(1));
  if (first === 'ism_template') return path.length <= 2 ? TEMPLATE_ROW_KEYS : [];
  if (first !== 'states' || place === undefined) return [];
  if (part === undefined) return STATE_KEYS;
  if (item === undefined) return [];
  if (part === 'actions') return inAction(rest);
  return part === 'transitions' ? inTransition(rest) : [];
};

const quoted = (texts: readonly string[]): string[] => texts.map((text) => JSON.stringify(text));

const valuesOf = ({ name, type, default: preset }: Param, context: OfferContext): string[] => {
  if (name === 'repository') return quoted(context.repositories);
  switch (type.kind) {
    case 'switch':
      return ['true', 'false'];
    case 'choice':
      return quoted(type.options);
    case 'duration':
      return quoted(['1h', '1d', '7d', '30d', '90d']);
    case 'size':
      return quoted(['10gb', '30gb', '50gb']);
    default:
      return preset === undefined ? [] : [JSON.stringify(preset)];
  }
};

/** The parameters that stand in the object at the beginning of a path, and the path in it. */
const paramsAround = (path: Path): { params: readonly Param[]; rest: Path } => {
  const [first, , part, , type, ...rest] = path;
  if (first === 'error_notification') return { params: notification.params, rest: path.slice(1) };
  if (part === 'actions') return { params: actionKind(String(type))?.params ?? [], rest };
  return part === 'transitions' && type === 'conditions'
    ? { params: CONDITION_KINDS, rest }
    : { params: [], rest: [] };
};

const paramAt = (path: Path): Param | undefined => {
  const within = path.slice(4).join('.');
  const beside = BESIDE_PARAMS.find(
    (each) => path[2] === 'actions' && each.path.join('.') === within
  );
  const { params, rest } = paramsAround(path);
  return beside?.param ?? paramWithin(params, rest);
};

/** Whole items, where the path ends in a list. */
const itemsAt = (path: Path): string[] => {
  const { params, rest } = paramsAround(path);
  const isItem = typeof rest[rest.length - 1] === 'number';
  const list = isItem ? typeWithin({ kind: 'object', params }, rest.slice(0, -1)) : undefined;
  return list ? itemsOf(list) : [];
};

/** The values, as JSON, that may stand at a path of the policy. */
export const valuesAt = (path: Path, context: OfferContext): readonly string[] => {
  const last = path[path.length - 1];
  const before = path[path.length - 2];
  if (path[0] === 'default_state' || (last === 'state_name' && path[2] === 'transitions')) {
    return quoted(context.states);
  }
  if (last === 'id' && before === 'channel') return quoted(context.channels);
  if (last === 'lang' && before !== undefined && NAMED[String(before)] === TEMPLATE_KEYS) {
    return quoted(['mustache']);
  }
  if (last === 'timezone' && before === 'cron') return quoted(['UTC']);
  if (path[0] !== 'states' && path[0] !== 'error_notification') return [];
  if (path.length === 2 && path[0] === 'states')
    return ['{ "name": "", "actions": [], "transitions": [] }'];
  if (path.length === 4 && path[2] === 'actions') {
    return ACTION_KINDS.map(({ type }) => `{ ${JSON.stringify(type)}: {} }`);
  }
  if (path.length === 4 && path[2] === 'transitions') {
    return context.states.map(
      (name) =>
        `{ "state_name": ${JSON.stringify(name)}, "conditions": { "min_index_age": "30d" } }`
    );
  }
  const param = paramAt(path);
  return param ? valuesOf(param, context) : itemsAt(path);
};
