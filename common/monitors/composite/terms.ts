import type { Term } from '../boolean_expression';

/** `monitor[id=…]`: true when an alert of that monitor would be. */
export const isMonitorTerm = ({ subject, field }: Term): boolean =>
  subject === 'monitor' && field === 'id';
