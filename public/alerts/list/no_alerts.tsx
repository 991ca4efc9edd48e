import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButton } from '@elastic/eui';
import { appPaths } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { ALL_TIME } from '../../shared/time_range_control';
import { NoMatch, NoneThen } from '../../shared/nothing_found';
import { LoadingState, EmptyState } from '../../shared/states';
import { useMonitorNames } from '../../objects/named_objects';
import { isFiltered, isTimeNarrow, queryOf, tabOf, withoutFilters } from './list_state';
import type { ChangeList, ListState } from './list_state';

const NoMonitors: React.FC = () => {
  const linkTo = useLinkTo();
  return (
    <EmptyState
      iconType="bell"
      title={i18n.translate('watchkeeper.alerts.noMonitorsTitle', {
        defaultMessage: 'Nothing is watched yet',
      })}
      body={
        <p>
          {i18n.translate('watchkeeper.alerts.noMonitorsText', {
            defaultMessage:
              'Alerts come from monitors: a monitor runs a query, and opens an alert while its condition is true. Create one to begin.',
          })}
        </p>
      }
      action={
        <EuiSmallButton fill {...linkTo(appPaths.createMonitor())} data-test-subj="createMonitor">
          {i18n.translate('watchkeeper.alerts.createMonitorButtonLabel', {
            defaultMessage: 'Create monitor',
          })}
        </EuiSmallButton>
      }
    />
  );
};

const AllQuiet: React.FC<{ monitors: number; onShowPast: () => void }> = ({
  monitors,
  onShowPast,
}) => {
  const linkTo = useLinkTo();
  return (
    <EmptyState
      iconType="checkInCircleFilled"
      title={i18n.translate('watchkeeper.alerts.quietTitle', {
        defaultMessage: 'No open alerts',
      })}
      body={
        <p>
          {i18n.translate('watchkeeper.alerts.quietText', {
            defaultMessage:
              '{count, plural, one {# monitor is} other {# monitors are}} set up; none of their alerts is open.',
            values: { count: monitors },
          })}
        </p>
      }
      action={[
        <EuiSmallButton key="monitors" {...linkTo(appPaths.monitors())} data-test-subj="toMonitors">
          {i18n.translate('watchkeeper.alerts.toMonitorsButtonLabel', {
            defaultMessage: 'See what is watched',
          })}
        </EuiSmallButton>,
        <EuiSmallButton key="past" onClick={onShowPast} data-test-subj="showPast">
          {i18n.translate('watchkeeper.alerts.showPastButtonLabel', {
            defaultMessage: 'Show past alerts',
          })}
        </EuiSmallButton>,
      ]}
    />
  );
};

const NoneEver: React.FC = () => (
  <EmptyState
    iconType="bell"
    title={i18n.translate('watchkeeper.alerts.noneTitle', {
      defaultMessage: 'There has been no alert yet',
    })}
  />
);

const NoneYet: React.FC = () => (
  <EmptyState
    iconType="bell"
    title={i18n.translate('watchkeeper.alerts.nonePastTitle', {
      defaultMessage: 'No alert has ended yet',
    })}
    body={
      <p>
        {i18n.translate('watchkeeper.alerts.nonePastText', {
          defaultMessage:
            'Alerts come here when their condition is no longer true, or their monitor was deleted.',
        })}
      </p>
    }
  />
);

/** Why the list is empty, and what to do next. */
export const NoAlerts: React.FC<{ state: ListState; onChange: ChangeList }> = ({
  state,
  onChange,
}) => {
  const monitors = useMonitorNames('');
  if (isFiltered(state)) {
    return (
      <NoMatch
        title={i18n.translate('watchkeeper.alerts.noMatchTitle', {
          defaultMessage: 'No alert matches the search and filters',
        })}
        buttonLabel={i18n.translate('watchkeeper.alerts.clearFiltersButtonLabel', {
          defaultMessage: 'Clear search and filters',
        })}
        onClear={() => onChange(withoutFilters(state))}
      />
    );
  }
  if (monitors.isLoading) return <LoadingState />;
  if (monitors.data?.total === 0) return <NoMonitors />;
  if (isTimeNarrow(state)) {
    return (
      <NoneThen
        title={i18n.translate('watchkeeper.alerts.noneThenTitle', {
          defaultMessage: 'No alert in this time range',
        })}
        buttonLabel={i18n.translate('watchkeeper.alerts.showAllTimeButtonLabel', {
          defaultMessage: 'Look at all of the time',
        })}
        onShowAll={() => onChange({ from: ALL_TIME, to: 'now', page: 1 })}
      />
    );
  }
  const tab = tabOf(queryOf(state).state);
  if (tab === 'past') return <NoneYet />;
  if (tab === 'all') return <NoneEver />;
  return (
    <AllQuiet
      monitors={monitors.data?.total ?? 0}
      onShowPast={() => onChange({ state: 'past', page: 1 })}
    />
  );
};
