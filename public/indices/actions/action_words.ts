import { i18n } from '@osd/i18n';
import type { IndexAction } from '../../../common/indices/indices_api';

export type Verb = IndexAction['action'];

export const VERBS: readonly Verb[] = [
  'open',
  'close',
  'refresh',
  'flush',
  'clear_cache',
  'read_only',
  'read_write',
  'delete',
];

export const VERB_ICONS: Readonly<Record<Verb, string>> = {
  open: 'folderOpen',
  close: 'folderClosed',
  refresh: 'refresh',
  flush: 'save',
  clear_cache: 'eraser',
  read_only: 'lock',
  read_write: 'lockOpen',
  delete: 'trash',
};

export const verbLabel = (verb: Verb): string => {
  switch (verb) {
    case 'open':
      return i18n.translate('watchkeeper.indices.openAction', { defaultMessage: 'Open' });
    case 'close':
      return i18n.translate('watchkeeper.indices.closeAction', { defaultMessage: 'Close' });
    case 'refresh':
      return i18n.translate('watchkeeper.indices.refreshAction', { defaultMessage: 'Refresh' });
    case 'flush':
      return i18n.translate('watchkeeper.indices.flushAction', { defaultMessage: 'Flush' });
    case 'clear_cache':
      return i18n.translate('watchkeeper.indices.clearCacheAction', {
        defaultMessage: 'Clear caches',
      });
    case 'read_only':
      return i18n.translate('watchkeeper.indices.readOnlyAction', {
        defaultMessage: 'Make read-only',
      });
    case 'read_write':
      return i18n.translate('watchkeeper.indices.readWriteAction', {
        defaultMessage: 'Make writable',
      });
    default:
      return i18n.translate('watchkeeper.indices.deleteAction', { defaultMessage: 'Delete' });
  }
};

/** What has been done, as news. */
export const doneText = (verb: Verb, count: number): string => {
  const values = { count };
  switch (verb) {
    case 'open':
      return i18n.translate('watchkeeper.indices.openedToast', {
        defaultMessage: '{count, plural, one {# index is} other {# indices are}} open',
        values,
      });
    case 'close':
      return i18n.translate('watchkeeper.indices.closedToast', {
        defaultMessage: '{count, plural, one {# index is} other {# indices are}} closed',
        values,
      });
    case 'refresh':
      return i18n.translate('watchkeeper.indices.refreshedToast', {
        defaultMessage: '{count, plural, one {# index is} other {# indices are}} refreshed',
        values,
      });
    case 'flush':
      return i18n.translate('watchkeeper.indices.flushedToast', {
        defaultMessage: '{count, plural, one {# index is} other {# indices are}} flushed',
        values,
      });
    case 'clear_cache':
      return i18n.translate('watchkeeper.indices.cacheClearedToast', {
        defaultMessage:
          'The caches of {count, plural, one {# index} other {# indices}} are cleared',
        values,
      });
    case 'read_only':
      return i18n.translate('watchkeeper.indices.readOnlyToast', {
        defaultMessage: '{count, plural, one {# index refuses} other {# indices refuse}} writes',
        values,
      });
    case 'read_write':
      return i18n.translate('watchkeeper.indices.readWriteToast', {
        defaultMessage: '{count, plural, one {# index takes} other {# indices take}} writes',
        values,
      });
    default:
      return i18n.translate('watchkeeper.indices.deletedToast', {
        defaultMessage: '{count, plural, one {# index is} other {# indices are}} deleted',
        values,
      });
  }
};
