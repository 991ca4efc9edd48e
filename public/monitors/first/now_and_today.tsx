import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiFlexGroup, EuiFlexItem, EuiLoadingSpinner, EuiText } from '@elastic/eui';
import type { Monitor } from '../../../common/monitors/monitor';
import { toApiError } from '../../shared/api_client';
import { nowWords, wouldFire } from './now_words';
import { useDryRun } from './use_dry_run';

const Trouble: React.FC<{ message: string }> = ({ message }) => (
  <EuiText size="s" color="danger" data-test-subj="firstTrouble">
    <span className="eui-textBreakWord">{message}</span>
  </EuiText>
);

/** What a run would find now: the evaluation of a scheduled run, over its window. */
export const NowAndToday: React.FC<{ monitor: Monitor | undefined; monitorId?: string }> = ({
  monitor,
  monitorId = '',
}) => {
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
      {isFetching && (
        <EuiFlexItem grow={false}>
          <EuiLoadingSpinner size="s" />
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
};
