import type { ScryptOptions } from 'node:crypto';
import { scrypt, timingSafeEqual } from 'node:crypto';
import { ConfigError } from '../config/config_error';

/** A password's scrypt hash, as `npm run hash-password` prints it. */
export interface PasswordHash {
  options: ScryptOptions;
  salt: Buffer;
  hash: Buffer;
}

const FORM = /^scrypt:(\d{1,2}):(\d{1,2}):(\d):([\w-]+):([\w-]+)$/;
const LEAST_LOG_COST = 14;
const MOST_LOG_COST = 20;
const LEAST_BYTES = 16;

/** Reads a hash from the configuration. Throws when it is none, or too weak to be one. */
export function parsePasswordHash(text: string): PasswordHash {
  const [, logCost, r, p, salt, hash] = FORM.exec(text) ?? [];
  const parsed = {
    options: {
      N: 2 ** Number(logCost),
      r: Number(r),
      p: Number(p),
      maxmem: 2 * 128 * 2 ** Number(logCost) * Number(r),
    },
    salt: Buffer.from(salt ?? '', 'base64url'),
    hash: Buffer.from(hash ?? '', 'base64url'),
  };
  const isUsable =
    Number(logCost) >= LEAST_LOG_COST &&
    Number(logCost) <= MOST_LOG_COST &&
    parsed.options.r > 0 &&
    parsed.options.p > 0 &&
    parsed.salt.length >= LEAST_BYTES &&
    parsed.hash.length >= LEAST_BYTES;
  if (isUsable) return parsed;
  throw new ConfigError(
    'auth.password_hash is not a hash that `npm run hash-password` prints. A password itself does not go there.'
  );
}

export async function isPassword(password: string, known: PasswordHash): Promise<boolean> {
  const { hash, salt, options } = known;
  const got = await new Promise<Buffer>((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, hash.length, options, (error, key) =>
      error ? reject(error) : resolve(key)
    )
  );
  return timingSafeEqual(got, hash);
}
