import { z } from 'zod';

/** Building blocks that several kinds share. */

/** `URL.canParse` is younger than some browsers that the host supports. */
const isUrl = (text: string): boolean => {
  try {
    return new URL(text).host !== '';
  } catch {
    return false;
  }
};

const hasUserInfo = (text: string): boolean => {
  const { username, password } = new URL(text);
  return username !== '' || password !== '';
};

export const urlSchema = z
  .string({ error: 'A URL is required.' })
  .trim()
  .min(1, 'A URL is required.')
  .refine((text) => /^https?:\/\//i.test(text) && isUrl(text), {
    error: 'This is not an http or https URL.',
    abort: true,
  })
  .refine(
    (text) => !hasUserInfo(text),
    'A URL must not hold a user and password. Give them as an Authorization header.'
  );

/** Scheme, host and port of a URL: what a secret is bound to, and all of the URL that is shown. */
export const originOf = (url: string): string => new URL(url).origin;

export const originSchema = z.string();
export const versionSchema = z.string().min(1);

/** With each message goes its id under this header, so that a receiver can tell one that comes twice. */
export const MESSAGE_ID_HEADER = 'X-Watchkeeper-Message-Id';

const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** They belong to the connection, or to us. */
const RESERVED_HEADERS = new Set([
  'host',
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'content-length',
  'upgrade',
  'expect',
  'te',
  'trailer',
  MESSAGE_ID_HEADER.toLowerCase(),
]);

export const headerNameSchema = z
  .string()
  .regex(HEADER_NAME, 'This is not a header name.')
  .refine(
    (name) => !RESERVED_HEADERS.has(name.toLowerCase()),
    'This header is set by Watchkeeper.'
  );

export const headerValueSchema = z
  .string()
  .regex(
    /^[\t\x20-\x7e\x80-\xff]*$/,
    'A header value has no line breaks, and only characters of Latin-1.'
  );
