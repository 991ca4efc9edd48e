import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiHealth } from '@elastic/eui';
import type { IndexRow } from '../../common/indices/rows/index_row';
import type { IndexColumn } from '../../common/indices/table/sort';

export const columnLabel = (column: IndexColumn): string => {
  switch (column) {
    case 'health':
      return i18n.translate('watchkeeper.indices.healthColumn', { defaultMessage: 'Health' });
    case 'status':
      return i18n.translate('watchkeeper.indices.statusColumn', { defaultMessage: 'Status' });
    case 'docs':
      return i18n.translate('watchkeeper.indices.docsColumn', { defaultMessage: 'Documents' });
    case 'bytes':
      return i18n.translate('watchkeeper.indices.bytesColumn', { defaultMessage: 'Size' });
    case 'primary_bytes':
      return i18n.translate('watchkeeper.indices.primaryBytesColumn', {
        defaultMessage: 'Primary size',
      });
    case 'shards':
      return i18n.translate('watchkeeper.indices.shardsColumn', { defaultMessage: 'Shards' });
    case 'created_at':
      return i18n.translate('watchkeeper.indices.createdColumn', { defaultMessage: 'Created' });
    case 'age':
      return i18n.translate('watchkeeper.indices.ageColumn', { defaultMessage: 'Age' });
    case 'policy':
      return i18n.translate('watchkeeper.indices.policyColumn', { defaultMessage: 'Policy' });
    case 'state':
      return i18n.translate('watchkeeper.indices.stateColumn', { defaultMessage: 'State' });
    case 'problem':
      return i18n.translate('watchkeeper.indices.problemColumn', { defaultMessage: 'Problem' });
    case 'growth':
      return i18n.translate('watchkeeper.indices.growthColumn', { defaultMessage: 'Growth' });
    case 'growth_docs':
      return i18n.translate('watchkeeper.indices.growthDocsColumn', {
        defaultMessage: 'New documents',
      });
    case 'data_stream':
      return i18n.translate('watchkeeper.indices.dataStreamColumn', {
        defaultMessage: 'Data stream',
      });
    case 'write_alias':
      return i18n.translate('watchkeeper.indices.writeAliasColumn', {
        defaultMessage: 'Write alias',
      });
    default:
      return i18n.translate('watchkeeper.indices.nameColumn', { defaultMessage: 'Name' });
  }
};

export const healthLabel = (health: IndexRow['health']): string => {
  switch (health) {
    case 'green':
      return i18n.translate('watchkeeper.indices.greenLabel', { defaultMessage: 'Green' });
    case 'yellow':
      return i18n.translate('watchkeeper.indices.yellowLabel', { defaultMessage: 'Yellow' });
    case 'red':
      return i18n.translate('watchkeeper.indices.redLabel', { defaultMessage: 'Red' });
    default:
      return i18n.translate('watchkeeper.indices.unknownHealthLabel', {
        defaultMessage: 'Not known',
      });
  }
};

export const statusLabel = (status: IndexRow['status']): string =>
  status === 'open'
    ? i18n.translate('watchkeeper.indices.openLabel', { defaultMessage: 'Open' })
    : i18n.translate('watchkeeper.indices.closedLabel', { defaultMessage: 'Closed' });

const COLORS = { green: 'success', yellow: 'warning', red: 'danger', unknown: 'subdued' };

export const HealthBadge: React.FC<{ health: IndexRow['health'] }> = ({ health }) => (
  <EuiHealth color={COLORS[health]}>{healthLabel(health)}</EuiHealth>
);

/** `3 × 2`: primaries, and how many copies there are of each. */
export const shardsText = ({ primaries, replicas }: IndexRow): string =>
  `${primaries} × ${replicas + 1}`;

const UNITS: ReadonlyArray<readonly [unit: string, milliseconds: number]> = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** In the largest unit that there is one of: `12 d`, `5 h`, `0 min`. Whole ones; an age is no more than begun. */
export const ageText = (milliseconds: number): string => {
  const age = Math.max(0, milliseconds);
  const [unit, size] = UNITS.find(([, each]) => age >= each) ?? ['minute', 60_000];
  return Math.floor(age / size).toLocaleString(i18n.getLocale(), {
    ...{ style: 'unit', unit, unitDisplay: 'short' },
  });
};

export const perDayText = (amount: string): string =>
  i18n.translate('watchkeeper.indices.perDayText', {
    defaultMessage: '{amount}/day',
    values: { amount },
  });
