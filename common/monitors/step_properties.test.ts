import fc from 'fast-check';
import { acknowledge } from '../alerts/acknowledge';
import { isPast } from '../alerts/alert';
import type { Alert, AlertEvent } from '../alerts/alert';
import { unacknowledge } from '../alerts/unacknowledge';
import type { Commit } from '../alerts/draft';
import { durationMs } from './duration';
import { triggersOf } from './monitor';
import type { MonitorState } from './state';
import { stepMonitor } from './step';
import type { Finding } from './step';
import { GROUPS, findingOf, happenings, isRun, monitorOf, triggers } from './testing/happenings';
import type { Happening, Run, Said } from './testing/happenings';
import { MINUTE, Story } from './testing/story';

/** What is to hold whatever a monitor goes through. */

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** As it is stored. Compared as text: a matcher would take longer than everything else. */
const text = (value: unknown): string => JSON.stringify(value, sorted) ?? '';

const stored = <T>(value: T): T => JSON.parse(text(value)) as T;

/** Everything that a monitor's commits have said so far. */
class Witness {
  readonly events: AlertEvent[] = [];
  readonly ids = new Set<string>();
  readonly documents = new Map<string, Alert>();

  see({ delta }: Commit): void {
    if (!delta) return;
    for (const { id } of [...delta.events, ...delta.messages]) {
      expect(this.ids.has(id)).toBe(false);
      this.ids.add(id);
    }
    this.events.push(...delta.events);
    for (const alert of delta.alerts) {
      expect(alert.rev).toBe(delta.rev);
      this.documents.set(alert.id, alert);
    }
    for (const { alert_ids: ids } of delta.messages) {
      expect(ids.every((id) => this.documents.has(id))).toBe(true);
    }
  }

  /** Every alert opens once, goes from state to state, and ends once. */
  checkChains(state: MonitorState): void {
    const open = new Map(state.alerts.map((alert) => [alert.id, alert]));
    for (const [id, document] of this.documents) {
      const chain = this.events.filter(({ alert_id }) => alert_id === id);
      chain.forEach(({ from }, i) => expect(from).toBe(i === 0 ? null : chain[i - 1].to));
      expect(chain.slice(0, -1).some(({ to }) => isPast(to))).toBe(false);
      expect(chain.at(-1)?.to).toBe(document.state);
      expect(open.get(id)?.state).toBe(isPast(document.state) ? undefined : document.state);
    }
    for (const id of open.keys()) expect(this.documents.has(id)).toBe(true);
  }
}

const slotOf = ({ trigger_id, state, no_data, group_key = '' }: Alert): string =>
  JSON.stringify([trigger_id, state === 'error' ? 'error' : no_data === true, group_key]);

const checkNoneTwice = ({ alerts }: MonitorState): void => {
  expect(new Set(alerts.map(slotOf)).size).toBe(alerts.length);
};

/** What is stored beside the counters of the commit itself. */
const contentOf = ({ rev: _rev, window_end: _end, pending: _pending, ...rest }: MonitorState) =>
  text(rest);

/** The same input gives the same commit, and the same window again, after its commit, none. */
const checkRepeats = (before: Story['state'], told: Story, start: number, finding: Finding) => {
  const window = { start, end: told.end };
  const input = { monitorId: 'm1', monitor: told.monitor, window, finding, now: told.now };
  const step = stepMonitor({ ...input, state: before });
  expect(text(stepMonitor({ ...input, state: before }))).toBe(text(step));
  expect(text(stepMonitor({ ...input, state: stored(before) }))).toBe(text(step));
  if (step.next) expect(stepMonitor({ ...input, state: step.next })).toEqual({ triggers: [] });
};

/** What is written has changed. */
const checkWorthWriting = (before: MonitorState, { next, delta }: Commit): void => {
  const said = delta ? delta.messages.length + delta.events.length : 0;
  if (next && said === 0) expect(contentOf(next)).not.toBe(contentOf(before));
};

/** An error says nothing about conditions: no alert changes by it. */
const checkError = (before: MonitorState, after: MonitorState, { delta }: Commit): void => {
  const others = ({ alerts }: MonitorState) =>
    text(alerts.filter(({ state }) => state !== 'error'));
  expect(others(after)).toBe(others(before));
  expect(delta?.events.filter(({ from, to }) => isPast(to) && from !== 'error') ?? []).toEqual([]);
};

const run = (told: Story, happening: Run, witness: Witness): void => {
  const { state, end } = told;
  const finding = findingOf(happening);
  const step = told.run(finding);
  checkRepeats(state, told, end, finding);
  checkWorthWriting(state, step);
  witness.see(step);
  if (happening.kind === 'problem' || happening.kind === 'trigger_problem') {
    checkError(state, told.state, step);
  }
};

const act = (
  told: Story,
  happening: Extract<Happening, { kind: 'acknowledge' | 'unacknowledge' }>
): Commit => {
  const { state, now } = told;
  const ids =
    state.alerts.length === 0 ? ['gone'] : [state.alerts[happening.which % state.alerts.length].id];
  if (happening.kind === 'unacknowledge') return unacknowledge(state, ids, 'kim', now);
  const { minutes: length } = happening;
  const until = length === undefined ? {} : { until: now + length * MINUTE };
  return acknowledge(state, ids, 'kim', now, until);
};

const happen = (told: Story, happening: Happening, witness: Witness): void => {
  switch (happening.kind) {
    case 'again':
      return;
    case 'edit':
      told.monitor = monitorOf(happening.trigger);
      return;
    case 'acknowledge':
    case 'unacknowledge': {
      const commit = act(told, happening);
      told.apply(commit);
      witness.see(commit);
      return;
    }
    default:
      run(told, happening, witness);
  }
};

describe('whatever a monitor goes through', () => {
  it('no alert is open twice, every story is whole, and nothing is counted or written twice', () => {
    fc.assert(
      fc.property(triggers, happenings(true), (trigger, all) => {
        const told = new Story(monitorOf(trigger));
        const witness = new Witness();
        for (const happening of all) {
          happen(told, happening, witness);
          checkNoneTwice(told.state);
        }
        witness.checkChains(told.state);
      }),
      { numRuns: 100 }
    );
  });

  it('every group that is true for long enough has its alert, and none that is over has', () => {
    fc.assert(
      fc.property(triggers, happenings(false), (trigger, all) => {
        const told = new Story(monitorOf(trigger));
        const oracles = GROUPS.map((_key, i) => new Oracle(told, i));
        for (const happening of all) {
          if (!isRun(happening)) {
            if ('which' in happening) told.apply(act(told, happening));
            continue;
          }
          told.run(findingOf(happening));
          for (const oracle of oracles) oracle.look(happening);
        }
      }),
      { numRuns: 150 }
    );
  });
});

/** One run's word on one group. */
interface Look {
  end: number;
  isTrue: boolean;
  isHeld: boolean;
}

/** What must be open, worked out from all that was ever said of one group, and not from run to run. */
class Oracle {
  private readonly looks: Look[] = [];

  constructor(
    private readonly told: Story,
    private readonly index: number
  ) {}

  look(happening: Run): void {
    const [trigger] = triggersOf(this.told.monitor);
    const said = this.saidBy(happening, trigger.no_data);
    if (!said) return;
    const { end } = this.told;
    this.looks.push({ end, isTrue: said === 'true', isHeld: said === 'held' });
    const times = this.looks.map((_look, i) => this.holdsAt(i, trigger.occurrences));
    const state = this.told.of(GROUPS[this.index]);
    const last = times.lastIndexOf(false);
    if (last < this.looks.length - 1) {
      const isDue = end - this.looks[last + 1].end >= durationMs(trigger.for);
      expect(['active', 'acknowledged', ...(isDue ? [] : ['pending'])]).toContain(state);
      return;
    }
    const lastTrue = times.lastIndexOf(true);
    const isKept = end - this.looks[lastTrue + 1].end < durationMs(trigger.keep_firing_for);
    const isHeld = this.looks[last].isHeld || trigger.flapping !== undefined;
    expect(state).not.toBe('pending');
    if (!isKept && !isHeld) expect(state).toBeUndefined();
    if (isKept && this.wasDue(times, lastTrue, durationMs(trigger.for)))
      expect(state).toBeDefined();
  }

  /** Whether the alert was active when it was true for the last time. */
  private wasDue(times: boolean[], lastTrue: number, forMs: number): boolean {
    if (lastTrue < 0) return false;
    const first = times.lastIndexOf(false, lastTrue) + 1;
    return this.looks[lastTrue].end - this.looks[first].end >= forMs;
  }

  /** Undefined: nothing is known. */
  private saidBy(happening: Run, noData: string | undefined): Said | undefined {
    if (happening.kind === 'no_data') {
      return noData === 'alert' || noData === 'keep' ? undefined : 'absent';
    }
    if (happening.kind !== 'answer') return undefined;
    const said = happening.said[this.index];
    return said === 'absent' && happening.leftOut ? undefined : said;
  }

  private holdsAt(i: number, occurrences: { times: number; of: number } | undefined): boolean {
    if (!occurrences) return this.looks[i].isTrue;
    const counted = this.looks.slice(Math.max(0, i + 1 - occurrences.of), i + 1);
    return counted.filter(({ isTrue }) => isTrue).length >= occurrences.times;
  }
}
