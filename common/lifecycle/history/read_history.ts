import { z } from 'zod';
import { TRANSITION } from '../decide/cursor';

/**
 * What Index State Management notes of an index: its metadata after each step that came to an end. Source: OpenSearch
 * index-management, `IndexStateManagementHistory` and its mapping; answers of OpenSearch 3.4.
 */
const instant = z.number().nullish();
const name = z.string().nullish();
const metadata = z.looseObject({
  index_uuid: name,
  policy_id: name,
  policy_completed: z.boolean().nullish(),
  transition_to: name,
  state: z.looseObject({ name, start_time: instant }).nullish(),
  action: z.looseObject({ name, start_time: instant, failed: z.boolean().nullish() }).nullish(),
  step: z.looseObject({ name, start_time: instant, step_status: name }).nullish(),
  retry_info: z.looseObject({ failed: z.boolean().nullish() }).nullish(),
  info: z.looseObject({ message: name, cause: name }).nullish(),
  history_timestamp: z.number(),
});
export const historyDocumentSchema = z.looseObject({ managed_index_meta_data: metadata });

export type HistoryOutcome =
  /** The policy took the index in. */
  | 'begun'
  | 'done'
  /** It went on to another state. */
  | 'moved'
  /** It failed, and is or was to be tried again. */
  | 'failed'
  /** It failed for good. */
  | 'stopped'
  /** The policy has done its work. */
  | 'completed'
  /** Anything else that the engine noted. */
  | 'noted';

/** One thing that happened to a managed index. Instants are epoch milliseconds. */
export interface HistoryStep {
  at: number;
  outcome: HistoryOutcome;
  policy_id?: string;
  state?: string;
  /** Since when it was in that state. */
  state_since?: number;
  /** Where it went on to. */
  to?: string;
  /** The type of the action; `transition` for what comes after the last. */
  action?: string;
  step?: string;
  /** From the beginning of the step until it was noted, waiting included; milliseconds. */
  took?: number;
  /** What the engine said. */
  message?: string;
  cause?: string;
}

type Metadata = z.output<typeof metadata>;

const outcomeOf = (from: Metadata): HistoryOutcome => {
  const status = from.step?.step_status;
  if (from.action?.failed === true || from.retry_info?.failed === true) return 'stopped';
  if (status === 'failed' || status === 'timed_out') return 'failed';
  if (from.policy_completed === true) return 'completed';
  if (from.transition_to) return 'moved';
  if (!from.action && /initialized/i.test(from.info?.message ?? '')) return 'begun';
  return status === 'completed' ? 'done' : 'noted';
};

const stepOf = (from: Metadata): HistoryStep => {
  const { state, action, step, info, history_timestamp: at } = from;
  const to = from.transition_to;
  return {
    ...{ at, outcome: outcomeOf(from) },
    ...(from.policy_id ? { policy_id: from.policy_id } : {}),
    ...(state?.name ? { state: state.name } : {}),
    ...(state?.name && state.start_time ? { state_since: state.start_time } : {}),
    ...(to ? { to } : {}),
    ...(action?.name ? { action: action.name } : to ? { action: TRANSITION } : {}),
    ...(step?.name ? { step: step.name } : {}),
    ...(step?.start_time ? { took: Math.max(0, at - step.start_time) } : {}),
    ...(info?.message ? { message: info.message } : {}),
    ...(info?.cause ? { cause: info.cause } : {}),
  };
};

/**
 * The steps of one index in documents of the history, newest first. A document of another form, or of another index,
 * counts for nothing.
 */
export const readHistory = (documents: readonly unknown[], uuid: string): HistoryStep[] =>
  documents
    .flatMap((document) => {
      const parsed = historyDocumentSchema.safeParse(document);
      const found = parsed.success ? parsed.data.managed_index_meta_data : undefined;
      return found?.index_uuid === uuid ? [stepOf(found)] : [];
    })
    .sort((a, b) => b.at - a.at);
