import { randomUUID } from 'crypto';
import { acknowledge } from '../../common/alerts/acknowledge';
import type { Refusal } from '../../common/alerts/acknowledge';
import type { Alert, AlertEvent } from '../../common/alerts/alert';
import { alertTitle } from '../../common/alerts/alert_title';
import type {
  AcknowledgeAnswer,
  AcknowledgeRequest,
  UnacknowledgeAnswer,
} from '../../common/alerts/api';
import { commentOnEnded, commentOnOpen } from '../../common/alerts/comment';
import type { Commit } from '../../common/alerts/draft';
import type { IncidentOptions } from '../../common/alerts/incidents';
import { unacknowledge } from '../../common/alerts/unacknowledge';
import type { Act, AuditedAct } from '../../common/audit/entry';
import { invalidInput, messageOf, notFound } from '../../common/errors';
import type { MonitorState } from '../../common/monitors/state';
import type { Audit } from '../audit/types';
import type { Clock } from '../clock';
import type { Monitors } from '../monitors/types';
import type { AlertStore } from './alert_store';

export interface AlertActionsDeps {
  store: AlertStore;
  monitors: Monitors;
  audit: Audit;
  clock: Clock;
}

type Named = ReadonlyArray<{ id: string; monitor_id: string }>;

/** Commits at once, so that a click on thousands of alerts is no storm. */
const COMMITS_AT_ONCE = 8;

const byMonitor = (alerts: Named): Map<string, string[]> => {
  const grouped = new Map<string, string[]>();
  for (const { id, monitor_id: monitorId } of alerts) {
    const ids = grouped.get(monitorId);
    if (ids) ids.push(id);
    else grouped.set(monitorId, [id]);
  }
  return grouped;
};

/** What somebody did to an alert, to be written down. */
export const actOn = (
  what: AuditedAct,
  alert: Alert,
  who: string | undefined,
  more: Partial<Act>
): Act => ({
  what,
  object_id: alert.id,
  name: alertTitle(alert),
  ...(who ? { who } : {}),
  ...more,
  details: { monitor_id: alert.monitor_id, ...more.details },
});

/** What people do with alerts: each is a commit on the state of the alert's monitor, and is written down. */
export class AlertActions {
  constructor(private readonly deps: AlertActionsDeps) {}

  /**
   * Says of each alert that could not be acknowledged why.
   *
   * @throws WatchkeeperError `invalid_input` when the end is not in the future
   */
  async acknowledge(
    { alerts, comment, until }: AcknowledgeRequest,
    by: string | undefined
  ): Promise<AcknowledgeAnswer> {
    const { clock } = this.deps;
    if (until !== undefined && until <= clock.now()) {
      throw invalidInput([{ field: 'until', message: 'The end must be in the future.' }]);
    }
    const options = { ...(comment ? { comment } : {}), ...(until ? { until } : {}) };
    const { decisions, failed } = await this.onEach(
      alerts,
      (state, ids, incidents) =>
        acknowledge(state, ids, by, clock.now(), { ...incidents, ...options }),
      (alert) =>
        actOn('alert.acknowledged', alert, by, {
          ...(comment ? { said: comment } : {}),
          ...(until ? { details: { until } } : {}),
        })
    );
    return { acknowledged: decisions.flatMap(({ acknowledged }) => acknowledged), failed };
  }

  /** Says of each alert that stays acknowledged why. */
  async unacknowledge(alerts: Named, by: string | undefined): Promise<UnacknowledgeAnswer> {
    const { decisions, failed } = await this.onEach(
      alerts,
      (state, ids, incidents) => unacknowledge(state, ids, by, this.deps.clock.now(), incidents),
      (alert) => actOn('alert.unacknowledged', alert, by, {})
    );
    return { unacknowledged: decisions.flatMap(({ unacknowledged }) => unacknowledged), failed };
  }

  /** @throws WatchkeeperError `not_found` */
  async comment(id: string, comment: string, by: string | undefined): Promise<AlertEvent> {
    const { store, monitors, audit } = this.deps;
    const alert = await store.get(id);
    if (!alert) throw notFound('alert', id);
    const { event } = await monitors.changeState(alert.monitor_id, (state) =>
      commentOnOpen(state, id, comment, by, this.deps.clock.now())
    );
    const written = event ?? (await this.commentOnEnded(alert, comment, by));
    await audit.record([actOn('alert.commented', alert, by, { said: comment })]);
    return written;
  }

  private async commentOnEnded(
    alert: Alert,
    comment: string,
    by: string | undefined
  ): Promise<AlertEvent> {
    const event = commentOnEnded(alert, comment, by, this.deps.clock.now(), randomUUID());
    await this.deps.store.addEvent(event);
    return event;
  }

  /** Monitor by monitor. One whose state cannot be changed does not keep the others from theirs. */
  private async onEach<R extends Commit & { failed: Refusal[] }>(
    alerts: Named,
    decide: (state: MonitorState, ids: readonly string[], incidents: IncidentOptions) => R,
    toAct: (alert: Alert) => Act
  ): Promise<{ decisions: R[]; failed: Refusal[] }> {
    const waiting = [...byMonitor(alerts)];
    const decisions: R[] = [];
    const errors: unknown[] = [];
    const failed: Refusal[] = [];
    const work = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [monitorId, ids] = next;
        try {
          const decision = await this.deps.monitors.changeState(monitorId, (state, incidents) =>
            decide(state, ids, incidents)
          );
          decisions.push(decision);
          failed.push(...decision.failed);
          await this.deps.audit.record((decision.delta?.alerts ?? []).map(toAct));
        } catch (error) {
          errors.push(error);
          failed.push(...ids.map((id) => ({ id, reason: messageOf(error) })));
        }
      }
    };
    await Promise.all(Array.from({ length: COMMITS_AT_ONCE }, work));
    if (decisions.length === 0 && errors.length > 0) throw errors[0];
    return { decisions, failed };
  }
}
