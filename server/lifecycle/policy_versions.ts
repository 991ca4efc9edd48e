import { randomUUID } from 'crypto';
import { canonicalText } from '../../common/lifecycle/policy/canonical';
import type { PolicyRecord, PolicyVersion } from '../../common/lifecycle/api';
import type { JsonObject } from '../../common/json/record';
import type { ObjectVersion } from '../../common/versions';
import type { VersionStore } from '../storage/version_store';

/** The kind of object, in the store of versions. */
const LIFECYCLE_POLICY = 'lifecycle_policy';

type Body = PolicyRecord['body'];

/** Who saves, and why. */
export interface PolicyAuthor {
  name?: string;
  note?: string;
}

const versionOf = (
  id: string,
  body: Body,
  at: number,
  { name, note }: PolicyAuthor
): ObjectVersion => ({
  ...{ id: randomUUID(), object_type: LIFECYCLE_POLICY, object_id: id, at },
  ...(name ? { author: name } : {}),
  ...(note ? { note } : {}),
  attributes: { body },
  references: [],
});

/** Whether two documents mean the same, whatever the server has filled in. */
export const samePolicy = (one: Body, other: Body): boolean =>
  canonicalText(one as JsonObject) === canonicalText(other as JsonObject);

/** Newest first. */
export const policyVersions = async (store: VersionStore, id: string): Promise<PolicyVersion[]> =>
  (await store.of(LIFECYCLE_POLICY, id)).map(
    ({ id: version_id, at, author, note, attributes }) => ({
      ...{ version_id, at },
      ...(author ? { by: author } : {}),
      ...(note ? { note } : {}),
      body: attributes.body as Body,
    })
  );

export type LastChange = Pick<PolicyVersion, 'at' | 'by' | 'note' | 'body'>;

/** The newest version of each policy, by its id. */
export const lastChanges = async (store: VersionStore): Promise<ReadonlyMap<string, LastChange>> =>
  new Map(
    (await store.latest(LIFECYCLE_POLICY)).map(
      ({ object_id: id, at, author, note, attributes }) => [
        id,
        {
          ...{ at, body: attributes.body as Body },
          ...(author ? { by: author } : {}),
          ...(note ? { note } : {}),
        },
      ]
    )
  );

/**
 * Keeps what has been saved. What stood there before is kept as well where nobody has: somebody saved it without us, by
 * the API or by Terraform.
 */
export const keepVersion = async (
  store: VersionStore,
  saved: PolicyRecord,
  before: PolicyRecord | undefined,
  author: PolicyAuthor,
  now: number
): Promise<void> => {
  const { id, body } = saved;
  const versions = [versionOf(id, body, now, author)];
  if (before) {
    const [latest] = await policyVersions(store, id);
    if (latest === undefined || !samePolicy(latest.body, before.body)) {
      const at = Math.min(before.updated_at ?? now - 1, now - 1);
      versions.unshift(versionOf(id, before.body, at, { note: 'Saved outside of Watchkeeper.' }));
    }
  }
  await store.append(versions);
};
