import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable, EuiLink, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { AlertGroup, AlertGroupsPage } from '../../../common/alerts/api';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { formatCount } from '../../shared/numbers';
import { SeverityBadge } from '../../shared/severity_badge';
import { Timestamp } from '../../shared/time';
import { WideTable } from '../../shared/wide_table';
import { subjectOf } from '../alert_words';
import type { ChangeList } from './list_state';
import { BesideLink } from '../../shared/beside_link';

type Row = AlertGroup & { key: string };
type Column = EuiBasicTableColumn<Row>;

/** A number that leads to the alerts that it counts. */
const Count: React.FC<{ count: number; label: string; onClick: () => void }> = ({
  count,
  label,
  onClick,
}) =>
  count === 0 ? (
    <>0</>
  ) : (
    <EuiLink onClick={onClick} aria-label={label}>
      {formatCount(count)}
    </EuiLink>
  );

const columns = (open: (group: AlertGroup, state?: string) => void): Column[] => [
  {
    field: 'severity',
    name: i18n.translate('watchkeeper.alerts.severityColumn', { defaultMessage: 'Severity' }),
    width: '110px',
    render: (_: unknown, { severity }: Row) => <SeverityBadge severity={severity} />,
  },
  {
    field: 'trigger_name',
    name: i18n.translate('watchkeeper.alerts.triggerColumn', { defaultMessage: 'Trigger' }),
    render: (_: unknown, group: Row) => (
      <EuiLink onClick={() => open(group)} data-test-subj="alertGroupLink">
        <strong className="eui-textBreakWord">{subjectOf(group)}</strong>
      </EuiLink>
    ),
  },
  {
    field: 'monitor_name',
    name: i18n.translate('watchkeeper.alerts.monitorColumn', { defaultMessage: 'Monitor' }),
    render: (name: string, { monitor_id: id }: Row) => (
      <PageLink to={appPaths.monitor(id)}>
        <span className="eui-textBreakWord">{name}</span>
      </PageLink>
    ),
  },
  ...counts(open),
  {
    field: 'newest_start',
    name: i18n.translate('watchkeeper.alerts.newestColumn', { defaultMessage: 'Newest' }),
    width: '150px',
    render: (at: number, { newest_id: id }: Row) => (
      <BesideLink pathname={appPaths.alert(id).path} data-test-subj="newestAlertLink">
        <Timestamp value={at} />
      </BesideLink>
    ),
  },
];

const counts = (open: (group: AlertGroup, state?: string) => void): Column[] => [
  {
    field: 'count',
    name: i18n.translate('watchkeeper.alerts.countColumn', { defaultMessage: 'Alerts' }),
    width: '90px',
    dataType: 'number',
    render: (count: number, group: Row) => (
      <Count
        count={count}
        label={i18n.translate('watchkeeper.alerts.countAriaLabel', {
          defaultMessage: '{count, plural, one {# alert} other {# alerts}} of {trigger}',
          values: { count, trigger: subjectOf(group) },
        })}
        onClick={() => open(group)}
      />
    ),
  },
  {
    field: 'open',
    name: i18n.translate('watchkeeper.alerts.openColumn', { defaultMessage: 'Open' }),
    width: '80px',
    dataType: 'number',
    render: (count: number, group: Row) => (
      <Count
        count={count}
        label={i18n.translate('watchkeeper.alerts.openCountAriaLabel', {
          defaultMessage: '{count, plural, one {# open alert} other {# open alerts}} of {trigger}',
          values: { count, trigger: subjectOf(group) },
        })}
        onClick={() => open(group, 'open')}
      />
    ),
  },
  {
    field: 'acknowledged',
    name: i18n.translate('watchkeeper.alerts.acknowledgedColumn', {
      defaultMessage: 'Acknowledged',
    }),
    width: '120px',
    dataType: 'number',
    render: (count: number, group: Row) => (
      <Count
        count={count}
        label={i18n.translate('watchkeeper.alerts.acknowledgedCountAriaLabel', {
          defaultMessage:
            '{count, plural, one {# acknowledged alert} other {# acknowledged alerts}} of {trigger}',
          values: { count, trigger: subjectOf(group) },
        })}
        onClick={() => open(group, 'acknowledged')}
      />
    ),
  },
];

/** Alerts by monitor and trigger, with how many there are. */
export const GroupsTable: React.FC<{ page: AlertGroupsPage; onChange: ChangeList }> = ({
  page,
  onChange,
}) => {
  const open = ({ monitor_id, trigger_id }: AlertGroup, state?: string) =>
    onChange({ view: 'flat', monitor_id, trigger_id, page: 1, ...(state ? { state } : {}) });
  return (
    <>
      {page.more && (
        <EuiText size="s" color="subdued" data-test-subj="moreGroups">
          <p>
            {i18n.translate('watchkeeper.alerts.moreGroupsText', {
              defaultMessage:
                'The groups with most alerts are shown; there are more. Search or filter to see others.',
            })}
          </p>
        </EuiText>
      )}
      <WideTable minWidth={840}>
        <EuiBasicTable<Row>
          items={page.groups.map((group) => ({
            ...group,
            key: `${group.monitor_id} ${group.trigger_id}`,
          }))}
          itemId="key"
          columns={columns(open)}
          rowProps={() => ({ 'data-test-subj': 'alertGroupRow' })}
          tableCaption={i18n.translate('watchkeeper.alerts.groupsCaption', {
            defaultMessage: 'Alerts by monitor and trigger',
          })}
          data-test-subj="alertGroupsTable"
        />
      </WideTable>
    </>
  );
};
