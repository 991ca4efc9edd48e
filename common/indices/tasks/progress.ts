import type { TaskProgress, TaskStep } from './task_record';

/** How far the cluster's answers say that a step is. Pure. */

interface Counts {
  total?: number;
  created?: number;
  updated?: number;
  deleted?: number;
  noops?: number;
  version_conflicts?: number;
  slices?: Array<Counts | null>;
}

interface Failure {
  cause?: { type?: string; reason?: string };
  reason?: { type?: string; reason?: string };
}

/** `GET _tasks/{id}` */
export interface TaskAnswer {
  completed: boolean;
  task: { status?: Counts; cancelled?: boolean };
  error?: { type?: string; reason?: string; caused_by?: { reason?: string } };
  response?: Counts & {
    failures?: Failure[];
    canceled?: string;
    timed_out?: boolean;
    _shards?: { total?: number; failed?: number; failures?: Failure[] };
  };
}

const sum = (numbers: Array<number | undefined>): number =>
  numbers.reduce<number>((all, one) => all + (one ?? 0), 0);

const handled = ({ created, updated, deleted, noops, version_conflicts: conflicts }: Counts) =>
  sum([created, updated, deleted, noops, conflicts]);

/**
 * @param status of the task itself: of a sliced one, what its finished slices add up to
 * @param running statuses of the slices that run
 */
export const documentProgress = (
  status: Counts | undefined,
  running: readonly Counts[] = []
): TaskProgress => {
  const finished = status?.slices?.flatMap((slice) => slice ?? []) ?? [];
  const parts = running.length > 0 || finished.length > 0 ? [...finished, ...running] : [status];
  const counts = parts.flatMap((part) => part ?? []);
  return {
    done: sum(counts.map(handled)),
    total: sum(counts.map(({ total }) => total)),
    unit: 'documents',
  };
};

interface Segment {
  shard: string;
  prirep: string;
  ip?: string;
  id?: string;
}

/** A copy of a shard is merged when it has no more segments than it is to have. From `_cat/segments`. */
export const mergeProgress = (
  segments: readonly Segment[],
  most: number,
  copies: number
): TaskProgress => {
  const counts = new Map<string, number>();
  for (const { shard, prirep, id = '' } of segments) {
    const copy = `${shard} ${prirep} ${id}`;
    counts.set(copy, (counts.get(copy) ?? 0) + 1);
  }
  const over = [...counts.values()].filter((count) => count > most).length;
  const total = Math.max(copies, counts.size);
  return { done: total - over, total, unit: 'shards' };
};

interface Recovery {
  stage: string;
  bytes_recovered: string;
  bytes_total: string;
}

/** From `_cat/recovery` of the new index. */
export const recoveryProgress = (rows: readonly Recovery[]): TaskProgress | undefined => {
  const total = sum(rows.map(({ bytes_total: bytes }) => Number(bytes)));
  if (total === 0) return undefined;
  const isDone = ({ stage }: Recovery): boolean => stage.toLowerCase() === 'done';
  // What is linked is not counted as recovered, and yet done.
  const done = rows.map((row) => Number(isDone(row) ? row.bytes_total : row.bytes_recovered));
  return { done: sum(done), total, unit: 'bytes' };
};

const MOST_REASONS = 3;

const reasonsIn = (failures: readonly Failure[]): string => {
  const reasons = failures.map(
    ({ cause, reason }) => (cause ?? reason)?.reason ?? 'no reason given'
  );
  return [...new Set(reasons)].slice(0, MOST_REASONS).join('; ');
};

type Ending = Pick<TaskStep, 'state' | 'reason' | 'result' | 'progress'>;

const endOfShards = ({
  failed = 0,
  total = 0,
  failures = [],
}: NonNullable<NonNullable<TaskAnswer['response']>['_shards']>): Ending =>
  failed > 0
    ? { state: 'failed', reason: `${failed} of ${total} shards failed: ${reasonsIn(failures)}` }
    : { state: 'done', result: { shards: total } };

const endOfCopy = (response: NonNullable<TaskAnswer['response']>): Ending => {
  const { failures = [], canceled, created = 0, updated = 0 } = response;
  const { version_conflicts: conflicts = 0, total = 0 } = response;
  const whole = {
    result: { total, created, updated, conflicts },
    progress: documentProgress(response),
  };
  if (canceled !== undefined) {
    return { ...whole, state: 'failed', reason: 'Cancelled. What was copied stays.' };
  }
  if (failures.length > 0) {
    const reason = `${failures.length} documents failed, and it ended there: ${reasonsIn(failures)}`;
    return { ...whole, state: 'failed', reason };
  }
  return { ...whole, state: 'done' };
};

/** How a task of the cluster has ended; undefined while it runs. */
export const endOfTask = ({ completed, error, response }: TaskAnswer): Ending | undefined => {
  if (!completed) return undefined;
  if (error) {
    const { reason, type, caused_by: cause } = error;
    return { state: 'failed', reason: [reason ?? type, cause?.reason].filter(Boolean).join(': ') };
  }
  if (response?._shards) return endOfShards(response._shards);
  return response?.total === undefined ? { state: 'done' } : endOfCopy(response);
};
