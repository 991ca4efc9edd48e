import { JavaDouble } from '../../json/java_double';
import { BUCKET_SCRIPT, evaluateCondition, parseCondition } from '../conditions/condition';
import type { Threshold } from './threshold';

/** How many of some windows a threshold would have been true in. */
export interface Crossings {
  over: number;
  /** Windows that have a number at all. */
  judged: number;
}

/** Tells by the interpreter whether a threshold is true of a number. */
export const crossingTest = ({
  comparison,
  value,
}: Pick<Threshold, 'comparison' | 'value'>): ((measure: number) => boolean) => {
  const parsed = parseCondition(`params.measure ${comparison} ${value}`, BUCKET_SCRIPT);
  if (parsed.kind !== 'known') return () => false;
  return (measure) => {
    const result = evaluateCondition(parsed.program, { measure: new JavaDouble(measure) });
    return result.kind === 'value' && result.value === true;
  };
};

export const crossingsOf = (
  points: ReadonlyArray<{ measure?: number }>,
  threshold: Pick<Threshold, 'comparison' | 'value'>
): Crossings => {
  const isOver = crossingTest(threshold);
  const measures = points.flatMap(({ measure }) => measure ?? []);
  return { over: measures.filter(isOver).length, judged: measures.length };
};
