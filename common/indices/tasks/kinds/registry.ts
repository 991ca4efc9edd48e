import { z } from 'zod';
import type { TaskFacts, TaskFinding } from '../facts';
import type { TaskKindName } from '../task_record';
import { clone } from './clone';
import { forceMerge } from './force_merge';
import type { TaskKind, TaskPlan } from './kind';
import { reindex } from './reindex';
import { rollover } from './rollover';
import { shrink } from './shrink';
import { split } from './split';

/** What somebody asks for, told apart by `kind`. */
export const taskSpecSchema = z.discriminatedUnion('kind', [
  forceMerge.schema,
  reindex.schema,
  rollover.schema,
  clone.schema,
  shrink.schema,
  split.schema,
]);
export type TaskSpec = z.output<typeof taskSpecSchema>;
export type TaskSpecInput = z.input<typeof taskSpecSchema>;

const KINDS: Readonly<Record<TaskKindName, TaskKind>> = {
  force_merge: forceMerge,
  reindex,
  rollover,
  clone,
  shrink,
  split,
};

export const sourcesOf = (spec: TaskSpec): string[] => KINDS[spec.kind].sources(spec);

export const targetOf = (spec: TaskSpec): string | undefined => KINDS[spec.kind].target?.(spec);

/** What speaks against it, and what is to be known before it begins. */
export const checkTask = (spec: TaskSpec, facts: TaskFacts): TaskFinding[] => [
  ...KINDS[spec.kind].check(spec, facts),
  ...facts.gaps.map((message): TaskFinding => ({ severity: 'info', message })),
];

export const planTask = (spec: TaskSpec, facts: TaskFacts): TaskPlan =>
  KINDS[spec.kind].plan(spec, facts);
