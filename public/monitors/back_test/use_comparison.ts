import { useCallback, useMemo } from 'react';
import type { Monitor } from '../../../common/monitors/monitor';
import type { BackTestQuestion } from './back_test_api';
import { canBeTested, questionOf, testable } from './testable';
import { useBackTest } from './use_back_test';
import type { BackTestRunner } from './use_back_test';

export interface Comparison {
  draft: BackTestRunner;
  /** Of the saved version; it has a result where that differs from the draft. */
  saved: BackTestRunner;
  start: (span: { from: number; to: number }) => void;
  stop: () => void;
  running: boolean;
  /** Of both together, between 0 and 1. */
  progress: number;
  /** The draft has changed since in something that matters. */
  stale: boolean;
  /** The saved version was asked together with the draft that is shown. */
  compared: boolean;
}

/** Tests a draft, and beside it what is saved where that differs. */
export const useComparison = (
  monitorId: string,
  monitor: Monitor,
  savedMonitor: Monitor | undefined
): Comparison => {
  const draft = useBackTest({ monitor, monitorId });
  const saved = useBackTest();
  const question = useMemo(() => questionOf(monitor), [monitor]);
  const { start: startDraft, stop: stopDraft } = draft;
  const { start: startSaved, stop: stopSaved } = saved;

  const start = useCallback(
    (span: { from: number; to: number }) => {
      const ask = (of: Monitor): BackTestQuestion => ({
        ...{ monitor: testable(of), monitorId },
        ...span,
      });
      startDraft(ask(monitor));
      const differs = savedMonitor && questionOf(savedMonitor) !== questionOf(monitor);
      if (differs && canBeTested(testable(savedMonitor))) startSaved(ask(savedMonitor));
    },
    [monitor, monitorId, savedMonitor, startDraft, startSaved]
  );
  const stop = useCallback(() => {
    stopDraft();
    stopSaved();
  }, [stopDraft, stopSaved]);

  const isBoth = saved.status === 'running';
  const { of } = draft;
  return {
    ...{ draft, saved, start, stop },
    running: draft.status === 'running' || isBoth,
    progress: isBoth ? (draft.progress + saved.progress) / 2 : draft.progress,
    stale: of !== undefined && questionOf(of.monitor) !== question,
    compared: of !== undefined && saved.of?.from === of.from && saved.of.to === of.to,
  };
};
