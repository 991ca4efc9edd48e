/** What a caller can tell: it lives, it has failed, it has begun. Source: healthchecks.io, `/fail` and `/start`. */
export const PING_KINDS = ['success', 'fail', 'start'] as const;
export type PingKind = (typeof PING_KINDS)[number];

export interface Ping {
  /** Epoch milliseconds, by the clock of whoever took it. */
  at: number;
  kind: PingKind;
}

/** What is known of the pings of one heartbeat. */
export interface HeartbeatFacts {
  /** The newest, oldest first; bounded. */
  pings: readonly Ping[];
  /** What the last caller said who said something. */
  message?: { at: number; text: string };
}

export const MOST_PINGS = 100;

/** Of what a caller says, so much is kept, bytes. */
export const MOST_MESSAGE_BYTES = 10_240;

/** Pings of one kind that come faster than this count as one, milliseconds. */
export const SAME_PING_WITHIN = 2000;

/** With one more ping; the oldest go. Two instances can take pings out of order. */
export const withPing = (
  { pings, message }: HeartbeatFacts,
  ping: Ping,
  said?: string
): HeartbeatFacts => ({
  pings: [...pings, ping].sort((a, b) => a.at - b.at).slice(-MOST_PINGS),
  ...(said ? { message: { at: ping.at, text: said } } : message ? { message } : {}),
});

/** What is kept of a message: whole characters of the first bytes, without what a page cannot show. */
export const keptMessage = (text: string): string => {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > MOST_MESSAGE_BYTES) break;
    if (code >= 0x20 || character === '\n' || character === '\t') kept += character;
  }
  return kept.trim();
};
