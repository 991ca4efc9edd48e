import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiCompressedSelect,
  EuiCompressedSwitch,
  EuiFlexGroup,
  EuiFlexItem,
} from '@elastic/eui';
import { ANY, NONE } from '../../../common/indices/table/filter';
import { SearchField } from '../../shared/search_field';
import { healthLabel, statusLabel } from '../words';
import { LifecycleFilters } from './lifecycle_filters';
import type { ChangeList, ListState } from './list_state';
import { MoreFilters } from './more_filters';

interface FilterProps {
  state: ListState;
  onChange: ChangeList;
}

const HealthFilter: React.FC<FilterProps> = ({ state, onChange }) => (
  <EuiCompressedSelect
    options={[
      {
        value: '',
        text: i18n.translate('watchkeeper.indices.anyHealthLabel', {
          defaultMessage: 'Any health',
        }),
      },
      ...(['green', 'yellow', 'red', 'unknown'] as const).map((health) => ({
        value: health,
        text: healthLabel(health),
      })),
    ]}
    value={state.health}
    onChange={(event) => onChange({ health: event.target.value })}
    aria-label={i18n.translate('watchkeeper.indices.healthFilterAriaLabel', {
      defaultMessage: 'Filter by health',
    })}
    data-test-subj="healthFilter"
  />
);

const StatusFilter: React.FC<FilterProps> = ({ state, onChange }) => (
  <EuiCompressedSelect
    options={[
      {
        value: '',
        text: i18n.translate('watchkeeper.indices.anyStatusLabel', {
          defaultMessage: 'Open and closed',
        }),
      },
      ...(['open', 'close'] as const).map((status) => ({
        value: status,
        text: statusLabel(status),
      })),
    ]}
    value={state.status}
    onChange={(event) => onChange({ status: event.target.value })}
    aria-label={i18n.translate('watchkeeper.indices.statusFilterAriaLabel', {
      defaultMessage: 'Filter by status',
    })}
    data-test-subj="statusFilter"
  />
);

const StreamFilter: React.FC<FilterProps & { streams: readonly string[] }> = ({
  state,
  onChange,
  streams,
}) =>
  streams.length === 0 && state.data_stream === '' ? null : (
    <EuiCompressedSelect
      options={[
        {
          value: '',
          text: i18n.translate('watchkeeper.indices.anyStreamLabel', {
            defaultMessage: 'With or without data stream',
          }),
        },
        {
          value: ANY,
          text: i18n.translate('watchkeeper.indices.someStreamLabel', {
            defaultMessage: 'Of any data stream',
          }),
        },
        {
          value: NONE,
          text: i18n.translate('watchkeeper.indices.noStreamLabel', {
            defaultMessage: 'Of no data stream',
          }),
        },
        ...streams.map((stream) => ({ value: stream, text: stream })),
      ]}
      value={state.data_stream}
      onChange={(event) => onChange({ data_stream: event.target.value })}
      aria-label={i18n.translate('watchkeeper.indices.streamFilterAriaLabel', {
        defaultMessage: 'Filter by data stream',
      })}
      data-test-subj="streamFilter"
    />
  );

/** The one family that the table is narrowed to, and how to be rid of it. */
const FamilyFilter: React.FC<FilterProps> = ({ state: { family }, onChange }) =>
  family === '' ? null : (
    <EuiBadge
      color="hollow"
      iconType="cross"
      iconSide="right"
      iconOnClick={() => onChange({ family: '' })}
      iconOnClickAriaLabel={i18n.translate('watchkeeper.indices.removeFamilyAriaLabel', {
        defaultMessage: 'Show all families',
      })}
      data-test-subj="familyFilter"
    >
      {i18n.translate('watchkeeper.indices.familyFilterLabel', {
        defaultMessage: 'Family: {family}',
        values: { family },
      })}
    </EuiBadge>
  );

/** Which names can be chosen. */
export interface FilterChoices {
  streams: readonly string[];
  /** Absent where policies are not known. */
  policies?: readonly string[];
  states: readonly string[];
}

/** Search and filters; all of them live in the URL. */
export const TableFilters: React.FC<FilterProps & { choices: FilterChoices }> = ({
  state,
  onChange,
  choices: { streams, policies, states },
}) => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
    <EuiFlexItem style={{ minWidth: 240 }}>
      <SearchField
        value={state.text}
        onChange={(text) => onChange({ text })}
        label={i18n.translate('watchkeeper.indices.searchLabel', {
          defaultMessage: 'Name, alias or data stream, with *',
        })}
        data-test-subj="indicesSearch"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <HealthFilter state={state} onChange={onChange} />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <StatusFilter state={state} onChange={onChange} />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <StreamFilter state={state} onChange={onChange} streams={streams} />
    </EuiFlexItem>
    {policies && (
      <LifecycleFilters state={state} onChange={onChange} policies={policies} states={states} />
    )}
    <EuiFlexItem grow={false}>
      <MoreFilters state={state} onChange={onChange} />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiCompressedSwitch
        label={i18n.translate('watchkeeper.indices.hiddenSwitchLabel', {
          defaultMessage: 'Hidden ones too',
        })}
        checked={state.hidden}
        onChange={(event) => onChange({ hidden: event.target.checked })}
        data-test-subj="hiddenSwitch"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <FamilyFilter state={state} onChange={onChange} />
    </EuiFlexItem>
  </EuiFlexGroup>
);
