import type { Alert } from '../../../common/alerts/alert';
import { WatchkeeperError } from '../../../common/errors';
import { judgeCount, judgeRemaining, needsCount } from '../../../common/monitors/ppl/judge';
import { countQuery, renderPpl, withCommand } from '../../../common/monitors/ppl/query';
import type { PplAnswer } from '../../../common/monitors/ppl/rows';
import type { PplMonitor } from '../../../common/monitors/monitor';
import type { PplTrigger } from '../../../common/monitors/trigger';
import type { GroupVerdict, Verdict } from '../../../common/monitors/verdict';
import { askPpl } from './ppl_client';
import type { Inquiry, Prepared } from './prepared';

/** What a trigger came to, and the rows that it looked at where they are not those of the query. */
interface Judged {
  verdict: Verdict;
  own?: PplAnswer;
}

/** The query of one run, and its answer. */
interface Whole {
  query: string;
  answer: PplAnswer;
  /** Every row; asked for once, where the answer may not have them all. */
  count(): Promise<number>;
}

const hasOpenAlert = (alerts: readonly Alert[], triggerId: string): boolean =>
  alerts.some(({ trigger_id: id, state }) => id === triggerId && state !== 'error');

const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
};

const rowCount = (answer: PplAnswer): number => Math.max(answer.total, answer.datarows.length);

const countOf = async (inquiry: Inquiry, query: string, answer: PplAnswer): Promise<number> => {
  const counted = await askPpl(inquiry.cluster, countQuery(query), inquiry.timeoutMs);
  const count = Number(counted.datarows[0]?.[0]);
  return Number.isFinite(count) ? Math.max(count, rowCount(answer)) : rowCount(answer);
};

/** The rows that a further command leaves over. */
const remaining = ({ cluster, window, timeoutMs }: Inquiry, { query }: Whole, clause: string) =>
  askPpl(cluster, withCommand(query, renderPpl(clause, window)), timeoutMs);

const groupOf = async (
  inquiry: Inquiry,
  trigger: PplTrigger,
  whole: Whole
): Promise<{ group: GroupVerdict; own?: PplAnswer }> => {
  if (trigger.type === 'custom') {
    const own = await remaining(inquiry, whole, trigger.custom_condition ?? '');
    return { group: judgeRemaining(rowCount(own)), own };
  }
  const rows = rowCount(whole.answer);
  const count = needsCount(trigger, rows) ? await whole.count() : rows;
  return { group: judgeCount(trigger, count) };
};

const judgeOne = async (inquiry: Inquiry, trigger: PplTrigger, whole: Whole): Promise<Judged> => {
  const { id: triggerId, recovery_condition: recovery } = trigger;
  const nothing = rowCount(whole.answer) === 0 ? { noData: true } : {};
  const judged = { triggerId, kind: 'judged' as const, ...nothing };
  if (nothing.noData && trigger.no_data) return { verdict: { ...judged, groups: [] } };
  try {
    const { group, own } = await groupOf(inquiry, trigger, whole);
    const isAsked = recovery && !group.triggered && hasOpenAlert(inquiry.alerts, triggerId);
    const left = isAsked && (await remaining(inquiry, whole, recovery.script.source));
    const recovered = left ? { recovered: rowCount(left) > 0 } : {};
    const verdict: Verdict = { ...judged, groups: [{ ...group, ...recovered }] };
    return { verdict, ...(own ? { own } : {}) };
  } catch (error) {
    // What the cluster says about this one condition; whatever else it is, is about the run.
    if (!(error instanceof WatchkeeperError) || error.code !== 'cluster_refused') throw error;
    const { message, details } = error;
    const code = typeof details.type === 'string' ? details.type : error.code;
    return { verdict: { triggerId, kind: 'problem', problem: { code, message } } };
  }
};

/**
 * A query in PPL, and conditions over its rows. A condition of its own is a further command behind the query, asked
 * apart.
 */
export const preparePpl = (monitor: PplMonitor): Prepared => {
  const source = monitor.inputs[0].ppl_input.query;
  const triggers = monitor.triggers.map(({ ppl_trigger: trigger }) => trigger);
  return {
    async judge(inquiry: Inquiry) {
      const { cluster, window, timeoutMs } = inquiry;
      const query = renderPpl(source, window);
      const answer = await askPpl(cluster, query, timeoutMs);
      const whole = { query, answer, count: once(() => countOf(inquiry, query, answer)) };
      const judged = await Promise.all(
        triggers.map((trigger) => judgeOne(inquiry, trigger, whole))
      );
      const own = judged.flatMap(({ verdict, own: rows }) =>
        rows ? [[verdict.triggerId, rows] as const] : []
      );
      return {
        hits: rowCount(answer),
        finding: {
          kind: 'answer',
          results: own.length > 0 ? [answer, Object.fromEntries(own)] : [answer],
          verdicts: judged.map(({ verdict }) => verdict),
        },
      };
    },
  };
};
