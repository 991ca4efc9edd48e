import type { Alert } from '../../../common/alerts/alert';
import { decideTrigger, parseCondition } from '../../../common/monitors/conditions/condition';
import type { ParsedCondition } from '../../../common/monitors/conditions/condition';
import {
  contextOf,
  verdictOfPolicy,
  verdictOfScript,
} from '../../../common/monitors/judge_scripted';
import type { ScriptAnswer } from '../../../common/monitors/judge_scripted';
import type { Monitor, QueryLevelTrigger } from '../../../common/monitors/monitor';
import { remembered } from '../../../common/monitors/remembered';
import type { Verdict } from '../../../common/monitors/verdict';
import { evaluate } from '../evaluate_condition';
import type { Inquiry } from './prepared';

interface Script {
  source: string;
  parsed: ParsedCondition;
}

/** Most monitors ask one of a few conditions: those share what was worked out. */
const conditionOf = remembered(parseCondition);

const parsedOf = (source: string): Script => ({ source, parsed: conditionOf(source) });

const alertOf = (alerts: readonly Alert[], triggerId: string): Alert | undefined =>
  alerts.find(
    ({ trigger_id: id, state, no_data: noData }) =>
      id === triggerId && state !== 'error' && noData !== true
  );

/** A trigger that judges an answer as a whole, by a script: one group. */
export class ScriptedTrigger {
  private readonly condition: Script;
  private readonly recovery: Script | undefined;

  constructor(
    private readonly monitorId: string,
    private readonly monitor: Monitor,
    private readonly trigger: QueryLevelTrigger
  ) {
    this.condition = parsedOf(trigger.condition.script.source);
    const recovery = trigger.recovery_condition?.script.source;
    this.recovery = recovery === undefined ? undefined : parsedOf(recovery);
  }

  async judge(inquiry: Inquiry, results: readonly unknown[], noData: boolean): Promise<Verdict> {
    const { trigger, monitor, monitorId } = this;
    const { window, alerts } = inquiry;
    const alert = alertOf(alerts, trigger.id);
    const scripted = { monitorId, monitor, trigger, window, results, noData, alert };
    const byPolicy = verdictOfPolicy(scripted);
    if (byPolicy) return byPolicy;
    const ctx = contextOf(scripted);
    const answer = await this.ask(inquiry, this.condition, ctx);
    if (answer.kind === 'problem') return verdictOfScript(scripted, ctx, answer);
    const recovered = alert && !answer.fires ? await this.recovered(inquiry, ctx) : undefined;
    return recovered?.kind === 'problem'
      ? verdictOfScript(scripted, ctx, recovered)
      : verdictOfScript(scripted, ctx, answer, recovered?.fires);
  }

  private async recovered(inquiry: Inquiry, ctx: Record<string, unknown>) {
    return this.recovery && this.ask(inquiry, this.recovery, ctx);
  }

  private async ask(
    { cluster, scripts }: Inquiry,
    { source, parsed }: Script,
    ctx: Record<string, unknown>
  ): Promise<ScriptAnswer> {
    const decision = decideTrigger(await evaluate(cluster, source, parsed, ctx, scripts));
    if (decision.kind === 'decided')
      return { kind: 'value', fires: decision.fires, text: decision.text };
    const { type, message } = decision.error;
    return { kind: 'problem', problem: { code: type, message } };
  }
}
