import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import type { Overview } from '../../../common/overview/overview';
import { appPaths } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { PageFrame } from '../../shared/page_frame';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states';
import { OverviewTabs } from '../overview_tabs';
import { BrokenSection } from './broken_section';
import { FiringSection } from './firing_section';
import { useOverview } from './overview_query';
import { MessagesSection } from './messages_section';
import { RunningSection } from './running_section';

const NothingWatched: React.FC = () => {
  const linkTo = useLinkTo();
  return (
    <EuiPanel>
      <EmptyState
        iconType="watchesApp"
        title={i18n.translate('watchkeeper.overview.nothingWatchedTitle', {
          defaultMessage: 'Nothing is watched yet',
        })}
        body={
          <p>
            {i18n.translate('watchkeeper.overview.nothingWatchedText', {
              defaultMessage:
                'A monitor asks a question of your data again and again, and tells you when the answer matters. Here you will see what fires and what is broken.',
            })}
          </p>
        }
        action={
          <EuiSmallButton fill {...linkTo(appPaths.createMonitor())} data-test-subj="createMonitor">
            {i18n.translate('watchkeeper.overview.createMonitorButtonLabel', {
              defaultMessage: 'Create monitor',
            })}
          </EuiSmallButton>
        }
      />
    </EuiPanel>
  );
};

const Content: React.FC<{ overview: Overview; readAt: number }> = ({ overview, readAt }) => {
  const { monitors, firing, broken } = overview;
  const isEmpty = monitors.total + broken.unreadable === 0 && firing.newest.length === 0;
  return (
    <>
      {isEmpty ? <NothingWatched /> : <FiringSection overview={overview} readAt={readAt} />}
      <EuiSpacer size="m" />
      {(!isEmpty || broken.problems.length > 0) && (
        <>
          <BrokenSection overview={overview} />
          <EuiSpacer size="m" />
        </>
      )}
      <MessagesSection overview={overview} />
      <EuiSpacer size="m" />
      <RunningSection overview={overview} />
    </>
  );
};

/** What is firing, what is broken, and whether the runs keep up. */
export const OverviewPage: React.FC = () => {
  const { data, error, isLoading, refetch, dataUpdatedAt } = useOverview();
  const title = i18n.translate('watchkeeper.overview.title', { defaultMessage: 'Overview' });
  return (
    <PageFrame title={title} crumbs={[{ text: title }]}>
      <OverviewTabs current="overview" />
      {data && <Content overview={data} readAt={dataUpdatedAt} />}
      {isLoading && <LoadingState />}
      {!data && !isLoading && (
        <EuiPanel>
          <ErrorState
            title={i18n.translate('watchkeeper.overview.loadErrorTitle', {
              defaultMessage: 'The overview could not be loaded',
            })}
            error={error}
            onRetry={() => void refetch()}
          />
        </EuiPanel>
      )}
    </PageFrame>
  );
};
