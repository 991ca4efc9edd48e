import { API_BASE } from './plugin';

export const STATUS_PATH = `${API_BASE}/status`;

export type Privilege = 'read' | 'acknowledge' | 'write';

/** `GET /status`: what every page shows when something is wrong, and what the caller may do. */
export interface PluginStatus {
  cluster:
    | { reachable: true; distribution: 'opensearch' | 'elasticsearch'; version: string }
    | { reachable: false; since: number; reason: string };
  scheduler: {
    enabled: boolean;
    instance: string;
    owned_partitions: number;
    /** Monitors that this instance schedules. */
    monitors: number;
    /** Milliseconds that the oldest due run waits. */
    lag: number;
    /** Why nothing is scheduled, when nothing is. */
    problem?: string;
  };
  /** What links in messages begin with; absent where it is not set, and messages hold no links. */
  public_base_url?: string;
  /** False: saving a secret is refused. */
  encryption_key: boolean;
  user: { name?: string; may: Record<Privilege, boolean> };
  /** Permissions that the service account lacks, and other things that an operator must mend. */
  problems: string[];
}
