import { messageOf } from '../../common/errors';
import { indicesOf } from '../../common/monitors/monitor';
import type { Monitor } from '../../common/monitors/monitor';
import type { RunRow } from '../../common/monitors/run';
import { timeFieldOf } from '../../common/monitors/windows';
import type { Gap, Watermark, WindowsAnswer } from '../../common/monitors/windows';
import type { Cluster } from '../cluster/types';
import { readLastRuns, readRuns } from './run_log';
import type { StateStore } from './state_store';

export const toGap = ({ window, missed = 1, started_at: at }: RunRow): Gap => ({
  window,
  missed,
  at,
});

/** The newest stretches that a monitor has not looked at. */
const readGaps = async (cluster: Cluster, id: string, size: number): Promise<Gap[]> => {
  const { rows } = await readRuns(cluster, id, { size, which: 'gaps' });
  return rows.map(toGap);
};

/** The newest document, as the caller may see it. */
const readWatermark = async (
  asCaller: Cluster,
  monitor: Monitor,
  field: string,
  now: number
): Promise<Watermark> => {
  const { body } = await asCaller.request<{ aggregations?: { newest: { value: number | null } } }>({
    method: 'POST',
    path: `/${indicesOf(monitor).map(encodeURIComponent).join(',')}/_search`,
    query: { ignore_unavailable: true },
    body: {
      size: 0,
      track_total_hits: false,
      timeout: '5s',
      aggs: { newest: { max: { field } } },
    },
  });
  return { field, newest: body.aggregations?.newest.value ?? null, now };
};

const watermarkOf = async (
  asCaller: Cluster,
  monitor: Monitor,
  now: number
): Promise<Pick<WindowsAnswer, 'watermark' | 'no_watermark'>> => {
  const field = timeFieldOf(monitor);
  if (field === undefined) return {};
  try {
    return { watermark: await readWatermark(asCaller, monitor, field, now) };
  } catch (error) {
    return { no_watermark: messageOf(error) };
  }
};

export interface WindowsInput {
  /** As the service account. */
  cluster: Cluster;
  asCaller: Cluster;
  states: Pick<StateStore, 'get'>;
  id: string;
  monitor: Monitor;
  size: number;
  now: number;
}

/** What a monitor has looked at, what it has left out, and how far the data reaches. */
export const readWindows = async ({
  cluster,
  asCaller,
  states,
  id,
  monitor,
  size,
  now,
}: WindowsInput): Promise<WindowsAnswer> => {
  const [gaps, lastRuns, { state }, watermark] = await Promise.all([
    readGaps(cluster, id, size + 1),
    readLastRuns(cluster, [id]),
    states.get(id, now),
    watermarkOf(asCaller, monitor, now),
  ]);
  return {
    gaps: gaps.slice(0, size),
    more: gaps.length > size,
    window_end: lastRuns.get(id)?.window.end ?? null,
    failures: state.failures ?? 0,
    ...watermark,
  };
};
