import { i18n } from '@osd/i18n';
import { isSearchMonitor, wrappedTriggersOf } from '../../../common/monitors/monitor';
import type { Monitor, SearchMonitor } from '../../../common/monitors/monitor';
import { readQuery } from '../../../common/monitors/query_builder/read_query';
import type { VisualQuery } from '../../../common/monitors/query_builder/visual_query';
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

const sentenceOf = (condition: string, monitor: Monitor): string | undefined => {
  if (!isSearchMonitor(monitor)) {
    return i18n.translate('watchkeeper.sentence.plainText', {
      defaultMessage: 'Alert at: {condition}.',
      values: { condition },
    });
  }
  const found = searchScope(monitor);
  if (!found) return undefined;
  const { scope, groups } = found;
  return groups === ''
    ? i18n.translate('watchkeeper.sentence.text', {
        defaultMessage: 'Alert at: {condition}, of {scope}.',
        values: { condition, scope },
      })
    : i18n.translate('watchkeeper.sentence.groupsText', {
        defaultMessage: 'Alert for each {groups} at: {condition}, of {scope}.',
        values: { condition, scope, groups },
      });
};

/** What a monitor does, a sentence for each trigger; those that cannot be said in words are left out. */
export const monitorInWords = (monitor: Monitor): string[] =>
  wrappedTriggersOf(monitor).flatMap((wrapped) => {
    const condition = triggerInWords(wrapped, monitor);
    const sentence = condition === undefined ? undefined : sentenceOf(condition, monitor);
    return sentence === undefined ? [] : [sentence];
  });
