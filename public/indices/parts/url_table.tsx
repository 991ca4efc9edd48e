import React from 'react';
import { i18n } from '@osd/i18n';
import type { ReactNode } from 'react';
import { EuiBasicTable, EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import type { CriteriaWithPagination, EuiBasicTableColumn } from '@elastic/eui';
import { useLastPage } from '../../shared/last_page';
import { SearchField } from '../../shared/search_field';
import { tableChange } from '../../shared/ticked_table';
import { WideTable } from '../../shared/wide_table';
import { rowsInOrder } from './row_order';

/** What the URL holds of a list. */
export interface TableState {
  search: string;
  sort: string;
  order: string;
  page: number;
  per_page: number;
}

const PAGE_SIZES = [10, 20, 50, 100];

interface UrlTableProps<T extends object> {
  rows: readonly T[];
  /** A field that tells a row from all others. */
  keyField: keyof T & string;
  /** Where that field alone does not. */
  idOf?: (row: T) => string;
  columns: Array<EuiBasicTableColumn<T>>;
  /** What the search looks at. */
  textsOf: (row: T) => readonly string[];
  state: TableState;
  onChange: (changes: Partial<TableState>) => void;
  searchLabel: string;
  caption: string;
  /** Beside the search. */
  filters?: ReactNode;
  minWidth?: number;
  testSubj: string;
}

/** All rows of something that there are tens or hundreds of: searched, sorted and paged as the URL says. */
export const UrlTable = <T extends object>({
  rows,
  keyField,
  idOf,
  columns,
  textsOf,
  state,
  onChange,
  searchLabel,
  caption,
  filters,
  minWidth = 960,
  testSubj,
}: UrlTableProps<T>): React.ReactElement => {
  const matching = rowsInOrder(rows, textsOf, state, keyField);
  useLastPage(state, matching.length, (page) => onChange({ page }));
  const { page, per_page: size } = state;
  return (
    <>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem style={{ minWidth: 240 }}>
          <SearchField
            value={state.search}
            onChange={(search) => onChange({ search, page: 1 })}
            label={searchLabel}
            data-test-subj={`${testSubj}Search`}
          />
        </EuiFlexItem>
        {filters && <EuiFlexItem grow={false}>{filters}</EuiFlexItem>}
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      <WideTable minWidth={minWidth}>
        <EuiBasicTable<T>
          items={matching.slice((page - 1) * size, page * size)}
          itemId={idOf ?? keyField}
          columns={columns}
          sorting={{
            sort: {
              field: state.sort as keyof T,
              direction: state.order === 'desc' ? 'desc' : 'asc',
            },
          }}
          pagination={{
            ...{ pageIndex: page - 1, pageSize: size, totalItemCount: matching.length },
            pageSizeOptions: PAGE_SIZES,
          }}
          onChange={(criteria: CriteriaWithPagination<T>) => onChange(tableChange(criteria))}
          noItemsMessage={i18n.translate('watchkeeper.indexTemplates.noMatchText', {
            defaultMessage: 'Nothing matches the search.',
          })}
          tableCaption={caption}
          data-test-subj={testSubj}
        />
      </WideTable>
    </>
  );
};
