import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCheckbox, EuiPopover, EuiSmallButtonEmpty } from '@elastic/eui';
import { INDEX_COLUMNS, isIndexColumn } from '../../../common/indices/table/sort';
import type { IndexColumn } from '../../../common/indices/table/sort';
import { columnLabel } from '../words';

const KEY = 'watchkeeper.indices.columns';

/** The name stays: a row without it is of nothing. */
const inOrder = (chosen: readonly string[]): IndexColumn[] =>
  INDEX_COLUMNS.filter((column) => column === 'name' || chosen.includes(column));

/** Browsers may have their storage switched off; then nothing is kept. */
const kept = (): IndexColumn[] => {
  try {
    const text = localStorage.getItem(KEY);
    return inOrder(text === null ? INDEX_COLUMNS : text.split(',').filter(isIndexColumn));
  } catch {
    return [...INDEX_COLUMNS];
  }
};

const keep = (columns: readonly IndexColumn[]): void => {
  try {
    localStorage.setItem(KEY, columns.join(','));
  } catch {
    // Chosen for this page, then.
  }
};

/** The columns that somebody has chosen, kept in their browser. */
export const useChosenColumns = (): [IndexColumn[], (columns: IndexColumn[]) => void] => {
  const [columns, setColumns] = useState(kept);
  const choose = (chosen: IndexColumn[]) => {
    const next = inOrder(chosen);
    keep(next);
    setColumns(next);
  };
  return [columns, choose];
};

export const ColumnChooser: React.FC<{
  columns: readonly IndexColumn[];
  onChange: (columns: IndexColumn[]) => void;
}> = ({ columns, onChange }) => {
  const [isOpen, setOpen] = useState(false);
  const toggle = (column: IndexColumn) =>
    onChange(
      columns.includes(column) ? columns.filter((one) => one !== column) : [...columns, column]
    );
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelPaddingSize="s"
      button={
        <EuiSmallButtonEmpty
          iconType="listAdd"
          onClick={() => setOpen(!isOpen)}
          data-test-subj="indexColumns"
        >
          {i18n.translate('watchkeeper.indices.columnsButtonLabel', { defaultMessage: 'Columns' })}
        </EuiSmallButtonEmpty>
      }
    >
      {INDEX_COLUMNS.filter((column) => column !== 'name').map((column) => (
        <EuiCheckbox
          key={column}
          id={`indexColumn-${column}`}
          label={columnLabel(column)}
          checked={columns.includes(column)}
          onChange={() => toggle(column)}
        />
      ))}
    </EuiPopover>
  );
};
