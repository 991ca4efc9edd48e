import type { Alert } from '../../../common/alerts/alert';
import { WatchkeeperError, messageOf } from '../../../common/errors';
import { delegateIds } from '../../../common/monitors/composite/check';
import { chainedCondition, judgeChained } from '../../../common/monitors/composite/judge';
import type { DelegateOutcome, DelegateOutcomes } from '../../../common/monitors/composite/judge';
import { compositeResult } from '../../../common/monitors/composite/results';
import type { CompositeMonitor } from '../../../common/monitors/monitor';
import type { RunProblem } from '../../../common/monitors/run';
import type { Verdict } from '../../../common/monitors/verdict';
import { isTimeOut } from '../../cluster/errors';
import { searchDelegates } from './delegate_searches';
import type { Inquiry, Judgement, OtherMonitor, OtherMonitors, Prepared } from './prepared';
import type { SearchOutcome } from '../../cluster/search_answer';

const NO_OTHERS: OtherMonitors = () => Promise.resolve(new Map());

const COMPOSITE: RunProblem = {
  code: 'composite_in_composite',
  message: 'It is a composite monitor itself; rest on the monitors that it rests on.',
};

const missing = (id: string): DelegateOutcome => ({
  id,
  fires: undefined,
  problem: { code: 'no_monitor', message: `There is no monitor with the id ${id}.` },
  alertIds: [],
});

const isOpen = ({ state }: Alert): boolean => state === 'active' || state === 'acknowledged';

/** Of what concerns one monitor alone, the others and the composite one need not hear. */
const isOfItsOwn = (error: unknown): boolean => {
  if (!(error instanceof WatchkeeperError)) return true;
  if (error.code === 'too_busy') return false;
  return error.code !== 'cluster_unreachable' || isTimeOut(error);
};

const problemOf = (error: unknown): RunProblem => ({
  code: error instanceof WatchkeeperError ? error.code : 'internal',
  message: messageOf(error),
});

const fires = (verdict: Verdict): boolean =>
  verdict.kind === 'judged' && verdict.groups.some(({ triggered }) => triggered);

/** True when any trigger fires; unknown where none does, and one could not be judged. */
const outcomeOf = (id: string, other: OtherMonitor, { finding }: Judgement): DelegateOutcome => {
  const { name, alerts } = other;
  const unknown = (problem: RunProblem) => ({ id, name, fires: undefined, problem, alertIds: [] });
  if (finding.kind === 'problem') return unknown(finding.problem);
  if (finding.verdicts.some(fires)) {
    return { id, name, fires: true, alertIds: alerts.filter(isOpen).map((alert) => alert.id) };
  }
  const failed = finding.verdicts.find((verdict) => verdict.kind === 'problem');
  return failed?.kind === 'problem'
    ? unknown(failed.problem)
    : { id, name, fires: false, alertIds: [] };
};

interface Asked {
  outcome: DelegateOutcome;
  took?: number;
  /** What the delegate is to remember for the next run of this composite monitor. */
  memory?: unknown;
}

/** What each monitor remembers, by id: for this composite one alone, and apart from its own runs. */
type Memories = Readonly<Record<string, unknown>>;

const memoriesOf = (memory: unknown): Memories =>
  typeof memory === 'object' && memory !== null ? (memory as Memories) : {};

const judgeOne = async (
  id: string,
  other: OtherMonitor,
  prepared: Prepared,
  inquiry: Inquiry,
  answer: SearchOutcome | undefined
): Promise<Asked> => {
  const { name, alerts } = other;
  const unknown = (problem: RunProblem): Asked => ({
    outcome: { id, name, fires: undefined, problem, alertIds: [] },
  });
  if (answer?.kind === 'problem') return unknown(answer.problem);
  const found = answer?.kind === 'answer' ? answer : undefined;
  try {
    const memory = memoriesOf(inquiry.memory)[id];
    const own = { ...inquiry, alerts, memory, monitors: NO_OTHERS };
    const judgement = await prepared.judge(own, found);
    const { finding } = judgement;
    const kept = finding.kind === 'answer' ? finding.memory : undefined;
    const took = judgement.took ?? found?.took;
    return {
      outcome: outcomeOf(id, other, judgement),
      ...(took === undefined ? {} : { took }),
      ...(kept === undefined ? {} : { memory: kept }),
    };
  } catch (error) {
    if (!isOfItsOwn(error)) throw error;
    return unknown(problemOf(error));
  }
};

const askAll = async (ids: readonly string[], inquiry: Inquiry): Promise<Asked[]> => {
  const others = await inquiry.monitors(ids);
  const answers = await searchDelegates(others, inquiry);
  return Promise.all(
    ids.map(async (id): Promise<Asked> => {
      const other = others.get(id);
      if (!other) return { outcome: missing(id) };
      const { name, type, plan } = other;
      const problem =
        type === 'composite_monitor'
          ? COMPOSITE
          : plan.kind === 'problem'
            ? plan.problem
            : undefined;
      if (problem || plan.kind === 'problem') {
        return { outcome: { id, name, fires: undefined, problem, alertIds: [] } };
      }
      return judgeOne(id, other, plan.prepared, inquiry, answers.get(id));
    })
  );
};

/** What was remembered of monitors that could not be asked stays; of those that are gone it goes. */
const remembered = (
  ids: readonly string[],
  asked: Asked[],
  before: Memories
): Memories | undefined => {
  const entries = ids.flatMap((id, i) => {
    const memory = asked[i].memory ?? before[id];
    return memory === undefined ? [] : [[id, memory] as const];
  });
  return entries.length > 0 || Object.keys(before).length > 0
    ? Object.fromEntries(entries)
    : undefined;
};

/**
 * A condition over other monitors: each is asked anew, over the window of this one, all at once. One that fails or is not
 * there is unknown, and stops nobody. Their own alerts, memories and schedules are not touched.
 */
export const prepareComposite = (monitor: CompositeMonitor): Prepared => {
  const ids = delegateIds(monitor);
  const conditions = monitor.triggers.map(({ chained_alert_trigger: trigger }) =>
    chainedCondition(trigger)
  );
  return {
    async judge(inquiry: Inquiry) {
      const asked = await askAll(ids, inquiry);
      const outcomes: DelegateOutcomes = new Map(asked.map(({ outcome }) => [outcome.id, outcome]));
      const open = new Set(
        inquiry.alerts.flatMap(({ trigger_id: id, state }) => (state === 'error' ? [] : [id]))
      );
      const verdicts = conditions.map((condition) =>
        judgeChained(condition, outcomes, open.has(condition.triggerId))
      );
      const memory = remembered(ids, asked, memoriesOf(inquiry.memory));
      const results = [compositeResult(outcomes)];
      const tooks = asked.flatMap(({ took }) => took ?? []);
      return {
        ...(tooks.length > 0 ? { took: Math.max(...tooks) } : {}),
        finding: { kind: 'answer', results, verdicts, ...(memory ? { memory } : {}) },
      };
    },
  };
};
