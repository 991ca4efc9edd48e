import { alertUrl } from '../links/page_links';
import type { GroupContent } from '../monitors/verdict';
import type { Alert } from './alert';

const iso = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();

const fieldsOf = ({ group = [] }: Alert): Record<string, string> =>
  Object.fromEntries(group.map(({ field, value }) => [field, value]));

const contentOf = (content: GroupContent | undefined): Record<string, unknown> => {
  switch (content?.kind) {
    case 'bucket':
      return { bucket: content.bucket, parent_bucket_path: content.parent_bucket_path };
    case 'documents':
      return {
        finding_ids: content.finding_ids,
        related_doc_ids: content.related_doc_ids,
        sample_documents: content.documents,
        associated_queries: content.queries ?? [],
      };
    case 'alerts':
      return { associated_alert_ids: content.alert_ids };
    default:
      return {};
  }
};

/** What a context knows beside the alert itself. */
export interface AlertContextOptions {
  content?: GroupContent;
  /** `public_base_url` of the configuration, for the link. */
  baseUrl?: string;
  /** Messages that the action's throttle has held back since its last one. */
  throttledCount?: number;
}

/**
 * An alert as messages and conditions see it, as `ctx.alert` and in the lists of new, going-on and ended ones. The names
 * are OpenSearch Alerting's (`Alert.asTemplateArg`); `duration_seconds`, `peak`, `value`, `group`, `labels`,
 * `annotations`, `throttled_count` and `url` are ours.
 */
export const alertContext = (
  alert: Alert,
  { content, baseUrl, throttledCount = 0 }: AlertContextOptions = {}
): Record<string, unknown> => {
  const { group, start_time: start, end_time: end, last_seen: seen } = alert;
  const from = alert.active_time ?? start;
  return {
    ...alert,
    version: alert.rev,
    state: alert.state.toUpperCase(),
    isAcknowledged: alert.state === 'acknowledged',
    bucket_keys: group ? group.map(({ value }) => value).join(',') : null,
    group: fieldsOf(alert),
    start_time_iso: iso(start),
    end_time_iso: iso(end),
    duration_seconds: Math.max(0, Math.round(((end ?? Math.max(seen, start)) - from) / 1000)),
    throttled_count: throttledCount,
    url: alertUrl(baseUrl, alert.id),
    ...contentOf(content),
  };
};
