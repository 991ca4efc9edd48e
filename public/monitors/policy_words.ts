import { i18n } from '@osd/i18n';
import { durationMs } from '../../common/monitors/duration';
import type { CatchUp, CatchUpPolicy, ErrorPolicy } from '../../common/monitors/monitor';
import type { Trigger } from '../../common/monitors/monitor';
import type { NoDataPolicy } from '../../common/monitors/trigger';
import { formatDuration } from '../shared/time';

/** What becomes of an answer with nothing in it. */
export const noDataLabel = (policy: NoDataPolicy | 'unset'): string => {
  switch (policy) {
    case 'unset':
      return i18n.translate('watchkeeper.policy.noDataUnset', {
        defaultMessage: 'Judge the condition over nothing',
      });
    case 'alert':
      return i18n.translate('watchkeeper.policy.noDataAlert', {
        defaultMessage: 'Raise an alert about that',
      });
    case 'ok':
      return i18n.translate('watchkeeper.policy.noDataOk', {
        defaultMessage: 'Take the condition as false',
      });
    case 'keep':
      return i18n.translate('watchkeeper.policy.noDataKeep', {
        defaultMessage: 'Leave the alert as it is',
      });
  }
};

/** What becomes of windows that were missed. */
export const catchUpLabel = (policy: CatchUpPolicy): string => {
  switch (policy) {
    case 'replay':
      return i18n.translate('watchkeeper.policy.catchUpReplay', {
        defaultMessage: 'Replay each of them',
      });
    case 'coalesce':
      return i18n.translate('watchkeeper.policy.catchUpCoalesce', {
        defaultMessage: 'Look at all of them in one run',
      });
    case 'skip':
      return i18n.translate('watchkeeper.policy.catchUpSkip', {
        defaultMessage: 'Skip them, but for the newest',
      });
  }
};

/** As far as the monitor says. */
export const catchUpInWords = ({ policy, most }: CatchUp): string =>
  most === undefined || policy === 'skip'
    ? catchUpLabel(policy)
    : i18n.translate('watchkeeper.policy.catchUpMost', {
        defaultMessage: '{policy}, the newest {most} at most',
        values: { policy: catchUpLabel(policy), most },
      });

export const errorPolicyInWords = ({ notify, after = 1 }: ErrorPolicy): string =>
  notify
    ? i18n.translate('watchkeeper.policy.errorNotify', {
        defaultMessage:
          '{after, plural, one {Its actions tell of the first failed run} other {Its actions tell of # failed runs in a row}}',
        values: { after },
      })
    : i18n.translate('watchkeeper.policy.errorSilent', {
        defaultMessage: 'Nobody is told; the error alert says so',
      });

const lengthOf = (duration: Trigger['for']): string => formatDuration(durationMs(duration));

/** How the alerts of a trigger come and go, a sentence for each thing that is set. */
export const policySentences = (trigger: Trigger): string[] => {
  const { for: wait, keep_firing_for: keep, recovery_condition: recovery } = trigger;
  const { occurrences, flapping, no_data: noData } = trigger;
  return [
    ...(wait
      ? [
          i18n.translate('watchkeeper.policy.forSentence', {
            defaultMessage: 'Is pending until the condition was true for {length}.',
            values: { length: lengthOf(wait) },
          }),
        ]
      : []),
    ...(occurrences
      ? [
          i18n.translate('watchkeeper.policy.occurrencesSentence', {
            defaultMessage: 'Is active when the condition was true in {times} of {of} runs.',
            values: occurrences,
          }),
        ]
      : []),
    ...(keep
      ? [
          i18n.translate('watchkeeper.policy.keepSentence', {
            defaultMessage: 'Stays active for {length} after the condition has ended.',
            values: { length: lengthOf(keep) },
          }),
        ]
      : []),
    ...(recovery
      ? [
          i18n.translate('watchkeeper.policy.recoverySentence', {
            defaultMessage: 'Ends only when this is true: {condition}',
            values: { condition: recovery.script.source },
          }),
        ]
      : []),
    ...(flapping
      ? [
          i18n.translate('watchkeeper.policy.flappingSentence', {
            defaultMessage: 'Flaps after more than {changes} changes in {of} runs.',
            values: flapping,
          }),
        ]
      : []),
    ...(noData
      ? [
          i18n.translate('watchkeeper.policy.noDataSentence', {
            defaultMessage: 'When there is nothing to judge: {policy}.',
            values: { policy: noDataLabel(noData) },
          }),
        ]
      : []),
  ];
};
