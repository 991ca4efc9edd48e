import type { Alert } from '../../../common/alerts/alert';
import { decideTrigger, parseCondition } from '../../../common/monitors/conditions/condition';
import type { ParsedCondition } from '../../../common/monitors/conditions/condition';
import { measureReaderOf } from '../../../common/monitors/conditions/measure';
import type { MeasureReader } from '../../../common/monitors/conditions/measure';
import { buildContext } from '../../../common/monitors/context';
import type { Monitor, QueryLevelTrigger } from '../../../common/monitors/monitor';
import { remembered } from '../../../common/monitors/remembered';
import type { RunProblem } from '../../../common/monitors/run';
import type { Verdict } from '../../../common/monitors/verdict';
import { evaluate } from '../evaluate_condition';
import type { Inquiry } from './prepared';

interface Script {
  source: string;
  parsed: ParsedCondition;
}

type Answer =
  { kind: 'value'; fires: boolean; text: string } | { kind: 'problem'; problem: RunProblem };

/** Most monitors ask one of a few conditions: those share what was worked out. */
const conditionOf = remembered(parseCondition);
const measureOf = remembered(measureReaderOf);

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
  private readonly measure: MeasureReader;

  constructor(
    private readonly monitorId: string,
    private readonly monitor: Monitor,
    private readonly trigger: QueryLevelTrigger
  ) {
    this.condition = parsedOf(trigger.condition.script.source);
    this.measure = measureOf(trigger.condition.script.source);
    const recovery = trigger.recovery_condition?.script.source;
    this.recovery = recovery === undefined ? undefined : parsedOf(recovery);
  }

  async judge(inquiry: Inquiry, results: readonly unknown[], noData: boolean): Promise<Verdict> {
    const { trigger, monitor, monitorId } = this;
    const { window, alerts } = inquiry;
    const alert = alertOf(alerts, trigger.id);
    const ctx = buildContext({
      monitorId,
      monitor,
      trigger,
      window,
      results,
      ...(alert ? { alert } : {}),
    });
    const nothing = noData ? { noData } : {};
    if (noData && trigger.no_data) {
      return { triggerId: trigger.id, kind: 'judged', groups: [], ...nothing };
    }
    const answer = await this.ask(inquiry, this.condition, ctx);
    if (answer.kind === 'problem') return { triggerId: trigger.id, ...answer };
    const recovered = alert && !answer.fires ? await this.recovered(inquiry, ctx) : undefined;
    if (recovered?.kind === 'problem') return { triggerId: trigger.id, ...recovered };
    const group = {
      key: '',
      triggered: answer.fires,
      value: answer.text,
      ...this.measure(ctx),
      ...(recovered ? { recovered: recovered.fires } : {}),
    };
    return { triggerId: trigger.id, kind: 'judged', groups: [group], ...nothing };
  }

  private async recovered(inquiry: Inquiry, ctx: Record<string, unknown>) {
    return this.recovery && this.ask(inquiry, this.recovery, ctx);
  }

  private async ask(
    { cluster, scripts }: Inquiry,
    { source, parsed }: Script,
    ctx: Record<string, unknown>
  ): Promise<Answer> {
    const decision = decideTrigger(await evaluate(cluster, source, parsed, ctx, scripts));
    if (decision.kind === 'decided')
      return { kind: 'value', fires: decision.fires, text: decision.text };
    const { type, message } = decision.error;
    return { kind: 'problem', problem: { code: type, message } };
  }
}
