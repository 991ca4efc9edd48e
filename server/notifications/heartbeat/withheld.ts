import { aboutPings } from '../../../common/notifications/heartbeat/pinging';
import type { InstanceReport } from '../../../common/overview/scheduler';

const PREFIX = aboutPings('');

/**
 * Why no ping goes to which destinations, by id, as the instances tell it that are alive.
 *
 * @param instances throws while the cluster does not answer
 */
export const withheldPings = async (
  instances: () => Promise<InstanceReport[]>
): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await instances()).flatMap(({ problems }) =>
      problems
        .filter(({ about }) => about.startsWith(PREFIX))
        .map(({ about, message }) => [about.slice(PREFIX.length), message] as const)
    )
  );
