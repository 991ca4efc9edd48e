import { API_BASE } from './plugin';

export const HEALTH_PATH = `${API_BASE}/health`;
export const METRICS_PATH = `${API_BASE}/metrics`;

/** What a probe can be told. The texts are fixed: whoever asks need not be anybody. */
export type HealthCode =
  | 'starting'
  | 'cluster_unreachable'
  | 'leases'
  | 'searches'
  | 'commits'
  | 'run_log'
  | 'monitors'
  | 'late'
  | 'heartbeats'
  | 'permissions'
  | 'configuration'
  | 'other';

export interface HealthReason {
  code: HealthCode;
  message: string;
}

/** `GET /health`: 200 for `ok` and `degraded`, 503 for `failed`. No privilege is needed, and nothing secret is in it. */
export interface HealthReport {
  /** `degraded`: monitors run, but not all, or not as they should. `failed`: none runs. */
  status: 'ok' | 'degraded' | 'failed';
  /** Why it is not `ok`. */
  reasons: HealthReason[];
}
