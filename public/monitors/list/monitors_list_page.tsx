import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSpacer } from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import type { MonitorSummary } from '../../../common/monitors/api';
import { MONITOR_TYPE } from '../../../common/plugin';
import { ExportButton } from '../../saved_objects/export_button';
import { ImportButton } from '../../saved_objects/import_button';
import { appPaths } from '../../shared/app_paths';
import { CreateButton } from '../../shared/create_button';
import { PageFrame } from '../../shared/page_frame';
import { EmptyState } from '../../shared/states';
import { Unanswered } from '../../shared/unanswered';
import { useUrlState } from '../../shared/url_state';
import { monitorsTitle } from '../crumbs';
import { monitorKeys, useMonitorsApi } from '../monitors_api';
import { ReadyMadeCards } from '../ready_made/ready_made_cards';
import { MigrateButton } from '../take_over/migrate_button';
import { MonitorsTable } from './monitors_table';
import { MonitorsToolbar } from './monitors_toolbar';

const REFRESH_INTERVAL = 5000;

const DEFAULTS = {
  search: '',
  state: 'all',
  type: '',
  tag: '',
  owner: '',
  health: '',
  sort: 'name',
  order: 'asc',
  page: 1,
  per_page: 20,
};

const CreateMonitor: React.FC = () => (
  <CreateButton
    to={appPaths.createMonitor()}
    label={i18n.translate('watchkeeper.monitors.createButtonLabel', {
      defaultMessage: 'Create monitor',
    })}
    mark="createMonitorButton"
  />
);

const NoMonitors: React.FC = () => (
  <>
    <EmptyState
      iconType="bell"
      title={i18n.translate('watchkeeper.monitors.emptyTitle', {
        defaultMessage: 'Nothing is watched yet',
      })}
      body={i18n.translate('watchkeeper.monitors.emptyText', {
        defaultMessage:
          'A monitor runs a query every few seconds, minutes or hours, and sends a message when a condition over its result is true.',
      })}
      action={<CreateMonitor />}
    />
    <ReadyMadeCards />
  </>
);

/** All monitors, with what each did last and will do next. */
export const MonitorsListPage: React.FC = () => {
  const api = useMonitorsApi();
  const [query, changeQuery] = useUrlState(DEFAULTS);
  const [selected, setSelected] = useState<MonitorSummary[]>([]);
  const list = useQuery({
    queryKey: monitorKeys.list(query),
    queryFn: ({ signal }) => api.list(query, signal),
    refetchInterval: REFRESH_INTERVAL,
    keepPreviousData: true,
  });
  const isFiltered =
    query.state !== 'all' ||
    [query.search, query.type, query.tag, query.owner, query.health].some((part) => part !== '');
  const isEmpty = list.data?.total === 0 && !isFiltered;
  // What is selected is shown as it is now, and only while it is on the page.
  const current = (list.data?.items ?? []).filter(({ id }) => selected.some((s) => s.id === id));

  const content = () => {
    if (!list.data) {
      return (
        <Unanswered
          query={list}
          errorTitle={i18n.translate('watchkeeper.monitors.loadErrorTitle', {
            defaultMessage: 'The monitors could not be loaded',
          })}
        />
      );
    }
    if (isEmpty) return <NoMonitors />;
    return (
      <>
        <MonitorsToolbar
          query={query}
          onChange={changeQuery}
          selected={current}
          tags={list.data.tags ?? []}
          owners={list.data.owners ?? []}
        />
        <EuiSpacer size="m" />
        <MonitorsTable
          monitors={list.data.items}
          total={list.data.total}
          query={query}
          onChange={changeQuery}
          onSelect={setSelected}
        />
      </>
    );
  };

  return (
    <PageFrame
      title={monitorsTitle()}
      crumbs={[{ text: monitorsTitle() }]}
      actions={[
        // First, so that it stays, with its result, when the first monitors come.
        <ImportButton key="import" />,
        <MigrateButton key="migrate" />,
        ...(isEmpty
          ? []
          : [
              <ExportButton
                key="export"
                type={MONITOR_TYPE}
                selected={current.map(({ id }) => id)}
              />,
              <CreateMonitor key="create" />,
            ]),
      ]}
    >
      <EuiPanel>{content()}</EuiPanel>
    </PageFrame>
  );
};
