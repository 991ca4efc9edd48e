import { dayOf } from '../../indices/families';
import type { IndexFacts } from '../decide/facts';
import type { Policy } from '../policy/policy';
import type { Scenario } from '../simulate/scenario';
import type { SimulatedIndex } from '../simulate/timeline';
import { walk } from '../simulate/walk';
import type { Walked } from '../simulate/walk';
import { countedUp, datedName } from './names_to_come';
import type { Source } from './population';

/** One source makes no more than this: a rollover every few minutes is a mistake, not a forecast. */
export const MOST_MADE = 2000;

/** An index that a source will make. */
export interface Made {
  walked: Walked;
  name: string;
  later: number;
}

/** In a policy with crons the day of the week matters, so that no course is like another. */
const usesCron = ({ states }: Policy): boolean =>
  states.some(({ transitions }) => transitions.some(({ conditions }) => conditions?.cron));

const emptyLike = (like: IndexFacts, name: string, created_at: number): IndexFacts => ({
  ...like,
  ...{ name, uuid: name, created_at, status: 'open', rollovers: [] },
  ...{ docs: 0, primary_bytes: 0, largest_shard_bytes: 0 },
});

interface Follow {
  source: Source;
  scenario: Scenario;
  horizon: number;
}

const followNew = (
  { source: { policy, like }, scenario, horizon }: Follow,
  name: string,
  at: number,
  until?: number
): Walked => {
  const index: SimulatedIndex = {
    facts: emptyLike(like, name, at),
    written: true,
    ...(until === undefined ? {} : { written_until: until }),
  };
  return walk(policy, index, scenario, at, horizon);
};

/** When an index is rolled over, in its course. */
export const rolledAt = ({ events }: Walked): number | undefined =>
  events.find(({ kind, action }) => kind === 'action' && action === 'rollover')?.at;

function* madeByClock(follow: Follow): Generator<Made> {
  const { source, horizon } = follow;
  const { rhythm, like, name: pattern, policy } = source;
  if (rhythm.kind !== 'dated') return;
  const { every, count, next_at: first } = rhythm;
  const alike = !usesCron(policy);
  let walked: Walked | undefined;
  let made = 0;
  for (let at = first; at <= horizon && made < MOST_MADE; at += every) {
    const day = dayOf(like.name);
    const name = datedName({ name: like.name, ...(day ? { day } : {}) }, pattern, at, every);
    if (!walked || !alike) walked = followNew(follow, name, at, at + every);
    const later = alike ? at - first : 0;
    for (let each = 0; each < count && made < MOST_MADE; each++, made++) {
      yield { walked, name: count === 1 ? name : `${name} (${each + 1})`, later };
    }
  }
}

function* madeByRollover(follow: Follow, rolled: number | undefined): Generator<Made> {
  const { source, horizon } = follow;
  const alike = !usesCron(source.policy);
  let at = rolled;
  let model: { walked: Walked; at: number; next: number | undefined } | undefined;
  for (let made = 1; at !== undefined && at <= horizon && made <= MOST_MADE; made++) {
    const name = countedUp(source.like.name, made);
    if (!model || !alike) {
      const walked = followNew(follow, name, at);
      model = { walked, at, next: rolledAt(walked) };
    }
    const later = at - model.at;
    yield { walked: model.walked, name, later };
    at = model.next === undefined ? undefined : model.next + later;
  }
}

/**
 * The indices that a source makes until the horizon, in one scenario, in their order. What differs only in when it is
 * made is followed once.
 *
 * @param rolled when the newest one of a source by rollover is rolled over
 */
export const madeBy = (follow: Follow, rolled: number | undefined): Generator<Made> =>
  follow.source.rhythm.kind === 'dated' ? madeByClock(follow) : madeByRollover(follow, rolled);
