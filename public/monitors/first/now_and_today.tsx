import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiFlexGroup, EuiFlexItem, EuiLoadingSpinner, EuiText } from '@elastic/eui';
import type { Monitor } from '../../../common/monitors/monitor';
import { toApiError } from '../../shared/api_client';
import type { BackTestSummary } from '../back_test/use_back_test_summary';
import { nowWords, wouldFire } from './now_words';
import { useDryRun } from './use_dry_run';

/** How far back a question looks for what it would have done. */
export const PAST_HOURS = 24;

const Trouble: React.FC<{ message: string }> = ({ message }) => (
  <EuiText size="s" color="danger" data-test-subj="firstTrouble">
    <span className="eui-textBreakWord">{message}</span>
  </EuiText>
);

const pastText = ({ status, fired, reason }: BackTestSummary): string => {
  switch (status) {
    case 'ready':
      return i18n.translate('watchkeeper.first.firedText', {
        defaultMessage:
          '{fired, plural, =0 {would not have alerted} one {would have alerted once} other {would have alerted # times}} in the last {hours} hours',
        values: { fired, hours: PAST_HOURS },
      });
    case 'loading':
      return i18n.translate('watchkeeper.first.pastLoadingText', {
        defaultMessage: 'looking at the last {hours} hours',
        values: { hours: PAST_HOURS },
      });
    case 'idle':
      return '';
    default:
      return reason ?? '';
  }
};

/**
 * What a run would find now, and how often it would have alerted: the evaluation of scheduled runs, over their windows.
 */
export const NowAndToday: React.FC<{
  monitor: Monitor | undefined;
  past: BackTestSummary;
  monitorId?: string;
}> = ({ monitor, past, monitorId = '' }) => {
  const { data: dry, error, isFetching } = useDryRun(monitor, monitorId);
  if (!monitor) return null;
  if (error) return <Trouble message={toApiError(error).message} />;
  if (!dry) return <EuiLoadingSpinner size="m" />;
  if (dry.problem) return <Trouble message={dry.problem.message} />;
  const fires = wouldFire(dry);
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiText size="s">
          <strong data-test-subj="firstNow">{nowWords(monitor.monitor_type, dry)}</strong>
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiBadge color={fires ? 'warning' : 'hollow'} data-test-subj="firstWouldFire">
          {fires
            ? i18n.translate('watchkeeper.first.wouldFireLabel', { defaultMessage: 'Would alert' })
            : i18n.translate('watchkeeper.first.wouldNotFireLabel', {
                defaultMessage: 'Would not alert',
              })}
        </EuiBadge>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiText size="s" data-test-subj="firstPast">
          {pastText(past)}
        </EuiText>
      </EuiFlexItem>
      {(isFetching || past.status === 'loading') && (
        <EuiFlexItem grow={false}>
          <EuiLoadingSpinner size="s" />
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
};
