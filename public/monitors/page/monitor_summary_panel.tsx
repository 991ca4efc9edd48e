import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiButtonEmpty, EuiPanel, EuiSpacer } from '@elastic/eui';
import type { MonitorRecord, RunRecord } from '../../../common/monitors/api';
import { indicesOf } from '../../../common/monitors/monitor';
import type { Monitor } from '../../../common/monitors/monitor';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { Timestamp } from '../../shared/time';
import { LastRun } from '../list/monitor_cells';
import { scheduleInWords } from '../schedule/schedule_words';
import { typeLabel } from '../type_words';
import { useAcknowledgeAll } from '../use_acknowledge_all';
import type { AlertCounts } from './alert_counts';
import { FactGrid } from './fact_grid';
import type { Fact } from './fact_grid';
import { InputSummary } from './input_summary';
import { lastFacts } from './last_known';
import { settingsFacts } from './settings_facts';

const AcknowledgeButton: React.FC<{ id: string }> = ({ id }) => {
  const acknowledgeAll = useAcknowledgeAll();
  const mayAcknowledge = useMay('acknowledge');
  return (
    <EuiButtonEmpty
      size="xs"
      iconType="check"
      isDisabled={!mayAcknowledge}
      onClick={() => void acknowledgeAll(id)}
      data-test-subj="acknowledgeAllButton"
    >
      {i18n.translate('watchkeeper.monitor.acknowledgeButtonLabel', {
        defaultMessage: 'Acknowledge',
      })}
    </EuiButtonEmpty>
  );
};

const AlertsFact: React.FC<{ id: string; counts: AlertCounts | undefined }> = ({ id, counts }) => {
  if (!counts) return <>–</>;
  return (
    <>
      <PageLink to={appPaths.alertsOfMonitor(id, 'open')} data-test-subj="openAlertsLink">
        {i18n.translate('watchkeeper.monitor.openCountsText', {
          defaultMessage:
            '{open} open{error, plural, =0 {} other {, # of them errors}}{no_data, plural, =0 {} other {, # without data}}{pending, plural, =0 {} other {, # pending}}{acknowledged, plural, =0 {} other {, # acknowledged}}',
          values: { ...counts },
        })}
      </PageLink>
      {counts.active + counts.no_data > 0 && <AcknowledgeButton id={id} />}
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

const indicesFact = (monitor: Monitor): Fact[] => {
  const indices = indicesOf(monitor);
  if (indices.length === 0) return [];
  return [
    {
      id: 'indices',
      label: i18n.translate('watchkeeper.monitor.indicesLabel', { defaultMessage: 'Indices' }),
      value: <span className="eui-textBreakAll">{indices.join(', ')}</span>,
    },
  ];
};

const factsOf = (
  record: MonitorRecord,
  lastRun: RunRecord | null,
  counts: AlertCounts | undefined,
  notable: readonly RunRecord[]
): Fact[] => [
  {
    id: 'type',
    label: i18n.translate('watchkeeper.monitor.typeLabel', { defaultMessage: 'Type' }),
    value: typeLabel(record.monitor.monitor_type),
  },
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
  ...lastFacts(lastRun, notable),
  {
    id: 'alerts',
    label: i18n.translate('watchkeeper.monitor.alertsLabel', { defaultMessage: 'Alerts' }),
    value: <AlertsFact id={record.id} counts={counts} />,
  },
  ...indicesFact(record.monitor),
  {
    id: 'author',
    label: i18n.translate('watchkeeper.monitor.authorLabel', { defaultMessage: 'Last saved' }),
    value: <AuthorFact record={record} />,
  },
];

/** The facts of a monitor at a glance, and what it asks. */
export const MonitorSummaryPanel: React.FC<{
  record: MonitorRecord;
  lastRun: RunRecord | null;
  counts: AlertCounts | undefined;
  /** The newest runs that triggered or failed. */
  notable?: readonly RunRecord[];
}> = ({ record, lastRun, counts, notable = [] }) => (
  <EuiPanel>
    <FactGrid
      facts={[...factsOf(record, lastRun, counts, notable), ...settingsFacts(record.monitor)]}
    />
    <EuiSpacer size="m" />
    <InputSummary monitor={record.monitor} />
  </EuiPanel>
);
