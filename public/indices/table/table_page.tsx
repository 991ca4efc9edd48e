import React, { useCallback, useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButton,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { IndexListing } from '../../../common/indices/rows/index_row';
import { withGrowth } from '../../../common/indices/rows/growth';
import { filterRows } from '../../../common/indices/table/filter';
import { isOfPolicies, sortRows, totalsOf, usualColumns } from '../../../common/indices/table/sort';
import type { IndexColumn, IndexTotals } from '../../../common/indices/table/sort';
import { formatBytes } from '../../shared/numbers';
import { appPaths } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { RefreshControl } from '../../shared/refresh_control';
import { ErrorState, LoadingState } from '../../shared/states';
import { useUrlState } from '../../shared/url_state';
import { ActFailures, IndexActions } from '../actions/index_actions';
import type { Failures } from '../actions/index_actions';
import { useFreshListing, useListing } from '../index_queries';
import { Gaps, IndicesFrame } from '../indices_frame';
import { BulkSettingsButton } from './bulk_settings';
import { ColumnChooser, useChosenColumns } from './chosen_columns';
import { DEFAULTS, sortOf } from './list_state';
import type { ChangeList, ListState } from './list_state';
import { NothingShown } from './nothing_shown';
import { ApplyPolicyButton, ExportButton } from './selection_links';
import { TableFilters } from './table_filters';
import type { FilterChoices } from './table_filters';
import { VirtualTable } from './virtual_table';

const Totals: React.FC<{ totals: IndexTotals; selected: number }> = ({ totals, selected }) => (
  <EuiText size="s" color="subdued" aria-live="polite" data-test-subj="indicesTotals">
    {i18n.translate('watchkeeper.indices.totalsText', {
      defaultMessage:
        '{count, plural, one {# index} other {# indices}}, {docs, number} documents, {size} ({primary} primary), {shards, plural, one {# shard} other {# shards}}',
      values: {
        ...{ count: totals.count, docs: totals.docs, shards: totals.shards },
        ...{ size: formatBytes(totals.bytes), primary: formatBytes(totals.primary_bytes) },
      },
    })}
    {selected > 0 &&
      ` · ${i18n.translate('watchkeeper.indices.selectedText', {
        defaultMessage: '{count, number} selected',
        values: { count: selected },
      })}`}
  </EuiText>
);

/** Which rows are selected: only those that can be seen count. */
const useSelection = (shown: ReadonlyArray<{ name: string }>) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const names = useMemo(
    () => shown.map(({ name }) => name).filter((name) => chosen.has(name)),
    [shown, chosen]
  );
  const selected = useMemo(() => new Set(names), [names]);
  const toggle = (name: string) => {
    const next = new Set(selected);
    if (!next.delete(name)) next.add(name);
    setChosen(next);
  };
  const toggleAll = () =>
    setChosen(names.length === shown.length ? new Set() : new Set(shown.map(({ name }) => name)));
  return { names, selected, toggle, toggleAll, clear: () => setChosen(new Set()) };
};

const distinct = (values: ReadonlyArray<string | undefined>): string[] =>
  [...new Set(values.flatMap((value) => value ?? []))].sort();

const choicesIn = ({ rows, has_lifecycle: hasLifecycle }: IndexListing): FilterChoices => ({
  streams: distinct(rows.map(({ data_stream: stream }) => stream)),
  states: distinct(rows.map(({ lifecycle }) => lifecycle?.state)),
  ...(hasLifecycle
    ? { policies: distinct(rows.map(({ lifecycle }) => lifecycle?.policy_id)) }
    : {}),
});

/** The rows that are shown, and the columns. */
const useShown = (listing: IndexListing, state: ListState, onChange: ChangeList) => {
  const { at, has_lifecycle: hasLifecycle = false } = listing;
  const rows = useMemo(() => withGrowth(listing.rows, at), [listing.rows, at]);
  const shown = useMemo(() => {
    const { column, order } = sortOf(state);
    return sortRows(filterRows(rows, state, at), column, order);
  }, [rows, state, at]);
  const usual = useMemo(() => usualColumns(rows, hasLifecycle), [rows, hasLifecycle]);
  const canTell = useCallback(
    (column: IndexColumn) => hasLifecycle || !isOfPolicies(column),
    [hasLifecycle]
  );
  const change = (columns: string) => onChange({ columns });
  const [columns, chooseColumns] = useChosenColumns(state.columns, change, usual, canTell);
  return { shown, columns, chooseColumns, canTell };
};

const Listing: React.FC<{ listing: IndexListing; state: ListState; onChange: ChangeList }> = ({
  listing,
  state,
  onChange,
}) => {
  const { at, gaps, has_lifecycle: hasLifecycle } = listing;
  const { shown, columns, chooseColumns, canTell } = useShown(listing, state, onChange);
  const [failures, setFailures] = useState<Failures>([]);
  const readAnew = useFreshListing();
  const choices = useMemo(() => choicesIn(listing), [listing]);
  const totals = useMemo(() => totalsOf(shown), [shown]);
  const selection = useSelection(shown);
  const sort = sortOf(state);
  const sortBy = (column: IndexColumn) =>
    onChange({
      sort: column,
      order: sort.column === column && sort.order === 'asc' ? 'desc' : 'asc',
    });
  return (
    <>
      <Gaps gaps={gaps} />
      <ActFailures failures={failures} onClear={() => setFailures([])} />
      <TableFilters state={state} onChange={onChange} choices={choices} />
      <EuiSpacer size="s" />
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        <EuiFlexItem>
          <Totals totals={totals} selected={selection.names.length} />
        </EuiFlexItem>
        {selection.names.length > 0 && (
          <>
            {hasLifecycle && (
              <EuiFlexItem grow={false}>
                <ApplyPolicyButton indices={selection.names} />
              </EuiFlexItem>
            )}
            <EuiFlexItem grow={false}>
              <BulkSettingsButton
                indices={selection.names}
                onDone={({ failed }) => {
                  setFailures(failed);
                  void readAnew();
                }}
              />
            </EuiFlexItem>
            <EuiFlexItem grow={false}>
              <IndexActions
                indices={selection.names}
                onDone={(_verb, { failed }) => {
                  setFailures(failed);
                  selection.clear();
                  void readAnew();
                }}
              />
            </EuiFlexItem>
          </>
        )}
        <EuiFlexItem grow={false}>
          <ExportButton rows={shown} columns={columns} now={at} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <ColumnChooser columns={columns} onChange={chooseColumns} canTell={canTell} />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {shown.length === 0 ? (
        <NothingShown state={state} onChange={onChange} />
      ) : (
        <VirtualTable
          rows={shown}
          now={at}
          columns={columns}
          sort={sort}
          onSort={sortBy}
          selected={selection.selected}
          onSelect={selection.toggle}
          onSelectAll={selection.toggleAll}
        />
      )}
    </>
  );
};

const loadErrorTitle = (): string =>
  i18n.translate('watchkeeper.indices.loadErrorTitle', {
    defaultMessage: 'The indices could not be read',
  });

/** All indices that the caller may see. */
export const TablePage: React.FC = () => {
  const [state, change] = useUrlState(DEFAULTS);
  const { data, error, isFetching, isLoading, refetch } = useListing(state.refresh);
  const readAnew = useFreshListing();
  const linkTo = useLinkTo();
  const mayWrite = useMay('write');
  const create = (
    <EuiSmallButton
      key="create"
      iconType="plusInCircle"
      {...linkTo(appPaths.createIndex())}
      data-test-subj="createIndex"
    >
      {i18n.translate('watchkeeper.indices.createButtonLabel', { defaultMessage: 'Create index' })}
    </EuiSmallButton>
  );
  return (
    <IndicesFrame
      current="table"
      actions={[
        ...(mayWrite ? [create] : []),
        <RefreshControl
          key="refresh"
          seconds={state.refresh}
          isRefreshing={isFetching}
          onChange={(refresh) => change({ refresh })}
          onRefresh={() => void readAnew()}
        />,
      ]}
    >
      <EuiPanel>
        {isLoading && <LoadingState />}
        {data && <Listing listing={data} state={state} onChange={change} />}
        {!data && error !== null && (
          <ErrorState title={loadErrorTitle()} error={error} onRetry={() => void refetch()} />
        )}
      </EuiPanel>
    </IndicesFrame>
  );
};
