import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable, EuiCallOut, EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import type { Gap, Watermark, WindowsAnswer } from '../../../common/monitors/windows';
import { ErrorState, LoadingState } from '../../shared/states';
import { Timestamp, formatDuration, useTime } from '../../shared/time';
import { monitorKeys, useMonitorsApi } from '../monitors_api';

const REFRESH_INTERVAL = 30_000;

/** How the newest document stands to the end of the last window. */
const watermarkText = (
  { field, newest }: Watermark,
  windowEnd: number | null,
  format: (instant: number) => string
): string => {
  if (newest === null) {
    return i18n.translate('watchkeeper.windows.noNewestText', {
      defaultMessage: 'No document has the field {field}.',
      values: { field },
    });
  }
  const at = format(newest);
  if (windowEnd === null) {
    return i18n.translate('watchkeeper.windows.newestText', {
      defaultMessage: 'The newest document is of {at}.',
      values: { at },
    });
  }
  const apart = formatDuration(Math.abs(newest - windowEnd));
  return newest >= windowEnd
    ? i18n.translate('watchkeeper.windows.newestAfterText', {
        defaultMessage:
          'The newest document is of {at}, {apart} after the end of the last window: the data was there when it was looked at.',
        values: { at, apart },
      })
    : i18n.translate('watchkeeper.windows.newestBeforeText', {
        defaultMessage:
          'The newest document is of {at}, {apart} before the end of the last window.',
        values: { at, apart },
      });
};

const WatermarkLine: React.FC<{ answer: WindowsAnswer }> = ({ answer }) => {
  const { watermark, no_watermark: why, window_end: end } = answer;
  const { format } = useTime();
  if (!watermark && why === undefined) return null;
  return (
    <EuiText size="s" data-test-subj="watermark">
      {watermark
        ? watermarkText(watermark, end, format)
        : i18n.translate('watchkeeper.windows.noWatermarkText', {
            defaultMessage: 'It is not known how far the data reaches: {why}',
            values: { why },
          })}
    </EuiText>
  );
};

const columns = (): Array<EuiBasicTableColumn<Gap>> => [
  {
    name: i18n.translate('watchkeeper.windows.fromColumn', { defaultMessage: 'From' }),
    render: ({ window }: Gap) => <Timestamp value={window.start} />,
  },
  {
    name: i18n.translate('watchkeeper.windows.toColumn', { defaultMessage: 'To' }),
    render: ({ window }: Gap) => <Timestamp value={window.end} />,
  },
  {
    name: i18n.translate('watchkeeper.windows.lengthColumn', { defaultMessage: 'Length' }),
    render: ({ window }: Gap) => formatDuration(window.end - window.start),
  },
  {
    field: 'missed',
    name: i18n.translate('watchkeeper.windows.missedColumn', { defaultMessage: 'Windows' }),
  },
  {
    field: 'at',
    name: i18n.translate('watchkeeper.windows.noticedColumn', { defaultMessage: 'Noticed' }),
    render: (at: number) => <Timestamp value={at} />,
  },
];

const Failing: React.FC<{ failures: number }> = ({ failures }) =>
  failures === 0 ? null : (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="alert"
        title={i18n.translate('watchkeeper.windows.failingTitle', {
          defaultMessage:
            'The last {failures, plural, one {run} other {# runs}} failed. The next one that works looks back over what they could not; until then it runs less often.',
          values: { failures },
        })}
        data-test-subj="failingRuns"
      />
      <EuiSpacer size="s" />
    </>
  );

const Gaps: React.FC<{ answer: WindowsAnswer }> = ({ answer: { gaps, more } }) =>
  gaps.length === 0 ? (
    <EuiText size="s" color="subdued" data-test-subj="noGaps">
      {i18n.translate('watchkeeper.windows.noGapsText', {
        defaultMessage: 'No window was left out for as long as runs are kept.',
      })}
    </EuiText>
  ) : (
    <>
      <EuiBasicTable
        items={gaps}
        columns={columns()}
        tableCaption={i18n.translate('watchkeeper.windows.gapsCaption', {
          defaultMessage: 'Windows that were left out',
        })}
        data-test-subj="gapsTable"
      />
      {more && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('watchkeeper.windows.moreGapsText', {
            defaultMessage: 'There are older ones; the run log has them all.',
          })}
        </EuiText>
      )}
    </>
  );

/** What the monitor has left out, and how far the data reaches. */
export const WindowPanel: React.FC<{ id: string }> = ({ id }) => {
  const api = useMonitorsApi();
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: monitorKeys.windows(id),
    queryFn: ({ signal }) => api.windows(id, signal),
    refetchInterval: REFRESH_INTERVAL,
  });
  return (
    <EuiPanel data-test-subj="windowPanel">
      <EuiTitle size="s">
        <h3>
          {i18n.translate('watchkeeper.windows.title', { defaultMessage: 'Windows left out' })}
        </h3>
      </EuiTitle>
      <EuiSpacer size="s" />
      {isLoading && <LoadingState />}
      {!data && error !== null && (
        <ErrorState
          title={i18n.translate('watchkeeper.windows.errorTitle', {
            defaultMessage: 'The windows cannot be read',
          })}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {data && (
        <>
          <Failing failures={data.failures} />
          <WatermarkLine answer={data} />
          <EuiSpacer size="s" />
          <Gaps answer={data} />
        </>
      )}
    </EuiPanel>
  );
};
