import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge } from '@elastic/eui';
import { exampleOf } from '../../../common/lifecycle/templates/overlap_matrix';
import type { Overlap } from '../../../common/lifecycle/templates/overlap_matrix';
import { conflictLabel } from './overlap_table';

/** With more than this nobody reads a grid; the table below has them all. */
export const MOST_IN_GRID = 12;

/** The policies that overlap with another one. */
export const overlapping = (overlaps: readonly Overlap[]): string[] =>
  [...new Set(overlaps.flatMap(({ policies }) => policies))].sort();

const mixedLabel = (): string =>
  i18n.translate('watchkeeper.lifecycle.names.mixedLabel', { defaultMessage: 'It depends' });

const apartLabel = (): string =>
  i18n.translate('watchkeeper.lifecycle.names.apartLabel', { defaultMessage: 'Apart' });

const Cell: React.FC<{ overlap: Overlap; row: string; onName: (name: string) => void }> = ({
  overlap: { conflict, winner, pairs },
  row,
  onName,
}) => {
  const [first] = pairs.flatMap((pair) => exampleOf(pair) ?? []);
  const isApart = pairs.every(({ apart }) => apart);
  const label = conflict
    ? conflictLabel()
    : isApart
      ? apartLabel()
      : winner === undefined
        ? mixedLabel()
        : winner === row
          ? i18n.translate('watchkeeper.lifecycle.names.rowWinsLabel', {
              defaultMessage: 'Wins',
            })
          : i18n.translate('watchkeeper.lifecycle.names.rowLosesLabel', {
              defaultMessage: 'Loses',
            });
  const color = conflict ? 'danger' : winner === row ? 'success' : 'hollow';
  return first === undefined ? (
    <EuiBadge color={color}>{label}</EuiBadge>
  ) : (
    <EuiBadge
      color={color}
      onClick={() => onName(first)}
      onClickAriaLabel={i18n.translate('watchkeeper.lifecycle.names.cellLabel', {
        defaultMessage: '{label}: see {name}',
        values: { label, name: first },
      })}
    >
      {label}
    </EuiBadge>
  );
};

/** Policies against policies: whether the one of the row wins over the one of the column. */
export const OverlapGrid: React.FC<{
  overlaps: readonly Overlap[];
  onName: (name: string) => void;
}> = ({ overlaps, onName }) => {
  const ids = overlapping(overlaps);
  const between = (row: string, column: string): Overlap | undefined =>
    overlaps.find(({ policies }) => policies.includes(row) && policies.includes(column));
  return (
    <div style={{ overflowX: 'auto' }}>
      <table className="euiTable euiTable--compressed" data-test-subj="overlapGrid">
        <caption className="euiScreenReaderOnly">
          {i18n.translate('watchkeeper.lifecycle.names.gridCaption', {
            defaultMessage:
              'Whether the policy of the row wins over the policy of the column, where both take in the same names',
          })}
        </caption>
        <thead>
          <tr>
            <td className="euiTableHeaderCell" />
            {ids.map((id) => (
              <th key={id} className="euiTableHeaderCell" scope="col">
                <span className="euiTableCellContent">
                  <span className="euiTableCellContent__text">{id}</span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((row) => (
            <tr key={row} className="euiTableRow">
              <th className="euiTableRowCell" scope="row">
                <span className="euiTableCellContent">{row}</span>
              </th>
              {ids.map((column) => {
                const overlap = row === column ? undefined : between(row, column);
                return (
                  <td key={column} className="euiTableRowCell">
                    <span className="euiTableCellContent">
                      {overlap ? <Cell overlap={overlap} row={row} onName={onName} /> : '–'}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
