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
import type { IndexRow } from '../../../common/indices/rows/index_row';
import { rowWindow } from '../../../common/indices/table/row_window';
import type { IndexColumn } from '../../../common/indices/table/sort';
import { columnLabel } from '../words';
import { WIDTHS, alignOf, contentOf } from './cells';
import './virtual_table.css';

/** Every row has it, so that it is known where each of ten thousand stands without drawing it. */
const ROW_HEIGHT = 40;
const MOST_HEIGHT = 640;

const Row: React.FC<{
  row: IndexRow;
  place: number;
  columns: readonly IndexColumn[];
  now: number;
  isSelected: boolean;
  onSelect: (name: string) => void;
}> = ({ row, place, columns, now, isSelected, onSelect }) => (
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
          {contentOf(row, column, now)}
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
  /** When they were read: ages count up to it. */
  now: number;
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
          width={column === 'name' ? undefined : WIDTHS[column]}
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
  const { rows, columns, now, selected, onSelect } = props;
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
              now={now}
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
