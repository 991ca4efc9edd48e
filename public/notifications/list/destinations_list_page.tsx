import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSpacer, EuiText } from '@elastic/eui';
import type { DestinationRecord } from '../../../common/notifications/api';
import { DESTINATION_TYPE } from '../../../common/plugin';
import { ExportButton } from '../../saved_objects/export_button';
import { ImportButton } from '../../saved_objects/import_button';
import { appPaths } from '../../shared/app_paths';
import { CreateButton } from '../../shared/create_button';
import { useLastPage } from '../../shared/last_page';
import { formatCount } from '../../shared/numbers';
import { PageFrame } from '../../shared/page_frame';
import { EmptyState } from '../../shared/states';
import { Unanswered } from '../../shared/unanswered';
import { useUrlState } from '../../shared/url_state';
import { destinationsTitle } from '../crumbs';
import { MOST_LISTED, useDestinationStatuses, useDestinations } from '../destination_queries';
import { usePause } from '../pause/pause';
import { RoomTabs } from '../room_tabs';
import { DestinationFilters } from './destination_filters';
import { DestinationsTable } from './destinations_table';
import { DEFAULTS, matchingRows, rowsOf } from './list_rows';
import { TestDialog } from './test_dialog';

const NONE: DestinationRecord[] = [];

const CreateDestination: React.FC = () => (
  <CreateButton
    to={appPaths.createDestination()}
    label={i18n.translate('watchkeeper.destinations.createButtonLabel', {
      defaultMessage: 'Create destination',
    })}
    mark="createDestination"
  />
);

const NoDestinations: React.FC = () => (
  <EmptyState
    iconType="email"
    title={i18n.translate('watchkeeper.destinations.emptyTitle', {
      defaultMessage: 'There is nowhere to send messages yet',
    })}
    body={
      <p>
        {i18n.translate('watchkeeper.destinations.emptyText', {
          defaultMessage:
            'A destination is where monitors send their messages: a Slack channel, or any webhook. Create one, send it a test message, then choose it in a monitor’s action.',
        })}
      </p>
    }
    action={<CreateDestination />}
  />
);

/** The list looks through so many; a search finds the others. */
const NotAll: React.FC<{ total: number }> = ({ total }) =>
  total > MOST_LISTED ? (
    <EuiText size="s" color="subdued">
      <p>
        {i18n.translate('watchkeeper.destinations.notAllText', {
          defaultMessage:
            'These are the first {most} of {total} by name; filters and order are of them. Search by name to see others.',
          values: { most: formatCount(MOST_LISTED), total: formatCount(total) },
        })}
      </p>
    </EuiText>
  ) : null;

/** All destinations, with how they are doing. */
export const DestinationsListPage: React.FC = () => {
  const [state, change] = useUrlState(DEFAULTS);
  const [tested, setTested] = useState<DestinationRecord>();
  const [selected, setSelected] = useState<DestinationRecord[]>([]);
  const list = useDestinations(state.search);
  const records = list.data?.items ?? NONE;
  const statuses = useDestinationStatuses(useMemo(() => records.map(({ id }) => id), [records]));
  const paused = usePause()?.paused ?? false;
  const rows = rowsOf(records, statuses, paused);
  const matching = matchingRows(rows, state);
  useLastPage(state, list.isPreviousData || !list.data ? undefined : matching.length, (page) =>
    change({ page })
  );
  const isEmpty = list.data?.total === 0 && state.search === '';
  // Only while it is there.
  const current = matching.filter(({ id }) => selected.some((one) => one.id === id));

  const content = () => {
    if (!list.data) {
      return (
        <Unanswered
          query={list}
          errorTitle={i18n.translate('watchkeeper.destinations.loadErrorTitle', {
            defaultMessage: 'The destinations could not be loaded',
          })}
        />
      );
    }
    if (isEmpty) return <NoDestinations />;
    return (
      <>
        <DestinationFilters state={state} rows={rows} onChange={change} />
        <EuiSpacer size="m" />
        <NotAll total={list.data.total} />
        <DestinationsTable
          rows={matching}
          state={state}
          onChange={change}
          onTest={setTested}
          onSelect={setSelected}
        />
      </>
    );
  };

  return (
    <PageFrame
      title={destinationsTitle()}
      crumbs={[{ text: destinationsTitle() }]}
      actions={[
        // Always there, so that it stays, with its result, when the first destinations come.
        <ImportButton key="import" />,
        ...(isEmpty
          ? []
          : [
              <ExportButton
                key="export"
                type={DESTINATION_TYPE}
                selected={current.map(({ id }) => id)}
              />,
              <CreateDestination key="create" />,
            ]),
      ]}
    >
      <RoomTabs current="destinations" />
      <EuiPanel>{content()}</EuiPanel>
      {tested && <TestDialog record={tested} onClose={() => setTested(undefined)} />}
    </PageFrame>
  );
};
