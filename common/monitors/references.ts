import type { Action } from './action';
import { mapTermValues } from './boolean_expression_values';
import { isMonitorTerm } from './composite/terms';
import type { CompositeMonitor, Monitor } from './monitor';
import { mapTriggers } from './monitor';

/** A link to another saved object, as Dashboards keeps it beside the attributes. */
export interface Reference {
  name: string;
  type: string;
  id: string;
}

/** The types of the saved objects that a monitor has links to. */
export interface LinkedTypes {
  destination: string;
  monitor: string;
}

const mapActions = (monitor: Monitor, change: (action: Action) => Action): Monitor =>
  mapTriggers(monitor, (trigger) => ({ ...trigger, actions: trigger.actions.map(change) }));

const mapExpression = <C extends { script: { source: string } }>(
  condition: C,
  change: (id: string) => string
): C => ({
  ...condition,
  script: {
    ...condition.script,
    source: mapTermValues(condition.script.source, (term) =>
      isMonitorTerm(term) ? change(term.value) : term.value
    ),
  },
});

/** The ids of the monitors that a composite one rests on stand among its delegates and in its conditions. */
const mapDelegates = (
  monitor: CompositeMonitor,
  change: (id: string) => string
): CompositeMonitor => {
  const [{ composite_input: input }] = monitor.inputs;
  const delegates = input.sequence.delegates.map((delegate) => {
    const { chained_monitor_findings: chained } = delegate;
    const before = chained && {
      ...chained,
      ...(chained.monitor_id ? { monitor_id: change(chained.monitor_id) } : {}),
      ...(chained.monitor_ids ? { monitor_ids: chained.monitor_ids.map(change) } : {}),
    };
    return {
      ...delegate,
      monitor_id: change(delegate.monitor_id),
      ...(before ? { chained_monitor_findings: before } : {}),
    };
  });
  return {
    ...monitor,
    inputs: [{ composite_input: { ...input, sequence: { ...input.sequence, delegates } } }],
    triggers: monitor.triggers.map(({ chained_alert_trigger: trigger }) => ({
      chained_alert_trigger: {
        ...trigger,
        condition: mapExpression(trigger.condition, change),
        ...(trigger.recovery_condition
          ? { recovery_condition: mapExpression(trigger.recovery_condition, change) }
          : {}),
      },
    })),
  };
};

const mapMonitors = (monitor: Monitor, change: (id: string) => string): Monitor =>
  monitor.monitor_type === 'composite_monitor' ? mapDelegates(monitor, change) : monitor;

/** Gives each id a name, the same id the same one. */
const namer = (prefix: string) => {
  const names = new Map<string, string>();
  return {
    names,
    nameOf: (id: string): string => {
      const name = names.get(id) ?? `${prefix}_${names.size}`;
      names.set(id, name);
      return name;
    },
  };
};

/**
 * Moves every link into `references`, because ids inside attributes are not mapped when objects are imported as copies.
 * In the attributes the link's name stands in the id's place: destinations of actions, and the monitors that a composite
 * one rests on.
 */
export const extractReferences = (
  monitor: Monitor,
  types: LinkedTypes
): { monitor: Monitor; references: Reference[] } => {
  const destinations = namer('destination');
  const monitors = namer('monitor');
  const withNames = mapActions(monitor, (action) => ({
    ...action,
    destination_id: destinations.nameOf(action.destination_id),
  }));
  const extracted = mapMonitors(withNames, monitors.nameOf);
  const listed = (names: Map<string, string>, type: string) =>
    [...names].map(([id, name]) => ({ name, type, id }));
  return {
    monitor: extracted,
    references: [
      ...listed(destinations.names, types.destination),
      ...listed(monitors.names, types.monitor),
    ],
  };
};

/**
 * Puts the links back. A name without a reference stays as it is, and is shown as something that is missing; so does an id
 * in a document that was written before monitors were among the links.
 */
export const injectReferences = (monitor: Monitor, references: readonly Reference[]): Monitor => {
  const ids = new Map(references.map(({ name, id }) => [name, id]));
  const idOf = (name: string): string => ids.get(name) ?? name;
  const withDestinations = mapActions(monitor, (action) => ({
    ...action,
    destination_id: idOf(action.destination_id),
  }));
  return mapMonitors(withDestinations, idOf);
};
