import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import type { DestinationRecord } from '../../../common/notifications/api';
import { DESTINATION_TYPE } from '../../../common/plugin';
import { ExportButton } from '../../saved_objects/export_button';
import { ImportButton } from '../../saved_objects/import_button';
import { appPaths } from '../../shared/app_paths';
import { useLastPage } from '../../shared/last_page';
import { useLinkTo } from '../../shared/links';
import { PageFrame } from '../../shared/page_frame';
import { useMay } from '../../shared/plugin_status';
import { SearchField } from '../../shared/search_field';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states';
import { useUrlState } from '../../shared/url_state';
import { destinationsTitle } from '../crumbs';
import { useDestinations } from '../destination_queries';
import { DestinationsTable } from './destinations_table';
import { TestDialog } from './test_dialog';

const DEFAULTS = { search: '', sort: 'name', order: 'asc', page: 1, per_page: 20 };

const CreateButton: React.FC = () => {
  const linkTo = useLinkTo();
  const mayWrite = useMay('write');
  return (
    <EuiSmallButton
      fill
      iconType="plusInCircle"
      isDisabled={!mayWrite}
      {...(mayWrite ? linkTo(appPaths.createDestination()) : {})}
      data-test-subj="createDestination"
    >
      {i18n.translate('watchkeeper.destinations.createButtonLabel', {
        defaultMessage: 'Create destination',
      })}
    </EuiSmallButton>
  );
};

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
    action={<CreateButton />}
  />
);

/** All destinations. */
export const DestinationsListPage: React.FC = () => {
  const [query, changeQuery] = useUrlState(DEFAULTS);
  const [tested, setTested] = useState<DestinationRecord>();
  const [selected, setSelected] = useState<DestinationRecord[]>([]);
  const list = useDestinations({ ...query, order: query.order === 'desc' ? 'desc' : 'asc' });
  useLastPage(query, list.isPreviousData ? undefined : list.data?.total, (page) =>
    changeQuery({ page })
  );
  const isEmpty = list.data?.total === 0 && query.search === '';
  // Only while it is on the page.
  const current = (list.data?.items ?? []).filter(({ id }) => selected.some((s) => s.id === id));

  const content = () => {
    if (list.isLoading) return <LoadingState />;
    if (!list.data) {
      return (
        <ErrorState
          title={i18n.translate('watchkeeper.destinations.loadErrorTitle', {
            defaultMessage: 'The destinations could not be loaded',
          })}
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      );
    }
    if (isEmpty) return <NoDestinations />;
    return (
      <>
        <SearchField
          value={query.search}
          onChange={(search) => changeQuery({ search, page: 1 })}
          label={i18n.translate('watchkeeper.destinations.searchLabel', {
            defaultMessage: 'Search by name',
          })}
          data-test-subj="destinationsSearch"
        />
        <EuiSpacer size="m" />
        <DestinationsTable
          page={list.data}
          query={query}
          onChange={changeQuery}
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
        // First, so that it stays, with its result, when the first destinations come.
        <ImportButton key="import" />,
        ...(isEmpty
          ? []
          : [
              <ExportButton
                key="export"
                type={DESTINATION_TYPE}
                selected={current.map(({ id }) => id)}
              />,
              <CreateButton key="create" />,
            ]),
      ]}
    >
      <EuiPanel>{content()}</EuiPanel>
      {tested && <TestDialog record={tested} onClose={() => setTested(undefined)} />}
    </PageFrame>
  );
};
