import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiPanel, EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import type { Alert } from '../../../common/alerts/alert';
import { PageFrame } from '../../shared/page_frame';
import { toApiError } from '../../shared/api_client';
import { useLastPage } from '../../shared/last_page';
import { ErrorState, LoadingState } from '../../shared/states';
import { useUrlState } from '../../shared/url_state';
import { useAlerts } from '../alert_queries';
import { alertsTitle, canAcknowledge } from '../alert_words';
import { useAcknowledgeAlerts } from '../use_acknowledge_alerts';
import type { AcknowledgeAlerts } from '../use_acknowledge_alerts';
import { AlertFilters } from './alert_filters';
import { AlertsTable } from './alerts_table';
import { AllThatMatch, BulkAcknowledge } from './bulk_acknowledge';
import { DEFAULTS, TABS, queryOf, tabOf } from './list_state';
import type { ChangeList, ListState, Tab } from './list_state';
import { NoAlerts } from './no_alerts';
import { RefreshControl } from './refresh_control';

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

const AlertsList: React.FC<{
  state: ListState;
  onChange: ChangeList;
  list: ReturnType<typeof useAlerts>;
  acknowledging: AcknowledgeAlerts;
  selected: Alert[];
  onSelect: (alerts: Alert[]) => void;
}> = ({ state, onChange, list, acknowledging, selected, onSelect }) => {
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
  return (
    <>
      {list.error !== null && <StaleNotice error={list.error} />}
      {list.data.total === 0 ? (
        <NoAlerts state={state} onChange={onChange} />
      ) : (
        <>
          <AllThatMatch
            query={queryOf(state)}
            total={list.data.total}
            page={list.data.items}
            selected={selected}
            acknowledging={acknowledging}
          />
          <AlertsTable
            page={list.data}
            state={state}
            readAt={list.dataUpdatedAt}
            onChange={onChange}
            selected={selected}
            onSelect={onSelect}
            acknowledging={acknowledging}
          />
        </>
      )}
    </>
  );
};

/** Active and past alerts. */
export const AlertsPage: React.FC = () => {
  const [state, change] = useUrlState(DEFAULTS);
  const [selected, setSelected] = useState<Alert[]>([]);
  const list = useAlerts(queryOf(state), state.refresh);
  const acknowledging = useAcknowledgeAlerts();
  useLastPage(queryOf(state), list.isPreviousData ? undefined : list.data?.total, (page) =>
    change({ page })
  );
  // What is selected counts as it is now, and only while it is on the page.
  const current = (list.data?.items ?? []).filter(
    (alert) => canAcknowledge(alert) && selected.some(({ id }) => id === alert.id)
  );

  return (
    <PageFrame
      title={alertsTitle()}
      crumbs={[{ text: alertsTitle() }]}
      actions={[
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
        <StateTabs state={state} onChange={change} />
        <EuiSpacer size="m" />
        <AlertFilters state={state} onChange={change} />
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
