import { invalidInput } from '../../common/errors';
import type { Caller } from './types';

/**
 * The scheduler reads the global tenant only: what is saved in another one would never run.
 *
 * @throws WatchkeeperError `invalid_input`
 */
export const demandGlobalTenant = ({ tenant }: Caller): void => {
  if (tenant === undefined) return;
  const message = `Watchkeeper works in the global tenant only, and you are in "${tenant}". Switch to the global tenant and save again.`;
  throw invalidInput([{ field: '', message }]);
};
