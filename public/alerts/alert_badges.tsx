import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiToolTip } from '@elastic/eui';
import type { Alert } from '../../common/alerts/alert';
import { AlertStateBadge } from './alert_state_badge';

/** It changes too often to say that it has ended. */
const FlappingBadge: React.FC = () => (
  <EuiToolTip
    content={i18n.translate('watchkeeper.alerts.flappingTooltip', {
      defaultMessage: 'The condition changes too often: the alert stays open until it keeps still.',
    })}
  >
    <EuiBadge color="accent" iconType="visLine" data-test-subj="flappingBadge">
      {i18n.translate('watchkeeper.alerts.flappingLabel', { defaultMessage: 'Flapping' })}
    </EuiBadge>
  </EuiToolTip>
);

/** The state of an alert, and what else is to be known of it. */
export const AlertBadges: React.FC<{ alert: Alert }> = ({ alert }) => (
  <>
    <AlertStateBadge state={alert.state} />
    {alert.flapping && (
      <>
        {' '}
        <FlappingBadge />
      </>
    )}
  </>
);
