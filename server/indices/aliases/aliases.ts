import { WatchkeeperError, invalidInput, notFound } from '../../../common/errors';
import { aliasRows, isWriteAlias } from '../../../common/indices/aliases/alias_rows';
import type { NamedStreams } from '../../../common/indices/aliases/alias_rows';
import type { AliasMember, AliasesAnswer, SaveAlias } from '../../../common/indices/aliases/api';
import { aliasRequest, checkAlias, planAlias } from '../../../common/indices/aliases/plan_alias';
import type { AliasesByIndex } from '../../../common/indices/rows/build_rows';
import { sameJson } from '../../../common/json/same_json';
import type { Cluster } from '../../cluster/types';
import { readPart } from '../listing/read_listing';

/** Every index is named, those without an alias too. */
const readByIndex = async (asCaller: Cluster): Promise<AliasesByIndex> => {
  const { body } = await asCaller.request<AliasesByIndex>({
    ...{ method: 'GET', path: '/*/_alias' },
    query: { expand_wildcards: 'all' },
  });
  return body;
};

/** All aliases that the caller may see, and the indices that they may be put on. */
export const readAliases = async (asCaller: Cluster): Promise<AliasesAnswer> => {
  const [byIndex, streams] = await Promise.all([
    readByIndex(asCaller),
    readPart<NamedStreams>(asCaller, 'Data streams', { method: 'GET', path: '/_data_stream/*' }),
  ]);
  return {
    aliases: aliasRows(byIndex, streams.body),
    indices: Object.keys(byIndex).sort(),
    gaps: streams.gap === undefined ? [] : [streams.gap],
  };
};

/** In which order the members stand says nothing. */
const inOrder = (members: readonly AliasMember[]): AliasMember[] =>
  [...members].sort((a, b) => (a.index < b.index ? -1 : 1));

const demandSeen = (
  name: string,
  now: readonly AliasMember[] | undefined,
  seen: readonly AliasMember[] | undefined
): void => {
  if (!seen && now) {
    const message = `There is an alias ${name} already. Choose another name, or open that one.`;
    throw new WatchkeeperError('conflict', message, { name });
  }
  if (seen && !sameJson(inOrder(seen), inOrder(now ?? []))) {
    const message = `Somebody else changed the alias ${name} after you opened it, or it was rolled over. Nothing was changed: open it again.`;
    throw new WatchkeeperError('conflict', message, { name });
  }
};

/**
 * Makes an alias what it shall be, in one request: nobody sees it half changed.
 *
 * @throws WatchkeeperError `invalid_input` at its place; `conflict` where it is not what the caller has seen
 */
export const saveAlias = async (
  asCaller: Cluster,
  name: string,
  { members, seen }: SaveAlias
): Promise<void> => {
  const byIndex = await readByIndex(asCaller);
  const problems = checkAlias(name, members, new Set(Object.keys(byIndex)));
  if (problems.length > 0) throw invalidInput(problems);
  const now = aliasRows(byIndex).find((row) => row.name === name)?.members;
  demandSeen(name, now, seen);
  const steps = planAlias(now ?? [], members);
  if (steps.length === 0) return;
  await asCaller.request({
    ...{ method: 'POST', path: '/_aliases', body: aliasRequest(name, steps) },
  });
};

/**
 * Takes an alias off all of its indices, in one request.
 *
 * @throws WatchkeeperError `not_found`; `invalid_input` where it is written through and not confirmed by its name
 */
export const removeAlias = async (
  asCaller: Cluster,
  name: string,
  confirm: string | undefined
): Promise<void> => {
  const row = aliasRows(await readByIndex(asCaller)).find((each) => each.name === name);
  if (!row) throw notFound('alias', name);
  if (isWriteAlias(row.members) && confirm !== name) {
    const message = `${row.write_index ?? 'An index'} is written through this alias. Type “${name}” to delete it.`;
    throw invalidInput([{ field: 'confirm', message }]);
  }
  await asCaller.request({
    ...{ method: 'POST', path: '/_aliases', body: aliasRequest(name, planAlias(row.members, [])) },
  });
};
