import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { DestinationFilter, MonitorFilter } from '../../objects/object_filters';
import { SearchField } from '../../shared/search_field';
import { TimeRangeControl } from '../../shared/time_range_control';
import type { ChangeList, ListState } from './list_state';

/** Somebody came from an alert: its messages only, until that is taken away. */
const AlertFilter: React.FC<{ onClear: () => void }> = ({ onClear }) => {
  const label = i18n.translate('watchkeeper.deliveries.alertFilterClearAriaLabel', {
    defaultMessage: 'Show the messages of all alerts',
  });
  return (
    <EuiFlexItem grow={false}>
      <EuiBadge
        color="hollow"
        iconType="cross"
        iconSide="right"
        iconOnClick={onClear}
        iconOnClickAriaLabel={label}
        data-test-subj="deliveriesAlertFilter"
      >
        {i18n.translate('watchkeeper.deliveries.alertFilterLabel', {
          defaultMessage: 'Of one alert',
        })}
      </EuiBadge>
    </EuiFlexItem>
  );
};

/** Search and filters; all of them live in the URL. */
export const DeliveryFiltersBar: React.FC<{ state: ListState; onChange: ChangeList }> = ({
  state,
  onChange,
}) => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
    <EuiFlexItem style={{ minWidth: 220 }}>
      <SearchField
        value={state.search}
        onChange={(search) => onChange({ search, page: 1 })}
        label={i18n.translate('watchkeeper.deliveries.searchLabel', {
          defaultMessage: 'Search by subject, monitor, trigger or action',
        })}
        data-test-subj="deliveriesSearch"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false} style={{ width: 200 }}>
      <DestinationFilter
        id={state.destination_id}
        onChange={(id) => onChange({ destination_id: id, page: 1 })}
        data-test-subj="deliveriesDestinationFilter"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false} style={{ width: 200 }}>
      <MonitorFilter
        id={state.monitor_id}
        onChange={(id) => onChange({ monitor_id: id, page: 1 })}
        data-test-subj="deliveriesMonitorFilter"
      />
    </EuiFlexItem>
    {state.alert_id !== '' && <AlertFilter onClear={() => onChange({ alert_id: '', page: 1 })} />}
    <EuiFlexItem grow={false}>
      <TimeRangeControl
        from={state.from}
        to={state.to}
        onChange={(ends) => onChange({ ...ends, page: 1 })}
        allowAll
      />
    </EuiFlexItem>
  </EuiFlexGroup>
);
