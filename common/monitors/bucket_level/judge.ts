import { messageOf } from '../../errors';
import { decideTrigger, evaluateCondition } from '../conditions/condition';
import type { RunProblem } from '../run';
import type { GroupVerdict } from '../verdict';
import { NotANumber } from './bucket_path';
import type { BucketParams, BucketProgram, BucketScript } from './condition';
import { groupFields } from './group_key';
import type { Located } from './locate';

/** What one bucket may cost: there are many. */
const BUCKET_LIMITS = { steps: 20_000, textLength: 100_000 };

/** The groups that the cluster let through, where it is the one to judge. */
export interface Passed {
  condition?: ReadonlySet<string>;
  recovery?: ReadonlySet<string>;
}

export type BucketsJudged =
  | { kind: 'judged'; groups: GroupVerdict[] }
  /** It proved during the evaluation that only the cluster knows the script. */
  | { kind: 'left'; which: keyof Passed }
  | { kind: 'problem'; problem: RunProblem };

type Answer =
  | { kind: 'value'; fires: boolean; text: string }
  | { kind: 'left' }
  | { kind: 'problem'; problem: RunProblem };

const evaluated = (
  script: BucketScript,
  params: BucketParams,
  key: string,
  passed: ReadonlySet<string> | undefined
): Answer => {
  if (passed) return { kind: 'value', fires: passed.has(key), text: String(passed.has(key)) };
  if (script.kind === 'cluster') return { kind: 'left' };
  const decision = decideTrigger(evaluateCondition(script.program, params, BUCKET_LIMITS));
  if (decision.kind === 'decided') {
    return { kind: 'value', fires: decision.fires, text: decision.text };
  }
  const { type, message } = decision.error;
  return type === 'not_interpreted'
    ? { kind: 'left' }
    : { kind: 'problem', problem: { code: type, message: `In the group ${key}: ${message}` } };
};

/** Judges buckets one after the other, until one shows that they cannot be judged here. */
class BucketJudge {
  readonly groups: GroupVerdict[] = [];

  constructor(
    private readonly program: BucketProgram,
    private readonly open: ReadonlySet<string>,
    private readonly passed: Passed,
    private readonly isMeasured: boolean
  ) {}

  one(located: Located): Exclude<BucketsJudged, { kind: 'judged' }> | undefined {
    const { program, passed } = this;
    const { key, bucket } = located;
    const isOpen = this.open.has(key);
    if (program.accepts?.(bucket) === false) {
      this.groups.push(isOpen ? this.shown(located, false) : { key, triggered: false });
      return undefined;
    }
    const params = program.paramsOf(bucket);
    const answer = evaluated(program.condition, params, key, passed.condition);
    if (answer.kind === 'left') return { kind: 'left', which: 'condition' };
    if (answer.kind === 'problem') return answer;
    if (!answer.fires && !isOpen) {
      // There are many such, and in a run nobody looks at them: they are only counted.
      const measured = this.isMeasured ? program.measure(params) : {};
      this.groups.push({ key, triggered: false, ...measured });
      return undefined;
    }
    const recovered = answer.fires ? undefined : this.recovered(params, key);
    if (recovered?.kind === 'left') return { kind: 'left', which: 'recovery' };
    if (recovered?.kind === 'problem') return recovered;
    const verdict = this.shown(located, answer.fires);
    verdict.value = answer.text;
    Object.assign(verdict, program.measure(params));
    if (recovered) verdict.recovered = recovered.fires;
    this.groups.push(verdict);
    return undefined;
  }

  private recovered(params: BucketParams, key: string): Answer | undefined {
    const { recovery } = this.program;
    return recovery && evaluated(recovery, params, key, this.passed.recovery);
  }

  /** With what alerts and messages show of the group. */
  private shown({ key, parts, bucket }: Located, triggered: boolean): GroupVerdict {
    return {
      key,
      triggered,
      group: groupFields(parts),
      content: { kind: 'bucket', bucket, parent_bucket_path: this.program.parentPath },
    };
  }
}

/**
 * Judges buckets by the trigger's condition. Pure. A condition that fails in one group fails as a whole, as on the
 * cluster.
 *
 * @param open the keys of groups that have an open alert: for them the recovery condition is asked
 * @param isMeasured whether the number that the condition looks at is told of all groups, and not only of those
 */
export const judgeBuckets = (
  program: BucketProgram,
  buckets: readonly Located[],
  open: ReadonlySet<string>,
  passed: Passed = {},
  isMeasured = false
): BucketsJudged => {
  const judge = new BucketJudge(program, open, passed, isMeasured);
  try {
    for (const bucket of buckets) {
      const ended = judge.one(bucket);
      if (ended) return ended;
    }
  } catch (error) {
    if (!(error instanceof NotANumber)) throw error;
    return { kind: 'problem', problem: { code: 'bad_value', message: messageOf(error) } };
  }
  return { kind: 'judged', groups: judge.groups };
};
