import { parseByteSize } from '../units/byte_size';
import type { StoragePoint } from './range';

/** The disks of the nodes that hold data, and what the cluster does when they fill. */
export interface DiskFacts {
  nodes: ReadonlyArray<{ name: string; total_bytes: number; free_bytes: number }>;
  /** As the settings say: `85%`, `0.85`, or the bytes that must stay free (`50gb`). */
  watermarks: Readonly<Partial<Record<Watermark, string>>>;
  /** `cluster.routing.allocation.disk.threshold_enabled` */
  enabled: boolean;
}

/**
 * From `low` on no new shards come to a node, from `high` on shards are moved away from it, from `flood_stage` on indices
 * with a shard on it cannot be written to.
 */
export const WATERMARKS = ['low', 'high', 'flood_stage'] as const;
export type Watermark = (typeof WATERMARKS)[number];

/** When a watermark is met, were all data spread evenly over the disks. Epoch milliseconds. */
export interface Mark {
  watermark: Watermark;
  /** As a part of the disks. */
  share: number;
  /** Absent: not within the forecast. By the fastest, the usual and the slowest growth. */
  earliest?: number;
  expected?: number;
  latest?: number;
}

export interface DiskForecast {
  /** Absent marks mean something only then. */
  is_watched: boolean;
  total_bytes: number;
  used_bytes: number;
  /** Expected in the end. */
  end_bytes: number;
  marks: Mark[];
  /** Nodes that are past a watermark already, with the highest that they are past. */
  full: Array<{ name: string; share: number; watermark: Watermark }>;
}

/** How full that is, as a part of all disks; undefined where it is none of the forms. */
export const shareOf = (text: string, total: number, nodes: number): number | undefined => {
  const [, percent] = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(text) ?? [];
  if (percent !== undefined) return Number(percent) / 100;
  if (/^\s*[01](?:\.\d+)?\s*$/.test(text)) return Number(text);
  const free = parseByteSize(text);
  return free === undefined || total === 0 ? undefined : Math.max(0, 1 - (free * nodes) / total);
};

const firstAt = (
  storage: readonly StoragePoint[],
  used: (point: StoragePoint) => number,
  limit: number
): number | undefined => storage.find((point) => used(point) >= limit)?.at;

/**
 * When the disks are full, by the storage that is forecast for all indices. What else lies on the disks stays as it is.
 *
 * @returns undefined where nobody knows the disks; without marks where the cluster does not look at them
 */
export const diskForecast = (
  { nodes, watermarks, enabled }: DiskFacts,
  storage: readonly StoragePoint[]
): DiskForecast | undefined => {
  const total = nodes.reduce((sum, { total_bytes: bytes }) => sum + bytes, 0);
  const first = storage.at(0);
  if (total === 0 || !first) return undefined;
  const used = total - nodes.reduce((sum, { free_bytes: bytes }) => sum + bytes, 0);
  const then = (which: 'low' | 'expected' | 'high') => (point: StoragePoint) =>
    used + point.total[which] - first.total.expected;
  const watched = enabled ? WATERMARKS : [];
  const shares = watched.flatMap((watermark) => {
    const share = shareOf(watermarks[watermark] ?? '', total, nodes.length);
    return share === undefined ? [] : [{ watermark, share }];
  });
  const marks = shares.map(({ watermark, share }): Mark => {
    const at = (which: 'low' | 'expected' | 'high') => firstAt(storage, then(which), share * total);
    const [earliest, expected, latest] = [at('high'), at('expected'), at('low')];
    return {
      ...{ watermark, share },
      ...(earliest === undefined ? {} : { earliest }),
      ...(expected === undefined ? {} : { expected }),
      ...(latest === undefined ? {} : { latest }),
    };
  });
  const full = nodes.flatMap(({ name, total_bytes: size, free_bytes: free }) => {
    const share = size === 0 ? 0 : (size - free) / size;
    const past = watched
      .filter((watermark) => {
        const limit = shareOf(watermarks[watermark] ?? '', size, 1);
        return limit !== undefined && share >= limit;
      })
      .at(-1);
    return past === undefined ? [] : [{ name, share, watermark: past }];
  });
  const end = then('expected')(storage[storage.length - 1]);
  return { is_watched: enabled, total_bytes: total, used_bytes: used, end_bytes: end, marks, full };
};
