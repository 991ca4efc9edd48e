import React from 'react';
import { i18n } from '@osd/i18n';
import { useQuery } from '@tanstack/react-query';
import type { RunRecord } from '../../../common/monitors/api';
import type { Message } from '../../../common/notifications/message';
import { appPaths } from '../../shared/app_paths';
import { DeliveryBadge } from '../../shared/delivery_badge';
import { PageLink } from '../../shared/links';
import { Timestamp } from '../../shared/time';
import { destinationName, useDestinations } from '../destinations';
import { runProblem } from '../monitor_state';
import { monitorKeys, useMonitorsApi } from '../monitors_api';
import { ProblemText } from '../problem_text';
import { formatCount } from '../words';
import type { Fact } from './fact_grid';
import { valueText } from './group_words';

const REFRESH_INTERVAL = 15_000;
/** As far back as the last failure and the last messages are looked for. */
const LOOKED_AT = { size: 50, notable: true };
const MOST_TOLD = 3;

/** The newest runs that triggered or failed. */
export const useNotableRuns = (id: string): RunRecord[] => {
  const api = useMonitorsApi();
  const { data } = useQuery({
    queryKey: monitorKeys.runs(id, LOOKED_AT),
    queryFn: ({ signal }) => api.runs(id, LOOKED_AT, signal),
    refetchInterval: REFRESH_INTERVAL,
  });
  return data?.runs ?? [];
};

const LastValue: React.FC<{ run: RunRecord }> = ({ run }) => (
  <>
    {(run.triggers ?? []).map((trigger) => (
      <div key={trigger.id}>
        {trigger.name}:{' '}
        <strong>
          {trigger.measure === undefined ? valueText(trigger) : formatCount(trigger.measure)}
        </strong>
      </div>
    ))}
  </>
);

const LastError: React.FC<{ run: RunRecord | undefined }> = ({ run }) => {
  const problem = run && runProblem(run);
  if (!run || !problem) {
    return (
      <>{i18n.translate('watchkeeper.monitor.noErrorText', { defaultMessage: 'None lately' })}</>
    );
  }
  return (
    <>
      <Timestamp value={run.scheduled_at} />
      <ProblemText message={problem.message} lines={3} />
    </>
  );
};

const Told: React.FC<{ messages: readonly Message[] }> = ({ messages }) => {
  const { data: destinations } = useDestinations();
  if (messages.length === 0) {
    return (
      <>
        {i18n.translate('watchkeeper.monitor.nobodyToldText', {
          defaultMessage: 'Nobody lately',
        })}
      </>
    );
  }
  return (
    <>
      {messages.map((message) => (
        <div key={message.id}>
          <PageLink to={appPaths.destination(message.destination_id)}>
            {destinationName(destinations, message.destination_id)}
          </PageLink>
          , <Timestamp value={message.finished_at ?? message.created_at} />{' '}
          <DeliveryBadge status={message.status} />
        </div>
      ))}
    </>
  );
};

/** What a monitor found last, what went wrong last, and who was told last. */
export const lastFacts = (lastRun: RunRecord | null, notable: readonly RunRecord[]): Fact[] => [
  ...(lastRun?.triggers && lastRun.triggers.length > 0
    ? [
        {
          id: 'lastValue',
          label: i18n.translate('watchkeeper.monitor.lastValueLabel', {
            defaultMessage: 'Last value',
          }),
          value: <LastValue run={lastRun} />,
        },
      ]
    : []),
  {
    id: 'lastError',
    label: i18n.translate('watchkeeper.monitor.lastErrorLabel', { defaultMessage: 'Last error' }),
    value: <LastError run={notable.find((run) => runProblem(run))} />,
  },
  {
    id: 'lastTold',
    label: i18n.translate('watchkeeper.monitor.lastToldLabel', { defaultMessage: 'Last told' }),
    value: <Told messages={notable.flatMap(({ messages }) => messages).slice(0, MOST_TOLD)} />,
  },
];
