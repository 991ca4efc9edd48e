import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { stringifyLossless } from '../../json/lossless';
import type { JsonValue } from '../../json/lossless';
import { actionKind } from '../actions/registry';
import { conditionKind } from '../conditions/condition_kinds';
import {
  writtenChanges,
  writtenDestination,
  writtenDuration,
  writtenJob,
  writtenParam,
  writtenRetry,
} from './canonical_values';
import { actionTypes, templatesOf } from './read_policy';

/**
 * One form for every writing of a policy that means the same: what the server fills in is left out, one template is a
 * list of one, members stand in one order. So that a file in git or Terraform sees no change where there is none.
 * Members that we do not know stay, after the others.
 */

const SERVERS = new Set(['policy_id', 'last_updated_time', 'schema_version', 'user']);

const same = (a: unknown, b: unknown): boolean =>
  stringifyLossless((a ?? null) as JsonValue) === stringifyLossless((b ?? null) as JsonValue);

/** The members in this order; then the others in theirs. What is absent or null is left out. */
const ordered = (value: JsonObject, first: readonly string[]): JsonObject => {
  const names = [...first, ...Object.keys(value).filter((name) => !first.includes(name))];
  return Object.fromEntries(
    names.filter((name) => (value[name] ?? null) !== null).map((name) => [name, value[name]])
  );
};

const without = (value: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));

/** Mustache is the only language that there is. */
const withoutLanguage = (value: JsonValue): JsonValue => {
  if (!isRecord(value) || typeof value.source !== 'string' || value.lang !== 'mustache')
    return value;
  return without(value as JsonObject, 'lang');
};

/** What has a form of its own within the parameters of an action. */
const OWN_FORMS: Readonly<Record<string, (value: JsonValue) => JsonValue>> = {
  'notification.destination': writtenDestination,
  'alias.actions': writtenChanges,
  'rollup.ism_rollup': writtenJob,
  'transform.ism_transform': writtenJob,
  'shrink.aliases': writtenJob,
};

const canonicalParams = (type: string, params: JsonObject): JsonObject => {
  const kind = actionKind(type);
  if (!kind) return params;
  const known = new Map(kind.params.map((param) => [param.name, param]));
  const kept = Object.entries(params).flatMap(([name, value]): Array<[string, JsonValue]> => {
    const param = known.get(name);
    if (param === undefined) return [[name, value]];
    if (value === null || (param.default !== undefined && same(value, param.default))) return [];
    const isEmpty = param.type.kind === 'attributes' && isRecord(value) && same(value, {});
    const own = OWN_FORMS[`${type}.${name}`] ?? withoutLanguage;
    return isEmpty ? [] : [[name, own(writtenParam(param.type, value))]];
  });
  return ordered(
    Object.fromEntries(kept),
    kind.params.map(({ name }) => name)
  );
};

const canonicalAction = (value: JsonValue): JsonValue => {
  if (!isRecord(value)) return value;
  const action = value as JsonObject;
  const types = actionTypes(action);
  // There should be one. Of several each is laid out, so that this form does not change when it is made again.
  const each = types
    .filter((type) => isRecord(action[type]))
    .map((type) => [type, canonicalParams(type, action[type] as JsonObject)]);
  const { retry, timeout, ...rest } = action;
  return ordered(
    {
      ...rest,
      timeout: writtenDuration(timeout ?? null),
      retry: writtenRetry(retry) ?? null,
      ...(Object.fromEntries(each) as JsonObject),
    },
    ['timeout', 'retry', ...types]
  );
};

const canonicalConditions = (value: JsonValue): JsonValue =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value as JsonObject).map(([name, each]) => [
          name,
          writtenParam(conditionKind(name)?.type, each),
        ])
      )
    : value;

const canonicalTransition = (value: JsonValue): JsonValue => {
  if (!isRecord(value)) return value;
  const { conditions, ...rest } = value as JsonObject;
  return ordered({ ...rest, conditions: canonicalConditions(conditions ?? null) }, [
    'state_name',
    'conditions',
  ]);
};

const listOf = (value: JsonValue | undefined): JsonValue[] => (Array.isArray(value) ? value : []);

const canonicalState = (value: JsonValue): JsonValue => {
  if (!isRecord(value)) return value;
  const state = value as JsonObject;
  return ordered(
    {
      ...state,
      actions: listOf(state.actions).map(canonicalAction),
      transitions: listOf(state.transitions).map(canonicalTransition),
    },
    ['name', 'actions', 'transitions']
  );
};

const canonicalTemplate = (value: JsonValue): JsonValue => {
  if (!isRecord(value)) return value;
  const template = without(value as JsonObject, 'last_updated_time');
  const isUsual = (template.priority ?? 0) === 0;
  return ordered(isUsual ? without(template, 'priority') : template, [
    'index_patterns',
    'priority',
  ]);
};

const canonicalNotification = (value: JsonValue | undefined): JsonValue | undefined =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value as JsonObject)
          .filter(([, each]) => each !== null)
          .map(([name, each]) => [
            name,
            name === 'destination' ? writtenDestination(each) : withoutLanguage(each),
          ])
      )
    : value;

/** @param body a policy without what is wrapped around it (`policyBody`) */
export const canonicalPolicy = (body: JsonObject): JsonObject => {
  const own = Object.fromEntries(Object.entries(body).filter(([name]) => !SERVERS.has(name)));
  const templates = templatesOf(body.ism_template).map((each) =>
    canonicalTemplate(each as JsonValue)
  );
  return ordered(
    {
      ...own,
      error_notification: canonicalNotification(body.error_notification) ?? null,
      ism_template: templates.length === 0 ? null : templates,
      states: listOf(body.states).map(canonicalState),
    },
    ['description', 'default_state', 'error_notification', 'ism_template', 'states']
  );
};

/** As it is exported: wrapped as the server takes it, and as one file. */
export const canonicalText = (body: JsonObject): string =>
  `${stringifyLossless({ policy: canonicalPolicy(body) }, 2)}\n`;
