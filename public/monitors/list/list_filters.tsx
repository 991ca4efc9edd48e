import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSelect, EuiFlexItem } from '@elastic/eui';
import { MONITOR_HEALTHS } from '../../../common/monitors/api';
import type { MonitorHealth } from '../../../common/monitors/api';
import { MONITOR_TYPES } from '../../../common/monitors/monitor';
import type { MonitorsListQuery } from '../monitors_api';
import { typeLabel } from '../type_words';

export interface FilterProps {
  query: MonitorsListQuery;
  onChange: (changes: Partial<MonitorsListQuery>) => void;
}

interface Option {
  value: string;
  text: string;
}

const stateOptions = (): Option[] => [
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

const healthLabel = (health: MonitorHealth): string => {
  switch (health) {
    case 'firing':
      return i18n.translate('watchkeeper.monitors.firingLabel', { defaultMessage: 'Firing' });
    case 'no_data':
      return i18n.translate('watchkeeper.monitors.healthNoDataLabel', {
        defaultMessage: 'Without data',
      });
    case 'error':
      return i18n.translate('watchkeeper.monitors.healthErrorLabel', { defaultMessage: 'Failing' });
    case 'pending':
      return i18n.translate('watchkeeper.monitors.healthPendingLabel', {
        defaultMessage: 'Pending',
      });
    case 'acknowledged':
      return i18n.translate('watchkeeper.monitors.healthAcknowledgedLabel', {
        defaultMessage: 'Acknowledged',
      });
    case 'quiet':
      return i18n.translate('watchkeeper.monitors.quietLabel', {
        defaultMessage: 'No open alerts',
      });
    case 'needs_adoption':
      return i18n.translate('watchkeeper.monitorState.needsAdoptionLabel', {
        defaultMessage: 'Needs adoption',
      });
  }
};

const Filter: React.FC<{
  label: string;
  options: Option[];
  value: string;
  onChoose: (value: string) => void;
  mark: string;
}> = ({ label, options, value, onChoose, mark }) => (
  <EuiFlexItem grow={false} style={{ maxWidth: 180 }}>
    <EuiCompressedSelect
      options={options}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
      aria-label={label}
      data-test-subj={mark}
    />
  </EuiFlexItem>
);

/** One that somebody has in the URL stays to be seen, and to be taken off. */
const wordOptions = (all: string, words: readonly string[], chosen: string): Option[] => [
  { value: '', text: all },
  ...[...new Set([...words, ...(chosen === '' ? [] : [chosen])])].map((word) => ({
    value: word,
    text: word,
  })),
];

/** Filters of the list, all of them in the URL. Those of tags and owners stand there where there are any. */
export const ListFilters: React.FC<
  FilterProps & { tags: readonly string[]; owners: readonly string[] }
> = ({ query, onChange, tags, owners }) => {
  const choose = (name: 'state' | 'type' | 'health' | 'tag' | 'owner') => (value: string) =>
    onChange({ [name]: value, page: 1 });
  return (
    <>
      <Filter
        label={i18n.translate('watchkeeper.monitors.stateFilterAriaLabel', {
          defaultMessage: 'Filter by state',
        })}
        options={stateOptions()}
        value={query.state}
        onChoose={choose('state')}
        mark="monitorsStateFilter"
      />
      <Filter
        label={i18n.translate('watchkeeper.monitors.healthFilterAriaLabel', {
          defaultMessage: 'Filter by health',
        })}
        options={[
          {
            value: '',
            text: i18n.translate('watchkeeper.monitors.anyHealthLabel', {
              defaultMessage: 'Any health',
            }),
          },
          ...MONITOR_HEALTHS.map((value) => ({ value, text: healthLabel(value) })),
        ]}
        value={query.health}
        onChoose={choose('health')}
        mark="monitorsHealthFilter"
      />
      <Filter
        label={i18n.translate('watchkeeper.monitors.typeFilterAriaLabel', {
          defaultMessage: 'Filter by type',
        })}
        options={[
          {
            value: '',
            text: i18n.translate('watchkeeper.monitors.allTypesLabel', {
              defaultMessage: 'All types',
            }),
          },
          ...MONITOR_TYPES.map((value) => ({ value, text: typeLabel(value) })),
        ]}
        value={query.type}
        onChoose={choose('type')}
        mark="monitorsTypeFilter"
      />
      {(tags.length > 0 || query.tag !== '') && (
        <Filter
          label={i18n.translate('watchkeeper.monitors.tagFilterAriaLabel', {
            defaultMessage: 'Filter by tag',
          })}
          options={wordOptions(
            i18n.translate('watchkeeper.monitors.allTagsLabel', { defaultMessage: 'All tags' }),
            tags,
            query.tag
          )}
          value={query.tag}
          onChoose={choose('tag')}
          mark="monitorsTagFilter"
        />
      )}
      {(owners.length > 0 || query.owner !== '') && (
        <Filter
          label={i18n.translate('watchkeeper.monitors.ownerFilterAriaLabel', {
            defaultMessage: 'Filter by owner',
          })}
          options={wordOptions(
            i18n.translate('watchkeeper.monitors.allOwnersLabel', { defaultMessage: 'All owners' }),
            owners,
            query.owner
          )}
          value={query.owner}
          onChoose={choose('owner')}
          mark="monitorsOwnerFilter"
        />
      )}
    </>
  );
};
