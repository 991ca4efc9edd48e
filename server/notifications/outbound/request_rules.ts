import { isIPv4 } from 'node:net';
import { isAllowedName } from './address_rules';
import type { AllowList } from './address_rules';
import type { OutboundRequest } from './types';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** They say how long a request is and whom it is for. Two opinions on that make one request two. */
const CONNECTION_HEADERS = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'keep-alive',
  'http2-settings',
  'proxy-connection',
  'proxy-authorization',
  'proxy-authenticate',
]);

/**
 * Ports of services that are not HTTP and may take a line of a request for one of their own (Fetch standard, "bad
 * port"), and of data stores that do the same.
 */
const OTHER_SERVICES = new Set([
  ...[1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101],
  ...[102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389],
  ...[427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636],
  ...[989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6379, 6566],
  ...[6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211],
]);

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** A URL's parser drops some of these and turns others into slashes: who reads it sees another URL. */
const HIDDEN_IN_URL = /[\p{Cc}\p{Cf}\p{Z}\\]/u;

export const portOf = ({ port, protocol }: URL): number =>
  Number(port) || (protocol === 'https:' ? 443 : 80);

const refusedText = (text: string): string | undefined => {
  if (HIDDEN_IN_URL.test(text)) {
    return 'The URL holds a space, a backslash or a control character. Write them percent-encoded.';
  }
  return URL.canParse(text) ? undefined : 'This is not a URL.';
};

const refusedPort = (url: URL, allow: AllowList): string | undefined => {
  const port = portOf(url);
  return OTHER_SERVICES.has(port) && !isAllowedName(allow, url.hostname, port)
    ? `Port ${port} belongs to a service that is not HTTP, and requests to it are refused.`
    : undefined;
};

/** The host as it was written, which a parser may have turned into an address. */
const writtenHost = (text: string): string | undefined =>
  /^[a-z]+:\/\/(?:[^/?#]*@)?([^/?#:]*)/i.exec(text)?.[1];

/** `127.1`, `0177.0.0.1` and `2130706433` are not read alike by everybody. */
const refusedNotation = (text: string, { hostname }: URL): string | undefined =>
  isIPv4(hostname) && writtenHost(text) !== hostname
    ? `The host is an address in an unusual notation. Write it as ${hostname}.`
    : undefined;

const refusedUrl = (url: URL, allow: AllowList): string | undefined => {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return `Only http and https are sent to, not ${url.protocol.replace(':', '')}.`;
  }
  if (url.username !== '' || url.password !== '') {
    return `The URL at ${url.host} holds a user or password. Give them as an Authorization header.`;
  }
  return refusedPort(url, allow);
};

const refusedHeaders = (headers: OutboundRequest['headers']): string | undefined => {
  for (const [name, value] of Object.entries(headers)) {
    if (!TOKEN.test(name)) return 'A header has a name that HTTP does not allow.';
    if (CONNECTION_HEADERS.has(name.toLowerCase())) {
      return `The header ${name} belongs to the connection and cannot be set.`;
    }
    if (!HEADER_VALUE.test(value)) {
      return `The value of the header ${name} holds a line break or a character outside of Latin-1.`;
    }
  }
  return undefined;
};

/**
 * What is wrong with a request by itself, before anybody is looked up. It would be wrong at every attempt. No text
 * repeats the URL's path or a header's value.
 */
export const refusedRequest = (
  { url: text, method, headers }: OutboundRequest,
  allow: AllowList
): string | undefined => {
  const reason =
    refusedText(text) ?? refusedUrl(new URL(text), allow) ?? refusedNotation(text, new URL(text));
  if (reason !== undefined) return reason;
  if (!METHODS.has(method)) return 'The method is none that is sent.';
  return refusedHeaders(headers);
};
