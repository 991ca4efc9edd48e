import { indexFamilies } from '../../common/indices/families';
import type { IndexFamily } from '../../common/indices/families';
import type { Cluster } from '../cluster/types';

interface Named {
  name: string;
}

interface Resolved {
  indices?: Array<Named & { data_stream?: string }>;
  aliases?: Named[];
  data_streams?: Named[];
}

/** More would only make a list longer than anybody reads. */
const MOST = 500;

const namesOf = (list: Named[] = []): string[] => list.map(({ name }) => name);

/** The families of all indices that the caller may see: a year of daily indices is one of them. */
export const readFamilies = async (asCaller: Cluster): Promise<{ families: IndexFamily[] }> => {
  const { status, body } = await asCaller.request<Resolved>(
    { method: 'GET', path: '/_resolve/index/*' },
    { ignore: [404] }
  );
  if (status === 404) return { families: [] };
  const families = indexFamilies({
    indices: namesOf((body.indices ?? []).filter((index) => index.data_stream === undefined)),
    aliases: namesOf(body.aliases),
    data_streams: namesOf(body.data_streams),
  });
  return { families: families.slice(0, MOST) };
};
