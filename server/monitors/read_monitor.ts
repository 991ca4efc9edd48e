import type { MonitorRecord, RunsPage } from '../../common/monitors/api';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import type { MessageStore } from '../notifications/types';
import { proofOf } from '../storage/authorisations';
import type { Authorisations } from '../storage/authorisations';
import { nextRunOf } from './list_monitors';
import type { SavedMonitor } from './monitor_repository';
import { readLastRuns, readRuns } from './run_log';

export interface ReadDeps {
  cluster: Cluster;
  clock: Clock;
  authorisations: Authorisations;
  messages: MessageStore;
}

/** A saved monitor with what is known about it beside. */
export const toRecord = async (
  { cluster, clock, authorisations }: ReadDeps,
  saved: SavedMonitor
): Promise<MonitorRecord> => {
  const { id, version, updatedAt, monitor } = saved;
  const [records, lastRuns] = await Promise.all([
    authorisations.read([id]),
    readLastRuns(cluster, [id]),
  ]);
  const proof = proofOf(monitor, records.get(id));
  return {
    id,
    version,
    updated_at: updatedAt,
    monitor,
    authorisation: proof ? 'ok' : 'needs_adoption',
    ...(proof?.author ? { author: proof.author } : {}),
    next_run: nextRunOf({ monitor }, proof !== undefined, lastRuns.get(id), clock.now()),
  };
};

/** A page of a monitor's runs, each with what became of its messages. */
export const toRunsPage = async (
  { cluster, messages }: ReadDeps,
  id: string,
  { notable, ...page }: { size: number; notable: boolean; before?: number }
): Promise<RunsPage> => {
  const { rows, nextBefore } = await readRuns(cluster, id, {
    ...page,
    which: notable ? 'notable' : 'all',
  });
  const idsOf = (row: (typeof rows)[number]): string[] =>
    (row.triggers ?? []).flatMap(({ actions }) =>
      (actions ?? []).flatMap(({ message_id: messageId }) => messageId ?? [])
    );
  const found = await messages.byIds(rows.flatMap(idsOf));
  const byId = new Map(found.map((message) => [message.id, message]));
  return {
    runs: rows.map((row) => ({
      ...row,
      messages: idsOf(row).flatMap((messageId) => byId.get(messageId) ?? []),
    })),
    ...(nextBefore === undefined ? {} : { next_before: nextBefore }),
  };
};
