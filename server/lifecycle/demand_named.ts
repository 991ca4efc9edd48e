import { invalidInput } from '../../common/errors';
import type { ManagedIndex } from '../../common/lifecycle/managed_index';
import { Gaps } from './readings';
import type { By, Readings } from './readings';
import { readIndices } from './surroundings/read_indices';
import type { FoundIndex } from './surroundings/read_indices';
import { targetOf } from './surroundings/read_surroundings';

/**
 * The engine would take the name of an alias or a data stream for all of its indices, which nobody has previewed.
 *
 * @throws WatchkeeperError `invalid_input` at `indices`
 */
export const demandIndices = (names: ReadonlySet<string>, found: readonly FoundIndex[]): void => {
  const own = new Set(found.map(({ facts }) => facts.name));
  const groups = found.flatMap(({ facts: { aliases, data_stream: stream } }) => [
    ...aliases.map(({ name }) => name),
    ...(stream ? [stream.name] : []),
  ]);
  const group = groups.find((name) => names.has(name) && !own.has(name));
  if (group === undefined) return;
  const message = `${group} is an alias or a data stream: name its indices one by one.`;
  throw invalidInput([{ field: 'indices', message }]);
};

/** Those of the names that are managed; undefined where that cannot be read, or some may be left out of the answer. */
export const managedOf = async (
  readings: Readings,
  by: By,
  names: ReadonlySet<string>
): Promise<ManagedIndex[] | undefined> => {
  const gaps = new Gaps();
  const found = await gaps.around('The managed indices', () => readings.listManaged(by));
  const managed = found?.indices.filter(({ index }) => names.has(index));
  return found?.cut && managed && managed.length < names.size ? undefined : managed;
};

/**
 * The engine would take the name of an alias or a data stream for all of its indices, which nobody has chosen. What is
 * known to be managed is an index.
 *
 * @throws WatchkeeperError `invalid_input` at `indices`
 */
export const demandNamed = async (
  readings: Readings,
  by: By,
  indices: readonly string[]
): Promise<void> => {
  const names = new Set(indices);
  const managed = await managedOf(readings, by, names);
  for (const { index } of managed ?? []) names.delete(index);
  if (names.size === 0) return;
  // What is not there at all the engine refuses by itself.
  const found = await readIndices(by.cluster, targetOf([...names]), new Gaps());
  demandIndices(names, found ?? []);
};
