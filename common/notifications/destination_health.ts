import type { DestinationStatus } from './deliveries_api';
import type { Destination } from './destination';

/** From what needs a person most. */
export const DESTINATION_HEALTHS = [
  'secrets_missing',
  'failing',
  'paused',
  'idle',
  'healthy',
] as const;
export type DestinationHealth = (typeof DESTINATION_HEALTHS)[number];

/** What a destination's health follows from. */
export interface HealthFacts {
  destination: Pick<Destination, 'muted'>;
  has_secrets: boolean;
  /** Absent while it is not known. */
  status?: DestinationStatus;
  /** All notifications are. */
  paused: boolean;
}

/** The newest thing that is known of it is that it failed, or nothing goes to it that should. */
const isFailing = ({
  last_error: error,
  last_success: success = 0,
  withheld,
}: DestinationStatus): boolean =>
  withheld !== undefined || (error !== undefined && error.at > success);

/**
 * How a destination is doing, in one word; undefined while that is not known. One that fails stays failing while
 * everything is paused, since the pause does not mend it; one that was muted does not, since somebody wanted that.
 */
export const healthOf = ({
  destination: { muted },
  has_secrets: hasSecrets,
  status,
  paused,
}: HealthFacts): DestinationHealth | undefined => {
  if (!hasSecrets) return 'secrets_missing';
  if (muted) return 'paused';
  if (!status) return paused ? 'paused' : undefined;
  if (isFailing(status)) return 'failing';
  if (paused) return 'paused';
  return status.last_success === undefined ? 'idle' : 'healthy';
};
