import type { Request } from '@hapi/hapi';

/** Who has been let in. */
export interface Principal {
  name: string;
  /** What the cluster is to be asked with; absent where it knows no users, and the host's own user asks. */
  authorization?: string;
}

/** What hapi keeps for a request that was let in. */
export interface Credentials {
  principal: Principal;
  /** The session's id, where it was a cookie that let in. */
  session?: string;
}

/** Undefined for a request that nobody has been found for. */
export function credentialsOf({ auth }: Request): Credentials | undefined {
  return auth.isAuthenticated ? (auth.credentials as unknown as Credentials) : undefined;
}

export const basicHeader = (name: string, password: string): string =>
  `Basic ${Buffer.from(`${name}:${password}`, 'utf8').toString('base64')}`;
