/** A document that at least one query of a document-level monitor matched. */
export interface FoundDocument {
  index: string;
  id: string;
  /** The index by its unique id, and the shard: where its sequence number counts. */
  origin: string;
  seqNo: number;
  queryIds: readonly string[];
  /** Parsed losslessly; absent where nobody is going to be shown it. */
  source?: unknown;
}

/** As OpenSearch Alerting names documents: `id|index`. */
export const documentName = ({ id, index }: FoundDocument): string => `${id}|${index}`;

/** Deterministic, and another one for each version of a document: an index that comes back has another unique id. */
export const findingId = (monitorId: string, { origin, seqNo }: FoundDocument): string =>
  `${monitorId}.${origin}.${seqNo}`;

/** Tells documents, and versions of one, apart. Canonical. */
export const documentKey = ({ index, id, seqNo }: FoundDocument): string =>
  JSON.stringify([index, id, seqNo]);
