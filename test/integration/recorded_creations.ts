// Requests recorded from the Alerting API of OpenSearch 3.4.0 (test/fixtures/alerting/monitors), and what ours makes of them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { recorded } from './alerting_plugin';

type Fields = Record<string, unknown>;

export interface Creation {
  name: string;
  status: number;
  body: unknown;
}

const FOLDER = join(__dirname, '..', 'fixtures', 'alerting', 'monitors');

/** Every creation that was recorded, by its number. */
export const creations = (): Creation[] =>
  readdirSync(FOLDER)
    .filter((file) => file.includes('-create-'))
    .map((file) => {
      const name = file.replace('.json', '');
      const { request, response } = recorded(`monitors/${name}`);
      return { name, status: response.status, body: request.body };
    });

/** Where a creation that the real plugin refused, or let through by mistake, is refused here. */
export const REFUSED_AT: Readonly<Record<string, string>> = {
  '022-monitor-create-bad-no-name': 'name',
  '023-monitor-create-bad-no-schedule': 'schedule',
  '027-monitor-create-bad-interval0': 'schedule.period.interval',
  '028-monitor-create-bad-interval-unit': 'schedule.period.unit',
  '029-monitor-create-bad-cron': 'schedule.cron.expression',
  '030-monitor-create-bad-cron-tz': 'schedule.cron.timezone',
  '031-monitor-create-bad-two-inputs': 'inputs',
  '032-monitor-create-bad-trigger-type-mismatch': 'triggers.0.query_level_trigger',
  '033-monitor-create-bad-trigger-no-name': 'triggers.0.query_level_trigger.name',
  '036-monitor-create-bad-throttle': 'triggers.0.query_level_trigger.actions.0.throttle.value',
  '037-monitor-create-bad-action-no-destination':
    'triggers.0.query_level_trigger.actions.0.destination_id',
  '039-monitor-create-bad-missing-index': 'inputs.0.search.indices',
  '041-monitor-create-no-body': 'monitor',
  '043-monitor-create-array': '',
  '094-workflow-create-chained-bucket': 'inputs.0.composite_input.sequence.delegates.1',
  '096-workflow-create-bad-delegate': 'inputs.0.composite_input.sequence.delegates.0.monitor_id',
  '097-workflow-create-one-delegate': 'inputs.0.composite_input.sequence.delegates',
};

/** Accepted there, and never able to run. */
export const MISTAKEN_AT: Readonly<Record<string, string>> = {
  '024-monitor-create-bad-no-inputs': 'inputs',
  '026-monitor-create-bad-type': 'monitor_type',
  '034-monitor-create-bad-painless-compile':
    'triggers.0.query_level_trigger.condition.script.source',
  '035-monitor-create-bad-unknown-field': '',
  '040-monitor-create-bad-long-name': 'name',
};

/** Refused there and accepted here, with the reason. */
export const ACCEPTED_HERE: Readonly<Record<string, string>> = {
  '038-monitor-create-bad-11-triggers': 'There is no limit of ten triggers here.',
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

/** The plugin gives ids itself; our API wants them. */
const withIds = (trigger: Fields, i: number): Fields =>
  Object.fromEntries(
    Object.entries(trigger).map(([kind, fields]) => [
      kind,
      isFields(fields)
        ? {
            id: `t${i}`,
            ...fields,
            actions: list(fields.actions).map((action, j) => ({ id: `a${j}`, ...action })),
          }
        : fields,
    ])
  );

/**
 * The request as one to our API: nothing about it is mended but what is said otherwise here, ids and the type of a
 * workflow.
 *
 * @param names what stands there, and what stands here in its place
 */
export const asOurs = (body: unknown, names: Readonly<Record<string, string>>): unknown => {
  if (!isFields(body)) return body;
  const text = Object.entries(names).reduce(
    (all, [there, here]) =>
      all.replaceAll(`"${there}"`, `"${here}"`).replaceAll(`id=${there}]`, `id=${here}]`),
    JSON.stringify(body)
  );
  const { workflow_type: workflow, ...fields } = JSON.parse(text) as Fields;
  return {
    ...fields,
    ...(workflow === undefined ? {} : { type: 'monitor', monitor_type: 'composite_monitor' }),
    triggers: list(fields.triggers).map(withIds),
  };
};
