import { z } from 'zod';
import { indexNameSchema } from '../../indices/indices_api';
import { MANAGED_PATH } from '../api';
import type { RepairPlan, RepairStep } from './plan_repair';

/** `POST /lifecycle/managed/_repair`: mends what keeps an index from being rolled over, as the caller. */
export const MANAGED_REPAIR_PATH = `${MANAGED_PATH}/_repair`;

/** What is forbidden in the names of aliases, as in those of indices. */
const ALIAS = /^(?![_+-])[^*?,"<>|\\/\s#:A-Z]+$/;

export const repairSchema = z.discriminatedUnion('kind', [
  /** Gives the index this alias to be rolled over by. */
  z.strictObject({
    kind: z.literal('alias'),
    alias: z
      .string()
      .min(1, 'Name an alias.')
      .max(255)
      .regex(
        ALIAS,
        'An alias has no capital letters, spaces or any of * ? , " < > | \\ / # : and does not begin with _ + or -.'
      ),
  }),
  /** Makes it the index that its rollover alias is written to. */
  z.strictObject({ kind: z.literal('write_index') }),
  /** Lets the policy go on without a rollover. */
  z.strictObject({ kind: z.literal('skip') }),
]);
export type Repair = z.output<typeof repairSchema>;

export const managedRepairSchema = z.strictObject({
  index: indexNameSchema,
  repair: repairSchema,
  /** Only says what would be done. */
  dry_run: z.boolean().default(false),
  /** The steps that were shown, see `stepsText`: where they would be others by now, it is refused with 409. */
  seen: z.string().max(10_000).optional(),
  /** Demanded where the index is deleted within the hour once it is repaired: see `applyConfirmation`. */
  confirm: z.string().optional(),
});
export type ManagedRepair = z.output<typeof managedRepairSchema>;

export const stepsText = (steps: readonly RepairStep[]): string => JSON.stringify(steps);

export interface StepOutcome {
  step: RepairStep;
  /** `not_tried`: one before it failed. */
  outcome: 'done' | 'failed' | 'not_tried';
  /** Why it failed. */
  reason?: string;
}

export interface ManagedRepairAnswer {
  plan: RepairPlan;
  /** Of a dry run: once repaired, the index is deleted within the hour. It has to be confirmed. */
  deletes?: boolean;
  /** Absent of a dry run, and where the plan does nothing. */
  outcomes?: readonly StepOutcome[];
}
