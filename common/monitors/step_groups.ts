import type { Alert } from '../alerts/alert';
import { nextState } from '../alerts/machine';
import type { GroupState, Signal } from '../alerts/machine';
import type { Draft } from '../alerts/draft';
import { extendTrack, holdsOftenEnough, isFlapping, needsTrack, signalOf } from '../alerts/track';
import type { Track } from '../alerts/track';
import { NOT_ACKNOWLEDGED } from '../alerts/unacknowledge';
import { durationMs } from './duration';
import { labelsOf } from './labels';
import type { StepInput } from './step_input';
import type { Trigger } from './trigger';
import type { GroupVerdict, Judged } from './verdict';

/** An alert that a run has to do with, with what it found. */
export interface Met {
  alert: Alert;
  verdict?: GroupVerdict;
}

/** What became of the alerts of one trigger: what actions act on. */
export interface Stepped {
  /** Have just become active. */
  opened: Met[];
  /** Were active, and the condition is still true. */
  continued: Met[];
  /** Were active, and have ended. */
  ended: Met[];
  /** The condition is true, and somebody has seen it. */
  acknowledged: Met[];
}

/** Alerts that stay until they are acknowledged are kept in the state: not without end. */
const MOST_LASTING = 10_000;

const stateOf = (alert: Alert | undefined): GroupState => {
  const state = alert?.state;
  return state === 'pending' || state === 'active' || state === 'acknowledged' ? state : 'none';
};

/** The severity has risen since somebody said that it is seen, or the time for which they said so is over. */
export const isUnacknowledged = (
  { severity, acknowledged_until: until }: Alert,
  trigger: Trigger,
  now: number
): boolean => trigger.severity < severity || (until !== undefined && now >= until);

/** Steps the groups of one trigger. */
class GroupStepper {
  readonly stepped: Stepped = { opened: [], continued: [], ended: [], acknowledged: [] };
  private readonly tracks: Record<string, Track>;
  private readonly nextTracks: Record<string, Track> = {};

  constructor(
    private readonly draft: Draft,
    private readonly input: StepInput,
    private readonly trigger: Trigger,
    private readonly judged: Judged
  ) {
    this.tracks = input.state.tracks?.[trigger.id] ?? {};
  }

  all(): void {
    const named = new Set<string>();
    for (const verdict of this.judged.groups) {
      named.add(verdict.key);
      this.one(verdict);
    }
    const left = this.draft
      .groupsOf(this.trigger.id)
      .filter(({ group_key: key = '' }) => !named.has(key));
    for (const alert of left) this.absent(alert);
    for (const key of Object.keys(this.tracks)) {
      if (!named.has(key) && !(key in this.nextTracks)) this.track(key, false);
    }
    if (this.judged.lasting) this.limitLasting();
  }

  get newTracks(): Record<string, Track> {
    return this.nextTracks;
  }

  private absent(alert: Alert): void {
    const { group_key: key = '', last_seen: seen } = alert;
    if (!this.judged.lasting) {
      this.one({ key, triggered: false }, true);
      return;
    }
    const keep = durationMs(this.trigger.keep_firing_for);
    if (keep > 0 && this.input.window.end >= seen + keep) this.end(alert, 'completed');
  }

  /** @param gone the group is not in the answer at all: a recovery condition cannot be asked */
  private one(verdict: GroupVerdict, gone = false): void {
    const { key, triggered } = verdict;
    const alert = this.draft.group(this.trigger.id, key);
    const track = this.track(key, triggered);
    const holds = holdsOftenEnough(track, triggered, this.trigger);
    const flapping = isFlapping(track, this.trigger);
    if (!alert && !holds) return;
    const signal = signalOf(holds, gone ? undefined : verdict.recovered, flapping);
    this.move(alert, verdict, signal, flapping);
  }

  private track(key: string, triggered: boolean): Track {
    if (!needsTrack(this.trigger)) return '';
    const track = extendTrack(this.tracks[key] ?? '', triggered, this.trigger);
    if (track !== '') this.nextTracks[key] = track;
    return track;
  }

  private move(
    alert: Alert | undefined,
    verdict: GroupVerdict,
    signal: Signal,
    flapping: boolean
  ): void {
    const from = stateOf(alert);
    const { end } = this.input.window;
    const timers = {
      dueFor: end - (alert?.first_seen ?? end) >= durationMs(this.trigger.for),
      keptFor: end - (alert?.last_seen ?? end) >= durationMs(this.trigger.keep_firing_for),
      unacknowledged: alert !== undefined && isUnacknowledged(alert, this.trigger, this.input.now),
    };
    const to = nextState(from, signal, timers);
    const seen = this.seen(alert, verdict, signal, flapping);
    if (!alert) {
      if (to === 'pending' || to === 'active') this.open(to, verdict, seen);
      return;
    }
    if (to === 'completed' || to === 'cancelled') {
      this.end(alert, to, verdict, seen);
      return;
    }
    const next = this.stay(alert, from, to as GroupState, seen);
    const isTrue = signal === 'true' && verdict.triggered;
    if (to === 'acknowledged' && isTrue) this.stepped.acknowledged.push({ alert: next, verdict });
    if (to !== 'active') return;
    if (from === 'pending') this.stepped.opened.push({ alert: next, verdict });
    else if (isTrue) this.stepped.continued.push({ alert: next, verdict });
  }

  /** What this run has seen of the alert. */
  private seen(
    alert: Alert | undefined,
    verdict: GroupVerdict,
    signal: Signal,
    flapping: boolean
  ): Partial<Alert> {
    if (signal !== 'true') return flapping === (alert?.flapping ?? false) ? {} : { flapping };
    const { value, measure } = verdict;
    const peak = worst(alert?.peak, verdict);
    return {
      last_seen: this.input.window.end,
      ...(value === undefined ? {} : { value }),
      ...(measure === undefined ? {} : { measure }),
      ...(peak === undefined ? {} : { peak }),
      ...(flapping === (alert?.flapping ?? false) ? {} : { flapping }),
    };
  }

  private open(to: 'pending' | 'active', verdict: GroupVerdict, seen: Partial<Alert>): void {
    const { draft, input, trigger } = this;
    const { end } = input.window;
    const { key, content, group } = verdict;
    const opened = draft.open({
      monitor_id: input.monitorId,
      monitor_name: input.monitor.name,
      trigger_id: trigger.id,
      trigger_name: trigger.name,
      severity: trigger.severity,
      state: to,
      ...(key === '' ? {} : { group_key: key }),
      ...(group && group.length > 0 ? { group } : {}),
      ...(to === 'active' ? { active_time: draft.now } : {}),
      ...(this.judged.lasting ? { lasting: true } : {}),
      ...(content?.kind === 'documents'
        ? { finding_ids: content.finding_ids, related_doc_ids: content.related_doc_ids }
        : {}),
      ...labelsOf(input, trigger, verdict),
      first_seen: end,
      last_seen: end,
      ...seen,
    });
    if (to === 'active') this.stepped.opened.push({ alert: opened, verdict });
  }

  private stay(alert: Alert, from: GroupState, to: GroupState, seen: Partial<Alert>): Alert {
    const { draft, trigger } = this;
    const change = {
      ...seen,
      ...(trigger.severity === alert.severity ? {} : { severity: trigger.severity }),
    };
    if (from === 'pending' && to === 'active') {
      return draft.move(alert, 'active', { ...change, active_time: draft.now });
    }
    if (from === 'acknowledged' && to === 'active') {
      const reason =
        trigger.severity < alert.severity
          ? 'The severity has risen.'
          : 'The acknowledgement has ended.';
      return draft.move(alert, 'active', { ...change, ...NOT_ACKNOWLEDGED }, { reason });
    }
    if ('flapping' in change || 'severity' in change) return draft.touch(alert, change);
    if (Object.keys(change).length === 0) return alert;
    const isHigher = 'peak' in change && change.peak !== alert.peak;
    const matters = isHigher || trigger.keep_firing_for !== undefined;
    return matters ? draft.remember(alert, change) : draft.note(alert, change);
  }

  private end(
    alert: Alert,
    to: 'completed' | 'cancelled',
    verdict?: GroupVerdict,
    seen: Partial<Alert> = {}
  ): void {
    const ended = this.draft.move(alert, to, { ...seen, flapping: undefined });
    if (to === 'completed')
      this.stepped.ended.push({ alert: ended, ...(verdict ? { verdict } : {}) });
  }

  private limitLasting(): void {
    const lasting = this.draft.groupsOf(this.trigger.id);
    const reason = `More than ${MOST_LASTING} alerts are open: the oldest are closed.`;
    for (const alert of lasting.slice(0, Math.max(0, lasting.length - MOST_LASTING))) {
      this.draft.move(alert, 'completed', {}, { reason });
    }
  }
}

/** The worst number so far. */
const worst = (
  before: number | undefined,
  { measure, worse }: GroupVerdict
): number | undefined => {
  if (measure === undefined || before === undefined) return measure ?? before;
  return worse === 'lower' ? Math.min(before, measure) : Math.max(before, measure);
};

export interface SteppedGroups extends Stepped {
  tracks: Record<string, Track>;
}

export const stepGroups = (
  draft: Draft,
  input: StepInput,
  trigger: Trigger,
  judged: Judged
): SteppedGroups => {
  const stepper = new GroupStepper(draft, input, trigger, judged);
  stepper.all();
  return { ...stepper.stepped, tracks: stepper.newTracks };
};
