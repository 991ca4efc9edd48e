import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api_client';

const MAX_RETRIES = 2;

/** A refusal stays one when it is repeated; a lost connection may not. */
const isWorthRetrying = (failures: number, error: unknown): boolean =>
  failures < MAX_RETRIES && !(error instanceof ApiError && error.statusCode !== 0);

/** Pages show what failed; the console of the host's page is not ours. */
const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };

/** `networkMode: always`, since the browser's own idea of being offline does not hold for a host on this machine. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    logger: silent,
    defaultOptions: {
      queries: { networkMode: 'always', retry: isWorthRetrying, retryDelay: 500 },
      mutations: { networkMode: 'always', retry: false },
    },
  });
