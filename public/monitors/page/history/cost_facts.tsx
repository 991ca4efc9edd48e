import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiStat } from '@elastic/eui';
import type { MonitorHistory } from '../../../../common/monitors/history/history';
import { formatDuration } from '../../../shared/time';
import { formatCount } from '../../words';

const Figure: React.FC<{ value: string | undefined; label: string; subject: string }> = ({
  value,
  label,
  subject,
}) => (
  <EuiFlexItem grow={false} style={{ minWidth: 120 }}>
    <EuiStat
      title={value ?? '–'}
      description={label}
      titleSize="xs"
      titleElement="div"
      descriptionElement="div"
      data-test-subj={subject}
    />
  </EuiFlexItem>
);

const percent = (share: number): string =>
  share < 0.0001 ? '< 0.01 %' : `${formatCount(Math.round(share * 10_000) / 100)} %`;

const rounded = (value: number): string =>
  formatCount(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));

/** What the monitor costs the cluster. */
export const CostFacts: React.FC<{ history: MonitorHistory }> = ({ history: { cost } }) => (
  <EuiFlexGroup gutterSize="l" wrap responsive={false} data-test-subj="monitorCost">
    <Figure
      value={rounded(cost.runs_per_hour)}
      label={i18n.translate('watchkeeper.history.runsPerHourLabel', {
        defaultMessage: 'Runs an hour',
      })}
      subject="runsPerHour"
    />
    <Figure
      value={cost.took_average === undefined ? undefined : formatDuration(cost.took_average)}
      label={i18n.translate('watchkeeper.history.tookAverageLabel', {
        defaultMessage: 'A run takes',
      })}
      subject="tookAverage"
    />
    <Figure
      value={cost.took_most === undefined ? undefined : formatDuration(cost.took_most)}
      label={i18n.translate('watchkeeper.history.tookMostLabel', {
        defaultMessage: 'At most',
      })}
      subject="tookMost"
    />
    <Figure
      value={cost.share === undefined ? undefined : percent(cost.share)}
      label={i18n.translate('watchkeeper.history.shareLabel', {
        defaultMessage: 'Of the time the cluster spends on it',
      })}
      subject="timeShare"
    />
    <Figure
      value={cost.hits_average === undefined ? undefined : rounded(cost.hits_average)}
      label={i18n.translate('watchkeeper.history.hitsAverageLabel', {
        defaultMessage: 'Hits a run',
      })}
      subject="hitsAverage"
    />
  </EuiFlexGroup>
);
