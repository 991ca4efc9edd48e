import type { Alert, AlertEvent } from '../../alerts/alert';
import { triggersOf } from '../monitor';
import type { Monitor } from '../monitor';
import type { TriggerResult } from '../run';
import { emptyState } from '../state';
import type { Delta, MonitorState } from '../state';
import { stepMonitor } from '../step';
import type { Finding, Verdict } from '../step';
import type { Trigger } from '../trigger';
import type { GroupVerdict } from '../verdict';
import type { BackTestPoint, BackTestResult, BackTestTrigger } from './back_test';
import { Lanes, MOST_LANES } from './lanes';
import { thinOut } from './thin_out';
import type { PastRun } from './windows';

/** As many alerts as a result names. */
export const MOST_ALERTS = 200;
/** Where there are more, the oldest of them are let go. */
const MOST_KEPT = 2000;

const UNSAVED_ID = 'back-test';

/** The number of the group that is worst, and which way that is. */
const worstOf = (groups: readonly GroupVerdict[]): Pick<GroupVerdict, 'measure' | 'worse'> => {
  let worst: Pick<GroupVerdict, 'measure' | 'worse'> = {};
  for (const { measure, worse } of groups) {
    if (measure === undefined) continue;
    const { measure: before } = worst;
    const isWorse =
      before === undefined || (worse === 'lower' ? measure < before : measure > before);
    if (isWorse) worst = { measure, ...(worse ? { worse } : {}) };
  }
  return worst;
};

const hasFired = ({ from, to }: AlertEvent): boolean =>
  (to === 'active' && from !== 'acknowledged') || (to === 'no_data' && from === null);

const heldBackIn = ({ actions = [] }: TriggerResult): number =>
  actions.reduce((sum, { outcome, count = 1 }) => (outcome === 'held_back' ? sum + count : sum), 0);

/** What is collected of one trigger. */
class TriggerReplay {
  readonly lanes: Lanes;
  private readonly points: BackTestPoint[] = [];
  private worse: 'lower' | undefined;
  private fired = 0;
  private readonly messages = { sent: 0, held_back: 0 };

  constructor(
    private readonly trigger: Trigger,
    private readonly isSingle: boolean
  ) {
    this.lanes = new Lanes(trigger.id, isSingle);
  }

  judged(end: number, verdict: Verdict | undefined, finding: Finding): void {
    if (finding.kind === 'problem') {
      this.points.push({ end, triggered: false, problem: finding.problem });
      return;
    }
    if (!verdict) return;
    if (verdict.kind === 'problem') {
      this.points.push({ end, triggered: false, problem: verdict.problem });
      return;
    }
    const count = verdict.groups.reduce((sum, { triggered }) => sum + Number(triggered), 0);
    const { measure, worse } = worstOf(verdict.groups);
    if (worse === 'lower') this.worse = worse;
    this.points.push({
      end,
      triggered: count > 0,
      ...(measure === undefined ? {} : { measure }),
      ...(this.isSingle ? {} : { groups: count }),
    });
  }

  stepped(result: TriggerResult): void {
    this.messages.held_back += heldBackIn(result);
  }

  changed({ events, messages }: Delta): void {
    const { id } = this.trigger;
    for (const event of events) if (event.trigger_id === id && hasFired(event)) this.fired += 1;
    for (const message of messages) if (message.trigger_id === id) this.messages.sent += 1;
  }

  result(from: number, to: number): BackTestTrigger {
    const { trigger, worse, fired, messages } = this;
    return {
      id: trigger.id,
      name: trigger.name,
      ...(worse ? { worse } : {}),
      points: thinOut(this.points, worse === 'lower'),
      timelines: this.lanes.timelines(from, to),
      fired,
      messages: { ...messages },
    };
  }
}

const isSingle = ({ monitor_type: type }: Monitor): boolean =>
  type !== 'bucket_level_monitor' && type !== 'doc_level_monitor';

/** What is known of a back-test apart from how its answers were come by. */
export type Replayed = Omit<BackTestResult, 'method' | 'took'>;

/**
 * Steps a monitor through windows of the past, from nothing, by the state machine of its runs, and collects what becomes
 * of it. The same windows and findings give the same result. Nobody acknowledges anything.
 */
export class Replay {
  private state: MonitorState;
  private readonly triggers: Map<string, TriggerReplay>;
  private readonly known = new Map<string, Alert>();
  private readonly windows = { judged: 0, failed: 0 };
  private opened = 0;
  private aboutErrors = 0;
  private span: { from: number; to: number } | undefined;

  constructor(
    private readonly monitor: Monitor,
    private readonly monitorId = UNSAVED_ID,
    private readonly baseUrl?: string
  ) {
    this.state = emptyState(monitorId, 0);
    const single = isSingle(monitor);
    this.triggers = new Map(
      triggersOf(monitor).map((trigger) => [trigger.id, new TriggerReplay(trigger, single)])
    );
  }

  /** Open at this moment: what the next window is judged with. */
  get alerts(): readonly Alert[] {
    return this.state.alerts;
  }

  /** What the monitor remembers from window to window. */
  get memory(): unknown {
    return this.state.memory;
  }

  step({ window, at }: PastRun, finding: Finding): void {
    const { monitor, monitorId, state, baseUrl } = this;
    this.span = { from: this.span?.from ?? window.start, to: window.end };
    this.collect(window.end, finding);
    const input = { monitorId, monitor, state, window, finding, now: at };
    const { next, delta, triggers } = stepMonitor(baseUrl ? { ...input, baseUrl } : input);
    for (const result of triggers) this.triggers.get(result.id)?.stepped(result);
    // What a run commits is projected before the next one.
    if (next) this.state = { ...next, pending: null };
    if (!delta) return;
    for (const each of this.triggers.values()) each.changed(delta);
    this.note(delta);
    for (const { lanes } of this.triggers.values()) lanes.see(this.state.alerts, window);
  }

  result(): Replayed {
    const { from, to } = this.span ?? { from: 0, to: 0 };
    const triggers = [...this.triggers.values()];
    return {
      ...{ from, to },
      windows: { ...this.windows },
      triggers: triggers.map((each) => each.result(from, to)),
      alerts: [...this.known.values()].reverse().slice(0, MOST_ALERTS),
      alert_count: this.opened,
      notes: this.notes(),
    };
  }

  private collect(end: number, finding: Finding): void {
    const verdicts = finding.kind === 'answer' ? finding.verdicts : [];
    const isProblem = finding.kind === 'problem' || verdicts.some(({ kind }) => kind === 'problem');
    this.windows[isProblem ? 'failed' : 'judged'] += 1;
    for (const [id, each] of this.triggers) {
      each.judged(
        end,
        verdicts.find(({ triggerId }) => triggerId === id),
        finding
      );
    }
  }

  private note({ alerts, messages }: Delta): void {
    for (const alert of alerts) {
      if (!this.known.has(alert.id)) this.opened += 1;
      this.known.set(alert.id, alert);
    }
    for (const { trigger_id: id } of messages) if (id === '') this.aboutErrors += 1;
    if (this.known.size <= MOST_KEPT) return;
    for (const id of [...this.known.keys()].slice(0, this.known.size - MOST_KEPT / 2)) {
      this.known.delete(id);
    }
  }

  private notes(): string[] {
    const triggers = [...this.triggers.values()];
    const groups = triggers.reduce(
      (sum, { lanes }) => sum + Math.max(0, lanes.count - MOST_LANES) + lanes.leftOut,
      0
    );
    const { opened, aboutErrors } = this;
    return [
      ...(opened > MOST_ALERTS
        ? [`There were ${opened} alerts; the newest ${MOST_ALERTS} are listed.`]
        : []),
      ...(groups > 0 ? [`The timelines of ${groups} more groups are not shown.`] : []),
      ...(aboutErrors > 0
        ? [`${aboutErrors} messages would have told that the monitor could not be evaluated.`]
        : []),
    ];
  }
}
