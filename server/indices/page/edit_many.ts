import { WatchkeeperError, messageOf } from '../../../common/errors';
import type { ActAnswer } from '../../../common/indices/indices_api';
import type { BulkSettings } from '../../../common/indices/page/bulk_settings';
import type { Audit } from '../../audit/types';
import { toEachIndex, unconfirmed } from '../cluster_answers';
import type { ChangeAnswer } from '../cluster_answers';
import { demandExactIndices } from '../actions/exact_indices';
import type { By } from '../types';

/** Undefined where it is done. */
const change = async (
  { cluster }: By,
  index: string,
  changes: BulkSettings['changes']
): Promise<WatchkeeperError | undefined> => {
  try {
    const path = `/${encodeURIComponent(index)}/_settings`;
    const { body } = await cluster.request<ChangeAnswer>({
      ...{ method: 'PUT', path, body: changes },
    });
    const reason = unconfirmed(body);
    return reason === undefined ? undefined : new WatchkeeperError('cluster_refused', reason);
  } catch (error) {
    if (error instanceof WatchkeeperError) return error;
    return new WatchkeeperError('internal', messageOf(error));
  }
};

/**
 * Gives the same settings to many indices, as the caller. One that fails does not keep the others.
 *
 * @throws WatchkeeperError `invalid_input` where a name is not that of an index; `forbidden` where the caller may not do it to any of them
 */
export const editMany = async (
  by: By,
  audit: Audit,
  { indices, changes }: BulkSettings
): Promise<ActAnswer> => {
  const names = [...new Set(indices)];
  const { refused: unseen } = await demandExactIndices(by.cluster, names);
  const errors = new Map<string, WatchkeeperError>(unseen);
  const left = names.filter((name) => !unseen.has(name));
  const answers = await toEachIndex(left, (name) => change(by, name, changes));
  answers.forEach((error, place) => error && errors.set(left[place], error));
  const done = names.filter((name) => !errors.has(name));
  const who = by.caller.name === undefined ? {} : { who: by.caller.name };
  await audit.record(
    done.map((name) => ({
      ...who,
      ...({ what: 'index.settings_changed', object_id: name, name } as const),
    }))
  );
  const refused = [...errors.values()];
  if (done.length === 0 && refused.every(({ code }) => code === 'forbidden')) throw refused[0];
  const failed = [...errors].map(([index, { message }]) => ({ index, reason: message }));
  return { done, failed };
};
