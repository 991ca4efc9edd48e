import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButton,
  EuiSpacer,
  EuiTab,
  EuiTabs,
} from '@elastic/eui';
import { MESSAGE_STATUSES } from '../../../common/notifications/deliveries_api';
import type { DeliveryPage, DeliveryRow } from '../../../common/notifications/deliveries_api';
import { toApiError } from '../../shared/api_client';
import { deliveryLabel } from '../../shared/delivery_badge';
import { useLastPage } from '../../shared/last_page';
import { formatCount } from '../../shared/numbers';
import { PageFrame } from '../../shared/page_frame';
import { useMay } from '../../shared/plugin_status';
import { RefreshControl } from '../../shared/refresh_control';
import { ErrorState, LoadingState } from '../../shared/states';
import { useUrlState } from '../../shared/url_state';
import { destinationsCrumb } from '../crumbs';
import { RoomTabs } from '../room_tabs';
import { DeliveriesTable, isDead } from './deliveries_table';
import { DeliveryFiltersBar } from './delivery_filters';
import { useDeliveries } from './delivery_queries';
import { DEFAULTS, filtersOf, queryOf } from './list_state';
import type { ChangeList, ListState } from './list_state';
import { NoDeliveries } from './no_deliveries';
import { useResend } from './use_resend';
import type { ResendMessages } from './use_resend';
import { deliveriesTitle } from './words';

type Counts = DeliveryPage['by_status'];

const sumOf = (counts: Counts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** How many there are in each status; each is a filter. */
const StatusTabs: React.FC<{ state: ListState; counts?: Counts; onChange: ChangeList }> = ({
  state,
  counts,
  onChange,
}) => {
  const current = queryOf(state).status ?? '';
  const labelled = (label: string, count: number | undefined): string =>
    count === undefined ? label : `${label} (${formatCount(count)})`;
  const all = i18n.translate('watchkeeper.deliveries.allTabLabel', { defaultMessage: 'All' });
  return (
    <EuiTabs size="s">
      <EuiTab
        isSelected={current === ''}
        onClick={() => onChange({ status: '', page: 1 })}
        data-test-subj="deliveriesTab-all"
      >
        {labelled(all, counts && sumOf(counts))}
      </EuiTab>
      {MESSAGE_STATUSES.map((status) => (
        <EuiTab
          key={status}
          isSelected={current === status}
          onClick={() => onChange({ status, page: 1 })}
          data-test-subj={`deliveriesTab-${status}`}
        >
          {labelled(deliveryLabel(status), counts && (counts[status] ?? 0))}
        </EuiTab>
      ))}
    </EuiTabs>
  );
};

/** What was given up, and the way to send all of it again. */
const DeadNotice: React.FC<{ count: number; state: ListState; resend: ResendMessages }> = ({
  count,
  state,
  resend,
}) => {
  const mayWrite = useMay('write');
  const { status } = queryOf(state);
  if (count === 0 || (status !== undefined && status !== 'dead')) return null;
  return (
    <>
      <EuiCallOut
        size="s"
        color="danger"
        iconType="alert"
        title={i18n.translate('watchkeeper.deliveries.deadTitle', {
          defaultMessage:
            '{count, plural, one {# message that the filters find was} other {# messages that the filters find were}} not delivered',
          values: { count },
        })}
        data-test-subj="deadNotice"
      >
        <EuiFlexGroup
          gutterSize="m"
          alignItems="center"
          justifyContent="spaceBetween"
          responsive={false}
          wrap
        >
          <EuiFlexItem style={{ minWidth: 240 }}>
            <div>
              {i18n.translate('watchkeeper.deliveries.deadText', {
                defaultMessage:
                  'They were given up, each for the reason below it. Mend that first, then send them again.',
              })}
            </div>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiSmallButton
              color="danger"
              isLoading={resend.isBusy}
              isDisabled={!mayWrite}
              onClick={() => resend.all(filtersOf(state), count)}
              data-test-subj="resendAll"
            >
              {i18n.translate('watchkeeper.deliveries.resendAllButtonLabel', {
                defaultMessage: 'Send {count, plural, one {it} other {all #}} again',
                values: { count },
              })}
            </EuiSmallButton>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiCallOut>
      <EuiSpacer size="s" />
    </>
  );
};

/** Old rows stay in sight when the list cannot be read anew; that they are old is said. */
const StaleNotice: React.FC<{ error: unknown }> = ({ error }) => (
  <>
    <EuiCallOut
      size="s"
      color="warning"
      iconType="alert"
      title={i18n.translate('watchkeeper.deliveries.staleTitle', {
        defaultMessage: 'The list could not be refreshed: {reason}',
        values: { reason: toApiError(error).message },
      })}
    />
    <EuiSpacer size="s" />
  </>
);

const List: React.FC<{
  list: ReturnType<typeof useDeliveries>;
  state: ListState;
  onChange: ChangeList;
  selected: DeliveryRow[];
  onSelect: (rows: DeliveryRow[]) => void;
  resend: ResendMessages;
}> = ({ list, ...rest }) => {
  const { state, onChange, resend } = rest;
  if (list.isLoading) return <LoadingState />;
  if (!list.data) {
    return (
      <ErrorState
        title={i18n.translate('watchkeeper.deliveries.loadErrorTitle', {
          defaultMessage: 'The deliveries could not be loaded',
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
      <DeadNotice count={data.by_status.dead ?? 0} state={state} resend={resend} />
      {data.total === 0 ? (
        <NoDeliveries state={state} onChange={onChange} />
      ) : (
        <DeliveriesTable page={data} {...rest} />
      )}
    </>
  );
};

/** Every message, with what became of it. */
export const DeliveriesPage: React.FC = () => {
  const [state, change] = useUrlState(DEFAULTS);
  const [selected, setSelected] = useState<DeliveryRow[]>([]);
  const query = queryOf(state);
  const list = useDeliveries(query, state.refresh);
  const resend = useResend();
  useLastPage(query, list.isPreviousData ? undefined : list.data?.total, (page) =>
    change({ page })
  );
  // What is selected counts as it is now, and only while it is on the page.
  const current = (list.data?.items ?? []).filter(
    (row) => isDead(row) && selected.some(({ id }) => id === row.id)
  );
  return (
    <PageFrame
      title={deliveriesTitle()}
      crumbs={[destinationsCrumb(), { text: deliveriesTitle() }]}
      actions={[
        <RefreshControl
          key="refresh"
          seconds={state.refresh}
          isRefreshing={list.isFetching}
          onChange={(refresh) => change({ refresh })}
          onRefresh={() => void list.refetch()}
        />,
        ...(current.length > 0
          ? [
              <EuiSmallButton
                key="resend"
                fill
                isLoading={resend.isBusy}
                onClick={() => resend.some(current)}
                data-test-subj="resendSelected"
              >
                {i18n.translate('watchkeeper.deliveries.resendSelectedButtonLabel', {
                  defaultMessage: 'Send {count} again',
                  values: { count: current.length },
                })}
              </EuiSmallButton>,
            ]
          : []),
      ]}
    >
      <RoomTabs current="deliveries" />
      <EuiPanel>
        <StatusTabs state={state} counts={list.data?.by_status} onChange={change} />
        <EuiSpacer size="m" />
        <DeliveryFiltersBar state={state} onChange={change} />
        <EuiSpacer size="m" />
        <List
          list={list}
          state={state}
          onChange={change}
          selected={current}
          onSelect={setSelected}
          resend={resend}
        />
      </EuiPanel>
    </PageFrame>
  );
};
