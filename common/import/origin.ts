import { extractReferences, injectReferences } from '../monitors/references';
import type { Monitor } from '../monitors/monitor';
import { fieldsAt } from './plain';

/** Where a monitor was brought from; kept in `ui_metadata.watchkeeper.origin`. */
export interface Origin {
  /** The id that it has there. */
  id: string;
  /** Whether it ran there when it was brought here. */
  enabled: boolean;
}

/** The id here of what has an id there: always the same, so that nothing comes twice and links hold. */
export const idOfOrigin = (id: string): string => `alerting-${id}`;

export const withOrigin = (monitor: Monitor, origin: Origin): Monitor => {
  const own = fieldsAt(monitor.ui_metadata, 'watchkeeper') ?? {};
  return { ...monitor, ui_metadata: { ...monitor.ui_metadata, watchkeeper: { ...own, origin } } };
};

export const originOf = (monitor: Monitor): Origin | undefined => {
  const origin = fieldsAt(fieldsAt(monitor.ui_metadata, 'watchkeeper'), 'origin');
  return typeof origin?.id === 'string'
    ? { id: origin.id, enabled: origin.enabled === true }
    : undefined;
};

const TYPES = { destination: 'destination', monitor: 'monitor' };

/** The ids that a monitor has links to: destinations, and the monitors that a composite one rests on. */
export const linksOf = (monitor: Monitor): { destinations: string[]; monitors: string[] } => {
  const { references } = extractReferences(monitor, TYPES);
  const of = (wanted: string) =>
    references.flatMap(({ type, id }) => (type === wanted ? [id] : []));
  return { destinations: of(TYPES.destination), monitors: of(TYPES.monitor) };
};

/** The monitor with other ids in its links. */
export const mapLinks = (
  monitor: Monitor,
  change: { destination: (id: string) => string; monitor: (id: string) => string }
): Monitor => {
  const { monitor: extracted, references } = extractReferences(monitor, TYPES);
  const changed = references.map((reference) => ({
    ...reference,
    id:
      reference.type === TYPES.monitor
        ? change.monitor(reference.id)
        : change.destination(reference.id),
  }));
  return injectReferences(extracted, changed);
};
