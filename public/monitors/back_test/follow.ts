import type { BackTest } from '../../../common/monitors/back_test/back_test';
import type { BackTestApi, BackTestQuestion } from './back_test_api';

/** Between two questions how far it is. Milliseconds. */
const POLL_MS = 700;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/**
 * Starts a back-test, and tells how it goes on until it has ended. Where nobody waits any more it is stopped.
 *
 * @throws ApiError
 */
export const followBackTest = async (
  api: BackTestApi,
  question: BackTestQuestion,
  signal: AbortSignal,
  onChange: (now: BackTest) => void
): Promise<void> => {
  let now = await api.start(question);
  for (;;) {
    if (signal.aborted) {
      // Nobody looks at what comes of it.
      if (now.status === 'running') api.stop(now.id).catch(() => undefined);
      return;
    }
    onChange(now);
    if (now.status !== 'running') return;
    await pause(POLL_MS, signal);
    if (!signal.aborted) now = await api.get(now.id);
  }
};
