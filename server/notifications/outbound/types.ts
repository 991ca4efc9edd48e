export interface OutboundRequest {
  url: string;
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** Milliseconds for everything: looking up, connecting, sending, waiting, reading. */
  timeLimit: number;
}

/** What became of a request. No text in it holds the URL's path or query, or a header's value. */
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

/** The one way out for requests to addresses that users name. */
export interface GuardedClient {
  send(request: OutboundRequest): Promise<OutboundResult>;
  close(): Promise<void>;
}
