import { MAX_NAME_LENGTH } from '../monitors/name';
import { SEVERITIES } from '../monitors/trigger';
import type { MonitorType } from '../monitors/monitor';
import type { TriggerKind } from '../monitors/trigger';
import { fieldsAt, isFields, textAt, without } from './plain';
import type { Fields } from './plain';
import type { Warnings } from './warning';

/** The kind of trigger that each type of monitor has. */
export const TRIGGER_OF: Readonly<Record<MonitorType, TriggerKind>> = {
  query_level_monitor: 'query_level_trigger',
  bucket_level_monitor: 'bucket_level_trigger',
  doc_level_monitor: 'document_level_trigger',
  cluster_metrics_monitor: 'query_level_trigger',
  composite_monitor: 'chained_alert_trigger',
  ppl_monitor: 'ppl_trigger',
  heartbeat_monitor: 'query_level_trigger',
};

const KINDS = new Set<string>(Object.values(TRIGGER_OF));

/** A destination that is none: the page shows it as missing, and nothing is sent. */
const NO_DESTINATION = 'missing';

/** Names have no limit in the neighbour. */
export const usableName = (
  name: unknown,
  otherwise: string,
  field: string,
  warnings: Warnings
): string => {
  const given = typeof name === 'string' ? name.trim() : '';
  if (given === '') {
    warnings.tell(field, `It has no name: it is called “${otherwise}”.`);
    return otherwise;
  }
  if (given.length <= MAX_NAME_LENGTH) return given;
  warnings.tell(
    field,
    `The name has ${given.length} characters: it is cut to ${MAX_NAME_LENGTH}, the most that a name can have.`
  );
  return given.slice(0, MAX_NAME_LENGTH).trim();
};

/** Requests name no ids, the neighbour gives them; here they follow from the place. */
const withIds = (items: readonly Fields[], prefix: string): Fields[] => {
  const taken = new Set(items.map(({ id }) => id));
  return items.map((item, i) => {
    if (textAt(item, 'id')) return item;
    let id = `${prefix}-${i + 1}`;
    while (taken.has(id)) id = `${id}-new`;
    return { ...item, id };
  });
};

const usableSeverity = (severity: unknown, field: string, warnings: Warnings): string => {
  const given = String(severity ?? '');
  const known = SEVERITIES.find((each) => each === given);
  if (known) return known;
  warnings.tell(field, `There is no severity “${given}”: it becomes 1, the highest.`);
  return '1';
};

const messageOf = (action: Fields, field: string, warnings: Warnings): Fields | undefined => {
  const template = fieldsAt(action, 'message_template');
  if (textAt(template, 'source')?.trim()) return template ?? {};
  warnings.tell(
    `${field}.message_template.source`,
    'The message is empty: Watchkeeper’s own message is sent.'
  );
  return undefined;
};

const destinationOf = (action: Fields, field: string, warnings: Warnings): string => {
  const id = textAt(action, 'destination_id');
  if (id) return id;
  warnings.tell(`${field}.destination_id`, 'It names no destination: choose one.');
  return NO_DESTINATION;
};

/** Whether the neighbour looks at for which alerts an action is. */
const KNOWS_SCOPES: readonly MonitorType[] = ['bucket_level_monitor', 'doc_level_monitor'];

const scopeWarnings = (
  action: Fields,
  type: MonitorType,
  field: string,
  warnings: Warnings
): readonly string[] => {
  if (action.action_execution_policy === undefined || KNOWS_SCOPES.includes(type)) return [];
  warnings.tell(
    `${field}.action_execution_policy`,
    'The neighbour does not look at this for monitors of this type, so it is left out. Here it can be set.'
  );
  return ['action_execution_policy'];
};

const throttleOf = (
  action: Fields,
  type: MonitorType,
  field: string,
  warnings: Warnings
): { throttle_enabled: boolean } => {
  const enabled = action.throttle_enabled === true;
  if (enabled && !fieldsAt(action, 'throttle')) {
    warnings.tell(`${field}.throttle`, 'The throttle has no time: it is turned off.');
    return { throttle_enabled: false };
  }
  if (enabled && type === 'doc_level_monitor') {
    const message =
      'The neighbour never looks at the throttle of a document-level monitor. Here it holds messages back.';
    warnings.tell(`${field}.throttle`, message);
  }
  return { throttle_enabled: enabled };
};

const actionShape = (
  action: Fields,
  type: MonitorType,
  field: string,
  warnings: Warnings
): Fields => ({
  ...without(action, scopeWarnings(action, type, field, warnings)),
  name: usableName(action.name, 'Action', `${field}.name`, warnings),
  destination_id: destinationOf(action, field, warnings),
  message_template: messageOf(action, field, warnings),
  ...throttleOf(action, type, field, warnings),
});

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

/** A trigger of the first versions is not wrapped in an object that names its kind. */
const unwrapped = (trigger: Fields): { kind?: string; fields: Fields } => {
  const [kind, ...others] = Object.keys(trigger);
  const inner = kind === undefined ? undefined : trigger[kind];
  return others.length === 0 && KINDS.has(kind) && isFields(inner)
    ? { kind, fields: inner }
    : { fields: trigger };
};

/** The triggers of a document as ours write them: wrapped, with ids, names and severities. */
export const triggersShape = (
  triggers: unknown,
  type: MonitorType,
  warnings: Warnings
): Fields[] => {
  const found = listOf(triggers).map(unwrapped);
  const kindOf = (i: number) => found[i].kind ?? TRIGGER_OF[type];
  const fields = withIds(
    found.map((each) => each.fields),
    'trigger'
  );
  return fields.map((trigger, i) => {
    const field = `triggers.${i}.${kindOf(i)}`;
    const actions = withIds(listOf(trigger.actions), 'action');
    return {
      [kindOf(i)]: {
        ...trigger,
        name: usableName(trigger.name, `Trigger ${i + 1}`, `${field}.name`, warnings),
        severity: usableSeverity(trigger.severity, `${field}.severity`, warnings),
        actions: actions.map((action, j) =>
          actionShape(action, type, `${field}.actions.${j}`, warnings)
        ),
      },
    };
  });
};
