import type { Engine } from '../engine';
import type { Condition } from './health';
import type { Readings } from './types';

/** How the engine is, for probes. */
export const conditionOf = async (engine: Engine): Promise<Condition> => {
  const { facts, notifications, permissions, problems, reader, scheduling } = engine;
  const { reachable } = await facts.current();
  return {
    clusterUp: reachable,
    ready: scheduling.ready,
    scheduler: scheduling.status(),
    troubles: problems.current().map(({ about }) => about),
    unreadable: reader.unreadable().size,
    missingPermissions: permissions.missing().length,
    misconfigured: notifications.problems().length,
  };
};

/** What the metrics have beside what is counted. */
export const readingsOf = async (engine: Engine): Promise<Readings> => {
  const { facts, notifications, permissions, problems, scheduling } = engine;
  const [{ reachable }, outboxWaiting] = await Promise.all([
    facts.current(),
    notifications.waiting().catch(() => undefined),
  ]);
  const behind = scheduling.behind();
  const { owned_partitions: partitions, monitors } = scheduling.status();
  return {
    lag: behind.lag,
    queue: behind.queue,
    inFlight: behind.in_flight,
    late: behind.late_count,
    unwritten: behind.unwritten,
    ...{ partitions, monitors, outboxWaiting },
    problems: problems.current().length + permissions.missing().length,
    clusterUp: reachable,
  };
};
