export const COMPARISONS = ['>', '>=', '<', '<=', '==', '!='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A value of the answer, held against another. */
export interface Threshold {
  /**
   * What is compared, as the condition writes it: `ctx.results[0].hits.total.value`, `ctx.results[0].aggregations.a.value`,
   * or of a bucket `params.count`.
   */
  measure: string;
  comparison: Comparison;
  /**
   * As the author wrote it: 5 and 5.0 stay apart. A text, which is only `==` or `!=` to something, has its quotes:
   * `"green"`.
   */
  value: string;
}

/** What the trigger editor shows of a condition: thresholds that must hold all, or any. */
export interface VisualCondition {
  join: 'and' | 'or';
  thresholds: Threshold[];
}

/** What a condition's script is to the trigger editor. */
export type ReadCondition =
  | { kind: 'visual'; condition: VisualCondition }
  /** It stays a script; the reason names what cannot be shown. */
  | { kind: 'script'; reason: string };

/** What stays, when two sides change places. */
export const FLIPPED: Readonly<Record<Comparison, Comparison>> = {
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
  '==': '==',
  '!=': '!=',
};
