import { WatchkeeperError, messageOf } from '../../common/errors';
import { clusterError } from '../cluster/errors';

const BY_STATUS = {
  400: 'invalid_input',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  429: 'too_busy',
  503: 'cluster_unreachable',
} as const;

/** The saved-objects client throws Boom errors. */
const savedObjectsError = (error: unknown): WatchkeeperError | undefined => {
  const status = (error as { output?: { statusCode?: number } } | undefined)?.output?.statusCode;
  if (status === undefined || !(status in BY_STATUS)) return undefined;
  return new WatchkeeperError(BY_STATUS[status as keyof typeof BY_STATUS], messageOf(error));
};

/** Whatever was thrown, as an error with a code; `internal` where nobody knows what it is. */
export const typedError = (error: unknown): WatchkeeperError =>
  error instanceof WatchkeeperError ? error : (savedObjectsError(error) ?? clusterError(error));
