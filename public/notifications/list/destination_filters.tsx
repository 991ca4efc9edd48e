import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSelect, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { DESTINATION_HEALTHS } from '../../../common/notifications/destination_health';
import { DESTINATION_TYPES } from '../../../common/notifications/kinds/registry';
import { formatCount } from '../../shared/numbers';
import { SearchField } from '../../shared/search_field';
import { labelOf } from '../kinds/kind_words';
import { healthLabel } from './health_badge';
import { countByHealth } from './list_rows';
import type { ChangeList, DestinationRow, ListState } from './list_rows';

const HealthFilter: React.FC<{
  value: string;
  rows: readonly DestinationRow[];
  onChange: (health: string) => void;
}> = ({ value, rows, onChange }) => {
  const counts = countByHealth(rows);
  return (
    <EuiCompressedSelect
      options={[
        {
          value: '',
          text: i18n.translate('watchkeeper.destinations.allHealthsLabel', {
            defaultMessage: 'All statuses',
          }),
        },
        ...DESTINATION_HEALTHS.map((health) => ({
          value: health,
          text: `${healthLabel(health)} (${formatCount(counts[health] ?? 0)})`,
        })),
      ]}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      aria-label={i18n.translate('watchkeeper.destinations.healthFilterAriaLabel', {
        defaultMessage: 'Filter by status',
      })}
      data-test-subj="destinationsHealthFilter"
    />
  );
};

/** Search and filters; all of them live in the URL. */
export const DestinationFilters: React.FC<{
  state: ListState;
  /** Those that the search finds. */
  rows: readonly DestinationRow[];
  onChange: ChangeList;
}> = ({ state, rows, onChange }) => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
    <EuiFlexItem style={{ minWidth: 220 }}>
      <SearchField
        value={state.search}
        onChange={(search) => onChange({ search, page: 1 })}
        label={i18n.translate('watchkeeper.destinations.searchLabel', {
          defaultMessage: 'Search by name',
        })}
        data-test-subj="destinationsSearch"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiCompressedSelect
        options={[
          {
            value: '',
            text: i18n.translate('watchkeeper.destinations.allTypesLabel', {
              defaultMessage: 'All types',
            }),
          },
          ...DESTINATION_TYPES.map((type) => ({ value: type as string, text: labelOf(type) })),
        ]}
        value={state.type}
        onChange={({ target }) => onChange({ type: target.value, page: 1 })}
        aria-label={i18n.translate('watchkeeper.destinations.typeFilterAriaLabel', {
          defaultMessage: 'Filter by type',
        })}
        data-test-subj="destinationsTypeFilter"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <HealthFilter
        value={state.health}
        rows={rows}
        onChange={(health) => onChange({ health, page: 1 })}
      />
    </EuiFlexItem>
  </EuiFlexGroup>
);
