import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BackTest, BackTestResult } from '../../../common/monitors/back_test/back_test';
import { toApiError } from '../../shared/api_client';
import type { ApiError } from '../../shared/api_client';
import { useBackTestApi } from './back_test_api';
import type { BackTestQuestion } from './back_test_api';
import { followBackTest } from './follow';
import { questionOf } from './testable';

export interface BackTestState {
  /** `none`: nothing has been asked yet. */
  status: 'none' | BackTest['status'];
  /** Between 0 and 1. */
  progress: number;
  /** Of the last one that came to something; it stays while the next one runs. */
  result?: BackTestResult;
  /** What `result` is of. */
  of?: BackTestQuestion;
  error?: ApiError;
}

export interface BackTestRunner extends BackTestState {
  start: (question: BackTestQuestion) => void;
  stop: () => void;
}

const NOTHING: BackTestState = { status: 'none', progress: 0 };

/** What is known after an answer; what failed in the background says why in words. */
const stateAfter = (before: BackTestState, now: BackTest, of: BackTestQuestion): BackTestState => ({
  status: now.status,
  progress: now.progress,
  ...(now.result ? { result: now.result, of } : { result: before.result, of: before.of }),
  ...(now.error === undefined ? {} : { error: toApiError(new Error(now.error)) }),
});

/** Results outlive the page that asked for them, until the browser's page is loaded anew. The oldest goes first. */
const kept = new Map<string, Pick<BackTestState, 'result' | 'of'>>();
const MOST_KEPT = 10;

type Tested = Pick<BackTestQuestion, 'monitor' | 'monitorId'>;

const keyOf = ({ monitor, monitorId }: Tested): string => `${monitorId} ${questionOf(monitor)}`;

const keep = ({ result, of }: BackTestState): void => {
  if (!of) return;
  const key = keyOf(of);
  kept.delete(key);
  kept.set(key, { result, of });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
};

/** As if the browser's page was loaded anew. */
export const forgetBackTests = (): void => kept.clear();

const keptOf = (tested: Tested | undefined): BackTestState => {
  const known = tested && kept.get(keyOf(tested));
  return known ? { ...NOTHING, ...known, status: 'done', progress: 1 } : NOTHING;
};

/**
 * Runs back-tests, one at a time: a new one stops the one before. Stopped when the page is left.
 *
 * @param first what is at hand when the page opens: where it was tested before, its result is there again
 */
export const useBackTest = (first?: Tested): BackTestRunner => {
  const api = useBackTestApi();
  const [state, setState] = useState(() => keptOf(first));
  const current = useRef<{ abort: AbortController; id?: string }>();

  useEffect(() => () => current.current?.abort.abort(), []);
  useEffect(() => {
    if (state.status === 'done') keep(state);
  }, [state]);

  const start = useCallback(
    (question: BackTestQuestion) => {
      current.current?.abort.abort();
      const mine: NonNullable<typeof current.current> = { abort: new AbortController() };
      current.current = mine;
      const { signal } = mine.abort;
      setState(({ result, of }) => ({ status: 'running', progress: 0, result, of }));
      followBackTest(api, question, signal, (now) => {
        mine.id = now.status === 'running' ? now.id : undefined;
        setState((before) => stateAfter(before, now, question));
      }).catch((thrown: unknown) => {
        if (signal.aborted) return;
        setState(({ result, of }) => ({
          ...{ status: 'failed', progress: 0, result, of },
          error: toApiError(thrown),
        }));
      });
    },
    [api]
  );

  const halt = useCallback(async () => {
    const mine = current.current;
    mine?.abort.abort();
    const of = mine?.id;
    setState((before) =>
      before.status !== 'running'
        ? before
        : { ...before, status: before.result ? 'stopped' : 'none' }
    );
    if (of === undefined) return;
    // What was found until then is worth a look.
    const stopped = await api.stop(of).catch(() => undefined);
    if (stopped?.result && current.current === mine) {
      const { result } = stopped;
      setState((before) => ({ ...before, status: 'stopped', result }));
    }
  }, [api]);

  // The same at every render: others' effects depend on it.
  const stop = useCallback(() => void halt(), [halt]);
  return useMemo(() => ({ ...state, start, stop }), [state, start, stop]);
};
