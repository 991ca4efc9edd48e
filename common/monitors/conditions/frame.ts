import { ConditionFailure } from './failures';
import type { ConditionValue } from './values';

export interface Limits {
  /** Nodes of the script that may be evaluated, and items of lists that methods may look at. */
  steps: number;
  /** UTF-16 units that a string may have. */
  textLength: number;
}

export const DEFAULT_LIMITS: Limits = { steps: 2_000_000, textLength: 1_000_000 };

/** What one evaluation has used of its limits. */
export class Budget {
  private steps = 0;

  constructor(private readonly limits: Limits) {}

  /** @throws ConditionFailure `limit_exceeded` */
  step(count = 1): void {
    this.steps += count;
    if (this.steps <= this.limits.steps) return;
    throw new ConditionFailure(
      'limit_exceeded',
      `The condition takes more than ${this.limits.steps} steps.`
    );
  }

  /** Long texts cost steps as well. @throws ConditionFailure `limit_exceeded` */
  text(length: number): void {
    this.step(length >> 6);
    if (length <= this.limits.textLength) return;
    throw new ConditionFailure(
      'limit_exceeded',
      `A string has more than ${this.limits.textLength} characters.`
    );
  }
}

/** Where one evaluation, or one call of a lambda, keeps its variables. */
export interface Frame {
  /** By the slots that the compiler gave out; what the script is given has slot 0. */
  locals: ConditionValue[];
  budget: Budget;
  /** What a `return` gave. */
  result: ConditionValue;
}
