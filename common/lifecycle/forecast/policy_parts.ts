import type { Span, Walked } from '../simulate/walk';
import type { Counted, Deleted } from './tally';

/** What becomes of the indices of one policy, as expected. */
export interface ForecastPart {
  /** Absent: those that no policy manages. */
  policy_id?: string;
  /** How many are there, and how many come. */
  indices: number;
  to_come: number;
  /** What they take up now and in the end, replicas included. */
  bytes_now: number;
  bytes_end: number;
  deletes: number;
  /** What the deletes free. */
  frees: number;
  rollovers: number;
  failures: number;
}

/** With its replicas. */
export const storedBytes = ({ facts }: Span['future']): number =>
  (facts.primary_bytes ?? 0) * (1 + facts.replicas);

const emptyPart = (policy_id: string | undefined): ForecastPart => ({
  ...(policy_id === undefined ? {} : { policy_id }),
  ...{ indices: 0, to_come: 0, bytes_now: 0, bytes_end: 0 },
  ...{ deletes: 0, frees: 0, rollovers: 0, failures: 0 },
});

/** Why it is deleted: the last transition before it. */
export const causeOf = ({ events }: Walked): Pick<Deleted, 'state' | 'because'> => {
  const last = events.findIndex(({ kind }) => kind === 'deleted');
  const { state } = events[last] ?? {};
  const because = events
    .slice(0, Math.max(0, last))
    .reverse()
    .find(({ kind }) => kind === 'transition')?.because;
  return { ...(state === undefined ? {} : { state }), ...(because ? { because } : {}) };
};

/** Whether a rollover is carried out: the action is also done where it was rolled over before. */
export const rollsOver = ({ spans }: Walked): boolean =>
  spans[spans.length - 1].future.facts.rollovers.length > spans[0].future.facts.rollovers.length;

/** How one index ends. */
interface Ending {
  gone: boolean;
  /** What it takes up when it is gone, else in the end. */
  final: number;
  /** How often it is rolled over. */
  rolled: number;
  failed: boolean;
}

/** Counts what becomes of indices by their policies. */
export class Parts {
  private readonly byPolicy = new Map<string | undefined, ForecastPart>();

  /** Those first that take up most. */
  get all(): ForecastPart[] {
    return [...this.byPolicy.values()].sort(
      (a, b) => b.bytes_now - a.bytes_now || b.bytes_end - a.bytes_end
    );
  }

  add(
    { policy_id: id, to_come: toCome, walked }: Counted,
    { gone, final, rolled, failed }: Ending
  ): void {
    const part = this.byPolicy.get(id) ?? emptyPart(id);
    this.byPolicy.set(id, part);
    part.to_come += toCome ? 1 : 0;
    part.indices += toCome ? 0 : 1;
    part.bytes_now += toCome ? 0 : storedBytes(walked.spans[0].future);
    part.rollovers += rolled;
    part.failures += failed ? 1 : 0;
    part.deletes += gone ? 1 : 0;
    part.frees += gone ? final : 0;
    part.bytes_end += gone ? 0 : final;
  }
}
