import { actionKind } from '../actions/registry';
import { checkTransitions } from '../decide/check_conditions';
import type { TransitionCheck } from '../decide/check_conditions';
import { TRANSITION } from '../decide/cursor';
import { nextPlace, retryWait } from '../decide/decide';
import type { Action, Policy, State } from '../policy/policy';
import { factsAt, moved } from './future_facts';
import type { Future } from './future_facts';
import { predictAction } from './predict_action';
import { isEstimated, metAt } from './predict_time';
import type { Scenario } from './scenario';
import type { SimulatedIndex, Timeline, TimelineEvent } from './timeline';

/** What the index is from an instant on, until the next of them. */
export interface Span {
  at: number;
  state: string;
  future: Future;
  /** The parameters of the allocation that was asked for last. */
  allocation?: Action['params'];
}

/** What happens in one scenario, with instants of its own. */
export interface Walked {
  events: Array<TimelineEvent & { at: number; estimated: boolean }>;
  /** In their order; the first begins where the walk does. */
  spans: Span[];
  end: Timeline['end'];
}

/** So often an index may come to the same state before it goes round in circles. */
const MOST_VISITS = 3;

class Walk {
  private readonly events: Walked['events'] = [];
  private readonly spans: Span[] = [];
  private allocation: Span['allocation'];
  private readonly visits = new Map<string, number>();
  private estimated = false;
  private future: Future;
  private now: number;
  private enteredAt: number;

  constructor(
    private readonly policy: Policy,
    private readonly index: SimulatedIndex,
    private readonly scenario: Scenario,
    now: number,
    private readonly horizon: number
  ) {
    this.now = now;
    const { facts, written, written_until } = index;
    this.future = { facts, at: now, written, ...(written_until ? { written_until } : {}) };
    this.enteredAt = index.cursor?.state_since ?? now;
  }

  run(): Walked {
    const { cursor } = this.index;
    let name = cursor?.transition_to ?? cursor?.state ?? this.policy.default_state;
    this.mark(name);
    if (cursor?.completed) return this.ended('completed');
    if (cursor?.failed || cursor?.action?.failed) return this.ended('failed');
    if (!cursor) {
      this.tick();
      this.enteredAt = this.now;
      this.tell({ kind: 'initialized', state: name });
    }
    let begun = cursor?.transition_to === undefined ? cursor?.action : undefined;
    for (;;) {
      const state = this.policy.states.find((each) => each.name === name);
      if (!state) return this.fail(name, undefined, `There is no state “${name}”.`);
      const next = this.through(state, nextPlace(state, begun));
      if (typeof next !== 'string') return next;
      if (this.visit(next) > MOST_VISITS) {
        this.tell({ kind: 'cycle', state: next });
        return this.ended('cycle');
      }
      name = next;
      begun = undefined;
    }
  }

  /** The actions of a state from one on, then its transitions. The name of the next state, or the end. */
  private through(state: State, first: number): string | Walked {
    for (const action of state.actions.slice(first)) {
      const end = this.act(state, action);
      if (end) return end;
      if (this.now > this.horizon) return this.ended('beyond');
    }
    return this.leave(state);
  }

  private act(state: State, action: Action): Walked | undefined {
    const prediction = predictAction(action, this.future, this.now, this.scenario);
    if (prediction.outcome === 'waiting') return this.wait(state, prediction.reason);
    if (prediction.outcome === 'failed') return this.fail(state.name, action, prediction.reason);
    const { at, estimated, change, written } = prediction;
    if (at > this.horizon) return this.ended('beyond');
    this.now = Math.max(this.now, at);
    this.estimated ||= estimated;
    const steps = actionKind(action.type)?.steps.length ?? 1;
    for (let step = 0; step < steps; step++) this.tick();
    this.future = moved(this.future, this.now, this.scenario, change, written);
    if (action.type === 'allocation') this.allocation = action.params;
    this.mark(state.name);
    const kind = action.type === 'delete' ? 'deleted' : 'action';
    this.tell({ kind, state: state.name, action: action.type });
    return kind === 'deleted' ? this.ended('deleted') : undefined;
  }

  private leave(state: State): string | Walked {
    if (state.transitions.length === 0) {
      this.tick();
      this.tell({ kind: 'completed', state: state.name });
      return this.ended('completed');
    }
    const checks = this.checks(state);
    const fault = checks.find((check) => check.outcome === 'failed');
    if (fault?.outcome === 'failed') return this.fail(state.name, undefined, fault.reason);
    const [best] = checks
      .map((check) => ({ check, at: this.timeOf(check) }))
      .sort((a, b) => a.at - b.at);
    if (best.at === Infinity) {
      return this.wait(state, 'None of its transitions will be met as it is.', checks);
    }
    if (best.at > this.horizon) return this.ended('beyond');
    const { check } = best;
    const because = 'condition' in check ? check.condition : undefined;
    this.estimated ||= because ? isEstimated(because) : false;
    this.now = Math.max(this.now, best.at);
    this.tick();
    this.future = moved(this.future, this.now, this.scenario);
    this.enteredAt = this.now;
    this.mark(check.to);
    const { to } = check;
    this.tell({ kind: 'transition', state: state.name, to, ...(because ? { because } : {}) });
    return check.to;
  }

  private checks(state: State): TransitionCheck[] {
    const { cursor } = this.index;
    const asked = cursor?.action?.type === TRANSITION ? cursor.action.since : this.now;
    return checkTransitions(state.transitions, {
      facts: factsAt(this.future, this.now, this.scenario),
      now: this.now,
      state_since: this.enteredAt,
      transition_since: Math.min(asked, this.now),
    });
  }

  private timeOf(check: TransitionCheck): number {
    if (check.outcome === 'met') return this.now;
    const condition = check.outcome === 'not_met' ? check.condition : undefined;
    return condition ? metAt(condition, this.now, this.future, this.scenario) : Infinity;
  }

  private visit(name: string): number {
    const visits = (this.visits.get(name) ?? 0) + 1;
    this.visits.set(name, visits);
    return visits;
  }

  private mark(state: string): void {
    const { now: at, future, allocation } = this;
    this.spans.push({ at, state, future, ...(allocation ? { allocation } : {}) });
  }

  private tick(): void {
    this.now += this.scenario.tick;
  }

  private tell(event: TimelineEvent): void {
    this.events.push({ ...event, at: this.now, estimated: this.estimated });
  }

  /** All attempts are made first. */
  private fail(state: string, action: Action | undefined, reason: string): Walked {
    const retry = action?.retry;
    this.tick();
    for (let attempt = 1; retry && attempt <= retry.count; attempt++) {
      this.now += Math.max(retryWait(retry, attempt), this.scenario.tick);
    }
    this.tell({ kind: 'failed', state, reason, ...(action ? { action: action.type } : {}) });
    return this.ended('failed');
  }

  private wait(state: State, reason: string, checks?: readonly TransitionCheck[]): Walked {
    this.tell({ kind: 'waiting', state: state.name, reason, ...(checks ? { checks } : {}) });
    return this.ended('waiting');
  }

  private ended(end: Walked['end']): Walked {
    const { horizon, spans } = this;
    const events = this.events.filter(({ at }) => at <= horizon);
    return { events, spans, end: events.length < this.events.length ? 'beyond' : end };
  }
}

/** Follows one index through its policy, from now to the horizon (epoch milliseconds), in one scenario. */
export const walk = (
  policy: Policy,
  index: SimulatedIndex,
  scenario: Scenario,
  now: number,
  horizon: number
): Walked => new Walk(policy, index, scenario, now, horizon).run();
