import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge } from '@elastic/eui';
import type { Health } from '../../../common/lifecycle/explain/health';

export const healthLabel = (health: Health): string => {
  switch (health) {
    case 'failed':
      return i18n.translate('watchkeeper.lifecycle.health.failedLabel', {
        defaultMessage: 'Failed',
      });
    case 'retrying':
      return i18n.translate('watchkeeper.lifecycle.health.retryingLabel', {
        defaultMessage: 'Retrying',
      });
    case 'disabled':
      return i18n.translate('watchkeeper.lifecycle.health.disabledLabel', {
        defaultMessage: 'Switched off',
      });
    case 'not_begun':
      return i18n.translate('watchkeeper.lifecycle.health.notBegunLabel', {
        defaultMessage: 'Not begun',
      });
    case 'running':
      return i18n.translate('watchkeeper.lifecycle.health.runningLabel', {
        defaultMessage: 'Running',
      });
    case 'waiting':
      return i18n.translate('watchkeeper.lifecycle.health.waitingLabel', {
        defaultMessage: 'Waiting',
      });
    case 'completed':
      return i18n.translate('watchkeeper.lifecycle.health.completedLabel', {
        defaultMessage: 'Completed',
      });
  }
};

interface Look {
  color: string;
  iconType: string;
}

const LOOKS: Readonly<Record<Health, Look>> = {
  failed: { color: 'danger', iconType: 'alert' },
  retrying: { color: 'warning', iconType: 'refresh' },
  disabled: { color: 'warning', iconType: 'offline' },
  not_begun: { color: 'hollow', iconType: 'clock' },
  running: { color: 'primary', iconType: 'play' },
  waiting: { color: 'hollow', iconType: 'clock' },
  completed: { color: 'default', iconType: 'check' },
};

/** How a managed index is: what fails is red or amber, never green. */
export const HealthBadge: React.FC<{ health: Health }> = ({ health }) => (
  <EuiBadge {...LOOKS[health]} data-test-subj={`managedHealth-${health}`}>
    {healthLabel(health)}
  </EuiBadge>
);

/** The policy has been saved since it was applied: the index follows the older one. */
export const OutdatedBadge: React.FC = () => (
  <EuiBadge
    color="warning"
    title={i18n.translate('watchkeeper.lifecycle.managed.outdatedTitle', {
      defaultMessage:
        'The policy was changed since it was applied; this index still follows the older version.',
    })}
    data-test-subj="outdatedBadge"
  >
    {i18n.translate('watchkeeper.lifecycle.managed.outdatedLabel', {
      defaultMessage: 'Older version',
    })}
  </EuiBadge>
);
