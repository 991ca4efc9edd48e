import { PARTITION_COUNT } from '../../common/hash';
import type { SchedulerInstance, SchedulerOverview } from '../../common/overview/scheduler';
import type { LeaseStore, Member } from '../scheduling/lease_store';
import type { Members } from '../scheduling/members';
import type { MonitorReader } from '../storage/monitor_reader';

export interface OverviewDeps {
  /** The id of this process. */
  instance: string;
  enabled: boolean;
  leaseStore: Pick<LeaseStore, 'leases' | 'members'>;
  members: Pick<Members, 'isLive' | 'lastSeen'>;
  reader: Pick<MonitorReader, 'get'>;
  scripts: SchedulerOverview['scripts'];
  /** Epoch milliseconds. */
  now: number;
}

const byStart = (a: SchedulerInstance, b: SchedulerInstance): number =>
  (a.report?.started_at ?? 0) - (b.report?.started_at ?? 0) || a.id.localeCompare(b.id);

/** Who runs what, as leases and beats say it: every instance can tell it of all. */
export const schedulerOverview = async ({
  instance,
  enabled,
  leaseStore,
  members,
  reader,
  scripts,
  now,
}: OverviewDeps): Promise<SchedulerOverview> => {
  const [leases, known] = await Promise.all([leaseStore.leases(), leaseStore.members()]);
  const partitions = new Map<string, number[]>();
  for (const { source } of leases.values()) {
    if (source.owner === null) continue;
    partitions.set(source.owner, [...(partitions.get(source.owner) ?? []), source.partition]);
  }
  const withNames = ({ report }: Member): Pick<SchedulerInstance, 'report'> => {
    if (!report) return {};
    const late = report.late.map(({ id, late: by }) => {
      const name = reader.get(id)?.monitor.name;
      return { id, late: by, ...(name === undefined ? {} : { name }) };
    });
    return { report: { ...report, late } };
  };
  const instances = known.map((member): SchedulerInstance => ({
    id: member.name,
    this_one: member.name === instance,
    live: members.isLive(member.name),
    beats: member.beat,
    last_seen: member.name === instance ? now : (members.lastSeen(member.name) ?? null),
    lease_ttl: member.ttl,
    partitions: (partitions.get(member.name) ?? []).sort((a, b) => a - b),
    ...withNames(member),
  }));
  const owned = new Set(instances.filter(({ live }) => live).flatMap((each) => each.partitions));
  return {
    enabled,
    scripts,
    partition_count: PARTITION_COUNT,
    instances: instances.sort(byStart),
    unowned: Array.from({ length: PARTITION_COUNT }, (_, i) => i).filter((i) => !owned.has(i)),
  };
};
