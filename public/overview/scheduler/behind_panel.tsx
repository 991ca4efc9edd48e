import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { LateMonitor } from '../../../common/overview/scheduler';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { formatDuration } from '../../shared/time';

const columns = (): Array<EuiBasicTableColumn<LateMonitor>> => [
  {
    name: i18n.translate('watchkeeper.scheduler.lateMonitorColumn', { defaultMessage: 'Monitor' }),
    render: ({ id, name }: LateMonitor) => (
      <PageLink to={appPaths.monitor(id)}>{name ?? id}</PageLink>
    ),
  },
  {
    name: i18n.translate('watchkeeper.scheduler.lateByColumn', { defaultMessage: 'Late by' }),
    render: ({ late }: LateMonitor) => formatDuration(late),
    width: '180px',
  },
];

/** The monitors whose runs are due and have not ended, the latest first. */
export const BehindPanel: React.FC<{ late: LateMonitor[]; count: number }> = ({ late, count }) => {
  if (late.length === 0) {
    return (
      <EuiText size="s" color="subdued" data-test-subj="nothingBehind">
        <p>
          {i18n.translate('watchkeeper.scheduler.nothingBehindText', {
            defaultMessage: 'Nothing is behind: every monitor runs when it is due.',
          })}
        </p>
      </EuiText>
    );
  }
  return (
    <>
      <EuiBasicTable<LateMonitor>
        items={late}
        itemId="id"
        columns={columns()}
        tableCaption={i18n.translate('watchkeeper.scheduler.lateCaption', {
          defaultMessage: 'Monitors that are behind',
        })}
        data-test-subj="lateTable"
      />
      {count > late.length && (
        <EuiText size="xs" color="subdued">
          <p>
            {i18n.translate('watchkeeper.scheduler.moreLateText', {
              defaultMessage: 'and {count, plural, one {# other} other {# others}}',
              values: { count: count - late.length },
            })}
          </p>
        </EuiText>
      )}
    </>
  );
};
