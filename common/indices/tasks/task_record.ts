import { z } from 'zod';
import { stepWhatSchema } from './steps';

export const TASK_KINDS = [
  'force_merge',
  'reindex',
  'rollover',
  'clone',
  'shrink',
  'split',
] as const;
export type TaskKindName = (typeof TASK_KINDS)[number];

/** `lost`: the cluster has forgotten it. `skipped`: not begun, since one before it failed or the task was cancelled. */
export const STEP_STATES = ['waiting', 'running', 'done', 'failed', 'lost', 'skipped'] as const;
export type StepState = (typeof STEP_STATES)[number];

export const TASK_STATES = ['running', 'done', 'failed', 'cancelled', 'lost'] as const;
export type TaskState = (typeof TASK_STATES)[number];

const progressSchema = z.object({
  done: z.number(),
  total: z.number(),
  unit: z.enum(['documents', 'bytes', 'shards']),
});
export type TaskProgress = z.output<typeof progressSchema>;

const stepSchema = z.object({
  what: stepWhatSchema,
  state: z.enum(STEP_STATES),
  /** Epoch milliseconds. */
  started_at: z.number().optional(),
  ended_at: z.number().optional(),
  /** The cluster's own. */
  task_id: z
    .string()
    .regex(/^[\w-]+:\d+$/)
    .optional(),
  progress: progressSchema.optional(),
  /** Why it failed, or what is to be known of its end. */
  reason: z.string().optional(),
  /** What came of it: numbers of documents, the name of a new index. */
  result: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
});
export type TaskStep = z.output<typeof stepSchema>;

/** Long work on indices. Stored as it is; parsed whenever it is read, since it says what is sent next. */
export const taskRecordSchema = z.object({
  id: z.string(),
  kind: z.enum(TASK_KINDS),
  sources: z.array(z.string()),
  /** The index that is made or filled. */
  target: z.string().optional(),
  /** Absent where the cluster knows no users. */
  who: z.string().optional(),
  created_at: z.number(),
  ended_at: z.number().optional(),
  state: z.enum(TASK_STATES),
  /** In order, and what fails keeps the rest; otherwise each for itself. */
  ordered: z.boolean(),
  /** How many steps run at the same time. */
  at_once: z.number().int().positive(),
  steps: z.array(stepSchema).min(1),
  cancel_asked: z.boolean().optional(),
  /** Which instance takes it further, and until when that is to be believed. */
  driver: z.object({ id: z.string(), until: z.number() }),
  /** Why nobody takes it further, where that is known. */
  stopped_because: z.string().optional(),
});
export type TaskRecord = z.output<typeof taskRecordSchema>;
