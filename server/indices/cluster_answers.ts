import { WatchkeeperError } from '../../common/errors';

/** A change of the cluster's state: an answer of 200 may still say that not all nodes have confirmed it. */
export interface ChangeAnswer {
  acknowledged?: boolean;
}

/** @returns what to say of a change that goes on in the cluster; undefined where it is confirmed */
export const unconfirmed = ({ acknowledged }: ChangeAnswer): string | undefined =>
  acknowledged === false ? 'The cluster has begun it, but not confirmed it in time.' : undefined;

/** What is to be made has been made before. */
export const isThereAlready = (error: unknown): boolean =>
  error instanceof WatchkeeperError && error.details.type === 'resource_already_exists_exception';

/** At once: each is a change of the cluster's state, which the cluster makes one after the other anyway. */
const AT_ONCE = 4;

/** Does it to each index, a few at once. @returns what came of it, in the same order */
export const toEachIndex = async <T>(
  indices: readonly string[],
  change: (index: string) => Promise<T>
): Promise<T[]> => {
  const outcomes: T[] = [];
  for (let start = 0; start < indices.length; start += AT_ONCE) {
    outcomes.push(...(await Promise.all(indices.slice(start, start + AT_ONCE).map(change))));
  }
  return outcomes;
};
