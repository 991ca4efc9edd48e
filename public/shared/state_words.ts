import { i18n } from '@osd/i18n';
import type { LaneState } from './state_lanes';

/** A state in a word or two. */
export const laneStateLabel = (state: LaneState): string => {
  switch (state) {
    case 'pending':
      return i18n.translate('watchkeeper.timeline.pendingLabel', { defaultMessage: 'Pending' });
    case 'active':
      return i18n.translate('watchkeeper.timeline.activeLabel', { defaultMessage: 'Active' });
    case 'acknowledged':
      return i18n.translate('watchkeeper.timeline.acknowledgedLabel', {
        defaultMessage: 'Acknowledged',
      });
    case 'no_data':
      return i18n.translate('watchkeeper.timeline.noDataLabel', { defaultMessage: 'No data' });
    case 'error':
      return i18n.translate('watchkeeper.timeline.errorLabel', { defaultMessage: 'Error' });
    case 'unknown':
      return i18n.translate('watchkeeper.timeline.unknownLabel', { defaultMessage: 'Not known' });
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
    default:
      return i18n.translate('watchkeeper.timeline.okLabel', { defaultMessage: 'OK' });
  }
};
