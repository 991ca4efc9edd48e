import type { IndexListing } from '../../../common/indices/rows/index_row';
import type { Clock } from '../../clock';
import type { Caller } from '../../http/types';
import type { By, ManagedReader } from '../types';
import { readListing } from './read_listing';

/** Milliseconds for which what one viewer has read serves the others. */
const SHARED_FOR = 5000;
/** Each is some megabytes where there are ten thousand indices. */
const MOST_KEPT = 20;

export interface SharedListing {
  /** @param fresh read anew, however recently somebody has looked */
  of(by: By, fresh: boolean): Promise<IndexListing>;
}

interface Kept {
  listing: Promise<IndexListing>;
  /** Monotonic; absent while the cluster has not answered. */
  read_at?: number;
}

/** Who sees the same; undefined while it is not known who calls. */
const keyOf = ({ name, roles, secured, unknown }: Caller): string | undefined => {
  if (unknown) return undefined;
  return secured ? JSON.stringify([name, [...roles].sort()]) : '';
};

/** One reading for all viewers who may see the same, while it is under way and for some seconds after. */
export const createSharedListing = (clock: Clock, managed: ManagedReader): SharedListing => {
  const kept = new Map<string, Kept>();

  const isUsable = ({ read_at: readAt }: Kept): boolean =>
    readAt === undefined || clock.monotonic() - readAt < SHARED_FOR;

  const makeRoom = (): void => {
    for (const [key, entry] of kept) if (!isUsable(entry)) kept.delete(key);
    const tooMany = [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT + 1));
    tooMany.forEach((key) => kept.delete(key));
  };

  const read = (key: string, by: By): Promise<IndexListing> => {
    const entry: Kept = { listing: readListing(by, managed, clock.now()) };
    makeRoom();
    kept.set(key, entry);
    entry.listing.then(
      () => void (entry.read_at = clock.monotonic()),
      () => {
        // What failed for one is not what others are told; a newer reading stays.
        if (kept.get(key) === entry) kept.delete(key);
      }
    );
    return entry.listing;
  };

  return {
    of(by, fresh) {
      const key = keyOf(by.caller);
      if (key === undefined) return readListing(by, managed, clock.now());
      const found = kept.get(key);
      return !fresh && found && isUsable(found) ? found.listing : read(key, by);
    },
  };
};
