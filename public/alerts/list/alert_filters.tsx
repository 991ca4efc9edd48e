import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSelect, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { OPEN_STATES, PAST_STATES } from '../../../common/alerts/alert';
import type { AlertState } from '../../../common/alerts/alert';
import { TimeRangeControl } from '../../shared/time_range_control';
import { MonitorFilter } from '../../objects/object_filters';
import { SearchField } from '../../shared/search_field';
import { SEVERITY_LEVELS, severityLabel } from '../../shared/severity_badge';
import { stateLabel } from '../alert_words';
import { GroupFilter } from './group_filter';
import { queryOf, tabOf } from './list_state';
import type { ChangeList, ListState, Tab } from './list_state';
import { NameFilter } from './name_filter';
import { TriggerFilter } from './trigger_filter';

const STATES_OF: Record<Tab, readonly AlertState[]> = {
  open: OPEN_STATES,
  past: PAST_STATES,
  // A single state is on one of the other tabs.
  all: [],
};

const StateFilter: React.FC<{ state: ListState; onChange: ChangeList }> = ({ state, onChange }) => {
  const { state: value } = queryOf(state);
  const tab = tabOf(value);
  if (STATES_OF[tab].length === 0) return null;
  return (
    <EuiFlexItem grow={false}>
      <EuiCompressedSelect
        options={[
          {
            value: tab,
            text: i18n.translate('watchkeeper.alerts.allStatesLabel', {
              defaultMessage: 'All states',
            }),
          },
          ...STATES_OF[tab].map((one) => ({ value: one, text: stateLabel(one) })),
        ]}
        value={value}
        onChange={(event) => onChange({ state: event.target.value, page: 1 })}
        aria-label={i18n.translate('watchkeeper.alerts.stateFilterAriaLabel', {
          defaultMessage: 'Filter by state',
        })}
        data-test-subj="alertsStateFilter"
      />
    </EuiFlexItem>
  );
};

const SeverityFilter: React.FC<{ state: ListState; onChange: ChangeList }> = ({
  state,
  onChange,
}) => (
  <EuiCompressedSelect
    options={[
      {
        value: '',
        text: i18n.translate('watchkeeper.alerts.allSeveritiesLabel', {
          defaultMessage: 'All severities',
        }),
      },
      ...SEVERITY_LEVELS.map((level) => ({ value: level, text: severityLabel(level) })),
    ]}
    value={queryOf(state).severity ?? ''}
    onChange={(event) => onChange({ severity: event.target.value, page: 1 })}
    aria-label={i18n.translate('watchkeeper.alerts.severityFilterAriaLabel', {
      defaultMessage: 'Filter by severity',
    })}
    data-test-subj="alertsSeverityFilter"
  />
);

/** Search and filters; all of them live in the URL. */
export const AlertFilters: React.FC<{
  state: ListState;
  onChange: ChangeList;
  tags: readonly string[];
  owners: readonly string[];
}> = ({ state, onChange, tags, owners }) => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
    <EuiFlexItem style={{ minWidth: 220 }}>
      <SearchField
        value={state.search}
        onChange={(search) => onChange({ search, page: 1 })}
        label={i18n.translate('watchkeeper.alerts.searchLabel', {
          defaultMessage: 'Search by trigger, monitor, group, reason or person',
        })}
        data-test-subj="alertsSearch"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false} style={{ width: 220 }}>
      <MonitorFilter
        id={state.monitor_id}
        onChange={(id) => onChange({ monitor_id: id, trigger_id: '', page: 1 })}
        data-test-subj="alertsMonitorFilter"
      />
    </EuiFlexItem>
    <TriggerFilter state={state} onChange={onChange} />
    <EuiFlexItem grow={false}>
      <SeverityFilter state={state} onChange={onChange} />
    </EuiFlexItem>
    <StateFilter state={state} onChange={onChange} />
    <NameFilter
      value={state.tag}
      names={tags}
      all={i18n.translate('watchkeeper.alerts.allTagsLabel', { defaultMessage: 'All tags' })}
      label={i18n.translate('watchkeeper.alerts.tagFilterAriaLabel', {
        defaultMessage: 'Filter by tag',
      })}
      onChange={(tag) => onChange({ tag, page: 1 })}
      data-test-subj="alertsTagFilter"
    />
    <NameFilter
      value={state.owner}
      names={owners}
      all={i18n.translate('watchkeeper.alerts.allOwnersLabel', { defaultMessage: 'All owners' })}
      label={i18n.translate('watchkeeper.alerts.ownerFilterAriaLabel', {
        defaultMessage: 'Filter by owner',
      })}
      onChange={(owner) => onChange({ owner, page: 1 })}
      data-test-subj="alertsOwnerFilter"
    />
    <GroupFilter state={state} onChange={onChange} />
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
