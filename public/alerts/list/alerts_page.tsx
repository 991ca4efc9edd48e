import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiButtonGroup,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiTab,
  EuiTabs,
} from '@elastic/eui';
import type { Alert } from '../../../common/alerts/alert';
import type { AlertsPage as AlertsPageData } from '../../../common/alerts/api';
import { PageFrame } from '../../shared/page_frame';
import { toApiError } from '../../shared/api_client';
import { useLastPage } from '../../shared/last_page';
import { ErrorState, LoadingState } from '../../shared/states';
import { useUrlState } from '../../shared/url_state';
import { useAlertGroups, useAlerts } from '../alert_queries';
import { alertsTitle, canAcknowledge } from '../alert_words';
import { useAcknowledgeAlerts } from '../use_acknowledge_alerts';
import type { AcknowledgeAlerts } from '../use_acknowledge_alerts';
import { AlertFilters } from './alert_filters';
import { AlertsChart } from './alerts_chart';
import { AlertsTable } from './alerts_table';
import { AllThatMatch, BulkAcknowledge } from './bulk_acknowledge';
import { ExportLink } from './export_link';
import { GroupsTable } from './groups_table';
import { DEFAULTS, TABS, isGrouped, queryOf, tabOf } from './list_state';
import type { ChangeList, ListState, Tab } from './list_state';
import { NoAlerts } from './no_alerts';
import { RefreshControl } from '../../shared/refresh_control';

const tabLabel = (tab: Tab): string => {
  switch (tab) {
    case 'open':
      return i18n.translate('watchkeeper.alerts.openTabLabel', { defaultMessage: 'Open' });
    case 'past':
      return i18n.translate('watchkeeper.alerts.pastTabLabel', { defaultMessage: 'Past' });
    default:
      return i18n.translate('watchkeeper.alerts.allTabLabel', { defaultMessage: 'All' });
  }
};

const StateTabs: React.FC<{ state: ListState; onChange: ChangeList }> = ({ state, onChange }) => (
  <EuiTabs size="s">
    {TABS.map((tab) => (
      <EuiTab
        key={tab}
        isSelected={tabOf(queryOf(state).state) === tab}
        onClick={() => onChange({ state: tab, page: 1 })}
        data-test-subj={`alertsTab-${tab}`}
      >
        {tabLabel(tab)}
      </EuiTab>
    ))}
  </EuiTabs>
);

/** Old rows stay in sight when the list cannot be read anew; that they are old is said. */
const StaleNotice: React.FC<{ error: unknown }> = ({ error }) => (
  <>
    <EuiCallOut
      size="s"
      color="warning"
      iconType="alert"
      title={i18n.translate('watchkeeper.alerts.staleTitle', {
        defaultMessage: 'The list could not be refreshed: {reason}',
        values: { reason: toApiError(error).message },
      })}
      data-test-subj="alertsStale"
    />
    <EuiSpacer size="s" />
  </>
);

interface ListProps {
  state: ListState;
  onChange: ChangeList;
  acknowledging: AcknowledgeAlerts;
  selected: Alert[];
  onSelect: (alerts: Alert[]) => void;
}

const FlatList: React.FC<ListProps & { page: AlertsPageData; readAt: number }> = ({
  page,
  readAt,
  ...rest
}) => (
  <>
    <AllThatMatch
      query={queryOf(rest.state)}
      total={page.total}
      page={page.items}
      selected={rest.selected}
      acknowledging={rest.acknowledging}
    />
    <AlertsTable page={page} readAt={readAt} {...rest} />
  </>
);

type Loaded = ReturnType<typeof useAlerts> | ReturnType<typeof useAlertGroups>;

const AlertsList: React.FC<ListProps & { list: Loaded }> = ({ list, ...rest }) => {
  const { state, onChange } = rest;
  if (list.isLoading) return <LoadingState />;
  if (!list.data) {
    return (
      <ErrorState
        title={i18n.translate('watchkeeper.alerts.loadErrorTitle', {
          defaultMessage: 'The alerts could not be loaded',
        })}
        error={list.error}
        onRetry={() => void list.refetch()}
      />
    );
  }
  const { data } = list;
  return (
    <>
      {list.error !== null && <StaleNotice error={list.error} />}
      {data.chart && <AlertsChart chart={data.chart} state={state} onChange={onChange} />}
      {data.total === 0 && <NoAlerts state={state} onChange={onChange} />}
      {data.total > 0 &&
        ('groups' in data ? (
          <GroupsTable page={data} onChange={onChange} />
        ) : (
          <FlatList page={data} readAt={list.dataUpdatedAt} {...rest} />
        ))}
    </>
  );
};

const ViewChoice: React.FC<{ state: ListState; onChange: ChangeList }> = ({ state, onChange }) => (
  <EuiButtonGroup
    legend={i18n.translate('watchkeeper.alerts.viewLegend', {
      defaultMessage: 'One line for each alert, or for each trigger',
    })}
    options={[
      {
        id: 'flat',
        label: i18n.translate('watchkeeper.alerts.flatLabel', { defaultMessage: 'Each alert' }),
      },
      {
        id: 'grouped',
        label: i18n.translate('watchkeeper.alerts.groupedLabel', {
          defaultMessage: 'By trigger',
        }),
      },
    ]}
    idSelected={isGrouped(state) ? 'grouped' : 'flat'}
    onChange={(view) => onChange({ view, page: 1 })}
    buttonSize="compressed"
    data-test-subj="alertsView"
  />
);

/** Active and past alerts. */
export const AlertsPage: React.FC = () => {
  const [state, change] = useUrlState(DEFAULTS);
  const [selected, setSelected] = useState<Alert[]>([]);
  const query = queryOf(state);
  const asked = { ...query, chart: true };
  const grouped = isGrouped(state);
  const flat = useAlerts(asked, { refresh: state.refresh, enabled: !grouped });
  const groups = useAlertGroups(asked, { refresh: state.refresh, enabled: grouped });
  const list = grouped ? groups : flat;
  const acknowledging = useAcknowledgeAlerts();
  useLastPage(query, grouped || flat.isPreviousData ? undefined : flat.data?.total, (page) =>
    change({ page })
  );
  // What is selected counts as it is now, and only while it is on the page.
  const current = (grouped ? [] : (flat.data?.items ?? [])).filter(
    (alert) => canAcknowledge(alert) && selected.some(({ id }) => id === alert.id)
  );

  return (
    <PageFrame
      title={alertsTitle()}
      crumbs={[{ text: alertsTitle() }]}
      actions={[
        <ExportLink key="export" query={query} />,
        <RefreshControl
          key="refresh"
          seconds={state.refresh}
          isRefreshing={list.isFetching}
          onChange={(refresh) => change({ refresh })}
          onRefresh={() => void list.refetch()}
        />,
        <BulkAcknowledge key="bulk" selected={current} acknowledging={acknowledging} />,
      ]}
    >
      <EuiPanel>
        <EuiFlexGroup justifyContent="spaceBetween" alignItems="center" responsive={false} wrap>
          <EuiFlexItem grow={false}>
            <StateTabs state={state} onChange={change} />
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <ViewChoice state={state} onChange={change} />
          </EuiFlexItem>
        </EuiFlexGroup>
        <EuiSpacer size="m" />
        <AlertFilters
          state={state}
          onChange={change}
          tags={list.data?.tags ?? []}
          owners={list.data?.owners ?? []}
        />
        <EuiSpacer size="m" />
        <AlertsList
          state={state}
          onChange={change}
          list={list}
          acknowledging={acknowledging}
          selected={current}
          onSelect={setSelected}
        />
      </EuiPanel>
      {acknowledging.dialog}
    </PageFrame>
  );
};
