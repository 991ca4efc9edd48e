import { i18n } from '@osd/i18n';
import type { GroupCounts, TriggerResult } from '../../../common/monitors/run';
import { formatCount } from '../words';

/** `3 of 120 groups`: how many were true. */
export const groupsInShort = ({ judged, triggered }: GroupCounts): string =>
  i18n.translate('watchkeeper.runs.groupsText', {
    defaultMessage: '{triggered} of {judged, plural, one {# group} other {# groups}}',
    values: { judged, triggered: formatCount(triggered) },
  });

/** What became of the groups, in whole. */
export const groupSentences = ({ opened, ended, left_out: leftOut }: GroupCounts): string[] => [
  ...(opened > 0
    ? [
        i18n.translate('watchkeeper.runs.openedText', {
          defaultMessage: '{count, plural, one {# alert} other {# alerts}} opened',
          values: { count: opened },
        }),
      ]
    : []),
  ...(ended > 0
    ? [
        i18n.translate('watchkeeper.runs.endedText', {
          defaultMessage: '{count, plural, one {# alert} other {# alerts}} ended',
          values: { count: ended },
        }),
      ]
    : []),
  ...(leftOut
    ? [
        i18n.translate('watchkeeper.runs.leftOutText', {
          defaultMessage:
            '{count, plural, one {# group was} other {# groups were}} left out: {reason}',
          values: { count: leftOut.count, reason: leftOut.reason },
        }),
      ]
    : []),
];

/** What a trigger came to, in a word or two. */
export const valueText = ({ value, problem, groups, no_data: noData }: TriggerResult): string => {
  if (problem) return '?';
  if (groups) return groupsInShort(groups);
  if (value !== undefined) return value;
  return noData ? noDataText() : '–';
};

export const noDataText = (): string =>
  i18n.translate('watchkeeper.runs.noDataText', { defaultMessage: 'no data' });
