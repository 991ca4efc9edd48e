import type { Logger } from 'opensearch-dashboards/server';
import { messageOf } from '../../common/errors';

export interface Loop {
  /** Resolves when the turn under way has ended. */
  stop(): Promise<void>;
}

/**
 * Calls a turn again and again, never two at once, and survives whatever it throws: an uncaught error in a timer would
 * end the host. The same error is logged once in a while, not at every turn.
 */
export const startLoop = (
  name: string,
  everyMs: number,
  turn: () => Promise<void>,
  logger: Logger
): Loop => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let lastError = '';
  let underWay: Promise<void> = Promise.resolve();

  const report = (error: unknown): void => {
    const message = messageOf(error);
    if (message === lastError) return;
    lastError = message;
    logger.warn(`${name}: ${message}`);
  };

  const run = async (): Promise<void> => {
    const startedAt = Date.now();
    try {
      await turn();
      lastError = '';
    } catch (error) {
      report(error);
    }
    if (!stopped) timer = setTimeout(go, Math.max(0, everyMs - (Date.now() - startedAt)));
  };
  const go = (): void => {
    underWay = run();
  };

  timer = setTimeout(go, 0);
  return {
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await underWay;
    },
  };
};
