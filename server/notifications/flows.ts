import {
  FREE,
  NEW_FLOW,
  afterAttempt,
  canBeForgotten,
  freeAt,
  nextTurn,
  spend,
} from '../../common/notifications/flow/flow';
import type { Flow, Outcome, SendingRules, Turn } from '../../common/notifications/flow/flow';
import type { Destination } from '../../common/notifications/destination';
import { isOpen } from '../../common/notifications/flow/circuit';
import { shareOf } from '../../common/notifications/flow/token_bucket';
import type { Clock } from '../clock';
import type { Targets } from './types';

export interface FlowsDeps {
  targets: Targets;
  rules(destination: Destination): SendingRules;
  clock: Pick<Clock, 'monotonic'>;
  /** From 0 to 1. */
  random(): number;
  /** How many share the rates. */
  sharers(): number;
  /** The rules of a destination that had to wait for them are known. */
  ready(destinationId: string): void;
}

/** The right to make one attempt. */
export interface Ticket {
  readonly rules: SendingRules;
  /** Something goes out now. */
  spend(): void;
  /** What came of it. */
  note(outcome: Outcome, began: number, merged: boolean): void;
  /** The attempt is over, whether or not something went out. */
  close(): void;
}

export type Permit =
  | { kind: 'send'; most: number; ticket: Ticket }
  /** Milliseconds. */
  | { kind: 'rest'; wait: number }
  | { kind: 'busy' };

interface Known {
  flow: Flow;
  rules?: SendingRules;
  lookedAt: number;
  /** When it was last asked about. */
  usedAt: number;
  looking: boolean;
  reserved: number;
}

/** Rules may be so old, milliseconds: a change of a destination counts after that. */
const RULES_FOR = 2000;
/** More destinations than that: those of which nothing has to be remembered are forgotten. */
const MOST_KNOWN = 2000;

/** When what may go where: rates, pauses that receivers ask for, and destinations that are down. */
export class Flows {
  private readonly known = new Map<string, Known>();

  constructor(private readonly deps: FlowsDeps) {}

  /** @param load how many wait, and how many attempts are under way */
  turn(destinationId: string, load: { waiting: number; underWay: number }): Permit {
    const known = this.of(destinationId);
    this.keepRules(destinationId, known);
    const rules = this.rulesNow(known);
    if (!rules) return { kind: 'busy' };
    const now = this.deps.clock.monotonic();
    const turn: Turn = nextTurn(known.flow, rules, { ...load, reserved: known.reserved, now });
    if (turn.kind === 'rest') return { kind: 'rest', wait: turn.until - now };
    if (turn.kind === 'busy') return turn;
    return { ...turn, ticket: this.ticket(known, rules) };
  }

  /** So many new messages could go out at once. */
  free(destinationId: string, waiting: number): number {
    const known = this.known.get(destinationId);
    const rules = known && this.rulesNow(known);
    if (!known || !rules) return Infinity;
    const now = this.deps.clock.monotonic();
    return freeAt(known.flow, rules, { waiting, underWay: 0, reserved: known.reserved, now });
  }

  /** It fails again and again. */
  isFailing(destinationId: string): boolean {
    const known = this.known.get(destinationId);
    return known !== undefined && isOpen(known.flow.circuit);
  }

  /** Milliseconds for which a message is tried there, where it has a limit of its own. */
  timeLimit(destinationId: string): number | undefined {
    return this.known.get(destinationId)?.rules?.timeLimit;
  }

  private of(destinationId: string): Known {
    const usedAt = this.deps.clock.monotonic();
    const existing = this.known.get(destinationId);
    if (existing) {
      existing.usedAt = usedAt;
      return existing;
    }
    if (this.known.size >= MOST_KNOWN) this.forget(usedAt);
    const known: Known = { flow: NEW_FLOW, lookedAt: 0, usedAt, looking: false, reserved: 0 };
    this.known.set(destinationId, known);
    return known;
  }

  private forget(now: number): void {
    for (const [id, { flow, rules, looking, reserved, usedAt }] of this.known) {
      if (looking || reserved > 0) continue;
      if (canBeForgotten(flow, rules?.rate, { now, unused: now - usedAt })) this.known.delete(id);
    }
  }

  private rulesNow({ rules }: Known): SendingRules | undefined {
    if (!rules?.rate) return rules;
    return { ...rules, rate: shareOf(rules.rate, Math.max(1, this.deps.sharers())) };
  }

  private keepRules(destinationId: string, known: Known): void {
    const { clock } = this.deps;
    const isFresh = known.rules !== undefined && clock.monotonic() - known.lookedAt < RULES_FOR;
    if (isFresh || known.looking) return;
    known.looking = true;
    void this.look(destinationId, known);
  }

  /** Never throws. Where nobody can say, the attempt will meet the same trouble, and keep the message. */
  private async look(destinationId: string, known: Known): Promise<void> {
    const { targets, rules, clock, ready } = this.deps;
    const isFirst = known.rules === undefined;
    try {
      const target = await targets.resolve(destinationId);
      known.rules = target.kind === 'ready' ? rules(target.destination) : FREE;
    } catch {
      known.rules ??= FREE;
    }
    known.lookedAt = clock.monotonic();
    known.looking = false;
    if (isFirst) ready(destinationId);
  }

  private ticket(known: Known, rules: SendingRules): Ticket {
    const { clock, random } = this.deps;
    let reserves = true;
    known.reserved++;
    const close = () => {
      if (reserves) known.reserved--;
      reserves = false;
    };
    return {
      rules,
      spend() {
        close();
        known.flow = spend(known.flow, rules, clock.monotonic());
      },
      note(outcome, began, merged) {
        const now = clock.monotonic();
        known.flow = afterAttempt(known.flow, outcome, { merged, began, now, random: random() });
      },
      close,
    };
  }
}
