import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiPanel, EuiStat } from '@elastic/eui';
import { formatDuration } from '../../shared/time';
import type { SchedulerOverview } from '../../../common/overview/scheduler';
import type { Totals } from './totals';

/** Beyond this a run counts as late to the eye. Milliseconds. */
const NOTEWORTHY_LAG = 10_000;

const Figure: React.FC<{ title: string; description: string; bad?: boolean; subject: string }> = ({
  title,
  description,
  bad = false,
  subject,
}) => (
  <EuiFlexItem style={{ minWidth: 140 }}>
    <EuiPanel paddingSize="m">
      <EuiStat
        title={title}
        description={description}
        titleSize="m"
        titleColor={bad ? 'danger' : 'default'}
        data-test-subj={subject}
      />
    </EuiPanel>
  </EuiFlexItem>
);

/** The figures of all live instances together. */
export const TotalsRow: React.FC<{ totals: Totals; scripts: SchedulerOverview['scripts'] }> = ({
  totals,
  scripts,
}) => {
  const { instances, monitors, lag, queue, inFlight, lateCount } = totals;
  return (
    <EuiFlexGroup gutterSize="m" wrap responsive={false}>
      <Figure
        title={String(instances)}
        bad={instances === 0}
        description={i18n.translate('watchkeeper.scheduler.instancesTotal', {
          defaultMessage: '{count, plural, one {Live instance} other {Live instances}}',
          values: { count: instances },
        })}
        subject="instancesTotal"
      />
      <Figure
        title={String(monitors)}
        description={i18n.translate('watchkeeper.scheduler.monitorsTotal', {
          defaultMessage: 'Monitors that run',
        })}
        subject="monitorsTotal"
      />
      <Figure
        title={formatDuration(lag)}
        bad={lag > NOTEWORTHY_LAG}
        description={i18n.translate('watchkeeper.scheduler.lagTotal', {
          defaultMessage: 'Longest lag',
        })}
        subject="lagTotal"
      />
      <Figure
        title={String(queue)}
        description={i18n.translate('watchkeeper.scheduler.queueTotal', {
          defaultMessage: 'Runs in the queue',
        })}
        subject="queueTotal"
      />
      <Figure
        title={String(inFlight)}
        description={i18n.translate('watchkeeper.scheduler.inFlightTotal', {
          defaultMessage: 'Searches under way',
        })}
        subject="inFlightTotal"
      />
      <Figure
        title={String(lateCount)}
        description={i18n.translate('watchkeeper.scheduler.lateTotal', {
          defaultMessage: 'Monitors behind',
        })}
        subject="lateTotal"
      />
      <Figure
        title={`${scripts.used} / ${scripts.limit}`}
        bad={scripts.waiting > 0}
        description={i18n.translate('watchkeeper.scheduler.scriptsTotal', {
          defaultMessage: 'Scripts compiled by the cluster in 5 minutes',
        })}
        subject="scriptsTotal"
      />
    </EuiFlexGroup>
  );
};
