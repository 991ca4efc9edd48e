import { stringifyLossless } from '../json/lossless';
import { MONITOR_TYPES } from '../monitors/monitor';
import type { MonitorType } from '../monitors/monitor';
import { fieldsAt, isFields, plain, textAt, without, withoutNulls } from './plain';
import type { Fields } from './plain';
import { triggersShape, usableName } from './trigger_shape';
import type { Warnings } from './warning';

/** What only the neighbour has a use for: ids, versions, its own indices, its users. */
const LEFT_OUT = [
  ...['id', '_id', '_version', '_seq_no', '_primary_term', 'schema_version', 'monitor_id'],
  ...['user', 'owner', 'rbac_roles', 'data_sources', 'delete_query_index_in_every_run'],
  ...['metadata', 'target', 'workflow_type', 'audit_delegate_monitor_alerts'],
  ...['associated_workflows', 'associatedCompositeMonitorCnt', 'item_type', 'type'],
];

const OF_INPUT: Readonly<Record<string, MonitorType>> = {
  doc_level_input: 'doc_level_monitor',
  uri: 'cluster_metrics_monitor',
  composite_input: 'composite_monitor',
  ppl_input: 'ppl_monitor',
  heartbeat: 'heartbeat_monitor',
};

const isType = (type: string): type is MonitorType => MONITOR_TYPES.some((known) => known === type);

/** By what it looks at, and how it judges that. */
const guessedType = ({ inputs, triggers }: Fields): MonitorType => {
  const [input] = Array.isArray(inputs) ? inputs : [];
  const [name = ''] = isFields(input) ? Object.keys(input) : [];
  const [trigger] = Array.isArray(triggers) ? triggers : [];
  return (
    OF_INPUT[name] ??
    (fieldsAt(trigger, 'bucket_level_trigger') ? 'bucket_level_monitor' : 'query_level_monitor')
  );
};

const typeOf = (document: Fields, warnings: Warnings): MonitorType => {
  if (document.workflow_type !== undefined || document.type === 'workflow') {
    return 'composite_monitor';
  }
  const given = textAt(document, 'monitor_type');
  if (given && isType(given)) return given;
  const guessed = guessedType(document);
  if (given) {
    const message = `There is no type “${given}”, so it could never run. By its input it becomes a ${guessed}: look at it before you enable it.`;
    warnings.stop('monitor_type', message);
  }
  return guessed;
};

const NO_INPUT = 'It has no input, so it could never run: say what it looks at.';

/** Stands where the document has none, and finds nothing. */
const placeholderInput = (type: MonitorType): Fields => {
  switch (type) {
    case 'doc_level_monitor': {
      const query = { id: 'nothing', name: 'nothing', query: 'NOT *:*' };
      return { doc_level_input: { indices: ['*'], queries: [query] } };
    }
    case 'cluster_metrics_monitor':
      return { uri: { api_type: 'CLUSTER_HEALTH', path: '_cluster/health' } };
    case 'composite_monitor': {
      const delegates = [{ order: 1, monitor_id: 'missing' }];
      return { composite_input: { sequence: { delegates } } };
    }
    case 'ppl_monitor':
      return { ppl_input: { query: 'source = missing' } };
    case 'heartbeat_monitor': {
      const length = { interval: 1, unit: 'DAYS' };
      return { heartbeat: { period: length, grace: length } };
    }
    default:
      return { search: { indices: ['*'], query: '{"size":0,"query":{"match_none":{}}}' } };
  }
};

/** The query as text, numbers as they stand there; the rest as JSON has it. */
const inputShape = (input: unknown): unknown => {
  const search = fieldsAt(input, 'search');
  if (!search) return withoutNulls(plain(input));
  const { query } = search;
  const text = isFields(query) ? stringifyLossless(query, 2) : query;
  return {
    search: { ...(withoutNulls(plain(without(search, ['query']))) as Fields), query: text },
  };
};

const inputsShape = (inputs: unknown, type: MonitorType, warnings: Warnings): unknown[] => {
  if (Array.isArray(inputs) && inputs.length > 0) return inputs.map(inputShape);
  warnings.stop('inputs.0', NO_INPUT);
  return [placeholderInput(type)];
};

const scheduleShape = (schedule: unknown, warnings: Warnings): unknown => {
  const cron = fieldsAt(schedule, 'cron');
  if (!cron || textAt(cron, 'timezone')) return schedule;
  warnings.tell('schedule.cron.timezone', 'It names no time zone: it becomes UTC.');
  return { cron: { ...cron, timezone: 'UTC' } };
};

const timeOf = (value: unknown): number | null => {
  const time = plain(value);
  return typeof time === 'number' ? time : null;
};

const ownerWarnings = ({ owner, target, rbac_roles: roles }: Fields, warnings: Warnings): void => {
  if (typeof owner === 'string' && owner !== 'alerting') {
    const message = `The neighbour's plugin “${owner}” made it and keeps it up to date there. The copy is not kept up to date.`;
    warnings.tell('owner', message);
  }
  const kind = textAt(target, 'type');
  if (kind !== undefined && kind !== 'local') {
    warnings.stop(
      'inputs.0',
      `It looks at another data source (${kind}); here it would look at this cluster.`
    );
  }
  if (Array.isArray(roles) && roles.length > 0) {
    const message = `Only the roles ${roles.join(', ')} could see it there. Here everybody sees it who may read monitors.`;
    warnings.tell('rbac_roles', message);
  }
};

/** A document of the neighbour in the shape of ours; what does not fit is said in the warnings. */
export const monitorShape = (document: Fields, warnings: Warnings): Fields => {
  const type = typeOf(document, warnings);
  ownerWarnings(document, warnings);
  const {
    inputs,
    triggers,
    ui_metadata: uiMetadata,
    should_create_single_alert_for_findings: single,
    ...rest
  } = document;
  const common = withoutNulls(plain(without(rest, LEFT_OUT))) as Fields;
  return {
    ...common,
    type: 'monitor',
    monitor_type: type,
    name: usableName(document.name, 'Imported monitor', 'name', warnings),
    enabled: document.enabled !== false,
    schedule: scheduleShape(common.schedule, warnings),
    inputs: inputsShape(inputs, type, warnings),
    triggers: triggersShape(withoutNulls(plain(triggers)), type, warnings),
    ui_metadata: isFields(uiMetadata) ? plain(uiMetadata) : {},
    enabled_time: timeOf(document.enabled_time),
    last_update_time: timeOf(document.last_update_time),
    ...(type === 'doc_level_monitor' && typeof single === 'boolean'
      ? { should_create_single_alert_for_findings: single }
      : {}),
  };
};
