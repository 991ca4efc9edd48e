import type { SetPause } from '../../common/notifications/deliveries_api';
import { NEVER_PAUSED, setPause } from '../../common/notifications/pause';
import type { PauseSwitch } from '../../common/notifications/pause';
import { WatchkeeperError } from '../../common/errors';
import type { Clock } from '../clock';
import { bulk } from '../cluster/bulk';
import type { BulkOperation } from '../cluster/bulk';
import { indexFor } from '../cluster/own_indices';
import type { Cluster, DocVersion } from '../cluster/types';

const ID = 'pause';
const TIMEOUT_MS = 5000;
/** Two people who set it at once: the one who comes later wins. */
const MOST_TRIES = 5;

interface Found {
  _source: PauseSwitch;
  _seq_no: number;
  _primary_term: number;
}

/** The one switch of all instances. It is read by its id, so as it is now. */
export interface PauseStore {
  read(): Promise<PauseSwitch>;
  set(wanted: SetPause, by: string | undefined): Promise<PauseSwitch>;
}

export const createPauseStore = (cluster: Cluster, clock: Pick<Clock, 'now'>): PauseStore => {
  const index = indexFor('switches');

  const find = async (): Promise<{ pause: PauseSwitch; known?: DocVersion }> => {
    const { status, body } = await cluster.request<Found>(
      { method: 'GET', path: `/${index}/_doc/${ID}` },
      { ignore: [404], timeoutMs: TIMEOUT_MS }
    );
    if (status === 404) return { pause: NEVER_PAUSED };
    const { _source, _seq_no, _primary_term } = body;
    return { pause: _source, known: { seq_no: _seq_no, primary_term: _primary_term } };
  };

  return {
    read: async () => (await find()).pause,

    async set(wanted, by) {
      for (let i = 0; i < MOST_TRIES; i++) {
        const { pause, known } = await find();
        const next = setPause(pause, wanted, by, clock.now());
        const target = { index, id: ID, source: { kind: 'pause', ...next } };
        const operation: BulkOperation = known
          ? { kind: 'swap', ...target, expected: known }
          : { kind: 'create', ...target };
        const [result] = await bulk(cluster, [operation]);
        if (result.kind === 'ok') return next;
        if (result.kind === 'failed') throw new WatchkeeperError('cluster_refused', result.reason);
      }
      throw new WatchkeeperError('conflict', 'Others are pausing and resuming right now.');
    },
  };
};
