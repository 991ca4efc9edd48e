import { actionKind } from '../actions/registry';
import { ROLLOVER_CONDITIONS } from '../actions/rollover';
import { checkRollover } from '../decide/check_rollover';
import type { ConditionCheck } from '../decide/check_conditions';
import type { IndexFacts } from '../decide/facts';
import { isRecord } from '../../json/record';
import type { Action } from '../policy/policy';
import { factsAt } from './future_facts';
import type { Future } from './future_facts';
import { isEstimated, metAt } from './predict_time';
import type { Scenario } from './scenario';

/** What will become of an action that begins at some instant. */
export type Prediction =
  | {
      outcome: 'done';
      /** Epoch milliseconds, before the ticks that its steps take. */
      at: number;
      estimated: boolean;
      change: Partial<IndexFacts>;
      /** False: nothing is written to the index from then on. */
      written?: false;
    }
  | { outcome: 'failed'; reason: string }
  | { outcome: 'waiting'; reason: string };

const done = (at: number, change: Partial<IndexFacts> = {}): Prediction => ({
  ...{ outcome: 'done', at, estimated: false, change },
});

interface Timed {
  at: number;
  estimated: boolean;
}

/** The earliest of several; in a tie the one that hangs on nothing. */
const earliest = (all: Timed[]): Timed =>
  all.reduce((best, each) => (each.at < best.at ? each : best), { at: Infinity, estimated: false });

const latest = (all: Timed[]): Timed =>
  all.reduce((worst, each) => (each.at > worst.at ? each : worst), { at: 0, estimated: false });

/** One of the conditions is enough; of groups, one as a whole. */
const rolloverAt = (
  params: Action['params'],
  conditions: readonly ConditionCheck[],
  timeOf: (condition: ConditionCheck) => Timed
): Timed => {
  const groups = Array.isArray(params.any_of) ? params.any_of.filter((each) => isRecord(each)) : [];
  if (groups.length === 0) return earliest(conditions.map(timeOf));
  const sizes = groups.map(
    (group) => ROLLOVER_CONDITIONS.filter((name) => (group[name] ?? null) !== null).length
  );
  const left = [...conditions];
  return earliest(sizes.map((size) => latest(left.splice(0, size).map(timeOf))));
};

const predictRollover = (
  { params }: Action,
  future: Future,
  now: number,
  scenario: Scenario
): Prediction => {
  const facts = factsAt(future, now, scenario);
  const check = checkRollover(params, facts, now);
  switch (check.outcome) {
    case 'failed':
      return { outcome: 'failed', reason: check.message };
    case 'done':
      return done(now);
    default: {
      const timeOf = (condition: ConditionCheck): Timed => ({
        at: metAt(condition, now, future, scenario),
        estimated: isEstimated(condition),
      });
      const when =
        check.outcome === 'roll'
          ? { at: now, estimated: false }
          : rolloverAt(params, check.conditions, timeOf);
      if (when.at === Infinity || ('empty' in check && !future.written)) {
        return { outcome: 'waiting', reason: 'None of its conditions will be met as it is.' };
      }
      const rollovers = [...facts.rollovers, { target: check.target, at: when.at }];
      return { ...when, outcome: 'done', change: { rollovers }, written: false };
    }
  }
};

const replicas = (params: Action['params']): Partial<IndexFacts> => ({
  replicas: Number(params.number_of_replicas ?? 0),
});

/** Until an action of this kind is through, apart from the ticks of its steps, we take no time for it. */
export const predictAction = (
  action: Action,
  future: Future,
  now: number,
  scenario: Scenario
): Prediction => {
  switch (action.type) {
    case 'rollover':
      return predictRollover(action, future, now, scenario);
    case 'replica_count':
      return done(now, replicas(action.params));
    case 'close':
      return done(now, { status: 'close' });
    case 'open':
      return done(now, { status: 'open' });
    case 'force_merge':
    case 'read_only':
      return { ...done(now), written: false } as Prediction;
    default:
      return actionKind(action.type)
        ? done(now)
        : { outcome: 'waiting', reason: `Nobody knows here what “${action.type}” does.` };
  }
};
