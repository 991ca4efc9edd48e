import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable, EuiSpacer, EuiText } from '@elastic/eui';
import type { CriteriaWithPagination } from '@elastic/eui';
import { appPaths } from '../../shared/app_paths';
import { useLastPage } from '../../shared/last_page';
import { useGoTo } from '../../shared/links';
import { formatCount } from '../../shared/numbers';
import { SearchField } from '../../shared/search_field';
import { useUrlState } from '../../shared/url_state';
import { WideTable } from '../../shared/wide_table';
import { exportPolicy } from '../export_policy';
import { MOST_LISTED } from '../policy_queries';
import { DeleteDialog } from './delete_dialog';
import { ExportSelected } from './export_selected';
import { policyColumns } from './policy_columns';
import { DEFAULTS, bodyOf, matchingRows } from './policy_rows';
import type { PolicyRow } from './policy_rows';

const PAGE_SIZES = [10, 20, 50, 100];

/** Policies, searched and sorted; the state of both stands in the URL. */
export const PoliciesTable: React.FC<{ rows: readonly PolicyRow[]; total: number }> = ({
  rows,
  total,
}) => {
  const [state, change] = useUrlState(DEFAULTS);
  const [deleted, setDeleted] = useState<PolicyRow>();
  const [selected, setSelected] = useState<readonly PolicyRow[]>([]);
  const goTo = useGoTo();
  const matching = matchingRows(rows, state);
  useLastPage(state, matching.length, (page) => change({ page }));
  const { page, per_page: size } = state;
  const onChange = ({ page: paging, sort }: CriteriaWithPagination<PolicyRow>) =>
    change({
      ...{ page: paging.index + 1, per_page: paging.size },
      ...(sort ? { sort: String(sort.field), order: sort.direction } : {}),
    });
  return (
    <>
      <SearchField
        value={state.search}
        onChange={(search) => change({ search, page: 1 })}
        label={i18n.translate('watchkeeper.lifecycle.list.searchLabel', {
          defaultMessage: 'Search by name, description, state or pattern',
        })}
        data-test-subj="policySearch"
      />
      <EuiSpacer size="m" />
      <ExportSelected rows={selected} />
      {total > MOST_LISTED && (
        <EuiText size="s" color="subdued">
          <p>
            {i18n.translate('watchkeeper.lifecycle.list.notAllText', {
              defaultMessage: 'These are the first {most} of {total} policies.',
              values: { most: formatCount(MOST_LISTED), total: formatCount(total) },
            })}
          </p>
        </EuiText>
      )}
      <WideTable minWidth={960}>
        <EuiBasicTable<PolicyRow>
          items={matching.slice((page - 1) * size, page * size)}
          itemId="id"
          isSelectable
          selection={{ onSelectionChange: setSelected }}
          columns={policyColumns({
            onEdit: ({ id }) => goTo(appPaths.policy(id)),
            onClone: ({ id }) => goTo(appPaths.clonePolicy(id)),
            onApply: ({ id }) => goTo(appPaths.applyPolicy({ policy: id })),
            onExport: ({ id, record }) => exportPolicy(id, bodyOf(record)),
            onDelete: setDeleted,
          })}
          sorting={{
            sort: {
              field: state.sort as keyof PolicyRow,
              direction: state.order === 'desc' ? 'desc' : 'asc',
            },
          }}
          pagination={{
            ...{ pageIndex: page - 1, pageSize: size, totalItemCount: matching.length },
            pageSizeOptions: PAGE_SIZES,
          }}
          onChange={onChange}
          noItemsMessage={i18n.translate('watchkeeper.lifecycle.list.noMatchText', {
            defaultMessage: 'No policy matches the search.',
          })}
          tableCaption={i18n.translate('watchkeeper.lifecycle.list.caption', {
            defaultMessage: 'Index policies with their states and what is wrong with them',
          })}
          data-test-subj="policiesTable"
        />
      </WideTable>
      {deleted && <DeleteDialog row={deleted} onClose={() => setDeleted(undefined)} />}
    </>
  );
};
