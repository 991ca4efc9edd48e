import type { AuditedAct } from './entry';

type Attributes = Readonly<Record<string, unknown>>;

/** Stamped by the server at every save: they say nothing of what somebody changed. */
const STAMPS = new Set(['enabled', 'enabled_time', 'last_update_time']);

const withoutStamps = (attributes: Attributes): string =>
  JSON.stringify(
    Object.entries(attributes)
      .filter(([name]) => !STAMPS.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
  );

/**
 * What a write of a monitor came to, by its saved object before and after.
 *
 * @param before absent when there was none
 */
export const monitorAct = (before: Attributes | undefined, after: Attributes): AuditedAct => {
  if (!before) return 'monitor.created';
  const isSwitched = before.enabled !== after.enabled;
  if (!isSwitched || withoutStamps(before) !== withoutStamps(after)) return 'monitor.updated';
  return after.enabled === true ? 'monitor.enabled' : 'monitor.disabled';
};
