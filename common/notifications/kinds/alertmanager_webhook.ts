import { composeMessage } from '../compose/compose_message';
import type { ComposedMessage } from '../compose/composed';
import type { AlertFacts, MessageFacts } from '../message_facts';
import { fingerprintOf } from './fingerprint';
import type { MessageContent } from './message_content';

type Labels = Record<string, string>;

/** One alert as Alertmanager's webhook has it; instants are RFC 3339. */
interface WebhookAlert {
  status: 'firing' | 'resolved';
  labels: Labels;
  annotations: Labels;
  startsAt: string;
  /** The year 1 while it fires. */
  endsAt: string;
  generatorURL: string;
  fingerprint: string;
}

const NO_INSTANT = '0001-01-01T00:00:00Z';

const instant = (ms: number | undefined): string =>
  ms === undefined ? NO_INSTANT : new Date(ms).toISOString().replace('.000Z', 'Z');

const isOver = (event: string): boolean =>
  event === 'resolved' || event === 'data_again' || event === 'error_over';

const filled = (labels: Readonly<Record<string, string | undefined>>): Labels =>
  Object.fromEntries(
    Object.entries(labels).filter((pair): pair is [string, string] => Boolean(pair[1]))
  );

const sorted = (labels: Labels): Labels =>
  Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Labels of the trigger go before ours of the same name. */
const labelsOf = (
  content: MessageContent,
  { severity }: ComposedMessage,
  alert: AlertFacts | undefined
): Labels => {
  const group = (alert?.group ?? []).map(({ field, value }) => [field, value]);
  return sorted(
    filled({
      alertname: content.trigger_name || content.monitor_name || 'Watchkeeper',
      monitor: content.monitor_name,
      severity,
      ...(Object.fromEntries(group) as Labels),
      ...alert?.labels,
    })
  );
};

const alertOf = (
  content: MessageContent,
  composed: ComposedMessage,
  alert: AlertFacts | undefined
): WebhookAlert => {
  const { facts } = content;
  const labels = labelsOf(content, composed, alert);
  const over = isOver(alert?.event ?? composed.event);
  const start = alert?.start_time ?? content.created_at ?? content.period_end;
  return {
    status: over ? 'resolved' : 'firing',
    labels,
    annotations: sorted(
      filled({
        summary: composed.title,
        description: composed.text,
        runbook_url: facts?.runbook_url,
        value: alert?.value,
        ...alert?.annotations,
      })
    ),
    startsAt: instant(start),
    endsAt: over
      ? instant(alert?.end_time ?? content.created_at ?? content.period_end)
      : NO_INSTANT,
    generatorURL: alert?.url ?? facts?.url ?? '',
    fingerprint: fingerprintOf(labels),
  };
};

const common = (all: readonly Labels[]): Labels => {
  const [first, ...others] = all;
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(([name, value]) =>
      others.every((other) => other[name] === value)
    )
  );
};

/** Where our pages are: what stands before the app in the link to an alert. */
const externalUrl = (facts: MessageFacts | undefined): string =>
  facts?.url ? facts.url.replace(/\/app\/.*$/s, '') : '';

/** Go's `%q`, as near as texts of labels come. */
const quoted = (labels: Labels): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(', ');

/**
 * A message as Alertmanager's webhook would send it (version 4), for receivers that know that.
 *
 * @param receiver the name that it was sent to
 */
export const alertmanagerWebhook = (content: MessageContent, receiver: string): object => {
  const { facts } = content;
  const composed = composeMessage(content);
  const listed = facts && facts.alerts.length > 0 ? facts.alerts : [undefined];
  const alerts = listed.map((alert) => alertOf(content, composed, alert));
  const groupLabels = filled({ alertname: alerts[0].labels.alertname });
  const over = alerts.every(({ status }) => status === 'resolved');
  const key = facts?.dedup_key ?? content.id;
  return {
    receiver,
    status: over ? 'resolved' : 'firing',
    alerts,
    groupLabels,
    commonLabels: common(alerts.map(({ labels }) => labels)),
    commonAnnotations: common(alerts.map(({ annotations }) => annotations)),
    routeLabels: {},
    externalURL: externalUrl(facts),
    version: '4',
    groupKey: `{}/{dedup_key=${JSON.stringify(key)}}:{${quoted(groupLabels)}}`,
    truncatedAlerts: Math.max(0, (facts?.alert_count ?? 1) - alerts.length),
    notification_reason: over ? 'all alerts resolved' : 'first notification',
  };
};
