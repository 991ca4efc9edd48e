import { isRecord } from '../../json/record';
import type { AliasesByIndex } from '../rows/build_rows';
import type { AliasMember, AliasRow } from './api';

/** `GET /_data_stream` */
export interface NamedStreams {
  data_streams?: Array<{ name: string; indices?: Array<{ index_name: string }> }>;
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const memberOf = (index: string, alias: object): AliasMember => {
  const found: Record<string, unknown> = { ...alias };
  const { filter, is_write_index: writes, is_hidden: hidden } = found;
  const indexRouting = textIn(found.index_routing);
  const searchRouting = textIn(found.search_routing);
  return {
    index,
    ...(typeof writes === 'boolean' ? { is_write_index: writes } : {}),
    ...(isRecord(filter) ? { filter } : {}),
    ...(indexRouting === undefined ? {} : { index_routing: indexRouting }),
    ...(searchRouting === undefined ? {} : { search_routing: searchRouting }),
    ...(typeof hidden === 'boolean' ? { is_hidden: hidden } : {}),
  };
};

/** The index that an alias is written to: the one that says so, else its only one unless that says no. */
export const writeIndexOf = (members: readonly AliasMember[]): string | undefined => {
  const [first, ...others] = members;
  const said = members.find(({ is_write_index: writes }) => writes === true);
  if (said) return said.index;
  return first && others.length === 0 && first.is_write_index !== false ? first.index : undefined;
};

/** Whether something is written through it on purpose, as policies and rollover do. */
export const isWriteAlias = (members: readonly AliasMember[]): boolean =>
  members.some(({ is_write_index: writes }) => writes === true);

const streamsByIndex = ({ data_streams: streams = [] }: NamedStreams): Map<string, string> =>
  new Map(
    streams.flatMap(({ name, indices = [] }) =>
      indices.map(({ index_name: index }): [string, string] => [index, name])
    )
  );

/** The aliases of the cluster, by their names: it tells them by index. */
export const aliasRows = (byIndex: AliasesByIndex, streams: NamedStreams = {}): AliasRow[] => {
  const streamOf = streamsByIndex(streams);
  const found = new Map<string, AliasMember[]>();
  for (const index of Object.keys(byIndex).sort()) {
    for (const [name, alias] of Object.entries(byIndex[index].aliases ?? {})) {
      found.set(name, [...(found.get(name) ?? []), memberOf(index, alias)]);
    }
  }
  return [...found].map(([name, members]) => {
    const writeIndex = writeIndexOf(members);
    return {
      ...{ name, members },
      ...(writeIndex === undefined ? {} : { write_index: writeIndex }),
      is_hidden: members.some(({ is_hidden: hidden }) => hidden === true),
      data_streams: [...new Set(members.flatMap(({ index }) => streamOf.get(index) ?? []))],
    };
  });
};
