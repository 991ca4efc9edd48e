import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge } from '@elastic/eui';

export type DeliveryStatus = 'pending' | 'sending' | 'sent' | 'suppressed' | 'dead';

export const deliveryLabel = (status: DeliveryStatus): string => {
  switch (status) {
    case 'pending':
      return i18n.translate('watchkeeper.delivery.pendingLabel', { defaultMessage: 'Waiting' });
    case 'sending':
      return i18n.translate('watchkeeper.delivery.sendingLabel', { defaultMessage: 'Sending' });
    case 'sent':
      return i18n.translate('watchkeeper.delivery.sentLabel', { defaultMessage: 'Sent' });
    case 'suppressed':
      return i18n.translate('watchkeeper.delivery.suppressedLabel', {
        defaultMessage: 'Suppressed',
      });
    default:
      return i18n.translate('watchkeeper.delivery.deadLabel', { defaultMessage: 'Not delivered' });
  }
};

const COLORS: Record<DeliveryStatus, string> = {
  pending: 'hollow',
  sending: 'hollow',
  sent: 'secondary',
  suppressed: 'default',
  dead: 'danger',
};

/** How far a message has come. */
export const DeliveryBadge: React.FC<{ status: DeliveryStatus }> = ({ status }) => (
  <EuiBadge color={COLORS[status]} data-test-subj={`delivery-${status}`}>
    {deliveryLabel(status)}
  </EuiBadge>
);
