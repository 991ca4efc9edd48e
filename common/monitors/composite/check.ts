import type { FieldProblem } from '../../errors';
import { textPosition } from '../../json/text_position';
import { parseBooleanExpression, termsOf } from '../boolean_expression';
import type { CompositeMonitor, Monitor } from '../monitor';
import type { ChainedAlertTrigger } from '../trigger';
import { isMonitorTerm } from './terms';

/** What a check may know of the other monitors. */
export interface KnownMonitors {
  /** Of the monitor itself; undefined before its first save. */
  ownId?: string;
  get(id: string): { name: string; monitor_type: Monitor['monitor_type'] } | undefined;
}

const DELEGATES = 'inputs.0.composite_input.sequence.delegates';

export const delegateField = (i: number): string => `${DELEGATES}.${i}.monitor_id`;

const delegatesOf = ({ inputs: [{ composite_input: input }] }: CompositeMonitor) =>
  input.sequence.delegates;

/** The ids of the monitors that it rests on, each once, in the order that their author gave them. */
export const delegateIds = (monitor: CompositeMonitor): string[] => [
  ...new Set(
    [...delegatesOf(monitor)].sort((a, b) => a.order - b.order).map(({ monitor_id: id }) => id)
  ),
];

const knownProblem = (id: string, known: KnownMonitors): string | undefined => {
  if (id === known.ownId) return 'A monitor cannot rest on itself: choose another.';
  const other = known.get(id);
  if (!other) return `There is no monitor with the id ${id}: choose one that is there.`;
  return other.monitor_type === 'composite_monitor'
    ? `${other.name} is a composite monitor itself; choose the monitors that it rests on.`
    : undefined;
};

const CHAINED =
  'A monitor that looks only at what another one has found is not supported: remove chained_monitor_findings. Each monitor is asked on its own here.';

const delegateProblems = (
  monitor: CompositeMonitor,
  known: KnownMonitors | undefined
): FieldProblem[] => {
  const delegates = delegatesOf(monitor);
  return delegates.flatMap(({ monitor_id: id, chained_monitor_findings: chained }, i) => {
    const isTwice = delegates.findIndex((other) => other.monitor_id === id) < i;
    const message = isTwice
      ? 'This monitor is chosen twice: remove one.'
      : known && knownProblem(id, known);
    const isChained = Boolean(chained?.monitor_id) || (chained?.monitor_ids ?? []).length > 0;
    return [
      ...(message ? [{ field: delegateField(i), message }] : []),
      ...(isChained
        ? [{ field: `${DELEGATES}.${i}.chained_monitor_findings`, message: CHAINED }]
        : []),
    ];
  });
};

const expressionProblems = (source: string, field: string, ids: Set<string>): FieldProblem[] => {
  const parsed = parseBooleanExpression(source);
  if (parsed.kind === 'error') {
    const { message, line, column } = parsed;
    return [{ field, message, line, column }];
  }
  return termsOf(parsed.expression).flatMap((term) => {
    const { subject, field: name, value, offset } = term;
    const place = textPosition(source, offset);
    if (!isMonitorTerm(term)) {
      const message = `${subject}[${name}=…] says nothing about a monitor: write monitor[id=…].`;
      return [{ field, message, ...place }];
    }
    return ids.has(value)
      ? []
      : [
          {
            field,
            message: `The monitor ${value} is not among those that this one rests on: add it, or remove it from the condition.`,
            ...place,
          },
        ];
  });
};

const triggerProblems = (
  { condition, recovery_condition: recovery }: ChainedAlertTrigger,
  i: number,
  ids: Set<string>
): FieldProblem[] => {
  const field = `triggers.${i}.chained_alert_trigger`;
  return [
    ...expressionProblems(condition.script.source, `${field}.condition.script.source`, ids),
    ...(recovery
      ? expressionProblems(recovery.script.source, `${field}.recovery_condition.script.source`, ids)
      : []),
  ];
};

/**
 * What can never run about a composite monitor, each at its field.
 *
 * @param known the other monitors, where they are at hand; without them only the document itself is looked at
 */
export const compositeProblems = (
  monitor: CompositeMonitor,
  known?: KnownMonitors
): FieldProblem[] => {
  const ids = new Set(delegateIds(monitor));
  return [
    ...delegateProblems(monitor, known),
    ...monitor.triggers.flatMap(({ chained_alert_trigger: trigger }, i) =>
      triggerProblems(trigger, i, ids)
    ),
  ];
};
