import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiBasicTable, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { MonitorVersion } from '../../../common/monitors/api';
import { Timestamp, useTime } from '../../shared/time';

interface RowServices {
  /** The newest one. */
  currentId: string;
  mayRestore: boolean;
  format: (instant: number) => string;
  onCompare: (version: MonitorVersion) => void;
  onRestore: (version: MonitorVersion) => void;
}

const Buttons: React.FC<{ version: MonitorVersion; services: RowServices }> = ({
  version,
  services: { currentId, mayRestore, format, onCompare, onRestore },
}) => (
  <EuiFlexGroup gutterSize="xs" responsive={false}>
    <EuiFlexItem grow={false}>
      <EuiButtonEmpty
        size="xs"
        onClick={() => onCompare(version)}
        aria-label={i18n.translate('watchkeeper.versions.compareAriaLabel', {
          defaultMessage: 'What changed at {time}',
          values: { time: format(version.at) },
        })}
        data-test-subj="compareVersion"
      >
        {i18n.translate('watchkeeper.versions.compareButtonLabel', {
          defaultMessage: 'What changed',
        })}
      </EuiButtonEmpty>
    </EuiFlexItem>
    {version.id !== currentId && (
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="xs"
          isDisabled={!mayRestore}
          onClick={() => onRestore(version)}
          aria-label={i18n.translate('watchkeeper.versions.restoreAriaLabel', {
            defaultMessage: 'Restore the version of {time}',
            values: { time: format(version.at) },
          })}
          data-test-subj="restoreVersion"
        >
          {i18n.translate('watchkeeper.versions.restoreButtonLabel', { defaultMessage: 'Restore' })}
        </EuiButtonEmpty>
      </EuiFlexItem>
    )}
  </EuiFlexGroup>
);

const columns = (services: RowServices): Array<EuiBasicTableColumn<MonitorVersion>> => [
  {
    name: i18n.translate('watchkeeper.versions.timeColumn', { defaultMessage: 'Saved' }),
    width: '24%',
    render: ({ id, at }: MonitorVersion) => (
      <>
        <Timestamp value={at} wrap />
        {id === services.currentId && (
          <EuiBadge style={{ marginLeft: 8 }}>
            {i18n.translate('watchkeeper.versions.currentLabel', { defaultMessage: 'Current' })}
          </EuiBadge>
        )}
      </>
    ),
  },
  {
    name: i18n.translate('watchkeeper.versions.authorColumn', { defaultMessage: 'By' }),
    width: '16%',
    render: ({ author }: MonitorVersion) => author ?? '–',
  },
  {
    name: i18n.translate('watchkeeper.versions.noteColumn', { defaultMessage: 'Note' }),
    render: ({ note }: MonitorVersion) =>
      note ? <span className="eui-textBreakWord">{note}</span> : '–',
  },
  {
    name: i18n.translate('watchkeeper.versions.actionsColumn', { defaultMessage: 'Actions' }),
    width: '230px',
    render: (version: MonitorVersion) => <Buttons version={version} services={services} />,
  },
];

/** The versions, newest first. */
export const VersionsTable: React.FC<
  Omit<RowServices, 'format' | 'currentId'> & { versions: MonitorVersion[] }
> = ({ versions, ...rest }) => {
  const { format } = useTime();
  const currentId = versions[0]?.id ?? '';
  return (
    <EuiBasicTable<MonitorVersion>
      items={versions}
      itemId="id"
      columns={columns({ ...rest, currentId, format })}
      tableCaption={i18n.translate('watchkeeper.versions.tableCaption', {
        defaultMessage: 'Versions of this monitor, newest first',
      })}
      data-test-subj="versionsTable"
    />
  );
};
