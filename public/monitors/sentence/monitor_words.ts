import { i18n } from '@osd/i18n';
import { isSearchMonitor, wrappedTriggersOf } from '../../../common/monitors/monitor';
import type { HeartbeatMonitor, Monitor, SearchMonitor } from '../../../common/monitors/monitor';
import { graceOf, periodOf } from '../../../common/monitors/heartbeat/standing';
import { readQuery } from '../../../common/monitors/query_builder/read_query';
import type { VisualQuery } from '../../../common/monitors/query_builder/visual_query';
import { DOCUMENT_COUNT } from '../../../common/monitors/threshold/measures';
import { readCondition } from '../../../common/monitors/threshold/read_condition';
import type { WrappedTrigger } from '../../../common/monitors/trigger';
import { formatDuration } from '../../shared/time';
import { triggerInWords } from '../trigger_words';
import { filtersInWords, lookBackInWords } from './query_words';

const scopeOf = (query: VisualQuery, indices: readonly string[]): string => {
  const values = { indices: indices.join(', '), span: lookBackInWords(query.lookBack) };
  const where = filtersInWords(query);
  if (where.length === 0) {
    return i18n.translate('watchkeeper.sentence.scopeText', {
      defaultMessage: '{indices} {span}',
      values,
    });
  }
  return i18n.translate('watchkeeper.sentence.filteredScopeText', {
    defaultMessage: '{indices} {span}, where {filters}',
    values: { ...values, filters: where.join('; ') },
  });
};

const searchScope = (monitor: SearchMonitor): { scope: string; groups: string } | undefined => {
  const { indices, query } = monitor.inputs[0].search;
  const read = readQuery(query);
  if (read.kind !== 'visual' || indices.length === 0) return undefined;
  return { scope: scopeOf(read.query, indices), groups: read.query.groupBy.join(', ') };
};

/** Whether the condition is about the number of documents alone: then it is "there are more than 5 documents". */
const countsDocuments = (wrapped: WrappedTrigger): boolean => {
  if (!('query_level_trigger' in wrapped)) return false;
  const read = readCondition(wrapped.query_level_trigger.condition.script.source);
  return (
    read.kind === 'visual' &&
    read.condition.thresholds.every(({ measure }) => measure === DOCUMENT_COUNT)
  );
};

const searchSentence = (
  wrapped: WrappedTrigger,
  condition: string,
  { scope, groups }: { scope: string; groups: string }
): string => {
  const values = { condition, scope, groups };
  if (groups !== '') {
    return i18n.translate('watchkeeper.sentence.groupsText', {
      defaultMessage: 'Alert for each {groups} when: {condition}, in {scope}.',
      values,
    });
  }
  return countsDocuments(wrapped)
    ? i18n.translate('watchkeeper.sentence.documentsText', {
        defaultMessage: 'Alert when there are {condition} in {scope}.',
        values,
      })
    : i18n.translate('watchkeeper.sentence.text', {
        defaultMessage: 'Alert when {condition}, in {scope}.',
        values,
      });
};

const sentenceOf = (
  wrapped: WrappedTrigger,
  condition: string,
  monitor: Monitor
): string | undefined => {
  if (isSearchMonitor(monitor)) {
    const found = searchScope(monitor);
    return found && searchSentence(wrapped, condition, found);
  }
  if (monitor.monitor_type === 'heartbeat_monitor') return undefined;
  return i18n.translate('watchkeeper.sentence.plainText', {
    defaultMessage: 'Alert when {condition}.',
    values: { condition },
  });
};

const heartbeatSentence = ({ inputs: [input] }: HeartbeatMonitor): string => {
  const [period, late] = [periodOf(input), periodOf(input) + graceOf(input)];
  if (!Number.isFinite(late)) return '';
  return i18n.translate('watchkeeper.sentence.heartbeatText', {
    defaultMessage: 'A ping is expected every {period}; it is missing after {late} without one.',
    values: { period: formatDuration(period), late: formatDuration(late) },
  });
};

/** What a monitor does, a sentence for each trigger; those that cannot be said in words are left out. */
export const monitorInWords = (monitor: Monitor): string[] => [
  ...(monitor.monitor_type === 'heartbeat_monitor' ? [heartbeatSentence(monitor)] : []),
  ...conditionSentences(monitor),
];

const conditionSentences = (monitor: Monitor): string[] =>
  wrappedTriggersOf(monitor).flatMap((wrapped) => {
    const condition = triggerInWords(wrapped, monitor);
    const sentence = condition === undefined ? undefined : sentenceOf(wrapped, condition, monitor);
    return sentence === undefined ? [] : [sentence];
  });
