import type { Cluster } from '../cluster/types';

export interface IndexSuggestions {
  indices: string[];
  aliases: string[];
  data_streams: string[];
}

interface Named {
  name: string;
}

interface Resolved {
  indices?: Named[];
  aliases?: Named[];
  data_streams?: Named[];
}

const MOST = 100;

const names = (list: Named[] = []): string[] =>
  list
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('.'))
    .slice(0, MOST);

/** Indices, aliases and data streams whose name contains the text, as the caller may see them. */
export const suggestIndices = async (
  asCaller: Cluster,
  text: string
): Promise<IndexSuggestions> => {
  const wanted = text.replace(/[\s,/?#"<>|\\]/g, '');
  const pattern = wanted === '' ? '*' : wanted.includes('*') ? wanted : `*${wanted}*`;
  const { status, body } = await asCaller.request<Resolved>(
    { method: 'GET', path: `/_resolve/index/${encodeURIComponent(pattern)}` },
    { ignore: [400, 404] }
  );
  if (status !== 200) return { indices: [], aliases: [], data_streams: [] };
  return {
    indices: names(body.indices),
    aliases: names(body.aliases),
    data_streams: names(body.data_streams),
  };
};
