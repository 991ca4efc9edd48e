import { createHash, randomBytes } from 'node:crypto';
import type { Monotonic } from './clock';
import type { Principal } from './principal';

export interface SessionLimits {
  /** Milliseconds without a request after which a session ends. */
  idle: number;
  /** Milliseconds after which it ends in any case. */
  absolute: number;
  /** Sessions at once; beyond that the one that was used longest ago ends. */
  most?: number;
}

interface Session {
  principal: Principal;
  begunAt: number;
  usedAt: number;
}

const ID_BYTES = 32;
const MOST = 1000;

/** The store has hashes only: whoever sees its memory cannot act as somebody. */
const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64');

/** Who is logged in. In memory: a restart ends all sessions. */
export class Sessions {
  /** In the order of their last use. */
  private readonly sessions = new Map<string, Session>();

  constructor(
    private readonly limits: SessionLimits,
    private readonly now: Monotonic
  ) {}

  /** Always a new, random id, never one that a caller brings along. */
  begin(principal: Principal): string {
    const id = randomBytes(ID_BYTES).toString('base64url');
    const now = this.now();
    this.drop((session) => this.isOver(session, now));
    this.sessions.set(keyOf(id), { principal, begunAt: now, usedAt: now });
    const [oldest] = this.sessions.keys();
    if (this.sessions.size > (this.limits.most ?? MOST)) this.sessions.delete(oldest);
    return id;
  }

  /** @param touch False for what a page asks by itself: nobody need be there. */
  find(id: string, touch: boolean): Principal | undefined {
    const key = keyOf(id);
    const session = this.sessions.get(key);
    if (session === undefined) return undefined;
    const now = this.now();
    if (this.isOver(session, now)) {
      this.sessions.delete(key);
      return undefined;
    }
    if (touch) {
      session.usedAt = now;
      this.sessions.delete(key);
      this.sessions.set(key, session);
    }
    return session.principal;
  }

  end(id: string): void {
    this.sessions.delete(keyOf(id));
  }

  get size(): number {
    return this.sessions.size;
  }

  private isOver({ begunAt, usedAt }: Session, now: number): boolean {
    return now - begunAt >= this.limits.absolute || now - usedAt >= this.limits.idle;
  }

  private drop(isGone: (session: Session) => boolean): void {
    for (const [key, session] of this.sessions) if (isGone(session)) this.sessions.delete(key);
  }
}
