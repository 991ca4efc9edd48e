import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import type { ManagedListing } from '../../../common/lifecycle/api';
import { explainIndex } from '../../../common/lifecycle/explain/explain_index';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import { managedRow, narrow } from '../../../common/lifecycle/managed_table/rows';
import { NATIVE_TICKS, ticksEvery } from '../../../common/lifecycle/simulate/timeline';
import { appPaths } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { RefreshControl } from '../../shared/refresh_control';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states';
import { useUrlState } from '../../shared/url_state';
import { ManagedActions } from '../acts/managed_actions';
import { EngineCallout } from '../engine_callout';
import { LifecycleFrame } from '../lifecycle_frame';
import { canKeep, useEngine, usePolicies } from '../policy_queries';
import { EngineStateCallout } from './engine_state';
import { Gaps } from './gaps';
import { DEFAULTS, NO_FILTERS, filterOf } from './list_state';
import type { ChangeList, ListState } from './list_state';
import { ManagedFilters } from './managed_filters';
import { useManaged, usePolicyOf } from './managed_queries';
import { ManagedSummary } from './managed_summary';
import { ManagedTable } from './managed_table';
import { SelectionBar, useSelection } from './selection';

const NoManaged: React.FC = () => {
  const linkTo = useLinkTo();
  return (
    <EmptyState
      iconType="indexManagementApp"
      title={i18n.translate('watchkeeper.lifecycle.managed.emptyTitle', {
        defaultMessage: 'No policy manages an index that you may see',
      })}
      body={
        <p>
          {i18n.translate('watchkeeper.lifecycle.managed.emptyText', {
            defaultMessage:
              'Apply a policy to indices that are there, or give it patterns, and it takes in new ones by itself.',
          })}
        </p>
      }
      action={
        <EuiSmallButton {...linkTo(appPaths.applyPolicy({}))}>
          {i18n.translate('watchkeeper.lifecycle.managed.toApplyButtonLabel', {
            defaultMessage: 'Apply a policy',
          })}
        </EuiSmallButton>
      }
    />
  );
};

const NoMatch: React.FC<{ onChange: ChangeList }> = ({ onChange }) => (
  <EmptyState
    iconType="search"
    title={i18n.translate('watchkeeper.lifecycle.managed.noMatchTitle', {
      defaultMessage: 'No managed index matches the search and filters',
    })}
    action={
      <EuiSmallButton
        onClick={() => onChange({ ...NO_FILTERS, page: 1 })}
        data-test-subj="showAllManaged"
      >
        {i18n.translate('watchkeeper.lifecycle.managed.clearFiltersButtonLabel', {
          defaultMessage: 'Clear search and filters',
        })}
      </EuiSmallButton>
    }
  />
);

const Listing: React.FC<{
  listing: ManagedListing;
  state: ListState;
  onChange: ChangeList;
}> = ({ listing: { at, indices, gaps, engine }, state, onChange }) => {
  const { data: policies } = usePolicies(true);
  const policyOf = usePolicyOf(policies?.items);
  const rows = useMemo(() => indices.map(managedRow), [indices]);
  const { rows: shown, counts } = useMemo(
    () => narrow(rows, filterOf(state), at),
    [rows, state, at]
  );
  const selection = useSelection(shown);
  const explain = (managed: ManagedIndex) => {
    const policy = policyOf(managed);
    return explainIndex({
      ...{ managed, now: at, ticks: engine ? ticksEvery(engine.every) : NATIVE_TICKS },
      ...(policy ? { policy } : {}),
    });
  };
  return (
    <>
      <EngineStateCallout engine={engine} />
      <Gaps gaps={gaps} />
      <ManagedSummary rows={rows} state={state} onChange={onChange} />
      <EuiSpacer size="s" />
      <ManagedFilters counts={counts} state={state} onChange={onChange} />
      <EuiSpacer size="s" />
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem>
          <SelectionBar shown={shown.length} selection={selection} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <ManagedActions
            selected={selection.indices}
            onDone={(left = []) => selection.keep(left)}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      {shown.length === 0 ? (
        <NoMatch onChange={onChange} />
      ) : (
        <ManagedTable
          rows={shown}
          {...{ state, onChange, explain }}
          selected={selection.names}
          onSelect={selection.toggle}
        />
      )}
    </>
  );
};

/** All indices that a policy manages and the caller may see. */
export const ManagedPage: React.FC = () => {
  const [state, change] = useUrlState(DEFAULTS);
  const engine = useEngine();
  const isThere = engine.data !== undefined && engine.data.native !== 'none';
  const { data, error, isFetching, refetch } = useManaged(isThere, state.refresh);
  const content = () => {
    if (engine.isLoading) return <LoadingState />;
    if (!isThere) return null;
    if (data) {
      return data.indices.length === 0 ? (
        <>
          <Gaps gaps={data.gaps} />
          <NoManaged />
        </>
      ) : (
        <Listing listing={data} state={state} onChange={change} />
      );
    }
    return error ? (
      <ErrorState
        title={i18n.translate('watchkeeper.lifecycle.managed.loadErrorTitle', {
          defaultMessage: 'The managed indices could not be read',
        })}
        error={error}
        onRetry={() => void refetch()}
      />
    ) : (
      <LoadingState />
    );
  };
  const shown = content();
  return (
    <LifecycleFrame
      current="managed"
      actions={
        isThere
          ? [
              <RefreshControl
                key="refresh"
                seconds={state.refresh}
                isRefreshing={isFetching}
                onChange={(refresh) => change({ refresh })}
                onRefresh={() => void refetch()}
              />,
            ]
          : []
      }
    >
      {!canKeep(engine.data) && <EngineCallout engine={engine.data} error={engine.error} />}
      {shown && <EuiPanel>{shown}</EuiPanel>}
    </LifecycleFrame>
  );
};
