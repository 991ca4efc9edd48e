import { z } from 'zod';
import type { Page } from '../../page';
import { INDICES_PATH } from '../indices_api';
import type { SourceFacts, TaskFinding } from './facts';
import type { StepWhat } from './steps';
import { TASK_KINDS, TASK_STATES } from './task_record';
import type { TaskRecord } from './task_record';

/** `GET`: a `TasksPage`, newest first. `POST`, with a `TaskSpec`: begins it, and answers with its `TaskView`. */
export const TASKS_PATH = `${INDICES_PATH}/_tasks`;
/** `POST`, with a `TaskSpec`: a `TaskCheck`. Changes nothing. */
export const TASK_CHECK_PATH = `${TASKS_PATH}/_check`;

export const tasksQuerySchema = z.object({
  kind: z.enum(TASK_KINDS).optional(),
  state: z.enum(TASK_STATES).optional(),
  /** Tasks with this index as a source or a target. */
  index: z.string().max(255).optional(),
  page: z.coerce.number().int().min(1).max(200).default(1),
  per_page: z.coerce.number().int().min(1).max(50).default(20),
});
export type TasksQuery = z.output<typeof tasksQuerySchema>;

export const taskParamsSchema = z.object({
  /** An instant, no longer than one that a date can be, and a UUID. */
  id: z.string().regex(/^[0-9a-z]{1,9}-[0-9a-f-]{1,36}$/, 'That is not the id of a task.'),
});
/** `POST …/cancel`, `POST …/go_on`: the `TaskView` after it. */
export const taskPath = (id: string, verb: 'cancel' | 'go_on'): string =>
  `${TASKS_PATH}/${encodeURIComponent(id)}/${verb}`;

/** A task without what tells of documents (`withoutContent`), and whether it needs somebody to take it further. */
export type TaskView = TaskRecord & {
  stopped: boolean;
  /** How many names of indices are left out, since the viewer did not begin it and may not see them. */
  unseen?: number;
};
export type TasksPage = Page<TaskView>;

/** What would happen. */
export interface TaskCheck {
  findings: TaskFinding[];
  /** In their order; empty while there is an error. */
  steps: StepWhat[];
  sources: Array<Pick<SourceFacts, 'name' | 'primaries' | 'replicas' | 'docs' | 'primary_bytes'>>;
  /** Of a rollover. */
  rollover?: { old_index?: string; new_index?: string };
}
