import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiPanel, EuiSpacer, EuiTitle } from '@elastic/eui';
import type { SchedulerOverview } from '../../../common/overview/scheduler';
import { APP_IDS } from '../../../common/plugin';
import { PageFrame } from '../../shared/page_frame';
import { ErrorState, LoadingState } from '../../shared/states';
import { OverviewTabs } from '../overview_tabs';
import { BehindPanel } from './behind_panel';
import { InstancesTable } from './instances_table';
import { ProblemList } from './problem_list';
import { useSchedulerOverview } from './scheduler_query';
import { latest, problemsOf, rangesOf, totalsOf } from './totals';
import { TotalsRow } from './totals_row';

const overviewTitle = () =>
  i18n.translate('watchkeeper.overview.title', { defaultMessage: 'Overview' });

const schedulerTitle = () =>
  i18n.translate('watchkeeper.scheduler.title', { defaultMessage: 'Scheduler' });

const Section: React.FC<{ title: string }> = ({ title, children }) => (
  <>
    <EuiPanel>
      <EuiTitle size="xs">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {children}
    </EuiPanel>
    <EuiSpacer size="m" />
  </>
);

const Unowned: React.FC<{ overview: SchedulerOverview }> = ({ overview }) => {
  const { unowned, partition_count: all } = overview;
  if (unowned.length === 0) return null;
  return (
    <>
      <EuiCallOut
        color={unowned.length === all ? 'danger' : 'warning'}
        iconType="alert"
        title={i18n.translate('watchkeeper.scheduler.unownedTitle', {
          defaultMessage:
            '{count, plural, one {# partition belongs} other {# partitions belong}} to no live instance; the monitors in {count, plural, one {it} other {them}} do not run',
          values: { count: unowned.length },
        })}
        data-test-subj="unownedPartitions"
      >
        <p>
          {i18n.translate('watchkeeper.scheduler.unownedText', {
            defaultMessage:
              'They are taken over within two lease periods, and what was missed is run then: {partitions}',
            values: { partitions: rangesOf(unowned) },
          })}
        </p>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
};

const Content: React.FC<{ overview: SchedulerOverview }> = ({ overview }) => {
  const totals = totalsOf(overview);
  return (
    <>
      <Unowned overview={overview} />
      {!overview.enabled && (
        <>
          <EuiCallOut
            size="s"
            iconType="iInCircle"
            title={i18n.translate('watchkeeper.scheduler.pagesOnlyTitle', {
              defaultMessage: 'The instance that answers you only serves pages',
            })}
          />
          <EuiSpacer size="m" />
        </>
      )}
      <TotalsRow totals={totals} scripts={overview.scripts} />
      <EuiSpacer size="m" />
      <Section
        title={i18n.translate('watchkeeper.scheduler.instancesTitle', {
          defaultMessage: 'Instances',
        })}
      >
        <InstancesTable instances={overview.instances} />
      </Section>
      <Section
        title={i18n.translate('watchkeeper.scheduler.behindTitle', {
          defaultMessage: 'What is behind',
        })}
      >
        <BehindPanel late={latest(overview)} count={totals.lateCount} />
      </Section>
      <Section
        title={i18n.translate('watchkeeper.scheduler.problemsTitle', {
          defaultMessage: 'Problems',
        })}
      >
        <ProblemList problems={problemsOf(overview)} />
      </Section>
    </>
  );
};

/** Who runs the monitors, how far behind they are, and what is wrong. */
export const SchedulerPage: React.FC = () => {
  const overview = useSchedulerOverview();
  const content = () => {
    if (overview.isLoading) return <LoadingState />;
    if (!overview.data) {
      return (
        <EuiPanel>
          <ErrorState
            title={i18n.translate('watchkeeper.scheduler.loadErrorTitle', {
              defaultMessage: 'The state of the scheduler could not be loaded',
            })}
            error={overview.error}
            onRetry={() => void overview.refetch()}
          />
        </EuiPanel>
      );
    }
    return <Content overview={overview.data} />;
  };
  return (
    <PageFrame
      title={schedulerTitle()}
      crumbs={[
        { text: overviewTitle(), to: { app: APP_IDS.overview, path: '/' } },
        { text: schedulerTitle() },
      ]}
      description={i18n.translate('watchkeeper.scheduler.description', {
        defaultMessage: 'Who runs the monitors, and how well they keep up.',
      })}
    >
      <OverviewTabs current="scheduler" />
      {content()}
    </PageFrame>
  );
};
