import type { Socket } from 'node:net';

/** Whom to trust and who we are, where it is not left to the system. Certificates are always verified. All are PEM. */
export interface TlsOptions {
  /** One or more certificates, which are trusted instead of the system's. */
  ca?: string;
  /** The client's certificate, with those between it and its issuer. Comes with `key`. */
  cert?: string;
  key?: string;
  passphrase?: string;
  /** The name that is asked for and that the certificate must be for, instead of the URL's host. */
  serverName?: string;
}

export interface OutboundRequest {
  url: string;
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** Milliseconds for everything: looking up, connecting, sending, waiting, reading. */
  timeLimit: number;
  tls?: TlsOptions;
  /** Scheme, host and port of an HTTP proxy. Only those that the configuration lists are used. */
  proxy?: string;
}

/** What became of a request. No text in it holds the URL's path or query, a header's value, or a key. */
export type OutboundResult =
  | {
      kind: 'answer';
      status: number;
      /** The start of the body. */
      text: string;
      /** `Retry-After` as it came. */
      retryAfter?: string;
      /** Where a redirect points: scheme, host and port only. It was not followed. */
      redirectsTo?: string;
    }
  /** Nobody answered; another attempt may meet somebody. */
  | { kind: 'failed'; reason: string }
  /** Refused before anything was sent; another attempt would be refused, too. */
  | { kind: 'blocked'; reason: string };

export interface SocketRequest {
  /** A name or an address, without brackets. */
  host: string;
  port: number;
  /** Milliseconds for looking up and connecting. */
  timeLimit: number;
}

/** The one way out for requests to addresses that users name. */
export interface GuardedClient {
  send(request: OutboundRequest): Promise<OutboundResult>;
  /**
   * A connection for what is not HTTP, under the same rules. It is the caller's to close.
   *
   * @throws BlockedAddress whose message says why and what to do; other errors as sockets have them, which
   *   `socketFailure` makes a sentence of
   */
  connect(request: SocketRequest): Promise<Socket>;
  close(): Promise<void>;
}
