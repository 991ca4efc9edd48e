import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import type { MonitorSummary } from '../../../common/monitors/api';
import { SearchField } from '../../shared/search_field';
import { BulkActions } from './bulk_actions';
import { ListFilters } from './list_filters';
import type { FilterProps } from './list_filters';

/** Search and filters of the list, and what can be done to the selected monitors. */
export const MonitorsToolbar: React.FC<
  FilterProps & {
    selected: readonly MonitorSummary[];
    /** Of all monitors. */
    tags: readonly string[];
    owners: readonly string[];
  }
> = ({ query, onChange, selected, tags, owners }) => (
  <>
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
      <ListFilters query={query} onChange={onChange} tags={tags} owners={owners} />
    </EuiFlexGroup>
    {selected.length > 0 && (
      <>
        <EuiSpacer size="s" />
        <BulkActions selected={selected} tags={tags} />
      </>
    )}
  </>
);
