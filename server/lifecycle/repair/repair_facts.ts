import { WatchkeeperError, notFound } from '../../../common/errors';
import { isRecord } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import { hasStopped } from '../../../common/lifecycle/native/failure_class';
import { aliasOf } from '../../../common/lifecycle/repair/plan_repair';
import type { AliasMember, RepairFacts } from '../../../common/lifecycle/repair/plan_repair';
import type { Repair } from '../../../common/lifecycle/repair/repair_api';
import type { Cluster } from '../../cluster/types';
import { Gaps } from '../readings';
import type { By, Readings } from '../readings';
import { readIndexTemplates } from '../surroundings/read_templates';
import { readIndices } from '../surroundings/read_indices';

/** An alias as each index has it: filter and routing go on with it. */
export type AliasDefinitions = ReadonlyMap<string, JsonObject>;

export interface FoundFacts extends RepairFacts {
  definitions: AliasDefinitions;
}

/** No repair asks for these. */
const NOT_NEEDED = /^(?:When indices were rolled over|The sizes of the shards)/;

const readAlias = async (cluster: Cluster, alias: string): Promise<AliasDefinitions> => {
  const { status, body } = await cluster.request<Record<string, unknown>>(
    {
      ...{ method: 'GET', path: `/_alias/${encodeURIComponent(alias)}` },
      query: { expand_wildcards: 'all' },
    },
    { ignore: [404] }
  );
  const found = new Map<string, JsonObject>();
  for (const [index, entry] of status === 200 ? Object.entries(body) : []) {
    const aliases = isRecord(entry) ? entry.aliases : undefined;
    const definition = isRecord(aliases) ? aliases[alias] : undefined;
    if (isRecord(definition)) found.set(index, definition as JsonObject);
  }
  return found;
};

const memberOf = ([index, { is_write_index: is }]: [string, JsonObject]): AliasMember => ({
  index,
  ...(typeof is === 'boolean' ? { is_write_index: is } : {}),
});

/**
 * What a repair of an index is planned by, read now.
 *
 * @throws WatchkeeperError `not_found` for an index that is not there; `forbidden` where something that the plan rests on
 *   may not be read
 */
export const readRepairFacts = async (
  readings: Readings,
  by: By,
  name: string,
  repair: Repair
): Promise<FoundFacts> => {
  const gaps = new Gaps();
  const [found, { indices: managed }] = await Promise.all([
    readIndices(by.cluster, encodeURIComponent(name), gaps),
    readings.listManaged(by),
  ]);
  // A repair that is planned by half of the facts might take the alias from the wrong index.
  const needed = gaps.sentences.filter((sentence) => !NOT_NEEDED.test(sentence));
  if (needed.length > 0) throw new WatchkeeperError('forbidden', needed.join(' '));
  const facts = found?.find((each) => each.facts.name === name)?.facts;
  if (!facts) throw notFound('index', name);
  const alias = aliasOf(repair, facts);
  const [definitions, templates] = await Promise.all([
    alias === undefined ? new Map<string, JsonObject>() : readAlias(by.cluster, alias),
    gaps.around('The index templates', () => readIndexTemplates(by.cluster)),
  ]);
  const own = managed.find(({ index }) => index === name);
  return {
    ...{ index: facts, definitions, templates: templates ?? [] },
    members: [...definitions].map(memberOf),
    stopped: own !== undefined && hasStopped(own),
  };
};
