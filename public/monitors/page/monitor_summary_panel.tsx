import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { EuiAccordion, EuiFlexGrid, EuiFlexItem, EuiPanel, EuiSpacer, EuiText } from '@elastic/eui';
import type { MonitorRecord, RunRecord } from '../../../common/monitors/api';
import { appPaths } from '../../shared/app_paths';
import { CodeEditor } from '../../shared/code_editor';
import { PageLink } from '../../shared/links';
import { Timestamp } from '../../shared/time';
import { LastRun } from '../list/monitor_cells';
import { scheduleInWords } from '../schedule/schedule_words';
import { indicesOf } from '../../../common/monitors/monitor';
import { searchOf } from '../editor/question';
import type { AlertCounts } from './alert_counts';

interface Fact {
  id: string;
  label: string;
  value: ReactNode;
}

const AlertsFact: React.FC<{ id: string; counts: AlertCounts | undefined }> = ({ id, counts }) => {
  if (!counts) return <>–</>;
  return (
    <>
      <PageLink to={appPaths.alertsOfMonitor(id, 'open')} data-test-subj="openAlertsLink">
        {i18n.translate('watchkeeper.monitor.openAlertsText', {
          defaultMessage:
            '{open} open{error, plural, =0 {} other {, # of them errors}}{acknowledged, plural, =0 {} other {, # acknowledged}}',
          values: { ...counts },
        })}
      </PageLink>
      <br />
      <PageLink to={appPaths.alertsOfMonitor(id, 'past')} data-test-subj="pastAlertsLink">
        {i18n.translate('watchkeeper.monitor.pastAlertsText', {
          defaultMessage: '{past} past',
          values: { past: counts.past },
        })}
      </PageLink>
    </>
  );
};

const AuthorFact: React.FC<{ record: MonitorRecord }> = ({ record }) => (
  <>
    {record.author && (
      <>
        {record.author}
        <br />
      </>
    )}
    <Timestamp value={record.updated_at} />
  </>
);

const factsOf = (
  record: MonitorRecord,
  lastRun: RunRecord | null,
  counts: AlertCounts | undefined
): Fact[] => [
  {
    id: 'schedule',
    label: i18n.translate('watchkeeper.monitor.scheduleLabel', { defaultMessage: 'Schedule' }),
    value: scheduleInWords(record.monitor.schedule),
  },
  {
    id: 'lastRun',
    label: i18n.translate('watchkeeper.monitor.lastRunLabel', { defaultMessage: 'Last run' }),
    value: <LastRun run={lastRun} />,
  },
  {
    id: 'nextRun',
    label: i18n.translate('watchkeeper.monitor.nextRunLabel', { defaultMessage: 'Next run' }),
    value: <Timestamp value={record.next_run} />,
  },
  {
    id: 'alerts',
    label: i18n.translate('watchkeeper.monitor.alertsLabel', { defaultMessage: 'Alerts' }),
    value: <AlertsFact id={record.id} counts={counts} />,
  },
  {
    id: 'indices',
    label: i18n.translate('watchkeeper.monitor.indicesLabel', { defaultMessage: 'Indices' }),
    value: <span className="eui-textBreakAll">{indicesOf(record.monitor).join(', ')}</span>,
  },
  {
    id: 'author',
    label: i18n.translate('watchkeeper.monitor.authorLabel', { defaultMessage: 'Last saved' }),
    value: <AuthorFact record={record} />,
  },
];

const queryLabel = (): string =>
  i18n.translate('watchkeeper.monitor.queryLabel', { defaultMessage: 'Query' });

/** The facts of a monitor at a glance, and its query. */
export const MonitorSummaryPanel: React.FC<{
  record: MonitorRecord;
  lastRun: RunRecord | null;
  counts: AlertCounts | undefined;
}> = ({ record, lastRun, counts }) => (
  <EuiPanel>
    <EuiFlexGrid columns={3} gutterSize="l">
      {factsOf(record, lastRun, counts).map(({ id, label, value }) => (
        <EuiFlexItem key={id} data-test-subj={`monitorFact-${id}`}>
          <EuiText size="s">
            <h4>{label}</h4>
            <div>{value}</div>
          </EuiText>
        </EuiFlexItem>
      ))}
    </EuiFlexGrid>
    <EuiSpacer size="m" />
    <EuiAccordion id="monitorQuery" buttonContent={queryLabel()}>
      <EuiSpacer size="s" />
      <CodeEditor
        value={searchOf(record.monitor).query}
        language="json"
        readOnly
        ariaLabel={queryLabel()}
        maxHeight="400px"
        data-test-subj="monitorQuery"
      />
    </EuiAccordion>
  </EuiPanel>
);
