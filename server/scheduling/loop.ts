import { performance } from 'perf_hooks';
import type { Logger } from 'opensearch-dashboards/server';
import { messageOf } from '../../common/errors';

export interface Loop {
  /** Takes the next turn at once. */
  wake(): void;
  /** Resolves when the turn under way has ended. */
  stop(): Promise<void>;
}

/** Where a loop tells what it meets. */
export interface LoopListener {
  failed(message: string): void;
  worked(): void;
}

/**
 * Calls a turn again and again, never two at once, and survives whatever it throws: an uncaught error in a timer would
 * end the host. The same error is logged once, until it works again.
 */
export const startLoop = (
  name: string,
  everyMs: number,
  turn: () => Promise<void>,
  logger: Logger,
  listener?: LoopListener
): Loop => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let lastError = '';
  let underWay: Promise<void> = Promise.resolve();
  let isTurning = false;
  let isWoken = false;

  const report = (error: unknown): void => {
    const message = messageOf(error);
    listener?.failed(message);
    if (message === lastError) return;
    lastError = message;
    logger.warn(`${name}: ${message}`);
  };

  const run = async (): Promise<void> => {
    // Not by the wall clock: one that is set back would make the pause hours long.
    const startedAt = performance.now();
    isTurning = true;
    isWoken = false;
    try {
      await turn();
      lastError = '';
      listener?.worked();
    } catch (error) {
      report(error);
    }
    isTurning = false;
    const pause = isWoken ? 0 : everyMs - (performance.now() - startedAt);
    if (!stopped) timer = setTimeout(go, Math.max(0, pause));
  };
  const go = (): void => {
    underWay = run();
  };

  timer = setTimeout(go, 0);
  return {
    wake() {
      isWoken = true;
      if (stopped || isTurning) return;
      clearTimeout(timer);
      timer = setTimeout(go, 0);
    },
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await underWay;
    },
  };
};
