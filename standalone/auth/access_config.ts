import { z } from 'zod';
import { ConfigError } from '../config/config_error';
import type { Config } from '../config/read_config';
import { configAt } from '../config/read_config';
import type { PasswordHash } from './password_hash';
import { parsePasswordHash } from './password_hash';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];
const MINUTE = 60_000;

const authSchema = z.strictObject({
  /** The one user of a host whose cluster knows none. */
  user: z.string().min(1).optional(),
  password_hash: z.string().optional(),
  /** Demands a login on loopback as well. */
  required: z.boolean().default(false),
  idle_minutes: z.number().int().min(1).max(1440).default(60),
  session_hours: z.number().int().min(1).max(720).default(12),
  /** TLS ends before this host: the cookie may go over TLS only, though the host itself speaks none. */
  secure_cookie: z.boolean().default(false),
});

const tlsSchema = z.strictObject({ cert: z.string(), key: z.string() });

/** The one user that the configuration names. */
export interface LocalUser {
  name: string;
  hash: PasswordHash;
}

export interface LoginConfig {
  local?: LocalUser;
  /** Milliseconds. */
  idle: number;
  absolute: number;
  secureCookie: boolean;
}

/** Where the host listens, and whom it lets in. */
export interface Access {
  host: string;
  /** Paths of PEM files. */
  tls?: z.output<typeof tlsSchema>;
  /** Absent: everybody on this machine is let in. */
  login?: LoginConfig;
}

export const isLoopback = (host: string): boolean => LOOPBACK.includes(host);

function parse<S extends z.ZodType>(schema: S, value: unknown, name: string): z.output<S> {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  const problems = error.issues.map(
    ({ path, message }) => `${[name, ...path].join('.')}: ${message}`
  );
  throw new ConfigError(problems.join('\n'));
}

function localUser({ user, password_hash: hash }: z.output<typeof authSchema>) {
  if ((user === undefined) !== (hash === undefined)) {
    throw new ConfigError(
      'auth.user and auth.password_hash are given together; `npm run hash-password` prints a hash.'
    );
  }
  return user === undefined ? undefined : { name: user, hash: parsePasswordHash(hash ?? '') };
}

/**
 * Reads the configuration's `host`, `auth` and `tls`. Beyond loopback a login is demanded, on loopback where it is
 * configured.
 *
 * @param host of the command line: goes before the configuration's
 */
export function readAccess(config: Config, host?: string): Access {
  const listensOn = host ?? parse(z.string().min(1).default('127.0.0.1'), config.host, 'host');
  const auth = parse(authSchema, configAt(config, ['auth']), 'auth');
  const local = localUser(auth);
  const tls = config.tls === undefined ? undefined : parse(tlsSchema, config.tls, 'tls');
  const isDemanded = !isLoopback(listensOn) || local !== undefined || auth.required;
  const login = {
    ...(local ? { local } : {}),
    idle: auth.idle_minutes * MINUTE,
    absolute: auth.session_hours * 60 * MINUTE,
    secureCookie: auth.secure_cookie || tls !== undefined,
  };
  return { host: listensOn, ...(tls ? { tls } : {}), ...(isDemanded ? { login } : {}) };
}
