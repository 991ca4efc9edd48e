import { WatchkeeperError } from '../../../common/errors';
import { SAME_PING_WITHIN, withPing } from '../../../common/monitors/heartbeat/pings';
import type { HeartbeatFacts, Ping } from '../../../common/monitors/heartbeat/pings';
import { indexFor } from '../../cluster/own_indices';
import type { Cluster, DocVersion } from '../../cluster/types';
import { hashOf, isSecretOf } from './tokens';

/** One document a heartbeat, under its monitor's id: what a caller shows, and what it has told. */
export interface HeartbeatDocument extends HeartbeatFacts {
  monitor_id: string;
  /** SHA-256 of the secret part of the token. */
  secret_hash: string;
  /** When the token was made, epoch milliseconds, and who made it. */
  made_at: number;
  made_by?: string;
}

interface Held extends DocVersion {
  document: HeartbeatDocument;
}

export interface HeartbeatStore {
  /** In one request. Those that have a token. */
  read(ids: readonly string[]): Promise<ReadonlyMap<string, HeartbeatDocument>>;
  /** Puts a token in the place of the one before; what was pinged stays. */
  setSecret(
    monitorId: string,
    secret: string,
    made: { at: number; by?: string }
  ): Promise<HeartbeatDocument>;
  /**
   * Writes a ping down. One of the same kind as a moment before is not written: the earlier stands for it.
   *
   * @returns false where there is no such heartbeat, or the secret is not its own
   */
  ping(monitorId: string, secret: string, ping: Ping, said?: string): Promise<boolean>;
  remove(monitorId: string): Promise<void>;
}

interface Got {
  found?: boolean;
  _source?: HeartbeatDocument;
  _seq_no?: number;
  _primary_term?: number;
}

/** Pings of one heartbeat on several instances at the same moment; more is not to be expected. */
const ATTEMPTS = 6;

const isConflict = (error: unknown): boolean =>
  error instanceof WatchkeeperError && error.code === 'conflict';

const isSameAgain = ({ pings }: HeartbeatFacts, { at, kind }: Ping): boolean => {
  const last = pings[pings.length - 1];
  return last !== undefined && last.kind === kind && at - last.at < SAME_PING_WITHIN;
};

export const createHeartbeatStore = (cluster: Cluster): HeartbeatStore => {
  const index = indexFor('heartbeats');
  const docPath = (id: string) => `/${index}/_doc/${encodeURIComponent(id)}`;

  const get = async (id: string): Promise<Held | undefined> => {
    const { body } = await cluster.request<Got>(
      { method: 'GET', path: docPath(id) },
      { ignore: [404] }
    );
    const { _source: document, _seq_no: seq_no = 0, _primary_term: primary_term = 0 } = body;
    return document && { document, seq_no, primary_term };
  };

  const put = (document: HeartbeatDocument, held: Held | undefined): Promise<unknown> =>
    cluster.request({
      method: 'PUT',
      path: docPath(document.monitor_id),
      query: held
        ? { if_seq_no: held.seq_no, if_primary_term: held.primary_term }
        : { op_type: 'create' },
      body: document,
    });

  /** Compare-and-swap, again where somebody else was faster. */
  const change = async <T>(
    id: string,
    decide: (held: HeartbeatDocument | undefined) => { write?: HeartbeatDocument; answer: T }
  ): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      const held = await get(id);
      const { write, answer } = decide(held?.document);
      if (!write) return answer;
      try {
        await put(write, held);
        return answer;
      } catch (error) {
        if (!isConflict(error) || attempt === ATTEMPTS) throw error;
      }
    }
  };

  return {
    async read(ids) {
      if (ids.length === 0) return new Map();
      const { body } = await cluster.request<{ docs: Array<Got & { _id: string }> }>({
        method: 'POST',
        path: `/${index}/_mget`,
        body: { ids: [...ids] },
      });
      return new Map(
        body.docs.flatMap(({ _id, _source }) => (_source ? [[_id, _source] as const] : []))
      );
    },

    setSecret: (monitorId, secret, { at, by }) =>
      change(monitorId, (before) => {
        const { pings = [], message } = before ?? {};
        const document: HeartbeatDocument = {
          monitor_id: monitorId,
          secret_hash: hashOf(secret),
          made_at: at,
          ...(by ? { made_by: by } : {}),
          pings,
          ...(message ? { message } : {}),
        };
        return { write: document, answer: document };
      }),

    ping: (monitorId, secret, ping, said) =>
      change(monitorId, (before) => {
        if (!before || !isSecretOf(secret, before.secret_hash)) return { answer: false };
        if (isSameAgain(before, ping)) return { answer: true };
        return { write: { ...before, ...withPing(before, ping, said) }, answer: true };
      }),

    async remove(monitorId) {
      await cluster.request({ method: 'DELETE', path: docPath(monitorId) }, { ignore: [404] });
    },
  };
};
