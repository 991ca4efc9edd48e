import { i18n } from '@osd/i18n';
import type { FailureClass } from '../../../common/lifecycle/managed_index';

/** What has failed, of so many indices. */
export const failureText = (failure: FailureClass, count: number): string => {
  const values = { count };
  switch (failure) {
    case 'no_rollover_alias':
      return i18n.translate('watchkeeper.lifecycle.failures.noAliasText', {
        defaultMessage: '{count, plural, one {# misses} other {# miss}} a rollover alias',
        values,
      });
    case 'not_write_index':
      return i18n.translate('watchkeeper.lifecycle.failures.notWriteIndexText', {
        defaultMessage:
          '{count, plural, one {# is} other {# are}} not the write index of the alias',
        values,
      });
    case 'repository':
      return i18n.translate('watchkeeper.lifecycle.failures.repositoryText', {
        defaultMessage: '{count, plural, one {# misses} other {# miss}} a snapshot repository',
        values,
      });
    case 'permission':
      return i18n.translate('watchkeeper.lifecycle.failures.permissionText', {
        defaultMessage:
          '{count, plural, one {# was} other {# were}} refused for a missing permission',
        values,
      });
    case 'version_conflict':
      return i18n.translate('watchkeeper.lifecycle.failures.conflictText', {
        defaultMessage: '{count, plural, one {# met} other {# met}} a version conflict',
        values,
      });
    case 'interrupted':
      return i18n.translate('watchkeeper.lifecycle.failures.interruptedText', {
        defaultMessage: '{count, plural, one {# was} other {# were}} interrupted in a step',
        values,
      });
    case 'timed_out':
      return i18n.translate('watchkeeper.lifecycle.failures.timedOutText', {
        defaultMessage: '{count, plural, one {# ran} other {# ran}} out of time',
        values,
      });
    case 'snapshot':
      return i18n.translate('watchkeeper.lifecycle.failures.snapshotText', {
        defaultMessage: '{count, plural, one {# snapshot} other {# snapshots}} failed',
        values,
      });
    case 'shrink':
      return i18n.translate('watchkeeper.lifecycle.failures.shrinkText', {
        defaultMessage: '{count, plural, one {# shrink} other {# shrinks}} failed',
        values,
      });
    case 'index_exists':
      return i18n.translate('watchkeeper.lifecycle.failures.indexExistsText', {
        defaultMessage:
          '{count, plural, one {# would make an index that is} other {# would make indices that are}} there already',
        values,
      });
    case 'never_rolled_over':
      return i18n.translate('watchkeeper.lifecycle.failures.neverRolledText', {
        defaultMessage: '{count, plural, one {# was} other {# were}} never rolled over',
        values,
      });
    case 'no_state':
      return i18n.translate('watchkeeper.lifecycle.failures.noStateText', {
        defaultMessage:
          '{count, plural, one {# was} other {# were}} sent to a state that the policy lacks',
        values,
      });
    case 'notification':
      return i18n.translate('watchkeeper.lifecycle.failures.notificationText', {
        defaultMessage: '{count, plural, one {# notification} other {# notifications}} failed',
        values,
      });
    case 'other':
      return i18n.translate('watchkeeper.lifecycle.failures.otherText', {
        defaultMessage: '{count, plural, one {# failed} other {# failed}} for another reason',
        values,
      });
  }
};

/** What has to be done before a retry can help. Undefined where a retry may be enough. */
export const beforeRetry = (failure: FailureClass): string | undefined => {
  switch (failure) {
    case 'no_rollover_alias':
    case 'not_write_index':
      return i18n.translate('watchkeeper.lifecycle.failures.repairFirstText', {
        defaultMessage: 'A retry alone fails again: choose one of them, and “Repair”.',
      });
    case 'repository':
      return i18n.translate('watchkeeper.lifecycle.failures.repositoryFirstText', {
        defaultMessage: 'Register the repository first, or name another one in the policy.',
      });
    case 'permission':
      return i18n.translate('watchkeeper.lifecycle.failures.permissionFirstText', {
        defaultMessage:
          'A policy acts as whoever saved it last: that user needs the permission first.',
      });
    case 'no_state':
      return i18n.translate('watchkeeper.lifecycle.failures.noStateFirstText', {
        defaultMessage: 'A retry alone fails again: change the policy, with a state that it has.',
      });
    case 'snapshot':
      return i18n.translate('watchkeeper.lifecycle.failures.snapshotFirstText', {
        defaultMessage: 'Retried from its state, the snapshot is made anew.',
      });
    default:
      return undefined;
  }
};
