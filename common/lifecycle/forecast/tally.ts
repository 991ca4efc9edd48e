import type { ConditionCheck } from '../decide/check_conditions';
import type { Scenario } from '../simulate/scenario';
import type { Timeline } from '../simulate/timeline';
import type { Span, Walked } from '../simulate/walk';
import type { Calendar } from './calendar';
import { Parts, causeOf, rollsOver, storedBytes } from './policy_parts';
import { TIERS } from './tiers';
import type { Tier, TierOf } from './tiers';

const DAY = 86_400_000;

/** Work that weighs on the cluster. */
export const JOBS = ['force_merge', 'shrink', 'snapshot'] as const;
export type Job = (typeof JOBS)[number];

const isJob = (action: string | undefined): action is Job => JOBS.some((job) => job === action);

/** One index that will be deleted. */
export interface Deleted {
  name: string;
  /** Epoch milliseconds. */
  at: number;
  /** With its replicas. */
  bytes: number;
  /** It is not there yet. */
  to_come: boolean;
  policy_id?: string;
  /** The state that deletes it, and what the way there waited for. */
  state?: string;
  because?: ConditionCheck;
}

/** Whose course is counted, and by how much it is later than it was walked. */
export interface Counted {
  walked: Walked;
  name: string;
  to_come: boolean;
  policy_id?: string;
  tierOf: TierOf;
  scenario: Scenario;
  later?: number;
}

/** Failures for the same reason. */
export interface FailureGroup {
  action?: string;
  /** In the words for the first one of them. Absent: it had failed before. */
  reason?: string;
  count: number;
  /** Epoch milliseconds. */
  first_at: number;
  /** The first ones. */
  names: string[];
  /** Ids of the policies under which they fail. */
  policies: string[];
}

const MOST_NAMED = 100;

const zeros = (count: number): Float64Array => new Float64Array(count);

/** Counts what becomes of indices in one scenario, day by day. */
export class Tally {
  readonly deletes: Float64Array;
  readonly bytes: Float64Array;
  readonly jobs: Record<Job, Float64Array>;
  readonly ends: Record<Timeline['end'], number> = {
    ...{ deleted: 0, completed: 0, failed: 0, waiting: 0, cycle: 0, beyond: 0 },
  };
  readonly failures = new Map<string, FailureGroup>();
  readonly deleted: Deleted[] = [];
  /** Only of the scenario that keeps names. */
  readonly parts = new Parts();
  rollovers = 0;
  private readonly tiers = new Map<Tier, { steps: Float64Array; grown: Float64Array }>();

  constructor(
    private readonly calendar: Calendar,
    /** Names cost more than numbers. */
    private readonly keepsNames: boolean
  ) {
    const days = calendar.starts.length;
    this.deletes = zeros(days);
    this.bytes = zeros(days);
    this.jobs = { force_merge: zeros(days), shrink: zeros(days), snapshot: zeros(days) };
  }

  add(counted: Counted): void {
    const { walked, later = 0 } = counted;
    const { to } = this.calendar;
    let end = walked.end;
    let gone = Infinity;
    let rolled = 0;
    for (const { kind, action, at } of walked.events) {
      if (kind === 'deleted') gone = at + later;
      else if (kind === 'action' && isJob(action)) this.countJob(action, at + later);
      else if (kind === 'action' && action === 'rollover' && at + later <= to) rolled = 1;
    }
    if (rolled > 0 && !rollsOver(walked)) rolled = 0;
    this.rollovers += rolled;
    const last = walked.events[walked.events.length - 1];
    const endsAt = last && (end === 'deleted' || end === 'failed') ? last.at + later : undefined;
    // It was walked for one that comes earlier: this one's end may lie too late.
    if (endsAt !== undefined && endsAt > to) end = 'beyond';
    this.ends[end] += 1;
    const final = this.store(counted, Math.min(gone, to + 1));
    if (end === 'deleted' && gone <= to) this.countDeleted(counted, gone, final);
    if (end === 'failed') this.countFailure(counted, endsAt ?? this.calendar.from);
    if (!this.keepsNames) return;
    this.parts.add(counted, { gone: gone <= to, final, rolled, failed: end === 'failed' });
  }

  /** Bytes at every sample, by tier in their order. */
  storage(): Array<{ tier: Tier; bytes: Float64Array }> {
    return [...TIERS, 'all' as const].flatMap((tier) => {
      const curves = this.tiers.get(tier);
      if (!curves) return [];
      let level = 0;
      const bytes = curves.grown.map((grown, place) => (level += curves.steps[place]) + grown);
      return [{ tier, bytes }];
    });
  }

  private countJob(job: Job, at: number): void {
    const day = this.calendar.dayOf(at);
    if (day < this.deletes.length) this.jobs[job][day] += 1;
  }

  private countDeleted(counted: Counted, at: number, bytes: number): void {
    const { name, to_come, policy_id, walked } = counted;
    const day = this.calendar.dayOf(at);
    this.deletes[day] += 1;
    this.bytes[day] += bytes;
    if (!this.keepsNames) return;
    const whose = policy_id ? { policy_id } : {};
    this.deleted.push({ name, at, bytes, to_come, ...whose, ...causeOf(walked) });
  }

  private countFailure({ walked, name, policy_id: id }: Counted, at: number): void {
    const last = walked.events[walked.events.length - 1];
    const { action, reason } = last?.kind === 'failed' ? last : {};
    const key = `${action ?? ''} ${(reason ?? '').split(walked.spans[0].future.facts.name).join('*')}`;
    const group = this.failures.get(key) ?? {
      ...{ count: 0, first_at: at, names: [], policies: [] },
    };
    this.failures.set(key, {
      ...group,
      ...(action === undefined ? {} : { action }),
      ...(reason === undefined ? {} : { reason: group.reason ?? reason }),
      ...{ count: group.count + 1, first_at: Math.min(group.first_at, at) },
    });
    if (group.names.length < MOST_NAMED) group.names.push(name);
    if (id !== undefined && !group.policies.includes(id)) group.policies.push(id);
  }

  /** What the index takes up until it is gone; gives what it takes up then. */
  private store({ walked, tierOf, scenario, later = 0 }: Counted, until: number): number {
    let tier: Tier | undefined;
    let final = 0;
    walked.spans.forEach((span, place) => {
      tier = tierOf(span, tier);
      const from = span.at + later;
      if (from >= until) return;
      const next = walked.spans[place + 1];
      const to = Math.min(until, next ? next.at + later : until);
      final = this.storeSpan(span, tier, { from, to, later }, scenario);
    });
    return final;
  }

  private storeSpan(
    { future }: Span,
    tier: Tier,
    { from, to, later }: { from: number; to: number; later: number },
    { bytes_per_day: perDay }: Scenario
  ): number {
    const { steps, grown } = this.curves(tier);
    const first = this.calendar.sampleFrom(from);
    const past = this.calendar.sampleFrom(to);
    const stored = storedBytes(future);
    steps[first] += stored;
    steps[past] -= stored;
    if (!future.written || perDay === 0 || future.facts.docs === undefined) return stored;
    const rate = (perDay * (1 + future.facts.replicas)) / DAY;
    const growsFrom = future.at + later;
    const growsTo = Math.min(to, (future.written_until ?? Infinity) + later);
    const growth = (instant: number): number =>
      Math.max(0, Math.min(instant, growsTo) - growsFrom) * rate;
    for (let place = first; place < past; place++) {
      const at = this.calendar.samples[place];
      if (at >= growsTo) {
        steps[place] += growth(growsTo);
        steps[past] -= growth(growsTo);
        break;
      }
      grown[place] += growth(at);
    }
    return stored + growth(to);
  }

  private curves(tier: Tier): { steps: Float64Array; grown: Float64Array } {
    const known = this.tiers.get(tier);
    if (known) return known;
    const count = this.calendar.samples.length;
    // One more, for what ends after the last sample.
    const curves = { steps: zeros(count + 1), grown: zeros(count) };
    this.tiers.set(tier, curves);
    return curves;
  }
}
