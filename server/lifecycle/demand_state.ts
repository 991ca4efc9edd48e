import { invalidInput } from '../../common/errors';
import type { Policy } from '../../common/lifecycle/policy/policy';

/**
 * The engine takes a state that a policy does not have, counts the index as changed, and stops it for good with the next
 * run. Seen on OpenSearch 3.4.0 with Index Management 3.4.
 *
 * @throws WatchkeeperError `invalid_input` at `state`
 */
export const demandState = (state: string | undefined, policies: readonly Policy[]): void => {
  const lacks = ({ states }: Policy): boolean => states.every(({ name }) => name !== state);
  if (state === undefined || !policies.some(lacks)) return;
  const message = `A policy of these indices has no state “${state}”: they would stop there. Choose one of its states.`;
  throw invalidInput([{ field: 'state', message }]);
};
