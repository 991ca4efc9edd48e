import type { Action, Monitor } from './monitor';
import { mapTriggers } from './monitor';

/** A link to another saved object, as Dashboards keeps it beside the attributes. */
export interface Reference {
  name: string;
  type: string;
  id: string;
}

const mapActions = (monitor: Monitor, change: (action: Action) => Action): Monitor =>
  mapTriggers(monitor, (trigger) => ({ ...trigger, actions: trigger.actions.map(change) }));

/**
 * Moves every link into `references`, because ids inside attributes are not mapped when objects are imported as copies.
 * In the attributes the link's name stands in the id's place.
 */
export const extractReferences = (
  monitor: Monitor,
  destinationType: string
): { monitor: Monitor; references: Reference[] } => {
  const names = new Map<string, string>();
  const extracted = mapActions(monitor, (action) => {
    const name = names.get(action.destination_id) ?? `destination_${names.size}`;
    names.set(action.destination_id, name);
    return { ...action, destination_id: name };
  });
  const references = [...names].map(([id, name]) => ({ name, type: destinationType, id }));
  return { monitor: extracted, references };
};

/** Puts the links back. A name without a reference stays as it is, and is shown as a destination that is missing. */
export const injectReferences = (monitor: Monitor, references: readonly Reference[]): Monitor => {
  const ids = new Map(references.map(({ name, id }) => [name, id]));
  return mapActions(monitor, (action) => ({
    ...action,
    destination_id: ids.get(action.destination_id) ?? action.destination_id,
  }));
};
