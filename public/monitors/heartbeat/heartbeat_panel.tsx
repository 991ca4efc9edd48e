import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiAccordion, EuiCodeBlock, EuiHealth, EuiPanel, EuiSpacer, EuiTitle } from '@elastic/eui';
import type { HeartbeatRecord } from '../../../common/monitors/heartbeat/api';
import { graceOf, periodOf } from '../../../common/monitors/heartbeat/standing';
import type { HeartbeatMonitor } from '../../../common/monitors/monitor';
import { ErrorState, LoadingState } from '../../shared/states';
import { Timestamp, formatDuration } from '../../shared/time';
import { FactGrid } from '../page/fact_grid';
import type { Fact } from '../page/fact_grid';
import { useHeartbeat } from './heartbeat_api';
import { heartbeatColor, heartbeatLabel } from './heartbeat_words';
import { PingStrip } from './ping_strip';
import { TokenBox } from './token_box';

const stateFacts = ({ state, last_ping: last, started_at: started }: HeartbeatRecord): Fact[] => [
  {
    id: 'heartbeatState',
    label: i18n.translate('watchkeeper.heartbeat.stateLabel', { defaultMessage: 'State' }),
    value: (
      <EuiHealth color={heartbeatColor(state)} data-test-subj={`heartbeatState-${state}`}>
        {heartbeatLabel(state)}
      </EuiHealth>
    ),
  },
  {
    id: 'lastPing',
    label: i18n.translate('watchkeeper.heartbeat.lastPingLabel', { defaultMessage: 'Last ping' }),
    value: <Timestamp value={last} />,
  },
  ...(started === undefined
    ? []
    : [
        {
          id: 'startedAt',
          label: i18n.translate('watchkeeper.heartbeat.startedLabel', {
            defaultMessage: 'Has begun, and not ended',
          }),
          value: <Timestamp value={started} />,
        },
      ]),
];

const expectedFacts = (record: HeartbeatRecord, monitor: HeartbeatMonitor): Fact[] => {
  const [input] = monitor.inputs;
  const { expected_at: expected, deadline, silence, last_ping: last } = record;
  return [
    {
      id: 'expectedAt',
      label: i18n.translate('watchkeeper.heartbeat.expectedLabel', {
        defaultMessage: 'Next ping expected',
      }),
      value: last === undefined ? '–' : <Timestamp value={expected} />,
    },
    {
      id: 'deadline',
      label: i18n.translate('watchkeeper.heartbeat.deadlineLabel', {
        defaultMessage: 'Missing after',
      }),
      value: last === undefined ? '–' : <Timestamp value={deadline} />,
    },
    {
      id: 'period',
      label: i18n.translate('watchkeeper.heartbeat.periodLabel', {
        defaultMessage: 'Period and grace',
      }),
      value: `${formatDuration(periodOf(input))} + ${formatDuration(graceOf(input))}`,
    },
    ...(silence
      ? [
          {
            id: 'silence',
            label: i18n.translate('watchkeeper.heartbeat.silenceLabel', {
              defaultMessage: 'Last silence',
            }),
            value: formatDuration(silence.to - silence.from),
          },
        ]
      : []),
  ];
};

const Message: React.FC<{ message: NonNullable<HeartbeatRecord['message']> }> = ({ message }) => (
  <>
    <EuiSpacer size="m" />
    <EuiTitle size="xxs">
      <h3>
        {i18n.translate('watchkeeper.heartbeat.messageLabel', { defaultMessage: 'Last message' })}
      </h3>
    </EuiTitle>
    <Timestamp value={message.at} />
    <EuiCodeBlock
      paddingSize="s"
      fontSize="s"
      overflowHeight={200}
      data-test-subj="heartbeatMessage"
    >
      {message.text}
    </EuiCodeBlock>
  </>
);

const Loaded: React.FC<{ id: string; monitor: HeartbeatMonitor; record: HeartbeatRecord }> = ({
  id,
  monitor,
  record,
}) => {
  const { token, pings, message } = record;
  const [input] = monitor.inputs;
  return (
    <>
      <FactGrid facts={[...stateFacts(record), ...expectedFacts(record, monitor)]} />
      <EuiSpacer size="m" />
      <PingStrip pings={pings} tolerated={periodOf(input) + graceOf(input)} />
      {message && <Message message={message} />}
      <EuiSpacer size="m" />
      <EuiAccordion
        id="heartbeatUrlAndLines"
        initialIsOpen={token === undefined}
        buttonContent={i18n.translate('watchkeeper.heartbeat.howToPingLabel', {
          defaultMessage: 'URL and how to ping',
        })}
        data-test-subj="howToPing"
      >
        <EuiSpacer size="s" />
        <TokenBox id={id} made={token} />
      </EuiAccordion>
    </>
  );
};

/** The pings of a heartbeat: how it is, what came, and how to ping it. */
export const HeartbeatPanel: React.FC<{ id: string; monitor: HeartbeatMonitor }> = ({
  id,
  monitor,
}) => {
  const { data, error, isLoading, refetch } = useHeartbeat(id);
  return (
    <EuiPanel data-test-subj="heartbeatPanel">
      <EuiTitle size="s">
        <h2>{i18n.translate('watchkeeper.heartbeat.title', { defaultMessage: 'Pings' })}</h2>
      </EuiTitle>
      <EuiSpacer size="m" />
      {data ? (
        <Loaded id={id} monitor={monitor} record={data} />
      ) : isLoading ? (
        <LoadingState />
      ) : (
        <ErrorState
          title={i18n.translate('watchkeeper.heartbeat.loadErrorTitle', {
            defaultMessage: 'The pings could not be loaded',
          })}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
    </EuiPanel>
  );
};
