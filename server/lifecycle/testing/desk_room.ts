import type { Act } from '../../../common/audit/entry';
import type { ObjectVersion } from '../../../common/versions';
import { TestClock } from '../../cluster/testing/test_clock';
import type { VersionStore } from '../../storage/version_store';
import { ManagedDesk } from '../managed_desk';
import { PolicyDesk } from '../policy_desk';
import { Readings } from '../readings';
import type { By } from '../readings';
import { ismRoom } from './ism_room';
import type { IsmRoom } from './ism_room';
import type { IsmServerOptions } from './ism_server';

/** Somebody at the desks, over a cluster with Index State Management. */
export interface DeskRoom extends IsmRoom {
  by: By;
  policies: PolicyDesk;
  managed: ManagedDesk;
  readings: Readings;
  versions: ObjectVersion[];
  acts: Act[];
  clock: TestClock;
  /** How often the cluster was asked so: `GET /_plugins/_ism/explain`. */
  asked(begin: string): number;
}

const versionStoreOver = (versions: ObjectVersion[]): VersionStore => ({
  async append(more) {
    versions.push(...more);
  },
  async of(type, id) {
    return versions
      .filter(({ object_type: each, object_id: about }) => each === type && about === id)
      .sort((a, b) => b.at - a.at);
  },
  async latest(type) {
    const sorted = versions
      .filter(({ object_type: each }) => each === type)
      .sort((a, b) => a.at - b.at);
    return [...new Map(sorted.map((version) => [version.object_id, version])).values()];
  },
});

export const deskRoom = async (
  options: Pick<IsmServerOptions, 'upstream'> = {}
): Promise<DeskRoom> => {
  const room = await ismRoom({ prefix: '/_plugins/_ism', ...options });
  const [versions, acts]: [ObjectVersion[], Act[]] = [[], []];
  const clock = new TestClock();
  const audit = {
    async record(more: readonly Act[]) {
      acts.push(...more);
    },
  };
  const deps = { clock, audit, versions: versionStoreOver(versions) };
  const readings = new Readings(clock);
  const may = { read: true, acknowledge: true, write: true };
  const caller = { name: 'ivy', roles: ['ops'], secured: true, may };
  return {
    ...room,
    ...{ versions, acts, readings, clock },
    by: { cluster: room.cluster, caller },
    policies: new PolicyDesk(readings, deps),
    managed: new ManagedDesk(readings, deps),
    asked: (begin) => room.seen.filter((line) => line.startsWith(begin)).length,
  };
};
