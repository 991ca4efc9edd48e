import type { HealthCode, HealthReason, HealthReport } from '../../common/health';
import type { PluginStatus } from '../../common/status';

/** What the health follows from. */
export interface Condition {
  clusterUp: boolean;
  /** The plugin's own indices are there. */
  ready: boolean;
  scheduler: PluginStatus['scheduler'];
  /** What each of the current problems is about, such as `leases` or `monitor:<id>`. */
  troubles: readonly string[];
  /** Monitors that cannot be read. */
  unreadable: number;
  missingPermissions: number;
  /** Things in the configuration that an operator must mend. */
  misconfigured: number;
}

/** A run that is later than this is worth a word, milliseconds. */
const LATE = 60_000;

const MESSAGES: Readonly<Record<HealthCode, string>> = {
  starting: "Watchkeeper's own indices are not ready yet.",
  cluster_unreachable: 'The cluster does not answer.',
  leases: 'This instance cannot renew its leases and runs nothing.',
  searches: 'The cluster refuses searches or is too busy for them.',
  commits: 'What monitors find cannot be written down.',
  run_log: 'Runs cannot be written down.',
  monitors: 'Some monitors cannot be read or run.',
  late: 'Runs are more than a minute late.',
  heartbeats: 'A heartbeat to the outside is withheld.',
  permissions: 'The service account lacks permissions.',
  configuration: 'Something in the configuration must be mended.',
  other: 'Something else is wrong.',
};

const ABOUT: Readonly<Record<string, HealthCode>> = {
  searches: 'searches',
  runs: 'searches',
  busy: 'searches',
  commits: 'commits',
  refused: 'commits',
  'run log': 'run_log',
  'refused runs': 'run_log',
  monitor: 'monitors',
  monitors: 'monitors',
  loading: 'monitors',
  admission: 'monitors',
  heartbeat: 'heartbeats',
  heartbeats: 'heartbeats',
};

const codeOf = (about: string): HealthCode => ABOUT[about.split(':')[0]] ?? 'other';

const reasons = (codes: Iterable<HealthCode>): HealthReason[] =>
  [...new Set(codes)].map((code) => ({ code, message: MESSAGES[code] }));

/** Why nothing runs, if nothing does. */
const failureOf = ({ clusterUp, ready, scheduler }: Condition): HealthCode[] => {
  if (!clusterUp) return ['cluster_unreachable'];
  if (!ready) return ['starting'];
  return scheduler.problem === undefined ? [] : ['leases'];
};

const weaknesses = (condition: Condition): HealthCode[] => [
  ...condition.troubles.map(codeOf),
  ...(condition.scheduler.lag > LATE ? (['late'] as const) : []),
  ...(condition.unreadable > 0 ? (['monitors'] as const) : []),
  ...(condition.missingPermissions > 0 ? (['permissions'] as const) : []),
  ...(condition.misconfigured > 0 ? (['configuration'] as const) : []),
];

/** How an instance is, for probes. */
export const healthOf = (condition: Condition): HealthReport => {
  const failures = failureOf(condition);
  if (failures.length > 0) return { status: 'failed', reasons: reasons(failures) };
  const weak = reasons(weaknesses(condition));
  return { status: weak.length > 0 ? 'degraded' : 'ok', reasons: weak };
};
