import { createHash, randomBytes, timingSafeEqual } from 'crypto';

const SECRET_BYTES = 16;

/** Of an id that is no plain word, a form that a URL and a header can hold. */
const ENCODED = '~';
const PLAIN = /^[A-Za-z0-9_-]+$/;

/** Which heartbeat a token says that it is of, and what shows it. */
export interface ReadToken {
  monitorId: string;
  secret: string;
}

export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** What is stored of a secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The token that a caller sends: it names its monitor, so that finding it is one read, and whoever meets it sees whose it is. */
export const tokenOf = ({ monitorId, secret }: ReadToken): string => {
  const name = PLAIN.test(monitorId)
    ? monitorId
    : `${ENCODED}${Buffer.from(monitorId, 'utf8').toString('base64url')}`;
  return `${name}.${secret}`;
};

const LONGEST = 1000;

/** Undefined for what can be no token. */
export const readToken = (token: string): ReadToken | undefined => {
  if (token.length > LONGEST) return undefined;
  const [, name, secret] = /^(~?[A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{22})$/.exec(token) ?? [];
  if (name === undefined || secret === undefined) return undefined;
  const monitorId = name.startsWith(ENCODED)
    ? Buffer.from(name.slice(1), 'base64url').toString('utf8')
    : name;
  return { monitorId, secret };
};

/** Takes as long whatever it is given. */
export const isSecretOf = (secret: string, hash: string): boolean => {
  const [given, stored] = [hashOf(secret), hash].map((text) => Buffer.from(text, 'utf8'));
  return given.length === stored.length && timingSafeEqual(given, stored);
};
