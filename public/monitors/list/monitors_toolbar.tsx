import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSelect, EuiFlexGroup, EuiFlexItem, EuiSmallButton } from '@elastic/eui';
import type { MonitorSummary } from '../../../common/monitors/api';
import { useMay } from '../../shared/plugin_status';
import { SearchField } from '../../shared/search_field';
import { useMonitorActions } from '../monitor_actions';
import type { MonitorsListQuery } from '../monitors_api';
import { refOf } from './monitor_ref';

const stateOptions = () => [
  {
    value: 'all',
    text: i18n.translate('watchkeeper.monitors.allStatesLabel', { defaultMessage: 'All states' }),
  },
  {
    value: 'enabled',
    text: i18n.translate('watchkeeper.monitors.enabledLabel', { defaultMessage: 'Enabled' }),
  },
  {
    value: 'disabled',
    text: i18n.translate('watchkeeper.monitors.disabledLabel', { defaultMessage: 'Disabled' }),
  },
];

const BulkActions: React.FC<{ selected: MonitorSummary[] }> = ({ selected }) => {
  const { tell, remove } = useMonitorActions();
  const mayWrite = useMay('write');
  const disabled = selected.length === 0 || !mayWrite;
  const refs = selected.map(refOf);
  return (
    <EuiFlexGroup gutterSize="s" responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiSmallButton
          isDisabled={disabled || selected.every(({ enabled }) => enabled)}
          onClick={() => void tell(refs, 'enable')}
          data-test-subj="bulkEnableButton"
        >
          {i18n.translate('watchkeeper.monitors.enableButtonLabel', { defaultMessage: 'Enable' })}
        </EuiSmallButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButton
          isDisabled={disabled || selected.every(({ enabled }) => !enabled)}
          onClick={() => void tell(refs, 'disable')}
          data-test-subj="bulkDisableButton"
        >
          {i18n.translate('watchkeeper.monitors.disableButtonLabel', { defaultMessage: 'Disable' })}
        </EuiSmallButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSmallButton
          color="danger"
          iconType="trash"
          isDisabled={disabled}
          onClick={() => void remove(refs)}
          data-test-subj="bulkDeleteButton"
        >
          {i18n.translate('watchkeeper.monitors.deleteButtonLabel', { defaultMessage: 'Delete' })}
        </EuiSmallButton>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

/** Search and filter of the list, and what can be done to the selected monitors. */
export const MonitorsToolbar: React.FC<{
  query: MonitorsListQuery;
  onChange: (changes: Partial<MonitorsListQuery>) => void;
  selected: MonitorSummary[];
}> = ({ query, onChange, selected }) => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
    <EuiFlexItem style={{ minWidth: 220 }}>
      <SearchField
        value={query.search}
        onChange={(search) => onChange({ search, page: 1 })}
        label={i18n.translate('watchkeeper.monitors.searchLabel', {
          defaultMessage: 'Search by name, index, tag or owner',
        })}
        data-test-subj="monitorsSearch"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiCompressedSelect
        options={stateOptions()}
        value={query.state}
        onChange={(event) => onChange({ state: event.target.value, page: 1 })}
        aria-label={i18n.translate('watchkeeper.monitors.stateFilterAriaLabel', {
          defaultMessage: 'Filter by state',
        })}
        data-test-subj="monitorsStateFilter"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <BulkActions selected={selected} />
    </EuiFlexItem>
  </EuiFlexGroup>
);
