import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCheckbox, EuiPopover, EuiSmallButtonEmpty, EuiText } from '@elastic/eui';
import { INDEX_COLUMNS, isIndexColumn } from '../../../common/indices/table/sort';
import type { IndexColumn } from '../../../common/indices/table/sort';
import { columnLabel } from '../words';

const KEY = 'watchkeeper.indices.columns';

/** The name stays: a row without it is of nothing. */
const inOrder = (chosen: readonly string[]): IndexColumn[] =>
  INDEX_COLUMNS.filter((column) => column === 'name' || chosen.includes(column));

const read = (text: string): IndexColumn[] | undefined =>
  text === '' ? undefined : inOrder(text.split(',').filter(isIndexColumn));

/** Browsers may have their storage switched off; then nothing is kept. */
const kept = (): IndexColumn[] | undefined => {
  try {
    return read(localStorage.getItem(KEY) ?? '');
  } catch {
    return undefined;
  }
};

const keep = (columns: readonly IndexColumn[]): void => {
  try {
    localStorage.setItem(KEY, columns.join(','));
  } catch {
    // Chosen for this page, then.
  }
};

/**
 * The columns that somebody has chosen: those in the URL, else those kept in their browser, else the usual ones.
 *
 * @param canTell columns of which the cluster has nothing to tell are left out, and chosen all the same
 */
export const useChosenColumns = (
  inUrl: string,
  onChange: (inUrl: string) => void,
  usual: readonly IndexColumn[],
  canTell: (column: IndexColumn) => boolean
): [IndexColumn[], (columns: IndexColumn[]) => void] => {
  const [mine, setMine] = useState(kept);
  const chosen = read(inUrl) ?? mine;
  const choose = (columns: IndexColumn[]) => {
    const untold = (chosen ?? []).filter((column) => !canTell(column));
    const next = inOrder([...columns, ...untold]);
    keep(next);
    setMine(next);
    onChange(next.join(','));
  };
  return [(chosen ?? [...usual]).filter(canTell), choose];
};

export const ColumnChooser: React.FC<{
  columns: readonly IndexColumn[];
  onChange: (columns: IndexColumn[]) => void;
  canTell: (column: IndexColumn) => boolean;
}> = ({ columns, onChange, canTell }) => {
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
          disabled={!canTell(column)}
          onChange={() => toggle(column)}
        />
      ))}
      {!INDEX_COLUMNS.every(canTell) && (
        <EuiText size="xs" color="subdued" style={{ maxWidth: 220 }}>
          {i18n.translate('watchkeeper.indices.noPoliciesText', {
            defaultMessage: 'Policies are shown where the cluster has Index State Management.',
          })}
        </EuiText>
      )}
    </EuiPopover>
  );
};
