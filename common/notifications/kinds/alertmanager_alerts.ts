import { composeMessage } from '../compose/compose_message';
import type { AlertFacts, MessageEvent } from '../message_facts';
import { incidentAction } from './incident';
import type { MessageContent } from './message_content';

/** One alert as Alertmanager's API v2 takes it. Instants are RFC 3339. */
export interface PostableAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  startsAt: string;
  endsAt: string;
  generatorURL?: string;
}

const MINUTE = 60_000;
/** A trial is no alert that should stay. */
const TEST_MINUTES = 5;

const instant = (ms: number): string => new Date(ms).toISOString();

/** Before 0.27 Alertmanager takes only such names, and most tools behind it still do. */
const labelName = (name: string): string =>
  name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_');

const named = (map: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(map)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [labelName(name), value])
  );

/** An alert's labels are its identity, so nothing is among them that changes while it lasts. */
const labelsOf = (content: MessageContent, severity: string, alert?: AlertFacts) => {
  const group = alert?.group?.map(({ field, value }) => [field, value] as const) ?? [];
  return {
    ...named(Object.fromEntries(group)),
    ...named(alert?.labels ?? {}),
    ...named({
      alertname: content.trigger_name || 'Watchkeeper',
      monitor: content.monitor_name ?? '',
      severity,
    }),
  };
};

const endOf = ({ event, end_time: end }: AlertFacts, now: number, keep: number): number =>
  event === 'resolved' ? Math.min(end ?? now, now) : now + keep;

/** Of a message that lists no alert: of a monitor that fails, or a trial. */
const endOfWhole = (event: MessageEvent, now: number, keep: number): number => {
  if (event === 'test' || event === 'heartbeat') return now + TEST_MINUTES * MINUTE;
  return incidentAction(event) === 'resolve' ? now : now + keep;
};

/**
 * The alerts of a message.
 *
 * @param keepMinutes how long Alertmanager holds one that fires, unless it hears of it again
 */
export const postableAlerts = (
  content: MessageContent,
  now: number,
  keepMinutes: number
): { alerts: PostableAlert[]; notes: string[] } => {
  const { event, title, text, links, severity, more } = composeMessage(content);
  const { facts } = content;
  const annotations = (alert?: AlertFacts) => ({
    summary: title,
    ...(text === '' ? {} : { description: text }),
    ...named(alert?.annotations ?? {}),
    ...named({
      value: alert?.value ?? '',
      runbook_url: facts?.runbook_url ?? '',
      acknowledged_by: facts?.by ?? '',
      acknowledged_comment: facts?.comment ?? '',
    }),
  });
  const generator = (url = links[0]?.url) => (url ? { generatorURL: url } : {});
  const of = (alert: AlertFacts): PostableAlert => ({
    labels: labelsOf(content, severity, alert),
    annotations: annotations(alert),
    startsAt: instant(alert.start_time),
    endsAt: instant(endOf(alert, now, keepMinutes * MINUTE)),
    ...generator(alert.url),
  });
  const single = (): PostableAlert => ({
    labels: labelsOf(content, severity),
    annotations: annotations(),
    startsAt: instant(Math.min(content.period_start ?? now, now)),
    endsAt: instant(endOfWhole(event, now, keepMinutes * MINUTE)),
    ...generator(),
  });
  const alerts = facts?.alerts ?? [];
  const left = Math.max((facts?.alert_count ?? 0) - alerts.length, more);
  return {
    alerts: alerts.length > 0 ? alerts.map(of) : [single()],
    notes:
      left > 0
        ? [
            `${left} more alerts are not forwarded: a message lists ${alerts.length}. An action per alert has no limit.`,
          ]
        : [],
  };
};
