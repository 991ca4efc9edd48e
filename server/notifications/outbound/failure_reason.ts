const TLS_CODES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its chain of certificates ends in one that signed itself',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
  UNABLE_TO_GET_ISSUER_CERT: 'the issuer of its certificate is not known here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the issuer of its certificate is not known here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
};

const CODES: Readonly<Record<string, (origin: string, host: string) => string>> = {
  ECONNREFUSED: (origin) => `${origin} refuses connections.`,
  ECONNRESET: (origin) => `${origin} closed the connection before it answered.`,
  EPIPE: (origin) => `${origin} closed the connection before it answered.`,
  UND_ERR_SOCKET: (origin) => `${origin} closed the connection before it answered.`,
  ENOTFOUND: (_origin, host) => `The name ${host} is not known to the DNS.`,
  ENODATA: (_origin, host) => `The name ${host} has no address in the DNS.`,
  EAI_AGAIN: (_origin, host) => `The DNS does not answer for ${host} now.`,
  ETIMEDOUT: (origin) => `${origin} does not answer: connecting took too long.`,
  UND_ERR_CONNECT_TIMEOUT: (origin) => `${origin} does not answer: connecting took too long.`,
  UND_ERR_HEADERS_TIMEOUT: (origin) => `${origin} did not answer in time.`,
  EHOSTUNREACH: (origin) => `There is no way to ${origin} from here.`,
  ENETUNREACH: (origin) => `There is no way to ${origin} from here.`,
  UND_ERR_HEADERS_OVERFLOW: (origin) => `The headers of the answer of ${origin} are too large.`,
};

const codeOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return '';
  const { code, cause, name } = error as { code?: unknown; cause?: unknown; name?: unknown };
  if (typeof code === 'string' && code !== '') return code;
  return cause === undefined ? String(name ?? '') : codeOf(cause);
};

/**
 * Why nobody answered, as a sentence. Made from the error's code and never from its text, which may hold what is
 * secret.
 */
export const failureReason = (
  error: unknown,
  url: Readonly<Pick<URL, 'origin' | 'hostname'>>
): string => {
  const code = codeOf(error);
  const known = CODES[code];
  if (known) return known(url.origin, url.hostname);
  if (code in TLS_CODES) return `${url.origin} is not trusted: ${TLS_CODES[code]} (${code}).`;
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code === 'EPROTO') {
    return `${url.origin} does not speak TLS as it should (${code}).`;
  }
  if (code.startsWith('HPE_'))
    return `${url.origin} answered something that is not HTTP (${code}).`;
  return `The request to ${url.origin} failed${code === '' ? '' : ` (${code})`}.`;
};
