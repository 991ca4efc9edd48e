import type { RunProblem } from './run';

/** One thing that a trigger judges: everything, a bucket, a document. */
export interface GroupVerdict {
  /** Tells the groups of a trigger apart; canonical. Empty where a trigger judges one thing only. */
  key: string;
  /** The condition's answer. */
  triggered: boolean;
  /** The recovery condition's answer; absent where there is none. */
  recovered?: boolean;
  /** What the condition came to, as text. */
  value?: string;
  /** The number that it looked at, for the peak. */
  measure?: number;
  /** Which way it gets worse; `higher` where nothing is said. */
  worse?: 'higher' | 'lower';
  /** Of which field which value; empty for the group of everything. */
  group?: readonly GroupField[];
  /** What messages may show of it. */
  content?: GroupContent;
}

export interface GroupField {
  field: string;
  value: string;
}

export type GroupContent =
  | { kind: 'bucket'; bucket: unknown; parent_bucket_path: string }
  | {
      kind: 'documents';
      finding_ids: string[];
      /** `id|index` of each. */
      related_doc_ids: string[];
      /** Some of them, `{_index, _id, _source}`; what is long is cut. */
      documents: unknown[];
      /** Those that matched. */
      queries?: Array<{ id: string; name: string; tags: readonly string[] }>;
    }
  /** The alerts of other monitors that a composite one rests on. */
  | { kind: 'alerts'; alert_ids: string[]; monitor_ids: string[] };

/** What the condition of one trigger came to. */
export type Verdict = Judged | { triggerId: string; kind: 'problem'; problem: RunProblem };

export interface Judged {
  triggerId: string;
  kind: 'judged';
  /** A group that is not among them is not triggered. */
  groups: readonly GroupVerdict[];
  /** There was nothing to judge: the trigger's policy for that decides, where it has one. */
  noData?: boolean;
  /** A group that is not named stays as it is: each stands for something that has happened, such as a document. */
  lasting?: boolean;
  /** How many groups could not be looked at, with the reason. */
  leftOut?: { count: number; reason: string };
}
