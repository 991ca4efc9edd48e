import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiCompressedSwitch, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { DestinationFilter, MonitorFilter } from '../../objects/object_filters';
import { SearchField } from '../../shared/search_field';
import { TimeRangeControl } from '../../shared/time_range_control';
import { showsAll } from './list_state';
import type { ChangeList, ListState } from './list_state';

/** What somebody came from, and which is not chosen here: it is only taken away. */
const ComeFrom: React.FC<{
  label: string;
  clearLabel: string;
  onClear: () => void;
  mark: string;
}> = ({ label, clearLabel, onClear, mark }) => (
  <EuiFlexItem grow={false}>
    <EuiBadge
      color="hollow"
      iconType="cross"
      iconSide="right"
      iconOnClick={onClear}
      iconOnClickAriaLabel={clearLabel}
      data-test-subj={mark}
    >
      {label}
    </EuiBadge>
  </EuiFlexItem>
);

const AlertFilter: React.FC<{ onClear: () => void }> = ({ onClear }) => (
  <ComeFrom
    label={i18n.translate('watchkeeper.deliveries.alertFilterLabel', {
      defaultMessage: 'Of one alert',
    })}
    clearLabel={i18n.translate('watchkeeper.deliveries.alertFilterClearAriaLabel', {
      defaultMessage: 'Show the messages of all alerts',
    })}
    onClear={onClear}
    mark="deliveriesAlertFilter"
  />
);

const DigestFilter: React.FC<{ onClear: () => void }> = ({ onClear }) => (
  <ComeFrom
    label={i18n.translate('watchkeeper.deliveries.digestFilterLabel', {
      defaultMessage: 'Of one merged message',
    })}
    clearLabel={i18n.translate('watchkeeper.deliveries.digestFilterClearAriaLabel', {
      defaultMessage: 'Show those that went out otherwise, too',
    })}
    onClear={onClear}
    mark="deliveriesDigestFilter"
  />
);

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
    {state.digest_id !== '' && (
      <DigestFilter onClear={() => onChange({ digest_id: '', page: 1 })} />
    )}
    {!showsAll(state) && (
      <EuiFlexItem grow={false}>
        <EuiCompressedSwitch
          label={i18n.translate('watchkeeper.deliveries.pingsSwitchLabel', {
            defaultMessage: 'Pings too',
          })}
          checked={state.pings}
          onChange={(event) => onChange({ pings: event.target.checked, page: 1 })}
          data-test-subj="deliveriesPings"
        />
      </EuiFlexItem>
    )}
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
