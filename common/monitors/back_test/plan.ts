import { parseLossless } from '../../json/lossless';
import { isRecord } from '../../json/record';
import { isSearchMonitor } from '../monitor';
import type { Monitor } from '../monitor';
import { histogramForm } from './histogram/form';
import type { HistogramForm } from './histogram/form';
import { not } from './histogram/window_range';
import type { Found } from './histogram/window_range';
import { MOST_WINDOWS } from './api';
import { pastRuns } from './windows';
import type { PastRun } from './windows';

/** How the answers for all windows can be come by from date histograms; or why they cannot. */
export const planHistogram = (monitor: Monitor, runs: readonly PastRun[]): Found<HistogramForm> => {
  if (monitor.monitor_type === 'ppl_monitor') return not('A query in PPL is asked as it is.');
  if (!isSearchMonitor(monitor)) return not('It makes no search of its own.');
  const body = parseLossless(monitor.inputs[0].search.query);
  if (!isRecord(body)) return not('The query is no JSON object.');
  return histogramForm(
    body,
    runs.map(({ window }) => window)
  );
};

/** As many searches as a page makes without being asked to. */
const MOST_UNASKED = 100;

/** What a page must not start by itself, while somebody types: how many searches it would take, and why. */
export const tooMuchUnasked = (
  monitor: Monitor,
  from: number,
  to: number
): { searches: number; reason: string } | undefined => {
  const runs = pastRuns(monitor, from, to, MOST_WINDOWS.histogram + 1);
  if (runs.length <= MOST_UNASKED) return undefined;
  const plan = planHistogram(monitor, runs);
  return plan.kind === 'not' ? { searches: runs.length, reason: plan.reason } : undefined;
};
