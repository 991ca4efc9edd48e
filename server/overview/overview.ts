import type { FailingDestination, FailingMonitor, Overview } from '../../common/overview/overview';
import { WAITS_TOO_LONG } from '../../common/overview/overview';
import { searchTogether, sourcesOf } from '../cluster/search_together';
import type { Cluster } from '../cluster/types';
import type { Members } from '../scheduling/members';
import { proofOf } from '../storage/authorisations';
import type { Authorisations } from '../storage/authorisations';
import type { MonitorReader } from '../storage/monitor_reader';
import {
  MOST_LISTED,
  instances,
  longestAlerts,
  openAlerts,
  troubledMessages,
} from './overview_searches';
import type { AlertsAnswer, MembersAnswer, OutboxAnswer } from './overview_searches';

/** Of more monitors than that, adoption is not looked up for a page: the log and the monitor's page say it. */
const MOST_PROVEN = 5000;

export interface WholeOverviewDeps {
  cluster: Cluster;
  reader: Pick<MonitorReader, 'all' | 'size' | 'unreadable'>;
  authorisations: Pick<Authorisations, 'read'>;
  members: Pick<Members, 'isLive'>;
  /** The state of this instance. */
  scheduler: { lag: number; problem?: string };
  problems: string[];
  /** Whether all notifications are paused: then no destination is to blame for what waits. */
  isPaused(): Promise<boolean>;
  /** Names of destinations, by id: as the caller may see them. */
  destinationNames(ids: string[]): Promise<Map<string, string>>;
  /** Epoch milliseconds. */
  now: number;
}

const failingOf = ({ aggregations }: AlertsAnswer): FailingMonitor[] =>
  (aggregations?.failing.monitors.buckets ?? []).flatMap(({ key, first }) =>
    sourcesOf(first).map((alert) => ({
      id: key,
      name: alert.monitor_name,
      since: alert.start_time,
      reason: alert.error_message ?? '',
    }))
  );

const firingOf = (newest: AlertsAnswer, longest: AlertsAnswer): Overview['firing'] => {
  const states = newest.aggregations?.states.buckets ?? [];
  const of = (state: string) => states.find(({ key }) => key === state);
  const count = (state: string) => of(state)?.doc_count ?? 0;
  return {
    total: count('active'),
    by_severity: Object.fromEntries(
      (of('active')?.severities.buckets ?? []).map(({ key, doc_count: n }) => [key, n])
    ),
    acknowledged: count('acknowledged'),
    pending: count('pending'),
    no_data: count('no_data'),
    newest: sourcesOf(newest),
    longest: sourcesOf(longest),
  };
};

const destinationsOf = (
  answer: OutboxAnswer,
  now: number,
  paused: boolean
): FailingDestination[] => {
  const { dead, waiting } = answer.aggregations ?? {};
  const failing = new Map<string, FailingDestination>();
  const of = (id: string): FailingDestination => {
    const known = failing.get(id) ?? { id, dead: 0, waiting: 0 };
    failing.set(id, known);
    return known;
  };
  for (const { key, doc_count: count } of dead?.destinations.buckets ?? []) of(key).dead = count;
  for (const { key, doc_count: count, oldest } of waiting?.destinations.buckets ?? []) {
    const waitsTooLong = !paused && now - (oldest.value ?? now) > WAITS_TOO_LONG;
    if (waitsTooLong) of(key).waiting = count;
  }
  // The newest first: of each destination the first counts.
  for (const { destination_id: id, reason } of sourcesOf(answer)) {
    const known = failing.get(id);
    if (known && reason !== undefined) known.reason ??= reason;
  }
  return [...failing.values()].sort((a, b) => b.dead - a.dead || b.waiting - a.waiting);
};

const adoptionOf = async ({
  reader,
  authorisations,
}: WholeOverviewDeps): Promise<Pick<Overview['broken'], 'adoption_count' | 'needs_adoption'>> => {
  const enabled = [...reader.all()].filter(({ monitor }) => monitor.enabled).slice(0, MOST_PROVEN);
  const records = await authorisations.read(enabled.map(({ id }) => id));
  const unproven = enabled.filter(({ id, monitor }) => !proofOf(monitor, records.get(id)));
  return {
    adoption_count: unproven.length,
    needs_adoption: unproven
      .slice(0, MOST_LISTED)
      .map(({ id, monitor }) => ({ id, name: monitor.name })),
  };
};

const runningOf = (
  { members, scheduler }: WholeOverviewDeps,
  answer: MembersAnswer
): Overview['running'] => {
  const live = sourcesOf(answer).filter(({ name }) => members.isLive(name));
  const reports = live.flatMap(({ report }) => report ?? []);
  return {
    instances: live.length,
    lag: Math.max(scheduler.lag, ...reports.map(({ lag }) => lag)),
    late: reports.reduce((sum, { late_count: count }) => sum + count, 0),
    ...(scheduler.problem === undefined ? {} : { problem: scheduler.problem }),
  };
};

/** What is firing, what is broken, how far behind the runs are: in three requests, whatever the number of monitors. */
export const wholeOverview = async (deps: WholeOverviewDeps): Promise<Overview> => {
  const { cluster, reader, problems, destinationNames, now } = deps;
  const [[newest, longest, outbox, members], adoption, paused] = await Promise.all([
    searchTogether<[AlertsAnswer, AlertsAnswer, OutboxAnswer, MembersAnswer]>(cluster, [
      openAlerts,
      longestAlerts,
      troubledMessages(now),
      instances,
    ]),
    adoptionOf(deps),
    deps.isPaused(),
  ]);
  const destinations = destinationsOf(outbox, now, paused);
  const names = await destinationNames(destinations.map(({ id }) => id));
  const failing = newest.aggregations?.failing;
  return {
    monitors: {
      total: reader.size,
      enabled: [...reader.all()].filter(({ monitor }) => monitor.enabled).length,
    },
    firing: firingOf(newest, longest),
    broken: {
      error_alerts:
        newest.aggregations?.states.buckets.find(({ key }) => key === 'error')?.doc_count ?? 0,
      failing_count: failing?.count.value ?? 0,
      failing: failingOf(newest),
      dead_messages: outbox.aggregations?.dead.doc_count ?? 0,
      destinations: destinations.map((one) => {
        const name = names.get(one.id);
        return name === undefined ? one : { ...one, name };
      }),
      ...adoption,
      unreadable: reader.unreadable().size,
      problems,
    },
    running: runningOf(deps, members),
  };
};
