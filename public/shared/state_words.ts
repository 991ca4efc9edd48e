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
    default:
      return i18n.translate('watchkeeper.timeline.okLabel', { defaultMessage: 'OK' });
  }
};
