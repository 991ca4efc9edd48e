import { WatchkeeperError } from '../../../common/errors';
import { isRecord } from '../../../common/json/record';
import type { Cluster } from '../../cluster/types';
import { inGroups } from '../index_path';

const PATIENCE_MS = 10_000;
/** More names than fit into so many requests are looked for among all that there are. */
const MOST_GROUPS = 4;

const PARTS = ['indices', 'aliases', 'data_streams'] as const;

const namesIn = (body: unknown): string[] =>
  PARTS.flatMap((part) => {
    const entries = isRecord(body) ? body[part] : undefined;
    return Array.isArray(entries)
      ? entries.flatMap((entry) =>
          isRecord(entry) && typeof entry.name === 'string' ? [entry.name] : []
        )
      : [];
  });

/** What of the target the cluster lets the caller see; undefined where it is refused as a whole. */
const resolve = async (asCaller: Cluster, target: string): Promise<string[] | undefined> => {
  try {
    const { status, body } = await asCaller.request(
      {
        ...{ method: 'GET', path: `/_resolve/index/${target}` },
        query: { expand_wildcards: 'all' },
      },
      { ignore: [404], timeoutMs: PATIENCE_MS }
    );
    return status === 200 ? namesIn(body) : [];
  } catch (error) {
    if (error instanceof WatchkeeperError && error.code === 'forbidden') return undefined;
    throw error;
  }
};

/** As patterns: a name that is not there has the whole request refused. */
const targetOf = (names: readonly string[]): string =>
  names.map((name) => `${encodeURIComponent(name)}*`).join(',');

const resolveGroup = async (asCaller: Cluster, names: readonly string[]): Promise<string[]> => {
  const together = await resolve(asCaller, targetOf(names));
  if (together) return together;
  // One that may not be seen has had all of them refused.
  const each = names.length === 1 ? [] : names;
  const found = [];
  for (const name of each) found.push(...((await resolve(asCaller, targetOf([name]))) ?? []));
  return found;
};

/** Which of the names the cluster lets the caller see. What is not there any more nobody sees. */
export const seenNames = async (
  asCaller: Cluster,
  names: readonly string[]
): Promise<ReadonlySet<string>> => {
  const groups = inGroups([...new Set(names)]);
  const targets = groups.length > MOST_GROUPS ? [] : groups;
  const all = targets.length < groups.length ? await resolve(asCaller, '*') : [];
  const found = new Set(all ?? []);
  for (const group of targets) {
    for (const name of await resolveGroup(asCaller, group)) found.add(name);
  }
  return new Set(names.filter((name) => found.has(name)));
};
