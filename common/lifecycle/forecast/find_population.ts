import { dayOf, patternOf } from '../../indices/families';
import type { IndexFacts } from '../decide/facts';
import type { LintedIndex } from '../lint/surroundings';
import type { Growth, SimulatedIndex } from '../simulate/timeline';
import { growthBy, intakeOf } from './growth';
import type { Managed, Member, Population, Rhythm, Source } from './population';

const DAY = 86_400_000;
/** A family that has missed this many of its turns, and as many days, has come to its end. */
const TURNS_MISSED = 3;
/** So many of the newest tell how often there is a new one. */
const TURNS_LOOKED_AT = 30;
const NUMBERED = /-\d{6}$/;

interface Family {
  name: string;
  kind: Rhythm['kind'];
  indices: IndexFacts[];
}

/** What is known of how an index is written to. */
interface Written {
  growth: Growth;
  written: boolean;
  written_until?: number;
}

/** The alias by which an index is rolled over, if any. */
const rolledBy = ({ aliases, rollover_alias: set }: IndexFacts): string | undefined =>
  aliases.find(({ name, is_write_index: is }) => is !== undefined || name === set)?.name;

const familyOf = (facts: IndexFacts): Pick<Family, 'name' | 'kind'> | undefined => {
  const rolled = facts.data_stream?.name ?? rolledBy(facts);
  if (rolled !== undefined) return { name: rolled, kind: 'rolled' };
  const pattern = NUMBERED.test(facts.name) ? undefined : patternOf(facts.name);
  return pattern === undefined ? undefined : { name: pattern, kind: 'dated' };
};

const familiesOf = (indices: readonly LintedIndex[]): Family[] => {
  const families = new Map<string, Family>();
  for (const { facts } of indices) {
    const found = familyOf(facts);
    if (!found) continue;
    const key = `${found.kind} ${found.name}`;
    const family = families.get(key) ?? { ...found, indices: [] };
    families.set(key, family);
    family.indices.push(facts);
  }
  return [...families.values()];
};

const isWriteIndex = ({ data_stream: stream, aliases }: IndexFacts): boolean =>
  stream?.is_write_index ?? aliases.some(({ is_write_index: is, members }) => is ?? members === 1);

/** A closed index does not tell what it holds. */
const isKnown = ({ docs }: IndexFacts): boolean => docs !== undefined;

/** When an index was made by its name, else by the cluster. */
const madeAt = ({ name, created_at: created }: IndexFacts): number => {
  const day = dayOf(name);
  const named = day === undefined ? NaN : Date.parse(`${day}T00:00:00Z`);
  // `2026-02-31` is no day.
  return Number.isNaN(named) ? created : named;
};

interface Turns {
  /** Milliseconds. */
  every: number;
  count: number;
  newest_at: number;
}

const turnsOf = (indices: readonly IndexFacts[]): Turns | undefined => {
  const instants = [...new Set(indices.map(madeAt))].sort((a, b) => b - a);
  const [newest] = instants;
  const gaps = instants
    .slice(0, TURNS_LOOKED_AT)
    .flatMap((instant, place) => (place === 0 ? [] : [instants[place - 1] - instant]))
    .sort((a, b) => a - b);
  // One index alone may be the first of its kind as well as the only one.
  const every = gaps[Math.floor(gaps.length / 2)] ?? 0;
  if (!Number.isFinite(newest) || every < DAY) return undefined;
  return {
    every,
    count: Math.max(1, Math.round(indices.length / instants.length)),
    newest_at: newest,
  };
};

/** What a family tells: of each of its indices, and of those to come. */
interface Told {
  written: Map<string, Written>;
  source?: Omit<Source, keyof Managed>;
}

const toldByTurns = ({ name, indices }: Family, now: number): Told => {
  const written = new Map<string, Written>();
  const turns = turnsOf(indices);
  if (!turns) return { written };
  const { every, count, newest_at: newest } = turns;
  const ordered = [...indices].sort((a, b) => madeAt(b) - madeAt(a));
  const finished = ordered.filter((facts) => madeAt(facts) < newest && isKnown(facts));
  const growth = growthBy(
    finished.length > 0
      ? finished.map((facts) => intakeOf(facts, every))
      : [intakeOf(ordered[0], now - newest)]
  );
  for (const facts of indices) {
    const until = madeAt(facts) + every;
    const goesOn = until > now;
    written.set(facts.name, {
      growth,
      written: goesOn,
      ...(goesOn ? { written_until: until } : {}),
    });
  }
  if (newest < now - Math.max(TURNS_MISSED * every, TURNS_MISSED * DAY)) return { written };
  const missed = Math.max(1, Math.ceil((now - newest) / every));
  const rhythm: Rhythm = { kind: 'dated', every, count, next_at: newest + missed * every };
  return { written, source: { name, like: ordered[0], growth, rhythm } };
};

const toldByRollovers = ({ name, indices }: Family, now: number): Told => {
  const ordered = [...indices].sort((a, b) => b.created_at - a.created_at);
  const newest = ordered.find(isWriteIndex);
  const finished = ordered.flatMap((facts, place) => {
    const end =
      facts.rollovers.find(({ target }) => target === name)?.at ?? ordered[place - 1]?.created_at;
    return facts === newest || end === undefined || !isKnown(facts)
      ? []
      : [intakeOf(facts, end - facts.created_at)];
  });
  const own = newest ? [intakeOf(newest, now - newest.created_at)] : [];
  const growth = growthBy(finished.length > 0 ? finished : own);
  return {
    written: new Map(indices.map((facts) => [facts.name, { growth, written: facts === newest }])),
    ...(newest ? { source: { name, like: newest, growth, rhythm: { kind: 'rolled' } } } : {}),
  };
};

/** An index without a family, as it has grown so far. */
const alone = (facts: IndexFacts, now: number): Written => ({
  growth: growthBy([intakeOf(facts, now - facts.created_at)]),
  written: now - facts.created_at < DAY,
});

/**
 * What a forecast of these indices is about: each with how it grows, and what goes on making others.
 *
 * @param manage under which policy an index is to be; undefined: under none, and it is left out
 */
export const populationOf = (
  indices: readonly LintedIndex[],
  manage: (index: LintedIndex) => Managed | undefined,
  now: number
): Population => {
  const told = familiesOf(indices).map((family) =>
    family.kind === 'rolled' ? toldByRollovers(family, now) : toldByTurns(family, now)
  );
  const written = new Map(told.flatMap((each) => [...each.written]));
  const managed = new Map<string, Managed>();
  const members = indices.flatMap((index): Member[] => {
    const by = manage(index);
    if (!by) return [];
    const { facts, cursor, policy_id: id } = index;
    managed.set(facts.name, by);
    const simulated: SimulatedIndex = {
      facts,
      ...(written.get(facts.name) ?? alone(facts, now)),
      // Where it stands in another policy says nothing of this one.
      ...(cursor && by.policy_id !== undefined && by.policy_id === id ? { cursor } : {}),
    };
    return [{ ...by, index: simulated }];
  });
  const sources = told.flatMap(({ source }): Source[] => {
    const by = source && managed.get(source.like.name);
    return by ? [{ ...by, ...source }] : [];
  });
  return { members, sources };
};
