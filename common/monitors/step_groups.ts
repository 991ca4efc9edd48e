import type { Alert } from '../alerts/alert';
import type { Draft } from '../alerts/draft';
import { nextState } from '../alerts/machine';
import type { GroupState, Signal } from '../alerts/machine';
import { holdsOftenEnough, isFlapping, signalOf } from '../alerts/track';
import type { TrackPolicy } from '../alerts/track';
import { durationMs } from './duration';
import { isWorse, openingOf, sightingOf } from './step_sighting';
import type { StepInput } from './step_input';
import { StepTracks } from './step_tracks';
import type { TriggerTracks } from './step_tracks';
import { isUnacknowledged, severityChange, unacknowledged } from './step_unacknowledged';
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

export const NOTHING_STEPPED: Readonly<Stepped> = {
  opened: [],
  continued: [],
  ended: [],
  acknowledged: [],
};

/** Alerts that stay until they are acknowledged are kept in the state: not without end. */
const MOST_LASTING = 10_000;

const stateOf = ({ state }: Alert): GroupState =>
  state === 'pending' || state === 'acknowledged' ? state : 'active';

interface Policy {
  /** Milliseconds. */
  forMs: number;
  keepMs: number;
  track: TrackPolicy;
}

/** The trigger's policies, worked out once a run. Something that has happened cannot last, or come and go. */
const policyOf = (trigger: Trigger, { lasting = false }: Judged): Policy => ({
  forMs: lasting ? 0 : durationMs(trigger.for),
  keepMs: durationMs(trigger.keep_firing_for),
  track: lasting ? {} : trigger,
});

/** Steps the groups of one trigger. */
class GroupStepper {
  readonly stepped: Stepped = { opened: [], continued: [], ended: [], acknowledged: [] };
  readonly tracks: StepTracks;
  private readonly policy: Policy;

  constructor(
    private readonly draft: Draft,
    private readonly input: StepInput,
    private readonly trigger: Trigger,
    private readonly judged: Judged
  ) {
    this.policy = policyOf(trigger, judged);
    this.tracks = new StepTracks(this.policy.track, input.state.tracks?.[trigger.id]);
  }

  all(): void {
    const { groups, lasting, leftOut } = this.judged;
    const named = new Set<string>();
    const open = this.draft.groupsOf(this.trigger.id);
    for (const verdict of groups) {
      if (named.has(verdict.key)) continue;
      named.add(verdict.key);
      this.one(verdict);
    }
    const absent = open.filter(({ group_key: key = '' }) => !named.has(key));
    if (lasting) {
      for (const alert of absent) this.last(alert);
      this.limitLasting();
      return;
    }
    // Some groups could not be looked at: nothing is known about those that are not named.
    if (leftOut) {
      this.tracks.leaveOthers();
      return;
    }
    for (const { group_key: key = '' } of absent) this.one({ key, triggered: false });
    this.tracks.missOthers();
  }

  /** An alert of something that has happened stays until it is acknowledged, or its time is over. */
  private last(alert: Alert): void {
    const { keepMs } = this.policy;
    if (alert.state === 'pending') this.end(alert, 'cancelled');
    else if (keepMs > 0 && this.input.window.end >= alert.last_seen + keepMs) {
      this.end(alert, 'completed');
    }
  }

  /** Of a group that is not in the answer at all, a recovery condition cannot be asked. */
  private one(verdict: GroupVerdict): void {
    const { key, triggered, recovered } = verdict;
    const alert = this.draft.group(this.trigger.id, key);
    const track = this.tracks.extend(key, triggered);
    const holds = holdsOftenEnough(track, triggered, this.policy.track);
    const flapping = isFlapping(track, this.policy.track);
    if (alert) this.move(alert, verdict, signalOf(holds, recovered, flapping), flapping);
    else if (triggered && holds) this.open(verdict, flapping);
  }

  private open(verdict: GroupVerdict, flapping: boolean): void {
    const { draft, input, trigger, judged } = this;
    const dueFor = this.policy.forMs === 0;
    const to = nextState('none', 'true', { dueFor, keptFor: false, unacknowledged: false });
    const alert = draft.open({
      ...openingOf(input, trigger, judged, verdict),
      state: to === 'active' ? 'active' : 'pending',
      ...(to === 'active' ? { active_time: draft.now } : {}),
      ...(flapping ? { flapping } : {}),
    });
    if (to === 'active') this.stepped.opened.push({ alert, verdict });
  }

  private move(alert: Alert, verdict: GroupVerdict, signal: Signal, flapping: boolean): void {
    const { input, trigger, policy } = this;
    const { end } = input.window;
    const from = stateOf(alert);
    const to = nextState(from, signal, {
      dueFor: end - (alert.first_seen ?? end) >= policy.forMs,
      keptFor: end - (alert.false_since ?? end) >= policy.keepMs,
      unacknowledged: isUnacknowledged(alert, trigger, input.now),
    });
    const isTrue = signal === 'true' && verdict.triggered;
    const seen =
      from === to && isTrue && this.confirms(alert, verdict, flapping)
        ? undefined
        : sightingOf(alert, verdict, signal, flapping, input.window);
    if (to === 'completed' || to === 'cancelled') {
      this.end(alert, to, verdict, seen);
      return;
    }
    const next = seen ? this.stay(alert, from, to, seen) : alert;
    if (to === 'acknowledged' && isTrue) this.stepped.acknowledged.push({ alert: next, verdict });
    if (to !== 'active') return;
    // Of one whose acknowledgement has ended, those must hear as well who are told of new alerts only.
    const isNews = from === 'pending' || (from === 'acknowledged' && isTrue);
    if (isNews) this.stepped.opened.push({ alert: next, verdict });
    else if (isTrue) this.stepped.continued.push({ alert: next, verdict });
  }

  /**
   * Whether a run says of an alert what is known, and no message is made of it: of ten thousand groups most are like
   * that, run after run.
   */
  private confirms(alert: Alert, verdict: GroupVerdict, flapping: boolean): boolean {
    if (this.trigger.actions.length > 0 && alert.state !== 'acknowledged') return false;
    if (this.judged.lasting && this.policy.keepMs > 0) return false;
    return (
      alert.false_since === undefined &&
      alert.severity === this.trigger.severity &&
      (alert.flapping ?? false) === flapping &&
      !isWorse(alert.peak, verdict)
    );
  }

  private stay(alert: Alert, from: GroupState, to: GroupState, seen: Partial<Alert>): Alert {
    const { draft, trigger } = this;
    const change = { ...seen, ...severityChange(alert, trigger) };
    if (from === 'pending' && to === 'active') {
      return draft.move(alert, 'active', { ...change, active_time: draft.now });
    }
    if (from === 'acknowledged' && to === 'active') {
      const { change: lost, reason } = unacknowledged(alert, trigger);
      return draft.move(alert, 'active', { ...change, ...lost }, { reason });
    }
    if ('flapping' in change || 'severity' in change) return draft.touch(alert, change);
    return this.isWorthWriting(change) ? draft.remember(alert, change) : draft.note(alert, change);
  }

  /** What the next run cannot find out by itself. */
  private isWorthWriting(change: Partial<Alert>): boolean {
    if ('false_since' in change) return true;
    if ('peak' in change) return true;
    return this.judged.lasting === true && this.policy.keepMs > 0;
  }

  private end(
    alert: Alert,
    to: 'completed' | 'cancelled',
    verdict?: GroupVerdict,
    seen: Partial<Alert> = {}
  ): void {
    const over = { ...seen, flapping: undefined, false_since: undefined };
    const ended = this.draft.move(alert, to, over);
    if (to === 'cancelled') return;
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

export interface SteppedGroups {
  stepped: Stepped;
  /** What is remembered of the groups from now on; undefined where it is as before. */
  tracks?: TriggerTracks;
}

export const stepGroups = (
  draft: Draft,
  input: StepInput,
  trigger: Trigger,
  judged: Judged
): SteppedGroups => {
  const stepper = new GroupStepper(draft, input, trigger, judged);
  stepper.all();
  const tracks = stepper.tracks.changed();
  return { stepped: stepper.stepped, ...(tracks ? { tracks } : {}) };
};
