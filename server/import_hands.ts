import type { Engine } from './engine';
import { demandGlobalTenant } from './http/tenant';
import type { ImportCall } from './import/routes';
import type { FoundMonitor, Hands } from './import/types';
import { monitorRepository } from './monitors/monitor_repository';
import type { MonitorRepository, SavedMonitor } from './monitors/monitor_repository';

const isMissing = (error: unknown): boolean =>
  (error as { output?: { statusCode?: number } } | undefined)?.output?.statusCode === 404;

const saved = async (
  repository: MonitorRepository,
  id: string
): Promise<SavedMonitor | undefined> => {
  try {
    return await repository.get(id);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** What the import needs of the rooms of monitors and destinations, through the hands of one caller. */
export const importHands = (
  { verbs, reader, notifications }: Pick<Engine, 'verbs' | 'reader' | 'notifications'>,
  { caller, cluster, savedObjects }: ImportCall
): Hands => {
  const repository = monitorRepository(savedObjects);
  const context = { caller, asCaller: cluster, repository };
  return {
    cluster,
    monitors: {
      async find(id): Promise<FoundMonitor | undefined> {
        const found = await saved(repository, id);
        return found && { id, monitor: found.monitor };
      },
      async names(ids) {
        await reader.lookNow();
        return new Map(
          ids.flatMap((id) => {
            const name = reader.get(id)?.monitor.name;
            return name === undefined ? [] : [[id, name] as const];
          })
        );
      },
      async bring(id, monitor) {
        const before = id === undefined ? undefined : await saved(repository, id);
        const brought = await verbs.bring(monitor, context, {
          ...(id === undefined ? {} : { id }),
          ...(before ? { before } : {}),
        });
        const { unproven } = brought;
        return { id: brought.saved.id, ...(unproven ? { unproven: unproven.message } : {}) };
      },
      async adopt(id) {
        await verbs.adopt(id, context);
      },
      async enable(id) {
        await verbs.setEnabled(id, true, context);
      },
    },
    destinations: {
      names: (ids) => notifications.destinationNames([...ids]),
      async create(id, form) {
        demandGlobalTenant(caller);
        const { destinations } = notifications.routes;
        return (await destinations.create(savedObjects, form, id)).id;
      },
    },
  };
};
