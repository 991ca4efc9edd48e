import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCodeBlock, EuiSpacer, EuiText } from '@elastic/eui';
import type { RunRecord } from '../../../common/monitors/api';
import type { ActionResult, TriggerResult } from '../../../common/monitors/run';
import type { DeliveryAttempt, Message } from '../../../common/notifications/message';
import { formatDuration, useTime } from '../../shared/time';
import { destinationName, useDestinations } from '../destinations';
import { ProblemText } from '../problem_text';
import { groupSentences, valueText } from './group_words';
import { RunDiscoverLink } from './run_discover_link';
import { ActionOutcome } from './run_messages';

const AttemptLine: React.FC<{ attempt: DeliveryAttempt }> = ({ attempt }) => {
  const { format } = useTime();
  const said = [attempt.status, attempt.answer].filter((part) => part !== undefined).join(' ');
  return (
    <li>
      {format(attempt.at)}, {formatDuration(attempt.took)}: {said}
    </li>
  );
};

const MessageDetails: React.FC<{ message: Message }> = ({ message }) => (
  <>
    {message.reason && <ProblemText message={message.reason} />}
    {message.attempts.length > 0 && (
      <EuiText size="xs">
        <ul>
          {message.attempts.map((attempt) => (
            <AttemptLine key={attempt.at} attempt={attempt} />
          ))}
        </ul>
      </EuiText>
    )}
    <EuiSpacer size="xs" />
    <EuiCodeBlock paddingSize="s" fontSize="s" overflowHeight={240} isCopyable>
      {message.subject ? `${message.subject}\n\n${message.message}` : message.message}
    </EuiCodeBlock>
  </>
);

const ActionDetails: React.FC<{ result: ActionResult; message: Message | undefined }> = ({
  result,
  message,
}) => {
  const { data: destinations } = useDestinations();
  return (
    <div style={{ marginTop: 8 }}>
      <ActionOutcome result={result} message={message} />
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.runs.destinationText', {
          defaultMessage: 'To {name}',
          values: { name: destinationName(destinations, result.destination_id) },
        })}
      </EuiText>
      {!message && result.reason && <EuiText size="xs">{result.reason}</EuiText>}
      {message && <MessageDetails message={message} />}
    </div>
  );
};

const TriggerDetails: React.FC<{ trigger: TriggerResult; messages: Message[] }> = ({
  trigger,
  messages,
}) => (
  <div>
    <EuiText size="s">
      <strong>{trigger.name}</strong>: {trigger.problem ? '' : valueText(trigger)}
    </EuiText>
    {trigger.no_data && (
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.runs.nothingToJudgeText', {
          defaultMessage: 'There was nothing to judge.',
        })}
      </EuiText>
    )}
    {trigger.groups &&
      groupSentences(trigger.groups).map((sentence) => (
        <EuiText key={sentence} size="xs">
          {sentence}
        </EuiText>
      ))}
    {trigger.problem && <ProblemText message={trigger.problem.message} />}
    {trigger.actions?.map((result) => (
      <ActionDetails
        key={`${result.id} ${result.outcome} ${result.reason ?? ''}`}
        result={result}
        message={messages.find(({ id }) => id === result.message_id)}
      />
    ))}
  </div>
);

const Timing: React.FC<{ run: RunRecord }> = ({ run }) => {
  const { format } = useTime();
  return (
    <EuiText size="xs" color="subdued">
      {i18n.translate('watchkeeper.runs.timingText', {
        defaultMessage:
          'Window {start} to {end} ({length}); scheduled {scheduled}, started {late} later.',
        values: {
          start: format(run.window.start),
          end: format(run.window.end),
          length: formatDuration(run.window.end - run.window.start),
          scheduled: format(run.scheduled_at),
          late: formatDuration(run.started_at - run.scheduled_at),
        },
      })}
    </EuiText>
  );
};

/** All that a run left behind. */
export const RunDetails: React.FC<{ run: RunRecord }> = ({ run }) => (
  <div style={{ width: '100%', padding: '8px 0' }} data-test-subj="runDetails">
    <Timing run={run} />
    <RunDiscoverLink run={run} />
    {run.problem && <ProblemText message={run.problem.message} />}
    {(run.triggers ?? []).map((trigger) => (
      <React.Fragment key={trigger.id}>
        <EuiSpacer size="s" />
        <TriggerDetails trigger={trigger} messages={run.messages} />
      </React.Fragment>
    ))}
  </div>
);
