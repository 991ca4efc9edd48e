import type { IndexFacts } from '../decide/facts';
import type { Policy } from '../policy/policy';
import { scenariosOf } from '../simulate/scenario';
import { coursesOf, timelineOf } from '../simulate/simulate_index';
import { NATIVE_TICKS } from '../simulate/timeline';
import type { Ticks, Timeline } from '../simulate/timeline';
import { calendarOf } from './calendar';
import type { Calendar } from './calendar';
import type { Member, Population, Source } from './population';
import { forecastFrom } from './range';
import type { Forecast } from './range';
import { MOST_MADE, madeBy, rolledAt } from './sources';
import { Tally } from './tally';
import { tiersOf } from './tiers';
import type { TierOf } from './tiers';

export interface ForecastOptions {
  now: number;
  /** Epoch milliseconds. */
  horizon: number;
  ticks?: Ticks;
  /** When the days of the reader begin; default: those of UTC. */
  day_starts?: readonly number[];
}

/** What becomes of one index that is there. */
export interface Course {
  facts: IndexFacts;
  policy_id?: string;
  timeline: Timeline;
}

/** So many indices between two looks at the clock. */
const AT_ONCE = 20;

type Tallies = readonly [early: Tally, expected: Tally, late: Tally];

class Forecaster {
  readonly tallies: Tallies;
  readonly courses: Course[] = [];
  cut = false;
  made = 0;
  private readonly calendar: Calendar;
  private readonly ticks: Ticks;
  private readonly tierOf = new Map<Policy, TierOf>();
  /** When the newest index of each source is rolled over, by its name and the scenario. */
  private readonly rolled = new Map<string, Array<number | undefined>>();
  private readonly rollers: ReadonlySet<string>;

  constructor(
    private readonly population: Population,
    private readonly options: ForecastOptions
  ) {
    const { now, horizon, day_starts: starts, ticks = NATIVE_TICKS } = options;
    this.calendar = calendarOf(now, horizon, starts);
    this.ticks = ticks;
    const tally = (keepsNames: boolean): Tally => new Tally(this.calendar, keepsNames);
    this.tallies = [tally(false), tally(true), tally(false)];
    const rolled = population.sources.filter(({ rhythm }) => rhythm.kind === 'rolled');
    this.rollers = new Set(rolled.map(({ like }) => like.name));
  }

  *run(): Generator<number, Forecast> {
    const { members, sources } = this.population;
    const steps = members.length + sources.length;
    let done = 0;
    for (const member of members) {
      this.follow(member);
      if (++done % AT_ONCE === 0) yield done / steps;
    }
    for (const source of sources) {
      for (let place = 0; place < 3; place++) this.followMade(source, place);
      done += 1;
      yield done / steps;
    }
    const { calendar, tallies, courses, cut, made } = this;
    return forecastFrom({ calendar, tallies, courses, cut, made });
  }

  private follow({ policy, policy_id, index }: Member): void {
    const { now, horizon } = this.options;
    const courses = coursesOf(policy, index, { now, horizon, ticks: this.ticks });
    const scenarios = scenariosOf(index, this.ticks);
    const { facts } = index;
    const whose = { name: facts.name, ...(policy_id ? { policy_id } : {}) };
    courses.forEach((walked, place) =>
      this.tallies[place].add({
        ...{ walked, ...whose, to_come: false },
        ...{ tierOf: this.tiers(policy), scenario: scenarios[place] },
      })
    );
    if (this.rollers.has(facts.name)) this.rolled.set(facts.name, courses.map(rolledAt));
    const timeline = timelineOf(courses);
    this.courses.push({ facts, timeline, ...(policy_id ? { policy_id } : {}) });
  }

  private followMade(source: Source, place: number): void {
    const { policy, policy_id, like, growth } = source;
    const scenario = scenariosOf({ facts: like, growth, written: true }, this.ticks)[place];
    const { horizon } = this.options;
    let count = 0;
    const rolled = this.rolled.get(like.name)?.[place];
    for (const { walked, name, later } of madeBy({ source, scenario, horizon }, rolled)) {
      count += 1;
      this.tallies[place].add({
        ...{ walked, name, later, to_come: true, scenario },
        ...(policy_id ? { policy_id } : {}),
        tierOf: this.tiers(policy),
      });
    }
    if (place === 1) this.made += count;
    this.cut ||= count >= MOST_MADE;
  }

  private tiers(policy: Policy): TierOf {
    const known = this.tierOf.get(policy) ?? tiersOf(policy);
    this.tierOf.set(policy, known);
    return known;
  }
}

/**
 * What becomes of many indices until the horizon, in small steps: each gives how much is done (0 to 1), so that a page
 * can draw in between.
 */
export const forecasting = (
  population: Population,
  options: ForecastOptions
): Generator<number, Forecast> => new Forecaster(population, options).run();

/** The same at once. */
export const forecast = (population: Population, options: ForecastOptions): Forecast => {
  const run = forecasting(population, options);
  for (;;) {
    const { done, value } = run.next();
    if (done) return value;
  }
};
