import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCheckbox,
  EuiTable,
  EuiTableBody,
  EuiTableHeader,
  EuiTableHeaderCell,
  EuiTableHeaderCellCheckbox,
  EuiTableRow,
  EuiTableRowCell,
  EuiTableRowCellCheckbox,
} from '@elastic/eui';
import { writeAliasOf } from '../../../common/indices/rows/build_rows';
import type { IndexRow } from '../../../common/indices/rows/index_row';
import { rowWindow } from '../../../common/indices/table/row_window';
import type { IndexColumn } from '../../../common/indices/table/sort';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { formatBytes, formatCount } from '../../shared/numbers';
import { Timestamp } from '../../shared/time';
import { HealthBadge, columnLabel, shardsText, statusLabel } from '../words';
import './virtual_table.css';

/** Every row has it, so that it is known where each of ten thousand stands without drawing it. */
const ROW_HEIGHT = 40;
const MOST_HEIGHT = 640;

const WIDTHS: Readonly<Record<IndexColumn, number>> = {
  ...{ name: 300, health: 100, status: 84, docs: 110, bytes: 92, primary_bytes: 110, shards: 80 },
  ...{ created_at: 170, data_stream: 130, write_alias: 130 },
};

const NUMBERS: ReadonlySet<IndexColumn> = new Set(['docs', 'bytes', 'primary_bytes', 'shards']);

const known = (value: number | undefined, format: (value: number) => string): string =>
  value === undefined ? '–' : format(value);

const contentOf = (row: IndexRow, column: IndexColumn): React.ReactNode => {
  switch (column) {
    case 'health':
      return <HealthBadge health={row.health} />;
    case 'status':
      return statusLabel(row.status);
    case 'docs':
      return known(row.docs, formatCount);
    case 'bytes':
      return known(row.bytes, formatBytes);
    case 'primary_bytes':
      return known(row.primary_bytes, formatBytes);
    case 'shards':
      return shardsText(row);
    case 'created_at':
      return <Timestamp value={row.created_at} />;
    case 'data_stream':
      return row.data_stream ?? '–';
    case 'write_alias':
      return writeAliasOf(row) ?? '–';
    default:
      return (
        <PageLink to={appPaths.index(row.name)} data-test-subj="indexLink">
          <span title={row.name}>{row.name}</span>
        </PageLink>
      );
  }
};

const alignOf = (column: IndexColumn) => (NUMBERS.has(column) ? 'right' : 'left');

const Row: React.FC<{
  row: IndexRow;
  place: number;
  columns: readonly IndexColumn[];
  isSelected: boolean;
  onSelect: (name: string) => void;
}> = ({ row, place, columns, isSelected, onSelect }) => (
  <EuiTableRow
    isSelected={isSelected}
    aria-rowindex={place + 2}
    style={{ height: ROW_HEIGHT }}
    data-test-subj="indexRow"
  >
    <EuiTableRowCellCheckbox>
      <EuiCheckbox
        id={`index-${row.name}`}
        checked={isSelected}
        onChange={() => onSelect(row.name)}
        aria-label={i18n.translate('watchkeeper.indices.selectAriaLabel', {
          defaultMessage: 'Select {name}',
          values: { name: row.name },
        })}
      />
    </EuiTableRowCellCheckbox>
    {columns.map((column) => (
      <EuiTableRowCell key={column} align={alignOf(column)} truncateText textOnly={false}>
        {/* One line, or the rows below would not stand where they are counted to be. */}
        <div className="eui-textTruncate" style={{ minWidth: 0 }}>
          {contentOf(row, column)}
        </div>
      </EuiTableRowCell>
    ))}
  </EuiTableRow>
);

/** Stands for rows that are not drawn. */
const Gap: React.FC<{ height: number }> = ({ height }) =>
  height === 0 ? null : (
    <tr aria-hidden="true">
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  );

export interface VirtualTableProps {
  rows: readonly IndexRow[];
  columns: readonly IndexColumn[];
  sort: { column: IndexColumn; order: 'asc' | 'desc' };
  onSort: (column: IndexColumn) => void;
  selected: ReadonlySet<string>;
  onSelect: (name: string) => void;
  onSelectAll: () => void;
}

const Header: React.FC<VirtualTableProps> = (props) => {
  const { rows, columns, sort, onSort, selected, onSelectAll } = props;
  return (
    <EuiTableHeader>
      <EuiTableHeaderCellCheckbox>
        <EuiCheckbox
          id="selectAllIndices"
          checked={rows.length > 0 && rows.every(({ name }) => selected.has(name))}
          onChange={onSelectAll}
          aria-label={i18n.translate('watchkeeper.indices.selectAllAriaLabel', {
            defaultMessage: 'Select all that are shown',
          })}
          data-test-subj="selectAllIndices"
        />
      </EuiTableHeaderCellCheckbox>
      {columns.map((column) => (
        <EuiTableHeaderCell
          key={column}
          width={WIDTHS[column]}
          align={alignOf(column)}
          isSorted={sort.column === column}
          isSortAscending={sort.order === 'asc'}
          onSort={() => onSort(column)}
          data-test-subj={`indexColumn-${column}`}
        >
          {columnLabel(column)}
        </EuiTableHeaderCell>
      ))}
    </EuiTableHeader>
  );
};

/** A table of which only the rows in sight are drawn, however many there are. */
export const VirtualTable: React.FC<VirtualTableProps> = (props) => {
  const { rows, columns, selected, onSelect } = props;
  const [top, setTop] = useState(0);
  const height = Math.min(MOST_HEIGHT, (rows.length + 1) * ROW_HEIGHT + 20);
  const { first, end, before, after } = rowWindow(rows.length, ROW_HEIGHT, top, height);
  const label = i18n.translate('watchkeeper.indices.tableCaption', {
    defaultMessage: 'Indices of the cluster',
  });
  const minWidth = columns.reduce((sum, column) => sum + WIDTHS[column], 40);
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={label}
      style={{ height, overflow: 'auto' }}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      data-test-subj="indicesScroll"
    >
      <EuiTable
        className="watchkeeperIndexTable"
        compressed
        responsive={false}
        style={{ minWidth }}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        data-test-subj="indicesTable"
      >
        <Header {...props} />
        <EuiTableBody>
          <Gap height={before} />
          {rows.slice(first, end).map((row, index) => (
            <Row
              key={row.name}
              row={row}
              place={first + index}
              columns={columns}
              isSelected={selected.has(row.name)}
              onSelect={onSelect}
            />
          ))}
          <Gap height={after} />
        </EuiTableBody>
      </EuiTable>
    </div>
  );
};
