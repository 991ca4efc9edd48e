import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiInMemoryTable } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { Alert } from '../../../common/alerts/alert';
import { groupLabel } from '../../../common/monitors/back_test/lanes';
import { laneStateLabel } from '../../shared/state_words';
import { Timestamp, formatDuration } from '../../shared/time';
import { formatCount } from '../words';

/** Whose alert it is where two versions are compared. */
export type Side = 'both' | 'gone' | 'added';

export interface AlertRow {
  alert: Alert;
  side?: Side;
}

const sideLabel = (side: Side): string => {
  switch (side) {
    case 'both':
      return i18n.translate('watchkeeper.backTest.bothLabel', { defaultMessage: 'As before' });
    case 'gone':
      return i18n.translate('watchkeeper.backTest.goneLabel', { defaultMessage: 'No more' });
    case 'added':
      return i18n.translate('watchkeeper.backTest.addedLabel', { defaultMessage: 'New' });
  }
};

const SIDE_COLORS: Readonly<Record<Side, string>> = {
  both: 'hollow',
  gone: 'default',
  added: 'primary',
};

const nameOf = ({ trigger_name: trigger, ...alert }: Alert): string =>
  [trigger, groupLabel({ trigger_name: trigger, ...alert })]
    .filter((part) => part !== '')
    .join(' › ');

const stateOf = ({ state, no_data: noData }: Alert): string =>
  laneStateLabel(state === 'error' ? 'error' : noData ? 'no_data' : 'active');

const columnsOf = (to: number, compared: boolean): Array<EuiBasicTableColumn<AlertRow>> => [
  ...(compared
    ? [
        {
          name: i18n.translate('watchkeeper.backTest.sideColumn', { defaultMessage: 'Compared' }),
          render: ({ side = 'both' }: AlertRow) => (
            <EuiBadge color={SIDE_COLORS[side]}>{sideLabel(side)}</EuiBadge>
          ),
        },
      ]
    : []),
  {
    name: i18n.translate('watchkeeper.backTest.beganColumn', { defaultMessage: 'Began' }),
    render: ({ alert }: AlertRow) => <Timestamp value={alert.start_time} wrap />,
  },
  {
    name: i18n.translate('watchkeeper.backTest.lastedColumn', { defaultMessage: 'Lasted' }),
    render: ({ alert: { start_time: start, end_time: end } }: AlertRow) =>
      end === undefined
        ? i18n.translate('watchkeeper.backTest.goesOnText', {
            defaultMessage: '{duration}, still open',
            values: { duration: formatDuration(Math.max(0, to - start)) },
          })
        : formatDuration(end - start),
  },
  {
    name: i18n.translate('watchkeeper.backTest.whatColumn', { defaultMessage: 'What' }),
    render: ({ alert }: AlertRow) =>
      nameOf(alert) ||
      i18n.translate('watchkeeper.backTest.wholeMonitorText', {
        defaultMessage: 'The whole monitor',
      }),
  },
  {
    name: i18n.translate('watchkeeper.backTest.kindColumn', { defaultMessage: 'State' }),
    render: ({ alert }: AlertRow) => stateOf(alert),
  },
  {
    name: i18n.translate('watchkeeper.backTest.peakColumn', { defaultMessage: 'Peak' }),
    render: ({ alert: { peak } }: AlertRow) => (peak === undefined ? '–' : formatCount(peak)),
  },
];

/** The alerts that there would have been. */
export const BackTestAlerts: React.FC<{ rows: AlertRow[]; to: number; compared: boolean }> = ({
  rows,
  to,
  compared,
}) => (
  <EuiInMemoryTable<AlertRow>
    items={rows}
    tableLayout="auto"
    columns={columnsOf(to, compared)}
    pagination={rows.length > 10 ? { initialPageSize: 10, pageSizeOptions: [10, 50] } : false}
    tableCaption={i18n.translate('watchkeeper.backTest.alertsCaption', {
      defaultMessage: 'Alerts of the back-test',
    })}
    message={i18n.translate('watchkeeper.backTest.noAlertsText', {
      defaultMessage: 'There would have been no alert.',
    })}
    data-test-subj="backTestAlerts"
  />
);
