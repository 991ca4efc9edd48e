import { actionKind, ACTION_KINDS } from '../../../common/lifecycle/actions/registry';
import { BESIDE_PARAMS } from '../../../common/lifecycle/actions/beside_params';
import type { Param, ParamType } from '../../../common/lifecycle/actions/param';
import { CONDITION_KINDS } from '../../../common/lifecycle/conditions/condition_kinds';
import type { Path } from '../../../common/lifecycle/policy/policy';
import { say } from '../../shared/say';

/** What a name's value begins with. */
export type Shape = 'object' | 'list' | 'text' | 'plain';

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

const SHAPES: Readonly<Partial<Record<ParamType['kind'], Shape>>> = {
  ...{ text: 'text', choice: 'text', duration: 'text', size: 'text', texts: 'list' },
  ...{ attributes: 'object', template: 'object', reference: 'object', cron: 'object' },
};

/** Those that are edited as JSON, by their names. */
const JSON_SHAPES: Readonly<Record<string, Shape>> = {
  ...{ destination: 'object', ism_rollup: 'object' },
  ...{ ism_transform: 'object', actions: 'list', any_of: 'list', aliases: 'list' },
};

const paramKey = ({ name, type, label, help }: Param): KeyOffer =>
  key(
    name,
    SHAPES[type.kind] ?? JSON_SHAPES[name] ?? 'plain',
    say(label),
    help ? say(help) : undefined
  );

const TEMPLATE_KEYS = [key('source', 'text'), key('lang', 'text')];
const URL_KEYS = [key('url', 'text')];

/** By the name of the object, wherever it stands. */
const NAMED: Readonly<Record<string, readonly KeyOffer[]>> = {
  message_template: TEMPLATE_KEYS,
  target_index_name_template: TEMPLATE_KEYS,
  channel: [key('id', 'text')],
  destination: ['chime', 'slack', 'custom_webhook'].map((name) => key(name, 'object')),
  chime: URL_KEYS,
  slack: URL_KEYS,
  custom_webhook: URL_KEYS,
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

const inAction = ([type, ...rest]: Path): readonly KeyOffer[] => {
  if (type === undefined) return [...actionKeys(), ...besideKeys()];
  if (type === 'retry') return rest.length === 0 ? retryParams().map(paramKey) : [];
  return rest.length === 0 ? (actionKind(String(type))?.params ?? []).map(paramKey) : [];
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

const paramAt = (path: Path): Param | undefined => {
  const [, , part, , ...rest] = path;
  if (part === 'actions') {
    const beside = BESIDE_PARAMS.find((each) => each.path.join('.') === rest.join('.'));
    const params = rest.length === 2 ? (actionKind(String(rest[0]))?.params ?? []) : [];
    return beside?.param ?? params.find(({ name }) => name === rest[1]);
  }
  return part === 'transitions' && rest.length === 2 && rest[0] === 'conditions'
    ? CONDITION_KINDS.find(({ name }) => name === rest[1])
    : undefined;
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
  if (path[0] !== 'states') return [];
  if (path.length === 2) return ['{ "name": "", "actions": [], "transitions": [] }'];
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
  return param ? valuesOf(param, context) : [];
};
