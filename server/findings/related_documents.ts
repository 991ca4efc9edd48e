import { WatchkeeperError } from '../../common/errors';
import type { FindingRecord, RelatedDocument } from '../../common/findings/api';
import type { Finding } from '../../common/findings/finding';
import { reasonOf } from '../cluster/errors';
import type { ClusterErrorBody } from '../cluster/errors';
import { readRefusal } from '../cluster/permissions';
import type { Cluster } from '../cluster/types';

interface Answered {
  _id: string;
  found?: boolean;
  _source?: unknown;
  error?: ClusterErrorBody['error'];
}

type Documents = ReadonlyMap<string, RelatedDocument>;

const MISSING = 'index_not_found_exception';

const documentOf = (
  index: string,
  { _id: id, found, _source, error }: Answered
): RelatedDocument => {
  if (!error) return found ? { id, kind: 'found', source: _source } : { id, kind: 'gone' };
  const { type, reason } = reasonOf({ error });
  if (type === MISSING) return { id, kind: 'gone' };
  const refusal = readRefusal(reason, [index]);
  return refusal
    ? { id, kind: 'forbidden', reason: refusal.message }
    : { id, kind: 'failed', reason };
};

/** The refusal of one index is not that of the others. */
const withoutAnswer = (id: string, error: unknown): RelatedDocument => {
  if (!(error instanceof WatchkeeperError)) throw error;
  const { code, message: reason, details } = error;
  if (code === 'forbidden') return { id, kind: 'forbidden', reason };
  if (details.type === MISSING || details.status === 404) return { id, kind: 'gone' };
  return { id, kind: 'failed', reason };
};

const readIndex = async (
  asCaller: Cluster,
  index: string,
  ids: readonly string[]
): Promise<Documents> => {
  try {
    const { body } = await asCaller.request<{ docs: Answered[] }>({
      method: 'POST',
      path: `/${encodeURIComponent(index)}/_mget`,
      body: { ids },
    });
    return new Map(body.docs.map((doc) => [doc._id, documentOf(index, doc)]));
  } catch (error) {
    return new Map(ids.map((id) => [id, withoutAnswer(id, error)]));
  }
};

/**
 * The documents of findings as they are now, read as the caller: what somebody may not read is not shown, and says so.
 */
export const withDocuments = async (
  asCaller: Cluster,
  findings: readonly Finding[]
): Promise<FindingRecord[]> => {
  const idsOf = new Map<string, Set<string>>();
  for (const { index, related_doc_ids: ids } of findings) {
    const known = idsOf.get(index) ?? new Set<string>();
    idsOf.set(index, known);
    for (const id of ids) known.add(id);
  }
  const read = await Promise.all(
    [...idsOf].map(async ([index, ids]): Promise<[string, Documents]> => [
      index,
      await readIndex(asCaller, index, [...ids]),
    ])
  );
  const byIndex = new Map(read);
  return findings.map((finding) => ({
    ...finding,
    documents: finding.related_doc_ids.map(
      (id) => byIndex.get(finding.index)?.get(id) ?? { id, kind: 'gone' }
    ),
  }));
};
