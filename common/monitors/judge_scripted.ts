import type { Alert } from '../alerts/alert';
import { decideTrigger, evaluateCondition, parseCondition } from './conditions/condition';
import { measureReaderOf } from './conditions/measure';
import { buildContext } from './context';
import type { Monitor, QueryLevelTrigger } from './monitor';
import { remembered } from './remembered';
import type { RunProblem, Window } from './run';
import type { GroupVerdict, Verdict } from './verdict';

/** What a script came to. */
export type ScriptAnswer =
  { kind: 'value'; fires: boolean; text: string } | { kind: 'problem'; problem: RunProblem };

/** What a trigger of scripts judges: one answer as a whole. */
export interface ScriptedInquiry {
  monitorId: string;
  monitor: Monitor;
  trigger: QueryLevelTrigger;
  window: Window;
  /** Parsed losslessly. */
  results: readonly unknown[];
  /** There was nothing to judge. */
  noData: boolean;
  /** The open alert of the trigger. */
  alert?: Alert;
}

/** Most monitors ask one of a few conditions: those share what was worked out. */
const measureOf = remembered(measureReaderOf);
const conditionOf = remembered(parseCondition);

/** The verdict over nothing, where a policy of the trigger decides about that and not its condition. */
export const verdictOfPolicy = ({ trigger, noData }: ScriptedInquiry): Verdict | undefined =>
  noData && trigger.no_data
    ? { triggerId: trigger.id, kind: 'judged', groups: [], noData }
    : undefined;

export const contextOf = ({ noData: _, ...inquiry }: ScriptedInquiry): Record<string, unknown> =>
  buildContext(inquiry);

/**
 * The verdict of a trigger whose condition came to `answer`.
 *
 * @param recovered what its recovery condition came to, where that was asked
 */
export const verdictOfScript = (
  { trigger, noData }: ScriptedInquiry,
  ctx: Record<string, unknown>,
  answer: ScriptAnswer,
  recovered?: boolean
): Verdict => {
  if (answer.kind === 'problem') return { triggerId: trigger.id, ...answer };
  const group: GroupVerdict = {
    key: '',
    triggered: answer.fires,
    value: answer.text,
    ...measureOf(trigger.condition.script.source)(ctx),
    ...(recovered === undefined ? {} : { recovered }),
  };
  return { triggerId: trigger.id, kind: 'judged', groups: [group], ...(noData ? { noData } : {}) };
};

/**
 * Judges by the interpreter alone, as a run does.
 *
 * @param asked what the cluster made of the condition, where that is known
 * @returns undefined where only the cluster can tell
 */
export const judgeScripted = (
  inquiry: ScriptedInquiry,
  asked?: ScriptAnswer
): Verdict | undefined => {
  const byPolicy = verdictOfPolicy(inquiry);
  if (byPolicy) return byPolicy;
  const ctx = contextOf(inquiry);
  const parsed = conditionOf(inquiry.trigger.condition.script.source);
  if (parsed.kind === 'error') {
    const problem = { code: 'script_exception', message: parsed.message };
    return verdictOfScript(inquiry, ctx, { kind: 'problem', problem });
  }
  if (parsed.kind === 'unknown') return asked && verdictOfScript(inquiry, ctx, asked);
  const decision = decideTrigger(evaluateCondition(parsed.program, ctx));
  if (decision.kind === 'decided') {
    const { fires, text } = decision;
    return verdictOfScript(inquiry, ctx, { kind: 'value', fires, text });
  }
  const { type, message } = decision.error;
  if (type === 'not_interpreted') return asked && verdictOfScript(inquiry, ctx, asked);
  return verdictOfScript(inquiry, ctx, { kind: 'problem', problem: { code: type, message } });
};
