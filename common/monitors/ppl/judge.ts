import type { PPL_COMPARISONS, PplTrigger } from '../trigger';
import type { GroupVerdict } from '../verdict';

type Comparison = (typeof PPL_COMPARISONS)[number];

const COMPARE: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

const FALLS: ReadonlySet<Comparison> = new Set(['<', '<=']);

/** No cluster sends fewer rows than this when there are more: below it, what came is all there is. */
export const SURELY_ALL = 200;

type CountTrigger = Pick<PplTrigger, 'num_results_condition' | 'num_results_value'>;

const comparisonOf = ({
  num_results_condition: comparison,
  num_results_value: value,
}: CountTrigger) => ({
  comparison: comparison ?? '>',
  value: value ?? 0,
});

/** Whether more rows than came could change the answer: then they have to be counted. */
export const needsCount = (trigger: PplTrigger, rows: number): boolean => {
  if (trigger.type === 'custom' || rows < SURELY_ALL) return false;
  const { comparison, value } = comparisonOf(trigger);
  const isSettled = comparison === '==' || comparison === '!=' ? rows > value : false;
  const isAbove = (comparison === '>' || comparison === '>=') && COMPARE[comparison](rows, value);
  const isBelow = FALLS.has(comparison) && !COMPARE[comparison](rows, value);
  return !isSettled && !isAbove && !isBelow;
};

/** Compares the number of rows. */
export const judgeCount = (trigger: CountTrigger, count: number): GroupVerdict => {
  const { comparison, value } = comparisonOf(trigger);
  return {
    key: '',
    triggered: COMPARE[comparison](count, value),
    value: String(count),
    measure: count,
    ...(FALLS.has(comparison) ? { worse: 'lower' as const } : {}),
  };
};

/** A condition of its own: true when rows remain. */
export const judgeRemaining = (count: number): GroupVerdict => ({
  key: '',
  triggered: count > 0,
  value: String(count),
  measure: count,
});
