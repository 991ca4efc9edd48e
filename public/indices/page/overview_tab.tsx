import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGrid } from '@elastic/eui';
import type { IndexRow } from '../../../common/indices/rows/index_row';
import { Fact } from '../../shared/fact';
import { formatBytes, formatCount } from '../../shared/numbers';
import { Timestamp, useTime } from '../../shared/time';
import { HealthBadge, columnLabel, shardsText, statusLabel } from '../words';

const Age: React.FC<{ at: number }> = ({ at }) => {
  const { relative } = useTime();
  return (
    <>
      <Timestamp value={at} /> ({relative(at)})
    </>
  );
};

const known = (value: number | undefined, format: (value: number) => string): string =>
  value === undefined ? '–' : format(value);

/** What an index is, in numbers. */
export const OverviewTab: React.FC<{ row: IndexRow }> = ({ row }) => (
  <EuiFlexGrid columns={4} gutterSize="m" data-test-subj="indexOverview">
    <Fact title={columnLabel('health')} data-test-subj="indexHealth">
      <HealthBadge health={row.health} />
    </Fact>
    <Fact title={columnLabel('status')} data-test-subj="indexStatus">
      {statusLabel(row.status)}
    </Fact>
    <Fact title={columnLabel('docs')}>{known(row.docs, formatCount)}</Fact>
    <Fact
      title={i18n.translate('watchkeeper.indices.deletedDocsLabel', {
        defaultMessage: 'Deleted documents',
      })}
    >
      {known(row.deleted, formatCount)}
    </Fact>
    <Fact title={columnLabel('bytes')}>{known(row.bytes, formatBytes)}</Fact>
    <Fact title={columnLabel('primary_bytes')}>{known(row.primary_bytes, formatBytes)}</Fact>
    <Fact title={columnLabel('shards')}>{shardsText(row)}</Fact>
    <Fact title={columnLabel('created_at')}>
      <Age at={row.created_at} />
    </Fact>
    {row.data_stream !== undefined && (
      <Fact title={columnLabel('data_stream')}>{row.data_stream}</Fact>
    )}
    <Fact title={i18n.translate('watchkeeper.indices.uuidLabel', { defaultMessage: 'UUID' })}>
      {row.uuid}
    </Fact>
  </EuiFlexGrid>
);
