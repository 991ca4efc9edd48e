import type { Finding } from '../findings/finding';
import type { MessageIntent } from '../notifications/message';
import type { MessageEvent } from '../notifications/message_facts';
import type { Delta, MonitorState } from '../monitors/state';
import type { Alert, AlertEvent, AlertState } from './alert';
import { isPast } from './alert';

/** What is committed; both are absent when nothing changed, the delta also where only the state moves on. */
export interface Commit {
  next?: MonitorState;
  delta?: Delta;
}

/** Why something changed, and who did it. */
export interface Cause {
  reason?: string;
  by?: string;
  /** What they said to it. */
  comment?: string;
}

/** The open alerts of one trigger. Errors and missing data stand beside the alerts of groups. */
interface OfTrigger {
  groups: Map<string, Alert>;
  error?: Alert;
  noData?: Alert;
}

type Single = 'error' | 'noData';

/** Where an open alert stands; undefined: among the groups. It is the same for all of its life. */
const singleOf = ({ state, no_data: noData }: Alert): Single | undefined => {
  if (state === 'error') return 'error';
  return noData ? 'noData' : undefined;
};

const toldKey = (destinationId: string, dedupKey: string, event: MessageEvent): string =>
  `${event} ${dedupKey} ${destinationId}`;

/** Collects what one commit on a monitor's state changes. Ids follow from the revision, so a repeat gives the same ones. */
export class Draft {
  readonly rev: number;
  private readonly alerts = new Map<string, Alert>();
  private readonly byTrigger = new Map<string, OfTrigger>();
  private readonly changed = new Map<string, Alert>();
  private readonly events: AlertEvent[] = [];
  private readonly messages: MessageIntent[] = [];
  private readonly findings: Finding[] = [];
  private readonly told = new Set<string>();
  private kept: Partial<MonitorState> | undefined;
  private opened = 0;

  constructor(
    private readonly state: MonitorState,
    readonly now: number
  ) {
    this.rev = state.rev + 1;
    for (const alert of state.alerts) this.put(alert);
  }

  get throttles(): NonNullable<MonitorState['throttles']> {
    return this.kept?.throttles ?? this.state.throttles ?? {};
  }

  byId(id: string): Alert | undefined {
    return this.alerts.get(id);
  }

  all(): Alert[] {
    return [...this.alerts.values()];
  }

  /** The open alerts of a trigger's groups, oldest first. */
  groupsOf(triggerId: string): Alert[] {
    return [...(this.byTrigger.get(triggerId)?.groups.values() ?? [])];
  }

  group(triggerId: string, key: string): Alert | undefined {
    return this.byTrigger.get(triggerId)?.groups.get(key);
  }

  error(triggerId: string): Alert | undefined {
    return this.byTrigger.get(triggerId)?.error;
  }

  noData(triggerId: string): Alert | undefined {
    return this.byTrigger.get(triggerId)?.noData;
  }

  open(alert: Omit<Alert, 'id' | 'rev' | 'start_time'>, cause: Cause = {}): Alert {
    const opened: Alert = {
      ...alert,
      id: `${this.state.monitor_id}.${this.rev}.${this.opened++}`,
      start_time: this.now,
      rev: this.rev,
    };
    this.write(opened);
    this.event(opened, null, { reason: alert.error_message, ...cause });
    return opened;
  }

  /** Moves an alert to another state. One that has ended leaves the state. */
  move(alert: Alert, to: AlertState, change: Partial<Alert> = {}, cause: Cause = {}): Alert {
    const past = isPast(to);
    const from = this.current(alert);
    const moved: Alert = {
      ...from,
      ...change,
      state: to,
      rev: this.rev,
      ...(past ? { end_time: this.now } : {}),
    };
    if (past) {
      this.drop(alert);
      this.changed.set(moved.id, moved);
    } else {
      this.write(moved);
    }
    this.event(moved, from.state, cause);
    return moved;
  }

  /** Changes an alert within its state. */
  touch(alert: Alert, change: Partial<Alert>): Alert {
    const touched = { ...this.current(alert), ...change, rev: this.rev };
    this.write(touched);
    return touched;
  }

  /** Changes what the state knows of an alert; its document stays as it is until something happens to the alert. */
  remember(alert: Alert, change: Partial<Alert>): Alert {
    if (this.changed.has(alert.id)) return this.touch(alert, change);
    const known = { ...this.current(alert), ...change };
    this.put(known);
    this.kept ??= {};
    return known;
  }

  /** Like `remember`, for what is not worth a write of its own: it is kept if something else is written. */
  note(alert: Alert, change: Partial<Alert>): Alert {
    if (this.changed.has(alert.id)) return this.touch(alert, change);
    const known = { ...this.current(alert), ...change };
    this.put(known);
    return known;
  }

  /** Takes an open alert out of the state; what was written of it stays. */
  drop({ id }: Alert): void {
    const known = this.alerts.get(id);
    if (!known) return;
    this.alerts.delete(id);
    const ofTrigger = this.byTrigger.get(known.trigger_id);
    const single = singleOf(known);
    if (!ofTrigger) return;
    if (single) ofTrigger[single] = undefined;
    else ofTrigger.groups.delete(known.group_key ?? '');
  }

  /** Changes the state beside its alerts. */
  keep(part: Partial<Pick<MonitorState, 'tracks' | 'throttles' | 'memory' | 'failures'>>): void {
    this.kept = { ...this.kept, ...part };
  }

  send(message: Omit<MessageIntent, 'id' | 'rev' | 'created_at'>): string {
    const id = `${this.state.monitor_id}.${this.rev}.m${this.messages.length}`;
    this.messages.push({ ...message, id, rev: this.rev, created_at: this.now });
    const { facts, destination_id: destinationId } = message;
    if (facts) this.told.add(toldKey(destinationId, facts.dedup_key, facts.event));
    return id;
  }

  /** Whether this commit tells a destination that an event has happened to what the key names. */
  tells(destinationId: string, dedupKey: string, event: MessageEvent): boolean {
    return this.told.has(toldKey(destinationId, dedupKey, event));
  }

  /** The alerts that end in this commit. */
  ended(): Alert[] {
    return [...this.changed.values()].filter(({ end_time: end }) => end !== undefined);
  }

  addFinding(finding: Omit<Finding, 'rev' | 'at'>): void {
    this.findings.push({ ...finding, rev: this.rev, at: this.now });
  }

  /** Something that a person wrote about an alert. */
  comment(alert: Alert, comment: string, by?: string): void {
    this.event(alert, alert.state, { comment, ...(by ? { by } : {}) });
  }

  commit(windowEnd: number): Commit {
    const { changed, events, messages, findings } = this;
    const projected = changed.size + events.length + messages.length + findings.length > 0;
    if (!projected && !this.kept) return {};
    const next: MonitorState = {
      ...this.state,
      ...this.kept,
      rev: this.rev,
      window_end: Math.max(windowEnd, this.state.window_end),
      alerts: this.all(),
      pending: null,
    };
    if (!projected) return { next };
    const delta: Delta = {
      rev: this.rev,
      at: this.now,
      alerts: [...changed.values()],
      events,
      messages,
      ...(findings.length > 0 ? { findings } : {}),
    };
    return { next: { ...next, pending: { kind: 'inline', delta } }, delta };
  }

  /** As it is now: who asks may know it from before another change. */
  private current(alert: Alert): Alert {
    return this.alerts.get(alert.id) ?? alert;
  }

  private write(alert: Alert): void {
    this.put(alert);
    this.changed.set(alert.id, alert);
  }

  private put(alert: Alert): void {
    this.alerts.set(alert.id, alert);
    let ofTrigger = this.byTrigger.get(alert.trigger_id);
    if (!ofTrigger) this.byTrigger.set(alert.trigger_id, (ofTrigger = { groups: new Map() }));
    const single = singleOf(alert);
    if (single) ofTrigger[single] = alert;
    else ofTrigger.groups.set(alert.group_key ?? '', alert);
  }

  private event(alert: Alert, from: AlertState | null, { by, reason, comment }: Cause): void {
    this.events.push({
      id: `${this.state.monitor_id}.${this.rev}.e${this.events.length}`,
      alert_id: alert.id,
      monitor_id: alert.monitor_id,
      trigger_id: alert.trigger_id,
      at: this.now,
      from,
      to: alert.state,
      ...(by ? { by } : {}),
      ...(reason ? { reason } : {}),
      ...(comment ? { comment } : {}),
      rev: this.rev,
    });
  }
}
