import { isSearchMonitor } from '../../common/monitors/monitor';
import type { Monitor } from '../../common/monitors/monitor';
import type { WrappedTrigger } from '../../common/monitors/trigger';
import { bucketConditionInWords, scriptInWords } from './threshold_words';

const queryOf = (monitor: Monitor): string =>
  isSearchMonitor(monitor) ? monitor.inputs[0].search.query : '';

/** The condition of a trigger in plain words; undefined for one that can only be shown as a script. */
export const triggerInWords = (wrapped: WrappedTrigger, monitor: Monitor): string | undefined => {
  if ('bucket_level_trigger' in wrapped) {
    return bucketConditionInWords(wrapped.bucket_level_trigger.condition, queryOf(monitor));
  }
  return 'query_level_trigger' in wrapped
    ? scriptInWords(wrapped.query_level_trigger.condition.script.source, queryOf(monitor))
    : undefined;
};
