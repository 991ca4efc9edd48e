import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButton } from '@elastic/eui';
import { NoMatch } from '../../shared/nothing_found';
import { EmptyState } from '../../shared/states';
import { NO_FILTERS, isFiltered } from './list_state';
import type { ChangeList, ListState } from './list_state';

/** Why no index is shown, and what shows some. */
export const NothingShown: React.FC<{ state: ListState; onChange: ChangeList }> = ({
  state,
  onChange,
}) =>
  isFiltered(state) ? (
    <NoMatch
      title={i18n.translate('watchkeeper.indices.noMatchTitle', {
        defaultMessage: 'No index matches the search and filters',
      })}
      buttonLabel={i18n.translate('watchkeeper.indices.clearFiltersButtonLabel', {
        defaultMessage: 'Clear search and filters',
      })}
      onClear={() => onChange(NO_FILTERS)}
    />
  ) : (
    <EmptyState
      iconType="indexOpen"
      title={i18n.translate('watchkeeper.indices.emptyTitle', {
        defaultMessage: 'There is no index that you may see',
      })}
      body={
        state.hidden ? undefined : (
          <p>
            {i18n.translate('watchkeeper.indices.emptyText', {
              defaultMessage: 'Hidden indices, and those of the system, are not counted.',
            })}
          </p>
        )
      }
      action={
        state.hidden ? undefined : (
          <EuiSmallButton onClick={() => onChange({ hidden: true })} data-test-subj="showHidden">
            {i18n.translate('watchkeeper.indices.showHiddenButtonLabel', {
              defaultMessage: 'Show hidden ones too',
            })}
          </EuiSmallButton>
        )
      }
    />
  );
