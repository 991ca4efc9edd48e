import type { MessageIntent } from '../notifications/message';
import type { Delta, MonitorState } from '../monitors/state';
import type { Alert, AlertEvent, AlertState } from './alert';

/** What is committed; both are absent when nothing changed. */
export interface Commit {
  next?: MonitorState;
  delta?: Delta;
}

/** Collects what one commit on a monitor's state changes. Ids follow from the revision, so a repeat gives the same ones. */
export class Draft {
  private readonly rev: number;
  private readonly alerts = new Map<string, Alert>();
  private readonly changed = new Map<string, Alert>();
  private readonly events: AlertEvent[] = [];
  private readonly messages: MessageIntent[] = [];
  private opened = 0;

  constructor(
    private readonly state: MonitorState,
    private readonly now: number
  ) {
    this.rev = state.rev + 1;
    for (const alert of state.alerts) this.alerts.set(alert.id, alert);
  }

  find(predicate: (alert: Alert) => boolean): Alert | undefined {
    return [...this.alerts.values()].find(predicate);
  }

  all(): Alert[] {
    return [...this.alerts.values()];
  }

  open(alert: Omit<Alert, 'id' | 'rev' | 'start_time'>): Alert {
    const opened: Alert = {
      ...alert,
      id: `${this.state.monitor_id}.${this.rev}.${this.opened++}`,
      start_time: this.now,
      rev: this.rev,
    };
    this.put(opened);
    this.event(opened, null, alert.state, alert.error_message);
    return opened;
  }

  /** Moves an alert to another state. A closed one leaves the state. */
  move(
    alert: Alert,
    to: AlertState,
    change: Partial<Alert> = {},
    by?: string,
    reason?: string
  ): Alert {
    const closed = to === 'completed' || to === 'deleted';
    const moved: Alert = {
      ...alert,
      ...change,
      state: to,
      rev: this.rev,
      ...(closed ? { end_time: this.now } : {}),
    };
    this.put(moved);
    if (closed) this.alerts.delete(alert.id);
    this.event(moved, alert.state, to, reason, by);
    return moved;
  }

  /** Changes an alert within its state. */
  touch(alert: Alert, change: Partial<Alert>): Alert {
    const touched = { ...alert, ...change, rev: this.rev };
    this.put(touched);
    return touched;
  }

  send(message: Omit<MessageIntent, 'id' | 'rev' | 'created_at'>): string {
    const id = `${this.state.monitor_id}.${this.rev}.m${this.messages.length}`;
    this.messages.push({ ...message, id, rev: this.rev, created_at: this.now });
    return id;
  }

  commit(windowEnd: number): Commit {
    if (this.changed.size === 0 && this.messages.length === 0) return {};
    const delta: Delta = {
      rev: this.rev,
      at: this.now,
      alerts: [...this.changed.values()],
      events: this.events,
      messages: this.messages,
    };
    const next: MonitorState = {
      ...this.state,
      rev: this.rev,
      window_end: Math.max(windowEnd, this.state.window_end),
      alerts: this.all(),
      pending: { kind: 'inline', delta },
    };
    return { next, delta };
  }

  private put(alert: Alert): void {
    this.alerts.set(alert.id, alert);
    this.changed.set(alert.id, alert);
  }

  private event(
    alert: Alert,
    from: AlertState | null,
    to: AlertState,
    reason?: string,
    by?: string
  ): void {
    this.events.push({
      id: `${this.state.monitor_id}.${this.rev}.e${this.events.length}`,
      alert_id: alert.id,
      monitor_id: alert.monitor_id,
      trigger_id: alert.trigger_id,
      at: this.now,
      from,
      to,
      ...(by ? { by } : {}),
      ...(reason ? { reason } : {}),
      rev: this.rev,
    });
  }
}
