import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSelect, EuiFlexGroup, EuiFlexItem, EuiSmallButtonIcon } from '@elastic/eui';
import { formatDuration } from './time';

/** Seconds; 0 is off. */
const INTERVALS = [5, 10, 30, 60, 0];

const intervalLabel = (seconds: number): string =>
  seconds === 0
    ? i18n.translate('watchkeeper.alerts.refreshOffLabel', { defaultMessage: 'No auto refresh' })
    : i18n.translate('watchkeeper.alerts.refreshEveryLabel', {
        defaultMessage: 'Every {interval}',
        values: { interval: formatDuration(seconds * 1000) },
      });

/** How often the list is read anew, and a button for now. */
export const RefreshControl: React.FC<{
  seconds: number;
  isRefreshing: boolean;
  onChange: (seconds: number) => void;
  onRefresh: () => void;
}> = ({ seconds, isRefreshing, onChange, onRefresh }) => {
  // A hand-written URL may ask for any.
  const intervals = INTERVALS.includes(seconds) ? INTERVALS : [seconds, ...INTERVALS];
  return (
    <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiCompressedSelect
          options={intervals.map((one) => ({ value: String(one), text: intervalLabel(one) }))}
          value={String(seconds)}
          onChange={(event) => onChange(Number(event.target.value))}
          aria-label={i18n.translate('watchkeeper.alerts.refreshAriaLabel', {
            defaultMessage: 'Auto refresh',
          })}
          data-test-subj="alertsRefreshInterval"
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButtonIcon
          iconType="refresh"
          isDisabled={isRefreshing}
          onClick={onRefresh}
          aria-label={i18n.translate('watchkeeper.alerts.refreshButtonAriaLabel', {
            defaultMessage: 'Refresh now',
          })}
          data-test-subj="alertsRefresh"
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};
