import { i18n } from '@osd/i18n';
import type { AuditEntry } from '../../../../common/audit/entry';
import type { HistoryStep } from '../../../../common/lifecycle/history/read_history';
import { managedActionLabel } from '../managed_filters';

/** What happened, in a few words. */
export const stepText = ({ outcome, state = '', to = '', action }: HistoryStep): string => {
  const values = { state, to, action: action === undefined ? '' : managedActionLabel(action) };
  switch (outcome) {
    case 'begun':
      return i18n.translate('watchkeeper.lifecycle.history.begunText', {
        defaultMessage: 'The policy took it in, in “{state}”',
        values,
      });
    case 'moved':
      return i18n.translate('watchkeeper.lifecycle.history.movedText', {
        defaultMessage: 'Went on to “{to}”',
        values,
      });
    case 'done':
      return i18n.translate('watchkeeper.lifecycle.history.doneText', {
        defaultMessage: '{action}: step done',
        values,
      });
    case 'failed':
      return i18n.translate('watchkeeper.lifecycle.history.failedText', {
        defaultMessage: '{action} failed, to be tried again',
        values,
      });
    case 'stopped':
      return action === undefined
        ? i18n.translate('watchkeeper.lifecycle.history.stoppedText', {
            defaultMessage: 'It stopped',
          })
        : i18n.translate('watchkeeper.lifecycle.history.actionStoppedText', {
            defaultMessage: '{action} failed for good',
            values,
          });
    case 'completed':
      return i18n.translate('watchkeeper.lifecycle.history.completedText', {
        defaultMessage: 'The policy was done',
      });
    case 'noted':
      return action === undefined
        ? i18n.translate('watchkeeper.lifecycle.history.notedText', {
            defaultMessage: 'Noted by the engine',
          })
        : values.action;
  }
};

/** What somebody did. */
export const actText = ({ what, details }: AuditEntry): string => {
  const values = { policy: details?.policy_id ?? '', state: details?.state ?? '' };
  switch (what) {
    case 'index.policy_applied':
      return i18n.translate('watchkeeper.lifecycle.history.appliedText', {
        defaultMessage: 'Policy “{policy}” applied',
        values,
      });
    case 'index.policy_removed':
      return i18n.translate('watchkeeper.lifecycle.history.removedText', {
        defaultMessage: 'Policy removed',
      });
    case 'index.policy_changed':
      return i18n.translate('watchkeeper.lifecycle.history.changedText', {
        defaultMessage: 'Policy changed to “{policy}”',
        values,
      });
    case 'index.rollover_repaired':
      return i18n.translate('watchkeeper.lifecycle.history.repairedText', {
        defaultMessage: 'Made ready for its rollover',
      });
    case 'index.policy_retried':
      return values.state === ''
        ? i18n.translate('watchkeeper.lifecycle.history.retriedText', {
            defaultMessage: 'Retried',
          })
        : i18n.translate('watchkeeper.lifecycle.history.retriedFromText', {
            defaultMessage: 'Retried from “{state}”',
            values,
          });
    default:
      return i18n.translate('watchkeeper.lifecycle.history.otherActText', {
        defaultMessage: 'Changed by somebody ({what})',
        values: { what },
      });
  }
};
