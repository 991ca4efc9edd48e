import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiCheckbox, EuiInMemoryTable, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { ImportRow } from '../../../common/import/api';
import { WideTable } from '../../shared/wide_table';
import { kindLabel, nameOf } from './row_words';

const PAGE_SIZES = [25, 50, 100];

const textOf = ({ field, message }: { field: string; message: string }): string =>
  field === '' ? message : `${field}: ${message}`;

const isBringable = ({ problems }: ImportRow): boolean => problems.length === 0;

const Notes: React.FC<{ row: ImportRow }> = ({ row: { key, problems, warnings, existing } }) => (
  <EuiText size="xs" data-test-subj={`notes-${key}`}>
    {existing && (
      <p>
        {i18n.translate('watchkeeper.takeOver.existingText', {
          defaultMessage: 'Was brought here before as “{name}”.',
          values: { name: existing.name },
        })}
      </p>
    )}
    {problems.map((problem) => (
      <p key={textOf(problem)} className="euiTextColor euiTextColor--danger">
        {textOf(problem)}
      </p>
    ))}
    {warnings.map((warning) => (
      <p key={textOf(warning)}>{textOf(warning)}</p>
    ))}
  </EuiText>
);

const Running: React.FC<{ row: ImportRow }> = ({ row: { kind, enabled } }) => {
  if (kind !== 'monitor' || enabled === undefined) return null;
  return enabled ? (
    <EuiBadge color="secondary">
      {i18n.translate('watchkeeper.takeOver.runsLabel', { defaultMessage: 'Enabled' })}
    </EuiBadge>
  ) : (
    <EuiBadge>
      {i18n.translate('watchkeeper.takeOver.idleLabel', { defaultMessage: 'Disabled' })}
    </EuiBadge>
  );
};

const Choose: React.FC<{
  id: string;
  label: string;
  checked: boolean;
  indeterminate?: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}> = ({ id, label, onChange, ...rest }) => (
  <EuiCheckbox
    id={`watchkeeperChoose-${id}`}
    aria-label={label}
    onChange={({ target }) => onChange(target.checked)}
    data-test-subj={`choose-${id}`}
    {...rest}
  />
);

interface Choice {
  rows: ImportRow[];
  chosen: ReadonlySet<string>;
  onChoose: (keys: ReadonlySet<string>) => void;
}

/** Of all pages: the table's own selection knows one page only. */
const chooseColumn = ({ rows, chosen, onChoose }: Choice): EuiBasicTableColumn<ImportRow> => {
  const all = rows.filter(isBringable);
  const change = (key: string, checked: boolean) => {
    const next = new Set(chosen);
    if (checked) next.add(key);
    else next.delete(key);
    onChoose(next);
  };
  return {
    name: (
      <Choose
        id="all"
        label={i18n.translate('watchkeeper.takeOver.chooseAllLabel', {
          defaultMessage: 'Choose all that can be brought here',
        })}
        checked={all.length > 0 && chosen.size === all.length}
        indeterminate={chosen.size > 0 && chosen.size < all.length}
        disabled={all.length === 0}
        onChange={(checked) => onChoose(new Set(checked ? all.map(({ key }) => key) : []))}
      />
    ),
    render: (row: ImportRow) => (
      <Choose
        id={row.key}
        label={i18n.translate('watchkeeper.takeOver.chooseLabel', {
          defaultMessage: 'Choose {name}',
          values: { name: nameOf(row) },
        })}
        checked={chosen.has(row.key)}
        disabled={!isBringable(row)}
        onChange={(checked) => change(row.key, checked)}
      />
    ),
    width: '40px',
    // Its header is a control, which must be there once.
    mobileOptions: { header: false },
  };
};

const columns = (choice: Choice): Array<EuiBasicTableColumn<ImportRow>> => [
  chooseColumn(choice),
  {
    field: 'name',
    name: i18n.translate('watchkeeper.takeOver.nameColumn', { defaultMessage: 'Name' }),
    render: (_name: string, row) => nameOf(row),
    sortable: true,
    width: '30%',
  },
  {
    name: i18n.translate('watchkeeper.takeOver.kindColumn', { defaultMessage: 'What it becomes' }),
    render: (row: ImportRow) => kindLabel(row),
    width: '18%',
  },
  {
    name: i18n.translate('watchkeeper.takeOver.runsColumn', { defaultMessage: 'There' }),
    render: (row: ImportRow) => <Running row={row} />,
    width: '12%',
  },
  {
    name: i18n.translate('watchkeeper.takeOver.notesColumn', { defaultMessage: 'Worth knowing' }),
    render: (row: ImportRow) => <Notes row={row} />,
  },
];

/** What can be brought here, to choose from, each with what is to be known of it. */
export const RowsTable: React.FC<Choice> = (choice) => (
  <WideTable minWidth={720}>
    <EuiInMemoryTable<ImportRow>
      items={choice.rows}
      itemId="key"
      columns={columns(choice)}
      pagination={{ initialPageSize: 50, pageSizeOptions: PAGE_SIZES }}
      sorting
      search={
        choice.rows.length > 10
          ? {
              box: {
                incremental: true,
                compressed: true,
                'aria-label': i18n.translate('watchkeeper.takeOver.searchLabel', {
                  defaultMessage: 'Search by name',
                }),
              },
            }
          : undefined
      }
      tableCaption={i18n.translate('watchkeeper.takeOver.tableCaption', {
        defaultMessage: 'What can be brought here',
      })}
      data-test-subj="importRows"
    />
  </WideTable>
);
