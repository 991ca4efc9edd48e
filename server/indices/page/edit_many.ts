import { WatchkeeperError, messageOf } from '../../../common/errors';
import type { ActAnswer } from '../../../common/indices/indices_api';
import type { BulkSettings } from '../../../common/indices/page/bulk_settings';
import type { Audit } from '../../audit/types';
import type { By } from '../types';

/** At once: each is a change of the cluster's state, which the cluster makes one after the other anyway. */
const AT_ONCE = 4;

const UNCONFIRMED = 'The cluster has begun it, but not confirmed it in time.';

/** Undefined where it is done. */
const change = async (
  { cluster }: By,
  index: string,
  changes: BulkSettings['changes']
): Promise<WatchkeeperError | undefined> => {
  try {
    const path = `/${encodeURIComponent(index)}/_settings`;
    const { body } = await cluster.request<{ acknowledged?: boolean }>({
      ...{ method: 'PUT', path, body: changes },
    });
    if (body.acknowledged !== false) return undefined;
    return new WatchkeeperError('cluster_refused', UNCONFIRMED);
  } catch (error) {
    if (error instanceof WatchkeeperError) return error;
    return new WatchkeeperError('internal', messageOf(error));
  }
};

/**
 * Gives the same settings to many indices, as the caller. One that fails does not keep the others.
 *
 * @throws WatchkeeperError `forbidden` where the caller may not do it to any of them
 */
export const editMany = async (
  by: By,
  audit: Audit,
  { indices, changes }: BulkSettings
): Promise<ActAnswer> => {
  const names = [...new Set(indices)];
  const errors = new Map<string, WatchkeeperError>();
  for (let start = 0; start < names.length; start += AT_ONCE) {
    const some = names.slice(start, start + AT_ONCE);
    const answers = await Promise.all(some.map((name) => change(by, name, changes)));
    answers.forEach((error, place) => error && errors.set(some[place], error));
  }
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
