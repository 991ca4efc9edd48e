import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCodeBlock, EuiSpacer, EuiText } from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import type { Alert } from '../../../../common/alerts/alert';
import { MONITORS_PATH } from '../../../../common/monitors/api';
import type { DryRun } from '../../../../common/monitors/api';
import type { Monitor } from '../../../../common/monitors/monitor';
import { useServices } from '../../../shared/services';
import { ErrorState, LoadingState } from '../../../shared/states';
import { useTime } from '../../../shared/time';
import { foundBy } from './found';

/** Runs the window that first found the alert once more: the same evaluation, as the one who asks. */
const useRunAgain = (alert: Alert, monitor: Monitor) => {
  const { api } = useServices();
  const end = alert.first_seen ?? alert.start_time;
  return useQuery({
    queryKey: ['alert_evidence', alert.id],
    queryFn: ({ signal }) =>
      api.post<DryRun>(
        `${MONITORS_PATH}/_dry_run`,
        { monitor, monitor_id: alert.monitor_id, period_end: end },
        { signal }
      ),
    staleTime: Infinity,
  });
};

/** Data comes late and is deleted, and monitors are edited: it need not be what the run saw. */
const Caption: React.FC<{ run: DryRun; shown: number; hits?: number }> = ({ run, shown, hits }) => {
  const { format } = useTime();
  const values = {
    start: format(run.window.start),
    end: format(run.window.end),
    shown,
    hits: hits ?? 0,
  };
  return (
    <EuiText size="xs" color="subdued" data-test-subj="evidenceCaption">
      <p>
        {i18n.translate('watchkeeper.alerts.evidence.windowText', {
          defaultMessage:
            'The window from {start} to {end}, with the monitor and the data as they are now.',
          values,
        })}
        {hits !== undefined && (
          <>
            {' '}
            {i18n.translate('watchkeeper.alerts.evidence.hitsText', {
              defaultMessage: '{hits, plural, =0 {No hits} one {# hit} other {# hits}}.',
              values,
            })}
          </>
        )}
        {hits !== undefined && shown > 0 && shown < hits && (
          <>
            {' '}
            {i18n.translate('watchkeeper.alerts.evidence.shownText', {
              defaultMessage:
                '{shown, plural, one {# of them is} other {# of them are}} shown here.',
              values,
            })}
          </>
        )}
      </p>
    </EuiText>
  );
};

export const FoundAgain: React.FC<{ alert: Alert; monitor: Monitor }> = ({ alert, monitor }) => {
  const { data, error, isLoading, refetch } = useRunAgain(alert, monitor);
  if (isLoading) return <LoadingState />;
  if (!data || data.problem) {
    return (
      <ErrorState
        title={i18n.translate('watchkeeper.alerts.evidence.runErrorTitle', {
          defaultMessage: 'The window could not be run again',
        })}
        error={data?.problem ? new Error(data.problem.message) : error}
        onRetry={() => void refetch()}
      />
    );
  }
  const { parts, documents, hits } = foundBy(alert, data);
  return (
    <>
      <Caption run={data} shown={documents} hits={hits} />
      {parts.map((part, index) => (
        <React.Fragment key={index}>
          <EuiSpacer size="xs" />
          <EuiCodeBlock
            fontSize="s"
            paddingSize="s"
            overflowHeight={240}
            isCopyable
            data-test-subj="evidencePart"
          >
            {part}
          </EuiCodeBlock>
        </React.Fragment>
      ))}
      {parts.length === 0 && (
        <EuiText size="s" data-test-subj="noEvidence">
          {i18n.translate('watchkeeper.alerts.evidence.nothingText', {
            defaultMessage: 'The query gives back no documents, or there are none any more.',
          })}
        </EuiText>
      )}
    </>
  );
};
