import { WatchkeeperError } from '../../../common/errors';
import type { FieldProblem } from '../../../common/errors';
import { delegateField } from '../../../common/monitors/composite/check';
import { delegatesOfResults } from '../../../common/monitors/composite/results';
import type { CompositeMonitor, Monitor, PplMonitor } from '../../../common/monitors/monitor';
import { clauseField } from '../../../common/monitors/ppl/check';
import type { Finding, Verdict } from '../../../common/monitors/step';

type Answer = Extract<Finding, { kind: 'answer' }>;

/** A refusal for lack of permission, of a whole request or of one search in a batch. */
const FORBIDDEN = new Set(['forbidden', 'security_exception']);

/** Those of the other monitors of which the author may not ask what they ask. */
const forbiddenDelegates = (
  { inputs: [{ composite_input: input }] }: CompositeMonitor,
  results: readonly unknown[]
): FieldProblem[] => {
  const found = delegatesOfResults(results);
  return input.sequence.delegates.flatMap(({ monitor_id: id }, i) => {
    const { name, error, error_code: code } = found[id] ?? {};
    return error && FORBIDDEN.has(code ?? '')
      ? [{ field: delegateField(i), message: `You may not ask what ${name ?? id} asks: ${error}` }]
      : [];
  });
};

const refusedClauses = ({ triggers }: PplMonitor, verdicts: readonly Verdict[]): FieldProblem[] =>
  triggers.flatMap(({ ppl_trigger: { id, type } }, i) => {
    const verdict = verdicts.find(({ triggerId }) => triggerId === id);
    return type === 'custom' && verdict?.kind === 'problem'
      ? [{ field: clauseField(i), message: verdict.problem.message }]
      : [];
  });

const refusal = (code: 'forbidden' | 'cluster_refused', problems: FieldProblem[]): void => {
  if (problems.length === 0) return;
  throw new WatchkeeperError(code, problems.map(({ message }) => message).join(' '), { problems });
};

/**
 * What a scheduled run bears, and a save does not: another monitor that the author may not ask, a condition that the
 * cluster refuses.
 *
 * @throws WatchkeeperError `forbidden`, `cluster_refused`, with the fields
 */
export const demandNothingRefused = (monitor: Monitor, { results, verdicts }: Answer): void => {
  if (monitor.monitor_type === 'composite_monitor') {
    refusal('forbidden', forbiddenDelegates(monitor, results));
  }
  if (monitor.monitor_type === 'ppl_monitor') {
    refusal('cluster_refused', refusedClauses(monitor, verdicts));
  }
};
