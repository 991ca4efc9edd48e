import type { Alert } from '../alerts/alert';
import type { IncidentOptions } from '../alerts/incidents';
import type { Monitor } from './monitor';
import type { StepInput } from './step_input';
import type { Trigger } from './trigger';

type Subject = Pick<
  Alert,
  'monitor_id' | 'monitor_name' | 'trigger_id' | 'trigger_name' | 'severity' | 'tags' | 'owner'
>;

/** What an alert that opens says of its monitor and trigger; without a trigger it is about the whole monitor. */
export const subjectOf = (
  { monitorId, monitor }: Pick<StepInput, 'monitorId' | 'monitor'>,
  trigger?: Trigger
): Subject => ({
  monitor_id: monitorId,
  monitor_name: monitor.name,
  trigger_id: trigger?.id ?? '',
  trigger_name: trigger?.name ?? '',
  severity: trigger?.severity ?? '1',
  ...(monitor.tags && monitor.tags.length > 0 ? { tags: monitor.tags } : {}),
  ...(monitor.owner ? { owner: monitor.owner } : {}),
});

/** What messages of ours need beside the alerts that they tell of. */
export const tellingOptions = ({
  monitor,
  baseUrl,
  follows,
}: Pick<StepInput, 'monitor' | 'baseUrl' | 'follows'>): IncidentOptions & { monitor: Monitor } => ({
  monitor,
  ...(baseUrl ? { baseUrl } : {}),
  ...(follows ? { follows } : {}),
  ...(monitor.runbook_url ? { runbookUrl: monitor.runbook_url } : {}),
});
