import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiToolTip } from '@elastic/eui';
import type { DestinationHealth } from '../../../common/notifications/destination_health';

export const healthLabel = (health: DestinationHealth): string => {
  switch (health) {
    case 'healthy':
      return i18n.translate('watchkeeper.destinations.health.healthyLabel', {
        defaultMessage: 'Healthy',
      });
    case 'failing':
      return i18n.translate('watchkeeper.destinations.health.failingLabel', {
        defaultMessage: 'Failing',
      });
    case 'idle':
      return i18n.translate('watchkeeper.destinations.health.idleLabel', {
        defaultMessage: 'Idle',
      });
    case 'paused':
      return i18n.translate('watchkeeper.destinations.health.pausedLabel', {
        defaultMessage: 'Paused',
      });
    case 'secrets_missing':
      return i18n.translate('watchkeeper.destinations.health.secretsMissingLabel', {
        defaultMessage: 'Secrets missing',
      });
  }
};

const explanationOf = (health: DestinationHealth, muted: boolean): string => {
  switch (health) {
    case 'healthy':
      return i18n.translate('watchkeeper.destinations.health.healthyTooltip', {
        defaultMessage: 'The last message went through.',
      });
    case 'failing':
      return i18n.translate('watchkeeper.destinations.health.failingTooltip', {
        defaultMessage: 'Since its last error nothing went through.',
      });
    case 'idle':
      return i18n.translate('watchkeeper.destinations.health.idleTooltip', {
        defaultMessage: 'Nothing was sent to it as far back as messages are kept.',
      });
    case 'paused':
      return muted
        ? i18n.translate('watchkeeper.destinations.health.mutedTooltip', {
            defaultMessage: 'It is muted in its settings: its messages are held back.',
          })
        : i18n.translate('watchkeeper.destinations.health.pausedTooltip', {
            defaultMessage: 'All notifications are paused: its messages wait.',
          });
    case 'secrets_missing':
      return i18n.translate('watchkeeper.destinations.secretsMissingTooltip', {
        defaultMessage:
          'It was imported without its secrets, or the encryption key has changed. It cannot send until they are given again.',
      });
  }
};

const COLORS: Readonly<Record<DestinationHealth, string>> = {
  healthy: 'secondary',
  failing: 'danger',
  idle: 'hollow',
  paused: 'warning',
  secrets_missing: 'danger',
};

/** How a destination is doing; nothing while that is not known. */
export const HealthBadge: React.FC<{ health?: DestinationHealth; muted: boolean }> = ({
  health,
  muted,
}) =>
  health ? (
    <EuiToolTip content={explanationOf(health, muted)}>
      <EuiBadge color={COLORS[health]} tabIndex={0} data-test-subj={`health-${health}`}>
        {healthLabel(health)}
      </EuiBadge>
    </EuiToolTip>
  ) : (
    <>–</>
  );
