import { useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '@osd/i18n';
import type { BackTestResult } from '../../../common/monitors/back_test/back_test';
import { tooMuchUnasked } from '../../../common/monitors/back_test/plan';
import { whyNoBackTest } from '../../../common/monitors/back_test/replayable';
import type { Monitor } from '../../../common/monitors/monitor';
import type { ApiError } from '../../shared/api_client';
import { useDebounced } from '../../shared/debounced';
import { canBeTested, questionOf, testable } from './testable';
import { useBackTest } from './use_back_test';

const HOUR = 3_600_000;
/** The draft has stood still for so long. Milliseconds. */
const SETTLED_MS = 800;

export interface BackTestSummary {
  /**
   * `idle`: the draft cannot be asked with yet. `impossible`: monitors of this type have no past, or it takes more than
   * a page may ask by itself (`reason`). `ready`: `result` is of the draft as it is.
   */
  status: 'idle' | 'impossible' | 'loading' | 'ready' | 'failed';
  /** Of the draft, or, while it is loading, of the draft as it was before. */
  result?: BackTestResult;
  /** Over all triggers. */
  fired: number;
  messages: number;
  /** Why there is no result, in words. */
  reason?: string;
  error?: ApiError;
}

const sumOf = (result: BackTestResult | undefined) => ({
  fired: result?.triggers.reduce((sum, { fired }) => sum + fired, 0) ?? 0,
  messages: result?.triggers.reduce((sum, { messages }) => sum + messages.sent, 0) ?? 0,
});

const tooMuchText = (much: { searches: number; reason: string }): string =>
  i18n.translate('watchkeeper.backTest.tooMuchUnaskedText', {
    defaultMessage:
      '{searches, number} windows of this time would take a search each. {reason} Choose less time, or run a back-test below.',
    values: much,
  });

/**
 * What the draft would have done in the last hours: asked anew, by the evaluator of the runs, whenever the draft has
 * changed in something that matters and then stood still for a moment.
 *
 * @param hours 0 asks nothing
 */
export const useBackTestSummary = (
  draft: Monitor,
  hours: number,
  monitorId = ''
): BackTestSummary => {
  const runner = useBackTest();
  const question = useMemo(() => questionOf(draft), [draft]);
  const settled = useDebounced(question, SETTLED_MS);
  const latest = useRef(draft);
  latest.current = draft;
  const why = whyNoBackTest(draft);
  const { start, stop } = runner;
  const asked = useRef<string>();
  const [tooMuch, setTooMuch] = useState<string>();

  useEffect(() => {
    const monitor = testable(latest.current);
    const to = Date.now();
    const from = to - hours * HOUR;
    const isPossible = hours > 0 && canBeTested(monitor);
    const much = isPossible ? tooMuchUnasked(monitor, from, to) : undefined;
    setTooMuch(much && tooMuchText(much));
    if (!isPossible || much) {
      asked.current = undefined;
      stop();
      return;
    }
    asked.current = settled;
    start({ monitor, monitorId, from, to });
  }, [settled, hours, monitorId, start, stop]);

  return useMemo(() => {
    const reason = why ?? tooMuch;
    if (reason !== undefined) return { status: 'impossible', fired: 0, messages: 0, reason };
    if (asked.current === undefined) return { status: 'idle', fired: 0, messages: 0 };
    const { status, result, error } = runner;
    const known = { ...sumOf(result), ...(result ? { result } : {}) };
    if (status === 'failed') {
      return { status: 'failed', ...known, error, reason: error?.message };
    }
    const isOfNow = status === 'done' && asked.current === question;
    return { status: isOfNow ? 'ready' : 'loading', ...known };
  }, [why, tooMuch, runner, question]);
};
