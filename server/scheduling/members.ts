import type { Clock } from '../clock';
import type { Member } from './lease_store';

interface Sighting {
  beat: number;
  /** What the member itself promised, milliseconds. */
  ttl: number;
  /** When this beat was first seen: on our monotonic clock, and on the wall's for people. */
  seenAt: number;
  seenAtWall: number;
}

/** Dead members are forgotten after so many times to live. */
const FORGET_AFTER = 20;

/** The other members as this one sees them: alive while their beat changes, by *our* clock. */
export class Members {
  private readonly sightings = new Map<string, Sighting>();

  constructor(
    private readonly self: string,
    private readonly clock: Clock
  ) {}

  /**
   * Takes in who is there.
   *
   * @returns those that have been dead for so long that they can be forgotten
   */
  see(members: Member[]): string[] {
    const now = this.clock.monotonic();
    const names = new Set(members.map(({ name }) => name));
    for (const name of this.sightings.keys()) if (!names.has(name)) this.sightings.delete(name);
    return members.filter((member) => this.isLongDead(member, now)).map(({ name }) => name);
  }

  /** The live ones and this one, in order. */
  live(): string[] {
    const others = [...this.sightings.keys()].filter((name) => this.isLive(name));
    return [...new Set([this.self, ...others])].sort();
  }

  isLive(name: string): boolean {
    if (name === this.self) return true;
    const known = this.sightings.get(name);
    return known !== undefined && this.clock.monotonic() - known.seenAt < known.ttl;
  }

  /** Epoch milliseconds at which its beat was last seen to change. */
  lastSeen(name: string): number | undefined {
    return this.sightings.get(name)?.seenAtWall;
  }

  private isLongDead({ name, beat, ttl }: Member, now: number): boolean {
    if (name === this.self) return false;
    const known = this.sightings.get(name);
    if (known?.beat === beat) return now - known.seenAt > ttl * FORGET_AFTER;
    this.sightings.set(name, { beat, ttl, seenAt: now, seenAtWall: this.clock.now() });
    return false;
  }
}
