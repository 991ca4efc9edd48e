import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** What a secret is bound to. Sealed for one of these, it opens for no other. */
export interface Bound {
  destination_id: string;
  kind: string;
  /** Scheme, host and port. */
  origin: string;
}

/** A secret as it is stored. All binary parts in base64. */
export interface Sealed {
  algorithm: 'aes-256-gcm';
  key_id: string;
  iv: string;
  tag: string;
  data: string;
}

export type Opened =
  | { kind: 'open'; text: string }
  /** Sealed by a key that this instance does not have. */
  | { kind: 'unknown_key'; key_id: string }
  /** Sealed for another destination, kind or origin; or changed since. */
  | { kind: 'not_for_this' };

export interface SecretBox {
  seal(text: string, bound: Bound): Sealed;
  open(sealed: Sealed, bound: Bound): Opened;
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The 32 bytes of a configured key: base64, or 64 hexadecimal digits.
 *
 * @throws Error that names neither the key nor a part of it.
 */
export const parseKey = (text: string): Buffer => {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return Buffer.from(trimmed, 'hex');
  const base64 = /^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed);
  const key = base64 ? Buffer.from(trimmed, 'base64') : Buffer.alloc(0);
  if (key.length === 32) return key;
  throw new Error('encryption_key must be 32 bytes in base64, or 64 hexadecimal digits.');
};

/** Tells keys apart without telling them: stored beside each secret. */
export const keyIdOf = (key: Buffer): string =>
  createHash('sha256').update('watchkeeper key id\0').update(key).digest('hex').slice(0, 16);

/** An array keeps its members apart, whatever characters they hold. */
const associatedData = ({ destination_id: id, kind, origin }: Bound): Buffer =>
  Buffer.from(JSON.stringify([id, kind, origin]), 'utf8');

/** @param keys The current one first: it seals. The old ones only open. */
export const createSecretBox = (keys: readonly [Buffer, ...Buffer[]]): SecretBox => {
  const byId = new Map(keys.map((key) => [keyIdOf(key), key]));
  const [current] = keys;
  const currentId = keyIdOf(current);

  return {
    seal(text, bound) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, current, iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(associatedData(bound));
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return {
        algorithm: ALGORITHM,
        key_id: currentId,
        iv: iv.toString('base64'),
        tag: cipher.getAuthTag().toString('base64'),
        data: data.toString('base64'),
      };
    },

    open(sealed, bound) {
      const key = byId.get(sealed.key_id);
      if (!key) return { kind: 'unknown_key', key_id: sealed.key_id };
      try {
        const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(sealed.iv, 'base64'), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(associatedData(bound));
        decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'));
        const data = decipher.update(Buffer.from(sealed.data, 'base64'));
        return { kind: 'open', text: Buffer.concat([data, decipher.final()]).toString('utf8') };
      } catch {
        return { kind: 'not_for_this' };
      }
    },
  };
};
