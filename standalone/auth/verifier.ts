import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { LocalUser } from './access_config';
import type { Monotonic } from './clock';
import type { ClusterUsers } from './cluster_users';
import { isPassword } from './password_hash';
import type { Principal } from './principal';
import { basicHeader } from './principal';

export type Verdict =
  | { kind: 'let_in'; principal: Principal }
  | { kind: 'refused' }
  /** Nobody can be let in now, and why. */
  | { kind: 'unavailable'; reason: string };

/** A machine that sends its password with each request is not checked each time. */
const BELIEVED_FOR = 60_000;
const MOST_BELIEVED = 1000;

/** Nothing can be decided without the cluster: only it knows whether it has users. */
const NO_CLUSTER = 'The cluster does not answer, so nobody can be let in. Try again later.';
const NO_USERS =
  'The cluster knows no users, and the configuration names none: set auth.user and auth.password_hash.';

const isSame = (a: string, b: string, key: Buffer): boolean => {
  const [first, second] = [a, b].map((text) => createHmac('sha256', key).update(text).digest());
  return timingSafeEqual(first, second);
};

/** Checks names and passwords: against the cluster where it has users, else against the one user of the configuration. */
export class Verifier {
  private readonly key = randomBytes(32);
  private readonly believed = new Map<string, { principal: Principal; until: number }>();

  constructor(
    private readonly cluster: ClusterUsers,
    private readonly local: LocalUser | undefined,
    private readonly now: Monotonic
  ) {}

  async verify(name: string, password: string): Promise<Verdict> {
    // Asked as a stranger first: the password of the local user is no business of the cluster.
    const stranger = await this.cluster.ask();
    if (stranger.kind === 'unavailable') return { kind: 'unavailable', reason: NO_CLUSTER };
    if (stranger.kind === 'no_users') return this.verifyLocal(name, password);
    if (name.includes(':')) return { kind: 'refused' };
    const authorization = basicHeader(name, password);
    const verdict = await this.cluster.ask(authorization);
    if (verdict.kind === 'user') {
      return { kind: 'let_in', principal: { name: verdict.name, authorization } };
    }
    if (verdict.kind === 'unavailable') return { kind: 'unavailable', reason: NO_CLUSTER };
    return { kind: 'refused' };
  }

  /** Whoever has been let in with this header a moment ago. */
  remembered(header: string): Principal | undefined {
    const key = this.keyOf(header);
    const known = this.believed.get(key);
    if (known && known.until > this.now()) return known.principal;
    this.believed.delete(key);
    return undefined;
  }

  remember(header: string, principal: Principal): void {
    this.believed.set(this.keyOf(header), { principal, until: this.now() + BELIEVED_FOR });
    const [oldest] = this.believed.keys();
    if (this.believed.size > MOST_BELIEVED) this.believed.delete(oldest);
  }

  private keyOf(header: string): string {
    return createHmac('sha256', this.key).update(header).digest('base64');
  }

  private async verifyLocal(name: string, password: string): Promise<Verdict> {
    if (this.local === undefined) return { kind: 'unavailable', reason: NO_USERS };
    // Both are looked at in any case: the time that it takes does not tell which was wrong.
    const isName = isSame(name, this.local.name, this.key);
    const isRight = await isPassword(password, this.local.hash);
    return isName && isRight
      ? { kind: 'let_in', principal: { name: this.local.name } }
      : { kind: 'refused' };
  }
}
