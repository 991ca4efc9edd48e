import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSelect, EuiFlexGroup, EuiFlexItem, EuiSmallButtonEmpty } from '@elastic/eui';
import { FAILURE_WORDS } from '../../../common/lifecycle/explain/failures';
import { HEALTHS, isHealth } from '../../../common/lifecycle/explain/health';
import { FAILURE_CLASSES } from '../../../common/lifecycle/managed_index';
import { FAILING } from '../../../common/lifecycle/managed_table/rows';
import type { Facet, Narrowed } from '../../../common/lifecycle/managed_table/rows';
import { formatCount } from '../../shared/numbers';
import { say } from '../../shared/say';
import { SearchField } from '../../shared/search_field';
import { formatDuration } from '../../shared/time';
import { actionLabel } from '../states/words';
import { healthLabel } from './health_badge';
import { NO_FILTERS, isFiltered } from './list_state';
import type { ChangeList, ListState } from './list_state';

const DAY = 86_400_000;
const AGES = [1, 7, 30, 90, 365];

const facetLabel = (facet: Facet): string => {
  switch (facet) {
    case 'health':
      return i18n.translate('watchkeeper.lifecycle.managed.anyHealthLabel', {
        defaultMessage: 'Any status',
      });
    case 'failure':
      return i18n.translate('watchkeeper.lifecycle.managed.anyFailureLabel', {
        defaultMessage: 'Any failure',
      });
    case 'policy':
      return i18n.translate('watchkeeper.lifecycle.managed.anyPolicyLabel', {
        defaultMessage: 'Any policy',
      });
    case 'version':
      return i18n.translate('watchkeeper.lifecycle.managed.anyVersionLabel', {
        defaultMessage: 'Any version',
      });
    case 'state':
      return i18n.translate('watchkeeper.lifecycle.managed.anyStateLabel', {
        defaultMessage: 'Any state',
      });
    case 'action':
      return i18n.translate('watchkeeper.lifecycle.managed.anyActionLabel', {
        defaultMessage: 'Any action',
      });
    case 'stream':
      return i18n.translate('watchkeeper.lifecycle.managed.anyStreamLabel', {
        defaultMessage: 'Any data stream',
      });
  }
};

export const managedActionLabel = (type: string): string =>
  type === 'transition'
    ? i18n.translate('watchkeeper.lifecycle.managed.transitionLabel', {
        defaultMessage: 'Transition',
      })
    : actionLabel(type);

const valueLabel = (facet: Facet, value: string): string => {
  if (facet === 'action') return managedActionLabel(value);
  if (facet === 'failure') {
    const found = FAILURE_CLASSES.find((each) => each === value);
    return found ? say(FAILURE_WORDS[found].label) : value;
  }
  if (facet === 'version') {
    return value === 'outdated'
      ? i18n.translate('watchkeeper.lifecycle.managed.outdatedLabel', {
          defaultMessage: 'Older version',
        })
      : i18n.translate('watchkeeper.lifecycle.managed.currentLabel', {
          defaultMessage: 'Current version',
        });
  }
  if (facet === 'health' && isHealth(value)) return healthLabel(value);
  return value === FAILING && facet === 'health'
    ? i18n.translate('watchkeeper.lifecycle.managed.failingLabel', {
        defaultMessage: 'All that fail',
      })
    : value;
};

const valuesOf = (facet: Facet, counts: ReadonlyMap<string, number>, chosen: string): string[] => {
  const known = [...counts.keys()];
  // What the URL asks for can be seen, also where there is none of it any more.
  const all = chosen === '' || known.includes(chosen) ? known : [...known, chosen];
  return facet === 'health'
    ? [FAILING, ...HEALTHS].filter((each) => all.includes(each) || each === FAILING)
    : all.sort();
};

const FacetSelect: React.FC<{
  facet: Facet;
  counts: ReadonlyMap<string, number>;
  state: ListState;
  onChange: ChangeList;
}> = ({ facet, counts, state, onChange }) => {
  const chosen = state[facet];
  const countOf = (value: string): number =>
    facet === 'health' && value === FAILING
      ? (counts.get('failed') ?? 0) + (counts.get('retrying') ?? 0)
      : (counts.get(value) ?? 0);
  return (
    <EuiFlexItem grow={false} style={{ width: 176 }}>
      <EuiCompressedSelect
        options={[
          { value: '', text: facetLabel(facet) },
          ...valuesOf(facet, counts, chosen).map((value) => ({
            ...{ value, text: `${valueLabel(facet, value)} (${formatCount(countOf(value))})` },
          })),
        ]}
        value={chosen}
        onChange={(event) => onChange({ [facet]: event.target.value, page: 1 })}
        aria-label={facetLabel(facet)}
        data-test-subj={`managedFilter-${facet}`}
      />
    </EuiFlexItem>
  );
};

const AgeSelect: React.FC<{ state: ListState; onChange: ChangeList }> = ({ state, onChange }) => {
  const label = i18n.translate('watchkeeper.lifecycle.managed.anyAgeLabel', {
    defaultMessage: 'Any age',
  });
  const ages = state.older === 0 || AGES.includes(state.older) ? AGES : [...AGES, state.older];
  return (
    <EuiFlexItem grow={false} style={{ width: 176 }}>
      <EuiCompressedSelect
        options={[
          { value: '0', text: label },
          ...ages.map((days) => ({
            value: String(days),
            text: i18n.translate('watchkeeper.lifecycle.managed.olderThanLabel', {
              defaultMessage: 'At least {age} old',
              values: { age: formatDuration(days * DAY) },
            }),
          })),
        ]}
        value={String(state.older)}
        onChange={(event) => onChange({ older: Number(event.target.value), page: 1 })}
        aria-label={label}
        data-test-subj="managedFilter-older"
      />
    </EuiFlexItem>
  );
};

/** Search and filters over the table; each choice says how many it would show. */
export const ManagedFilters: React.FC<{
  counts: Narrowed['counts'];
  state: ListState;
  onChange: ChangeList;
}> = ({ counts, state, onChange }) => {
  const facets: Facet[] = ['health', 'failure', 'policy', 'version', 'state', 'action', 'stream'];
  const shown = facets.filter((facet) => counts[facet].size > 0 || state[facet] !== '');
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
      <EuiFlexItem style={{ minWidth: 240 }}>
        <SearchField
          value={state.text}
          onChange={(text) => onChange({ text, page: 1 })}
          label={i18n.translate('watchkeeper.lifecycle.managed.searchLabel', {
            defaultMessage: 'Index, stream, policy or message',
          })}
          data-test-subj="managedSearch"
        />
      </EuiFlexItem>
      {shown.map((facet) => (
        <FacetSelect key={facet} {...{ facet, state, onChange }} counts={counts[facet]} />
      ))}
      <AgeSelect state={state} onChange={onChange} />
      {isFiltered(state) && (
        <EuiFlexItem grow={false}>
          <EuiSmallButtonEmpty
            iconType="cross"
            onClick={() => onChange({ ...NO_FILTERS, page: 1 })}
            data-test-subj="clearManagedFilters"
          >
            {i18n.translate('watchkeeper.lifecycle.managed.clearFiltersButtonLabel', {
              defaultMessage: 'Clear search and filters',
            })}
          </EuiSmallButtonEmpty>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
};
