import { evaluateExpression, parseBooleanExpression, termsOf } from '../boolean_expression';
import type { BooleanExpression } from '../boolean_expression';
import type { RunProblem } from '../run';
import type { ChainedAlertTrigger } from '../trigger';
import type { Verdict } from '../verdict';
import { isMonitorTerm } from './terms';

/** What became of one of the monitors that a composite one rests on. */
export interface DelegateOutcome {
  id: string;
  /** Absent where it is not there. */
  name?: string;
  /** Whether any of its triggers fires in this run; undefined where that is not known. */
  fires: boolean | undefined;
  /** Why it is not known. */
  problem?: RunProblem;
  /** Its open alerts, if it fires. */
  alertIds: readonly string[];
}

export type DelegateOutcomes = ReadonlyMap<string, DelegateOutcome>;

type Parsed =
  | { kind: 'expression'; expression: BooleanExpression; ids: string[] }
  | { kind: 'problem'; problem: RunProblem };

/** A condition over other monitors, read once. */
export interface ChainedCondition {
  triggerId: string;
  condition: Parsed;
  recovery?: Parsed;
}

const parse = (source: string): Parsed => {
  const parsed = parseBooleanExpression(source);
  if (parsed.kind === 'error') {
    const { message, line, column } = parsed;
    const text = `${message} (line ${line}, column ${column})`;
    return { kind: 'problem', problem: { code: 'syntax', message: text } };
  }
  const { expression } = parsed;
  const terms = termsOf(expression).filter(isMonitorTerm);
  return { kind: 'expression', expression, ids: [...new Set(terms.map(({ value }) => value))] };
};

export const chainedCondition = ({
  id,
  condition,
  recovery_condition: recovery,
}: ChainedAlertTrigger): ChainedCondition => ({
  triggerId: id,
  condition: parse(condition.script.source),
  ...(recovery ? { recovery: parse(recovery.script.source) } : {}),
});

const nothing = (id: string): RunProblem => ({
  code: 'no_delegate',
  message: `The condition names the monitor ${id}, on which this one does not rest.`,
});

const sayWhy = (id: string, outcome: DelegateOutcome | undefined): string => {
  const { message } = outcome?.problem ?? nothing(id);
  return outcome?.name === undefined ? message : `${outcome.name}: ${message}`;
};

/** The condition depends on what is not known: which monitors, and why. */
const unknown = (ids: readonly string[], outcomes: DelegateOutcomes): RunProblem => {
  const missing = ids.filter((id) => outcomes.get(id)?.fires === undefined);
  const [first] = missing.flatMap((id) => outcomes.get(id)?.problem ?? []);
  return {
    code: missing.length === 1 && first ? first.code : 'delegate_unknown',
    message: missing.map((id) => sayWhy(id, outcomes.get(id))).join(' '),
  };
};

type Value = { kind: 'value'; value: boolean } | { kind: 'problem'; problem: RunProblem };

const valueOf = (parsed: Parsed, outcomes: DelegateOutcomes): Value => {
  if (parsed.kind === 'problem') return parsed;
  const value = evaluateExpression(parsed.expression, (term) =>
    isMonitorTerm(term) ? outcomes.get(term.value)?.fires : undefined
  );
  return value === undefined
    ? { kind: 'problem', problem: unknown(parsed.ids, outcomes) }
    : { kind: 'value', value };
};

/** The alerts behind it: of the monitors that the condition names and that fire. */
const contentOf = (parsed: Parsed, outcomes: DelegateOutcomes) => {
  const ids = parsed.kind === 'expression' ? parsed.ids : [];
  const firing = ids.flatMap((id) => {
    const outcome = outcomes.get(id);
    return outcome?.fires ? [outcome] : [];
  });
  return {
    kind: 'alerts' as const,
    alert_ids: firing.flatMap(({ alertIds }) => alertIds),
    monitor_ids: firing.map(({ id }) => id),
  };
};

/**
 * Judges a condition over other monitors. It is a problem only where its value depends on a monitor of which nothing is
 * known.
 *
 * @param isOpen whether the trigger has an open alert: only then is its recovery asked for
 */
export const judgeChained = (
  { triggerId, condition, recovery }: ChainedCondition,
  outcomes: DelegateOutcomes,
  isOpen: boolean
): Verdict => {
  const answer = valueOf(condition, outcomes);
  if (answer.kind === 'problem') return { triggerId, ...answer };
  const { value } = answer;
  const recovered = recovery && isOpen && !value ? valueOf(recovery, outcomes) : undefined;
  if (recovered?.kind === 'problem') return { triggerId, ...recovered };
  const group = {
    key: '',
    triggered: value,
    value: String(value),
    ...(recovered ? { recovered: recovered.value } : {}),
    ...(value ? { content: contentOf(condition, outcomes) } : {}),
  };
  return { triggerId, kind: 'judged', groups: [group] };
};
