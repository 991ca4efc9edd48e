import { BUCKET_SCRIPT } from '../conditions/condition';
import { unwrap } from '../trigger';
import type { WrappedTrigger } from '../trigger';
import { numberOfText } from './number_text';
import { readCondition } from './read_condition';
import type { Comparison } from './threshold';

/** The number that a trigger's condition holds its measure against. */
export interface FirstThreshold {
  comparison: Comparison;
  value: number;
}

const PPL_COMPARISONS: Readonly<Record<string, Comparison>> = {
  '>': '>',
  '>=': '>=',
  '<': '<',
  '<=': '<=',
  '==': '==',
  '!=': '!=',
};

/**
 * The bound of the first comparison, which is the one that a run notes the measure of; undefined where the condition
 * has none that can be shown.
 */
export const firstThreshold = (wrapped: WrappedTrigger): FirstThreshold | undefined => {
  if ('ppl_trigger' in wrapped) {
    const {
      type,
      num_results_condition: sign = '',
      num_results_value: value,
    } = wrapped.ppl_trigger;
    const comparison = PPL_COMPARISONS[sign ?? ''];
    return type === 'custom' || value === null || value === undefined || !comparison
      ? undefined
      : { comparison, value };
  }
  const trigger = unwrap(wrapped);
  if (!('condition' in trigger) || 'chained_alert_trigger' in wrapped) return undefined;
  const { source } = trigger.condition.script;
  const read =
    'bucket_level_trigger' in wrapped
      ? readCondition(source, BUCKET_SCRIPT)
      : readCondition(source);
  if (read.kind !== 'visual') return undefined;
  const [first] = read.condition.thresholds;
  const value = first && numberOfText(first.value);
  return value === undefined ? undefined : { comparison: first.comparison, value };
};
