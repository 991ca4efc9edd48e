import { extendRanges } from './ranges';
import type { Ranges } from './ranges';

/**
 * How far one shard has been read. Every write to a shard has a sequence number, and a range over them finds what is new.
 * But numbers are given before a write can be found: with several writers a higher one can be found while a lower one
 * cannot yet. So a search proves nothing about what lies below its highest number, unless something is known of when its
 * view of the shard was made.
 *
 * A sample gives that: the checkpoint (every write up to it has been carried out on every copy) and the highest number
 * given so far. A view that holds a number above the sample's highest was made after the sample, so it holds every
 * write up to the sample's checkpoint. Up to there the shard has been read for good (`done`). What was found beyond is
 * remembered (`seen`), and that stretch is read again.
 */
export interface Position {
  /** Everything up to here has been read, and is never read again. */
  done: number;
  /** The last sample that no view has been made after yet. */
  sample?: Sample;
  /** What was found beyond `done`. */
  seen?: Ranges;
}

export interface Sample {
  checkpoint: number;
  /** The highest sequence number that was given. */
  max: number;
  /** When it was taken, epoch milliseconds. */
  at: number;
}

/** What one run read of a shard. */
export interface Reading {
  /** Taken before the search. */
  sample: Sample;
  /** The highest number in the oldest view of the shard that was searched; -1 where there was none above `done`. */
  top: number;
  /** Everything in the view was read up to here. */
  readTo: number;
  found: readonly number[];
}

/**
 * A shard to which nothing has been written for so long has been refreshed since, whatever its refresh interval (one
 * that is never refreshed is not settled, see `settles`). Milliseconds.
 */
const QUIET_FOR = 10 * 60_000;

/** Nothing has been written since a sample, and nothing was under way at it. */
const isQuiet = (before: Sample, now: Sample): boolean =>
  before.checkpoint === before.max && now.max === before.max && now.at - before.at >= QUIET_FOR;

/** Up to where a view is certainly complete; undefined where nothing is certain. */
const completeTo = (
  before: Sample | undefined,
  { sample, top }: Reading,
  settles: boolean
): number | undefined => {
  if (top > sample.max) return sample.checkpoint;
  if (!before) return undefined;
  if (settles && isQuiet(before, sample)) return sample.checkpoint;
  return top > before.max ? before.checkpoint : undefined;
};

/** A new shard is read from its first document on. */
export const BEGINNING: Position = { done: -1 };

/** What has been written so far is not read. */
export const presentOf = ({ max }: Sample): Position => ({ done: max });

/** There may be something to read. Nothing beyond the checkpoint is read: it could still be rolled back. */
export const hasMore = ({ done }: Position, { checkpoint }: Sample): boolean => checkpoint > done;

/**
 * @param settles false where the shard is never refreshed by itself
 */
export const advance = (position: Position, reading: Reading, settles: boolean): Position => {
  const { sample, readTo, found, top } = reading;
  const known = completeTo(position.sample, reading, settles);
  const done = Math.max(position.done, Math.min(known ?? position.done, readTo));
  const seen = extendRanges(position.seen ?? [], found, done);
  // A sample stays until a view was made after it: with a new one at each run, there might never be one.
  const open = known === undefined ? (position.sample ?? sample) : sample;
  const isSpent = top > sample.max || done >= sample.max;
  return {
    done,
    ...(isSpent ? {} : { sample: open }),
    ...(seen.length > 0 ? { seen } : {}),
  };
};
