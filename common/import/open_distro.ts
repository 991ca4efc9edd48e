import type { FieldProblem } from '../errors';
import { monitorSchema } from '../monitors/monitor';
import type { Monitor } from '../monitors/monitor';
import { addMonitorWarnings } from './monitor_warnings';
import { monitorShape } from './monitor_shape';
import { fieldsAt, isFields, textAt } from './plain';
import type { Fields } from './plain';
import { parseLeniently } from './parse_leniently';
import { Warnings } from './warning';
import type { ImportWarning } from './warning';

/** What became of a document of Open Distro's or OpenSearch's Alerting. */
export type MonitorImport =
  | {
      monitor: Monitor;
      warnings: ImportWarning[];
      /** In the system that it comes from. `enabled`: whether it ran there. */
      source: { id?: string; enabled: boolean };
    }
  | { problems: FieldProblem[]; source: { id?: string }; name: string };

/** The monitor within what the API, a search or an export wraps around it, and the id that goes with it. */
const opened = (document: Fields): { id?: string; fields: Fields } => {
  const id = textAt(document, '_id') ?? textAt(document, 'id') ?? textAt(document, 'monitor_id');
  const body = fieldsAt(document, '_source') ?? document;
  const fields = fieldsAt(body, 'monitor') ?? fieldsAt(body, 'workflow') ?? body;
  return { ...(id ? { id } : {}), fields };
};

/** Whether a document looks like a monitor or a workflow at all. */
export const isMonitorDocument = (document: unknown): document is Fields => {
  if (!isFields(document)) return false;
  const { fields } = opened(document);
  return (
    fields.type === 'monitor' ||
    fields.type === 'workflow' ||
    'monitor_type' in fields ||
    'workflow_type' in fields ||
    ('schedule' in fields && 'triggers' in fields)
  );
};

/**
 * Turns a monitor or workflow of Open Distro's or OpenSearch's Alerting into ours. What the real plugin holds is always
 * accepted, with warnings where it could never run there or is different here; what cannot run comes disabled.
 *
 * Source of the shapes: answers of the Alerting API of OpenSearch 3.4.
 *
 * @param document as the API answers it, a hit of a search, an export, or the bare monitor; its numbers may be lossless
 * @param now epoch milliseconds, for what depends on the next runs
 */
export const importMonitor = (document: unknown, now: number): MonitorImport => {
  if (!isMonitorDocument(document)) {
    const message = 'This is no monitor of Open Distro or OpenSearch Alerting.';
    return { problems: [{ field: '', message }], source: {}, name: '' };
  }
  const { id, fields } = opened(document);
  const warnings = new Warnings();
  const parsed = parseLeniently(monitorSchema, monitorShape(fields, warnings), warnings);
  const source = id ? { id } : {};
  if (!parsed.ok) {
    return { problems: parsed.problems, source, name: textAt(fields, 'name') ?? '' };
  }
  addMonitorWarnings(parsed.value, warnings, now);
  const { enabled } = parsed.value;
  const stops = warnings.all.some((warning) => warning.stops);
  return {
    monitor: { ...parsed.value, enabled: enabled && !stops },
    warnings: warnings.all,
    source: { ...source, enabled },
  };
};
