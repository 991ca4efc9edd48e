/** A former or present content of a saved object. */
export interface ObjectVersion {
  id: string;
  object_type: string;
  object_id: string;
  /** Epoch milliseconds. */
  at: number;
  /** Who saved it, when the cluster knows users. */
  author?: string;
  /** What the author said about it. */
  note?: string;
  attributes: Record<string, unknown>;
  references: Array<{ name: string; type: string; id: string }>;
}
