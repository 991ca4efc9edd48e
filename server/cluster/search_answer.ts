import { JavaDouble } from '../../common/json/java_double';
import { isRecord } from '../../common/json/record';
import type { RunProblem } from '../../common/monitors/run';
import { reasonOf } from './errors';
import { readRefusal } from './permissions';

/** What one search came to. A partial answer is a problem, never a count (reference: partial answers look fine). */
export type SearchOutcome =
  | { kind: 'answer'; response: Record<string, unknown>; took: number; hits: number }
  | {
      kind: 'problem';
      problem: RunProblem;
      took?: number;
      response?: Record<string, unknown>;
      /** The cluster refuses any batch with this search in it. */
      spoils?: boolean;
    }
  /** The cluster is too busy (429): ask again later, nothing is known. */
  | { kind: 'busy' }
  /** The batch did not come back in time, though the cluster lives: ask again, this search alone. */
  | { kind: 'hung' };

const numberAt = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof JavaDouble ? value.valueOf() : undefined;
};

interface Shards {
  total: number;
  successful: number;
  skipped: number;
}

const shardsOf = (response: Record<string, unknown>): Shards => {
  const shards = isRecord(response._shards) ? response._shards : {};
  return {
    total: numberAt(shards.total) ?? 0,
    successful: numberAt(shards.successful) ?? 0,
    skipped: numberAt(shards.skipped) ?? 0,
  };
};

/** Why an answer with status 200 is not the whole truth; undefined when it is. */
export const partialProblem = (response: Record<string, unknown>): RunProblem | undefined => {
  if (response.timed_out === true) {
    return {
      code: 'timed_out',
      message: 'The search ran into its time limit; its count is partial.',
    };
  }
  const { total, successful } = shardsOf(response);
  if (successful < total) {
    return {
      code: 'partial',
      message: `Only ${successful} of ${total} shards answered; the count is partial.`,
    };
  }
  const clusters = isRecord(response._clusters) ? response._clusters : undefined;
  const skipped = numberAt(clusters?.skipped) ?? 0;
  return skipped > 0
    ? {
        code: 'partial',
        message: `${skipped} remote clusters did not answer; the count is partial.`,
      }
    : undefined;
};

const hitsOf = (response: Record<string, unknown>): number => {
  const hits = isRecord(response.hits) ? response.hits : {};
  if (isRecord(hits.total)) return numberAt(hits.total.value) ?? 0;
  return numberAt(hits.total) ?? (Array.isArray(hits.hits) ? hits.hits.length : 0);
};

/**
 * Reads one answer, or one item of an `_msearch`.
 *
 * @param indices what was searched: a refusal for lack of permission does not say it
 */
export const readSearchAnswer = (
  response: unknown,
  indices: readonly string[] = []
): SearchOutcome => {
  if (!isRecord(response)) {
    return {
      kind: 'problem',
      problem: { code: 'no_answer', message: 'The cluster sent no answer.' },
    };
  }
  const took = numberAt(response.took);
  if (response.error !== undefined) {
    if (numberAt(response.status) === 429) return { kind: 'busy' };
    const { type, reason } = reasonOf(response);
    const message = readRefusal(reason, indices)?.message ?? reason;
    return { kind: 'problem', problem: { code: type, message } };
  }
  const problem = partialProblem(response);
  if (problem) return { kind: 'problem', problem, took, response };
  return { kind: 'answer', response, took: took ?? 0, hits: hitsOf(response) };
};
