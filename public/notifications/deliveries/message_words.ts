import { i18n } from '@osd/i18n';
import type { MessageEvent } from '../../../common/notifications/message_facts';

/** What a message tells of, in a word or two. */
export const eventLabel = (event: MessageEvent): string => {
  switch (event) {
    case 'firing':
      return i18n.translate('watchkeeper.deliveries.event.firingLabel', {
        defaultMessage: 'Firing',
      });
    case 'acknowledged':
      return i18n.translate('watchkeeper.deliveries.event.acknowledgedLabel', {
        defaultMessage: 'Acknowledged',
      });
    case 'resolved':
      return i18n.translate('watchkeeper.deliveries.event.resolvedLabel', {
        defaultMessage: 'Resolved',
      });
    case 'no_data':
      return i18n.translate('watchkeeper.deliveries.event.noDataLabel', {
        defaultMessage: 'No data',
      });
    case 'data_again':
      return i18n.translate('watchkeeper.deliveries.event.dataAgainLabel', {
        defaultMessage: 'Data again',
      });
    case 'error':
      return i18n.translate('watchkeeper.deliveries.event.errorLabel', { defaultMessage: 'Error' });
    case 'error_over':
      return i18n.translate('watchkeeper.deliveries.event.errorOverLabel', {
        defaultMessage: 'Error over',
      });
    case 'heartbeat':
      return i18n.translate('watchkeeper.deliveries.event.heartbeatLabel', {
        defaultMessage: 'Heartbeat',
      });
    case 'test':
      return i18n.translate('watchkeeper.deliveries.event.testLabel', { defaultMessage: 'Test' });
  }
};
