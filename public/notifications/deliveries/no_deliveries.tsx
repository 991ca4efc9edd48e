import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButtonEmpty } from '@elastic/eui';
import { NoMatch, NoneThen } from '../../shared/nothing_found';
import { EmptyState } from '../../shared/states';
import { ALL_TIME } from '../../shared/time_range_control';
import { WITHOUT_FILTERS, isFiltered } from './list_state';
import type { ChangeList, ListState } from './list_state';

/** Why the list is empty, and what to do next. */
export const NoDeliveries: React.FC<{ state: ListState; onChange: ChangeList }> = ({
  state,
  onChange,
}) => {
  if (isFiltered(state)) {
    return (
      <NoMatch
        title={i18n.translate('watchkeeper.deliveries.noMatchTitle', {
          defaultMessage: 'No message matches the search and filters',
        })}
        buttonLabel={i18n.translate('watchkeeper.deliveries.clearFiltersButtonLabel', {
          defaultMessage: 'Clear search and filters',
        })}
        onClear={() => onChange(WITHOUT_FILTERS)}
      />
    );
  }
  if (state.from !== ALL_TIME || state.to !== 'now') {
    return (
      <NoneThen
        title={i18n.translate('watchkeeper.deliveries.noneThenTitle', {
          defaultMessage: 'No message in this time range',
        })}
        buttonLabel={i18n.translate('watchkeeper.deliveries.showAllTimeButtonLabel', {
          defaultMessage: 'Look at all of the time',
        })}
        onShowAll={() => onChange({ from: ALL_TIME, to: 'now', page: 1 })}
      />
    );
  }
  return (
    <EmptyState
      iconType="email"
      title={i18n.translate('watchkeeper.deliveries.noneTitle', {
        defaultMessage: 'No message has been made yet',
      })}
      body={
        <p>
          {i18n.translate('watchkeeper.deliveries.noneText', {
            defaultMessage:
              'Monitors make messages when their triggers have actions. Each stands here, with every attempt to deliver it.',
          })}
        </p>
      }
      action={
        state.pings ? undefined : (
          <EuiSmallButtonEmpty
            onClick={() => onChange({ pings: true, page: 1 })}
            data-test-subj="showPings"
          >
            {i18n.translate('watchkeeper.deliveries.showPingsButtonLabel', {
              defaultMessage: 'Show pings of heartbeats too',
            })}
          </EuiSmallButtonEmpty>
        )
      }
    />
  );
};
