import type { HeartbeatFacts } from '../../../common/monitors/heartbeat/pings';
import type { HeartbeatDocument, HeartbeatStore } from './heartbeat_store';

/** What runs of heartbeats ask. */
export interface Heartbeats {
  /** Undefined where it has no token, and so cannot have been pinged. */
  read(monitorId: string): Promise<HeartbeatFacts | undefined>;
  /** Since when this instance can have been pinged, epoch milliseconds. */
  listeningSince: number;
}

interface Waiting {
  resolve(found: HeartbeatDocument | undefined): void;
  reject(error: unknown): void;
}

/** Heartbeats that are due in the same batch are read by one request, not one each. */
export const createHeartbeats = (
  store: Pick<HeartbeatStore, 'read'>,
  listeningSince: number
): Heartbeats => {
  let waiting = new Map<string, Waiting[]>();

  const readAll = async (): Promise<void> => {
    const asked = waiting;
    waiting = new Map();
    try {
      const found = await store.read([...asked.keys()]);
      for (const [id, all] of asked) for (const { resolve } of all) resolve(found.get(id));
    } catch (error) {
      for (const all of asked.values()) for (const { reject } of all) reject(error);
    }
  };

  return {
    listeningSince,
    read: (monitorId) =>
      new Promise((resolve, reject) => {
        if (waiting.size === 0) setImmediate(() => void readAll());
        waiting.set(monitorId, [...(waiting.get(monitorId) ?? []), { resolve, reject }]);
      }),
  };
};
