import { i18n } from '@osd/i18n';
import type { IntervalKind } from '../../../../common/monitors/history/intervals';

export const kindLabel = (kind: IntervalKind): string => {
  switch (kind) {
    case 'ok':
      return i18n.translate('watchkeeper.history.okLabel', { defaultMessage: 'OK' });
    case 'pending':
      return i18n.translate('watchkeeper.history.pendingLabel', { defaultMessage: 'Pending' });
    case 'active':
      return i18n.translate('watchkeeper.history.activeLabel', { defaultMessage: 'Active' });
    case 'acknowledged':
      return i18n.translate('watchkeeper.history.acknowledgedLabel', {
        defaultMessage: 'Acknowledged',
      });
    case 'no_data':
      return i18n.translate('watchkeeper.history.noDataLabel', { defaultMessage: 'No data' });
    case 'error':
      return i18n.translate('watchkeeper.history.errorLabel', { defaultMessage: 'Failing' });
    case 'gap':
      return i18n.translate('watchkeeper.history.gapLabel', { defaultMessage: 'Left out' });
    case 'disabled':
      return i18n.translate('watchkeeper.history.disabledLabel', { defaultMessage: 'Disabled' });
    case 'not_existing':
      return i18n.translate('watchkeeper.history.notExistingLabel', {
        defaultMessage: 'Not created yet',
      });
    case 'not_run':
      return i18n.translate('watchkeeper.history.notRunLabel', { defaultMessage: 'Did not run' });
    case 'not_kept':
      return i18n.translate('watchkeeper.history.notKeptLabel', {
        defaultMessage: 'Not kept any more',
      });
    case 'future':
      return i18n.translate('watchkeeper.history.futureLabel', { defaultMessage: 'To come' });
  }
};

const HATCHED = (color: string): string =>
  `repeating-linear-gradient(45deg, ${color} 0 3px, transparent 3px 8px)`;

/** Seen on light and on dark. What is not known is hatched: it is neither good nor bad. */
export const KIND_BACKGROUND: Readonly<Record<IntervalKind, string>> = {
  ok: '#54b399',
  pending: '#d6bf57',
  active: '#e7664c',
  acknowledged: '#6092c0',
  no_data: '#9170b8',
  error: '#bd271e',
  gap: HATCHED('#d36086'),
  disabled: 'rgba(128, 128, 128, 0.35)',
  not_existing: 'rgba(128, 128, 128, 0.12)',
  not_run: HATCHED('rgba(128, 128, 128, 0.8)'),
  not_kept: HATCHED('rgba(128, 128, 128, 0.35)'),
  future: 'rgba(128, 128, 128, 0.12)',
};
