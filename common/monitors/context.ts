import type { Alert } from '../alerts/alert';
import { alertContext } from '../alerts/alert_context';
import { monitorUrl } from '../links/page_links';
import { JavaInstant } from '../json/java_instant';
import { parseLossless } from '../json/lossless';
import { compositeVariables } from './composite/results';
import type { Monitor, Trigger } from './monitor';
import { pplRows } from './ppl/rows';
import type { Window } from './run';
import type { PplTrigger } from './trigger';

export interface ContextInput {
  /** Empty in an editor, before the first save. */
  monitorId: string;
  monitor: Monitor;
  trigger?: Trigger;
  window: Window;
  /** What the cluster answered, parsed losslessly; empty after an error. */
  results?: readonly unknown[];
  /** The open alert of the trigger. */
  alert?: Alert;
  error?: string;
  /** `public_base_url` of the configuration: what links in messages begin with. */
  baseUrl?: string;
}

const parseInputs = ({ inputs: [input] }: Monitor): unknown[] => {
  if (!('search' in input)) return [input];
  const { search } = input;
  const { indices, query } = search;
  try {
    return [{ search: { indices, query: parseLossless(query) } }];
  } catch {
    return [{ search }];
  }
};

const parsedInputs = new WeakMap<Monitor, unknown[]>();

/** Parsed once a monitor: a run must not pay for it. */
const inputsOf = (monitor: Monitor): unknown[] => {
  const known = parsedInputs.get(monitor);
  if (known) return known;
  const inputs = parseInputs(monitor);
  parsedInputs.set(monitor, inputs);
  return inputs;
};

const pplFields = ({
  type,
  num_results_condition: comparison,
  num_results_value: value,
  custom_condition: custom,
}: PplTrigger) => ({
  type,
  num_results_condition: comparison ?? null,
  num_results_value: value ?? null,
  custom_condition: custom ?? null,
});

/** What only monitors of this type have. */
const variablesOf = (
  monitor: Monitor,
  trigger: Trigger | undefined,
  results: readonly unknown[]
): Record<string, unknown> => {
  switch (monitor.monitor_type) {
    case 'composite_monitor':
      return compositeVariables(results);
    case 'ppl_monitor':
      return { ppl_query_results: pplRows(results, trigger?.id) };
    default:
      return {};
  }
};

/**
 * The `ctx` of conditions and messages, with the names of OpenSearch Alerting (`asTemplateArg`). One function for
 * preview, test and run.
 */
export const buildContext = ({
  monitorId,
  monitor,
  trigger,
  window,
  results = [],
  alert,
  error,
  baseUrl,
}: ContextInput): Record<string, unknown> => ({
  monitor: {
    _id: monitorId,
    id: monitorId,
    name: monitor.name,
    url: monitorUrl(baseUrl, monitorId),
    type: monitor.type,
    enabled: monitor.enabled,
    monitor_type: monitor.monitor_type,
    enabled_time: monitor.enabled_time ?? null,
    last_update_time: monitor.last_update_time ?? null,
    schedule: monitor.schedule,
    inputs: inputsOf(monitor),
  },
  ...(trigger
    ? {
        trigger: {
          id: trigger.id,
          name: trigger.name,
          severity: trigger.severity,
          ...('condition' in trigger ? { condition: trigger.condition } : pplFields(trigger)),
          actions: trigger.actions.map(({ id, name, destination_id }) => ({
            id,
            name,
            destination_id,
          })),
        },
      }
    : {}),
  results,
  ...variablesOf(monitor, trigger, results),
  periodStart: new JavaInstant(window.start),
  periodEnd: new JavaInstant(window.end),
  alert: alert ? alertContext(alert, { baseUrl }) : null,
  error: error ?? null,
});
