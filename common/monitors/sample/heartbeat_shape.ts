import { mapShape } from '../../notifications/templates/checking/shape';
import type { Shape } from '../../notifications/templates/checking/shape';
import type { HeartbeatResult } from '../heartbeat/result';

const TEXT: Shape = { kind: 'text' };

/** Every field of the result: a new one must be named here. */
const FIELDS: Record<keyof HeartbeatResult, Shape> = {
  state: TEXT,
  last_ping: TEXT,
  expected_at: TEXT,
  deadline: TEXT,
  started: { kind: 'boolean' },
  silent_seconds: { kind: 'number' },
  silent_for: TEXT,
  message: TEXT,
};

export const heartbeatShape = (): Shape => mapShape(FIELDS);
