import type { Alert } from '../../alerts/alert';
import { alertContext } from '../../alerts/alert_context';
import { fillShape, withoutValues } from '../../notifications/templates/checking/fill_shape';
import {
  ANYTHING,
  listShape,
  mapShape,
  shapeOf,
} from '../../notifications/templates/checking/shape';
import type { Shape } from '../../notifications/templates/checking/shape';
import type { Monitor } from '../monitor';

/** Every field that an alert can have: a new one must be named here. */
const EVERY_FIELD: Required<Alert> = {
  ...{ id: 'i', monitor_id: 'm', monitor_name: 'm', trigger_id: 't', trigger_name: 't' },
  ...{ severity: '1', state: 'active', group_key: 'k', group: [], start_time: 1, active_time: 1 },
  ...{ end_time: 1, last_notification_time: 1, acknowledged_time: 1, acknowledged_by: 'a' },
  ...{ acknowledged_comment: 'a', acknowledged_until: 1, error_message: 'e' },
  action_execution_results: [
    { action_id: 'a', last_execution_time: 1, window_end: 1, throttled_count: 1 },
  ],
  ...{ first_seen: 1, last_seen: 1, false_since: 1, value: 'v', measure: 1, peak: 1 },
  ...{ flapping: true, lasting: true, no_data: true, labels: {}, annotations: {} },
  ...{ finding_ids: ['f'], related_doc_ids: ['d'], failures: 1, told: true, rev: 1 },
  ...{ tags: ['t'], owner: 'o' },
};

const ANY_MAP = mapShape({}, true);

/** What only the alerts of monitors of this type have. */
const contentShape = (monitor: Monitor): Record<string, Shape> => {
  switch (monitor.monitor_type) {
    case 'bucket_level_monitor':
      return {
        bucket: mapShape({ key: ANYTHING, doc_count: { kind: 'number' } }, true),
        parent_bucket_path: { kind: 'text' },
      };
    case 'doc_level_monitor':
      return {
        sample_documents: listShape(
          mapShape({ _index: { kind: 'text' }, _id: { kind: 'text' }, _source: ANY_MAP })
        ),
        associated_queries: listShape(
          mapShape({
            id: { kind: 'text' },
            name: { kind: 'text' },
            tags: listShape({ kind: 'text' }),
          })
        ),
      };
    case 'composite_monitor':
      return { associated_alert_ids: listShape({ kind: 'text' }) };
    default:
      return {};
  }
};

/** The shape of an alert in messages of a monitor, as far as it is known before there is one. */
export const alertShape = (monitor: Monitor): Shape => {
  const alert = withoutValues(shapeOf(alertContext(EVERY_FIELD)));
  const { labels = {}, annotations = {} } = monitor;
  return fillShape(
    mapShape({
      ...{ group: ANY_MAP, bucket_keys: { kind: 'text' } },
      ...{
        labels: withoutValues(shapeOf(labels)),
        annotations: withoutValues(shapeOf(annotations)),
      },
      ...contentShape(monitor),
    }),
    alert
  );
};
