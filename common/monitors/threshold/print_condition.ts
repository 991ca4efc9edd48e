import type { Threshold, VisualCondition } from './threshold';

const printThreshold = ({ measure, comparison, value }: Threshold): string =>
  `${measure} ${comparison} ${value}`;

/** The condition as Painless. `readCondition` gives back the same; of one threshold alone the join says nothing. */
export const printCondition = ({ join, thresholds }: VisualCondition): string =>
  thresholds.map(printThreshold).join(join === 'and' ? ' && ' : ' || ');
