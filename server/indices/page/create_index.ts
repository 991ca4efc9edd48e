import { WatchkeeperError, invalidInput } from '../../../common/errors';
import type { IndexDetail } from '../../../common/indices/indices_api';
import { checkNewIndex } from '../../../common/indices/page/new_index';
import type { NewIndex } from '../../../common/indices/page/new_index';
import type { Audit } from '../../audit/types';
import { noteAct } from '../audited';
import { isThereAlready } from '../cluster_answers';
import { readIndex } from '../listing/read_index';
import type { By } from '../types';

/**
 * Makes an index, as the caller.
 *
 * @throws WatchkeeperError `invalid_input`; `conflict` where there is one of this name; what the cluster refuses
 */
export const createIndex = async (
  { cluster, caller }: By,
  audit: Audit,
  name: string,
  index: NewIndex
): Promise<IndexDetail> => {
  const problems = checkNewIndex(name, index);
  if (problems.length > 0) throw invalidInput(problems);
  try {
    await cluster.request({
      ...{ method: 'PUT', path: `/${encodeURIComponent(name)}`, body: index.body },
    });
  } catch (error) {
    if (!isThereAlready(error)) throw error;
    const message = `There is an index ${name} already. Choose another name.`;
    throw new WatchkeeperError('conflict', message, { name });
  }
  await noteAct(audit, caller, 'index.created', name);
  return readIndex(cluster, name);
};
