/**
 * A document that queries of a document-level monitor matched. Create-only, with a deterministic id. Field names follow
 * OpenSearch Alerting's finding document. Instants are epoch milliseconds.
 */
export interface Finding {
  id: string;
  monitor_id: string;
  monitor_name: string;
  index: string;
  related_doc_ids: readonly string[];
  queries: ReadonlyArray<{ id: string; name: string; query: string; tags: readonly string[] }>;
  /** When it was found. */
  timestamp: number;
  at: number;
  rev: number;
}
