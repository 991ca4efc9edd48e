import type { Logger } from 'opensearch-dashboards/server';
import { messageOf } from '../../common/errors';
import type { Clock } from '../clock';

/** So long a change may go unnoticed by a run, milliseconds. */
const REMEMBERED_FOR = 3000;
const LEAST_PAUSE = 1000;

/** Something saved that runs need at hand, as it was a moment ago. */
export interface RememberedLook<T> {
  /** Undefined where nothing is known yet. */
  value(): T | undefined;
  /** Waits only where nothing is known yet. Never throws. */
  known(): Promise<void>;
  /** Looks again, at most once a second, where what is known lacks something. Never throws. */
  unless(isEnough: (value: T) => boolean): Promise<void>;
  /** As it is saved at this moment. Throws while the cluster does not answer. */
  now(): Promise<void>;
}

/**
 * Reads something again when it is asked for, at most every few seconds and beside who asks: a run does not wait, and
 * an instance that has nothing to do reads nothing.
 *
 * @param what for the log
 */
export const rememberLook = <T>(
  look: () => Promise<T>,
  what: string,
  clock: Clock,
  logger: Logger
): RememberedLook<T> => {
  let seen: { value: T } | undefined;
  let seenAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    const at = clock.monotonic();
    seen = { value: await look() };
    seenAt = at;
  };

  const readOnce = (): Promise<void> => {
    looking ??= read().finally(() => (looking = undefined));
    return looking;
  };

  const readQuietly = async (): Promise<void> => {
    try {
      await readOnce();
    } catch (error) {
      // What was known before is still the best guess.
      logger.debug(`${what} could not be read: ${messageOf(error)}`);
    }
  };

  return {
    value: () => seen?.value,
    async known() {
      if (seen && clock.monotonic() - seenAt < REMEMBERED_FOR) return;
      const quietly = readQuietly();
      if (!seen) await quietly;
    },
    async unless(isEnough) {
      await this.known();
      if (seen && (isEnough(seen.value) || clock.monotonic() - seenAt < LEAST_PAUSE)) return;
      await looking?.catch(() => undefined);
      await readQuietly();
    },
    async now() {
      // One that is under way may have begun before what is asked for was saved.
      await looking?.catch(() => undefined);
      await readOnce();
    },
  };
};
