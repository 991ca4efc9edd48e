import { i18n } from '@osd/i18n';
import type { PingKind } from '../../../common/monitors/heartbeat/pings';
import type { HeartbeatState } from '../../../common/monitors/heartbeat/standing';

export const heartbeatLabel = (state: HeartbeatState): string => {
  switch (state) {
    case 'pending':
      return i18n.translate('watchkeeper.heartbeat.pendingLabel', {
        defaultMessage: 'Waits for a ping',
      });
    case 'healthy':
      return i18n.translate('watchkeeper.heartbeat.healthyLabel', { defaultMessage: 'Healthy' });
    case 'missing':
      return i18n.translate('watchkeeper.heartbeat.missingLabel', { defaultMessage: 'Missing' });
    case 'failed':
      return i18n.translate('watchkeeper.heartbeat.failedLabel', { defaultMessage: 'Failed' });
    case 'paused':
      return i18n.translate('watchkeeper.heartbeat.pausedLabel', { defaultMessage: 'Paused' });
  }
};

/** Colours of `EuiHealth`. */
export const heartbeatColor = (state: HeartbeatState): string => {
  switch (state) {
    case 'healthy':
      return 'success';
    case 'missing':
    case 'failed':
      return 'danger';
    default:
      return 'subdued';
  }
};

export const pingLabel = (kind: PingKind): string => {
  switch (kind) {
    case 'success':
      return i18n.translate('watchkeeper.heartbeat.successLabel', { defaultMessage: 'Ping' });
    case 'fail':
      return i18n.translate('watchkeeper.heartbeat.failLabel', { defaultMessage: 'Failure' });
    case 'start':
      return i18n.translate('watchkeeper.heartbeat.startLabel', { defaultMessage: 'Start' });
  }
};
