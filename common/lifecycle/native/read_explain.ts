import { isRecord } from '../../json/record';
import type { ActionCursor, Cursor, StepStatus } from '../decide/cursor';
import type { ManagedIndex } from '../managed_index';
import { readConditions } from './read_conditions';

/**
 * What `_plugins/_ism/explain` says of one index. Source: answers of OpenSearch 3.4, and index-management's
 * `ManagedIndexMetaData`.
 */

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields | undefined =>
  isRecord(value) ? (value as Fields) : undefined;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const number = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

const STATUSES: readonly StepStatus[] = [
  ...(['starting', 'condition_not_met', 'failed', 'completed', 'timed_out'] as const),
];

const stepOf = (step: Fields | undefined): ActionCursor['step'] => {
  const name = text(step?.name);
  const status = STATUSES.find((each) => each === step?.step_status);
  return name !== undefined && status !== undefined ? { name, status } : undefined;
};

const actionOf = (entry: Fields): ActionCursor | undefined => {
  const action = fields(entry.action);
  const type = text(action?.name);
  if (!action || type === undefined) return undefined;
  const step = stepOf(fields(entry.step));
  const lastRetry = number(action.last_retry_time);
  return {
    type,
    place: number(action.index) ?? 0,
    // The server forgets when it began once it is retried.
    since: number(action.start_time) ?? 0,
    failed: action.failed === true,
    consumed_retries: number(action.consumed_retries) ?? 0,
    ...(step ? { step } : {}),
    ...(lastRetry === undefined || lastRetry === 0 ? {} : { last_retry_at: lastRetry }),
  };
};

const isFailed = (entry: Fields): boolean => fields(entry.retry_info)?.failed === true;

/** Undefined while it has not begun. While it goes over to another state the server hides the one that it leaves. */
const cursorOf = (entry: Fields): Cursor | undefined => {
  const state = fields(entry.state);
  const to = text(entry.transition_to);
  const name = text(state?.name);
  const completed = entry.policy_completed === true;
  if (name === undefined && to === undefined && !completed && !isFailed(entry)) return undefined;
  const action = actionOf(entry);
  return {
    state: name ?? '',
    state_since: number(state?.start_time) ?? 0,
    ...(to === undefined ? {} : { transition_to: to }),
    ...(action ? { action } : {}),
    ...(isFailed(entry) ? { failed: true } : {}),
    ...(completed ? { completed } : {}),
    ...(entry.rolled_over === true ? { rolled_over: true } : {}),
  };
};

/** The object of an index in an answer of explain; undefined where no policy manages it. */
export const readExplain = (index: string, value: unknown): ManagedIndex | undefined => {
  const entry = fields(value);
  const policyId = text(entry?.policy_id);
  if (!entry || policyId === undefined) return undefined;
  const info = fields(entry.info);
  const cursor = cursorOf(entry);
  const seqNo = number(entry.policy_seq_no);
  const term = number(entry.policy_primary_term);
  const created = number(entry.index_creation_date);
  const message = text(info?.message);
  const conditions = readConditions(info?.conditions);
  const cause = text(info?.cause);
  return {
    index,
    uuid: text(entry.index_uuid) ?? '',
    policy_id: policyId,
    enabled: entry.enabled === true,
    ...(cursor ? { cursor } : {}),
    ...(seqNo === undefined || term === undefined
      ? {}
      : { policy_version: { seq_no: seqNo, primary_term: term } }),
    ...(message === undefined ? {} : { message }),
    ...(cause === undefined ? {} : { cause }),
    ...(conditions.length === 0 ? {} : { conditions }),
    ...(created === undefined ? {} : { created_at: created }),
  };
};

/** Every managed index in an answer. */
export const readExplainAnswer = (body: unknown): ManagedIndex[] =>
  Object.entries(fields(body) ?? {}).flatMap(([index, value]) => readExplain(index, value) ?? []);

/** `total_managed_indices`, which stands among the indices. */
export const totalOf = (body: unknown): number => number(fields(body)?.total_managed_indices) ?? 0;
