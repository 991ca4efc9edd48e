/** More steps than this and we give up: patterns of people need some hundreds. */
const MOST_SEEN = 20_000;

/** What a name must not begin with. Source: OpenSearch, `MetadataCreateIndexService`. */
const NEVER_FIRST = new Set(['-', '_', '+']);

/** What stands for any character that no pattern names. */
const FILLERS = [...'x0abcdefghijklmnopqrstuvwyz123456789'];

/** Where in a pattern a name that was read so far may stand: an asterisk may be passed over at once. */
const closed = (pattern: string, places: Iterable<number>): number[] => {
  const all = new Set<number>();
  for (let place of places) {
    all.add(place);
    while (pattern[place] === '*') all.add((place += 1));
  }
  return [...all].sort((a, b) => a - b);
};

const stepped = (pattern: string, places: readonly number[], letter: string): number[] =>
  closed(
    pattern,
    places.flatMap((place) => {
      if (pattern[place] === '*') return [place];
      return pattern[place] === letter ? [place + 1] : [];
    })
  );

/** A name that was begun, and where it stands in each pattern. */
interface Begun {
  name: string;
  places: number[][];
}

const isAt = (pattern: string, places: readonly number[]): boolean =>
  places.includes(pattern.length);

/**
 * One of the shortest names of an index that all of some patterns match, and none of others. Exact: without one there is
 * no such name. Only the asterisk has a meaning.
 *
 * It reads all patterns side by side, letter by letter: what decides is where in each of them a name may stand, so that
 * names which stand alike need not both be gone on with.
 *
 * @returns undefined: there is none; null: it was not found within many steps
 */
export const nameFor = (
  included: readonly string[],
  excluded: readonly string[] = []
): string | undefined | null => {
  const patterns = [...included, ...excluded];
  const letters = new Set(patterns.join('').replace(/\*/g, ''));
  const filler = FILLERS.find((each) => !letters.has(each));
  const alphabet = [...letters, ...(filler === undefined ? [] : [filler])];
  const fits = ({ name, places }: Begun): boolean =>
    name !== '' && patterns.every((pattern, i) => isAt(pattern, places[i]) === i < included.length);
  const canFit = ({ places }: Begun): boolean => included.every((_, i) => places[i].length > 0);

  const seen = new Set<string>();
  let begun: Begun[] = [{ name: '', places: patterns.map((pattern) => closed(pattern, [0])) }];
  while (begun.length > 0) {
    const next: Begun[] = [];
    for (const { name, places } of begun) {
      for (const letter of alphabet) {
        if (name === '' && NEVER_FIRST.has(letter)) continue;
        const one: Begun = {
          name: name + letter,
          places: patterns.map((pattern, i) => stepped(pattern, places[i], letter)),
        };
        const key = one.places.join('|');
        if (seen.has(key) || !canFit(one)) continue;
        if (fits(one)) return one.name;
        seen.add(key);
        next.push(one);
      }
    }
    if (seen.size > MOST_SEEN) return null;
    begun = next;
  }
  return undefined;
};
