import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiFormLabel, EuiSmallButton, EuiSpacer, EuiText } from '@elastic/eui';
import { useMutation } from '@tanstack/react-query';
import type { SendAnswer } from '../../../../common/notifications/api';
import { toApiError } from '../../../shared/api_client';
import { formatDuration } from '../../../shared/time';
import { useMonitorsApi } from '../../monitors_api';
import { formatCount } from '../../words';
import { placedMessage } from '../json_lint';
import type { MessageRendering, RenderedMessage } from '../message_rendering';
import { SentMessage } from './sent_message';

const answerTitle = ({ ok, status, took }: SendAnswer): string =>
  ok
    ? i18n.translate('watchkeeper.editor.testSentTitle', {
        defaultMessage: 'Sent: the receiver answered {status} after {took}',
        values: { status: status ?? '', took: formatDuration(took) },
      })
    : status === undefined
      ? i18n.translate('watchkeeper.editor.testNoAnswerTitle', {
          defaultMessage: 'Not sent',
        })
      : i18n.translate('watchkeeper.editor.testRefusedTitle', {
          defaultMessage: 'The receiver refused it: {status}',
          values: { status },
        });

/** What came of the test message. A refusal by the receiver is an answer, too. */
const TestOutcome: React.FC<{ answer: SendAnswer | undefined; error: unknown }> = ({
  answer,
  error,
}) => {
  if (error) {
    return (
      <EuiCallOut
        size="s"
        color="danger"
        iconType="alert"
        title={i18n.translate('watchkeeper.editor.testFailedTitle', {
          defaultMessage: 'The test could not be sent',
        })}
        role="alert"
        data-test-subj="testAnswer"
      >
        <p className="eui-textBreakWord">{toApiError(error).message}</p>
      </EuiCallOut>
    );
  }
  if (!answer) return null;
  return (
    <EuiCallOut
      size="s"
      color={answer.ok ? 'success' : 'danger'}
      iconType={answer.ok ? 'check' : 'alert'}
      title={answerTitle(answer)}
      role="status"
      data-test-subj="testAnswer"
    >
      <p className="eui-textBreakWord">{answer.answer}</p>
    </EuiCallOut>
  );
};

const SendTest: React.FC<{ message: RenderedMessage | null; destinationId: string }> = ({
  message,
  destinationId,
}) => {
  const api = useMonitorsApi();
  const { mutate, data, error, isLoading } = useMutation((rendered: RenderedMessage) =>
    api.sendTest(destinationId, rendered.subject, rendered.message)
  );
  return (
    <div>
      <EuiSmallButton
        iconType="email"
        isDisabled={!message || destinationId === ''}
        isLoading={isLoading}
        onClick={() => message && mutate(message)}
        data-test-subj="sendTestButton"
      >
        {i18n.translate('watchkeeper.editor.sendTestButtonLabel', { defaultMessage: 'Send test' })}
      </EuiSmallButton>
      <EuiSpacer size="s" />
      <TestOutcome answer={data} error={error} />
    </div>
  );
};

const nothingText = ({ count }: MessageRendering): string =>
  count === undefined
    ? i18n.translate('watchkeeper.editor.previewNoRunText', {
        defaultMessage: 'Run the query to see the message with its data.',
      })
    : i18n.translate('watchkeeper.editor.previewNothingText', {
        defaultMessage: 'The last run would send nothing: the trigger was not true.',
      });

/** What would be sent now, to the letter, and a button that sends it. */
export const MessagePreview: React.FC<{
  /** Unique on the page. */
  id: string;
  preview: MessageRendering;
  destinationId: string;
}> = ({ id, preview, destinationId }) => (
  <>
    <EuiFormLabel>
      {i18n.translate('watchkeeper.editor.previewTitle', { defaultMessage: 'What is sent' })}
    </EuiFormLabel>
    {preview.intent && preview.rendered && (
      <div data-test-subj="messagePreview">
        <SentMessage id={id} message={preview.intent} />
      </div>
    )}
    {preview.warning && (
      <EuiText size="xs" color="warning" data-test-subj="messageWarning">
        <span className="eui-textBreakWord">{preview.warning}</span>
      </EuiText>
    )}
    {preview.count !== undefined && preview.count > 1 && (
      <EuiText size="xs" color="subdued" data-test-subj="messageCount">
        {i18n.translate('watchkeeper.editor.messageCountText', {
          defaultMessage: 'The first of {count} messages',
          values: { count: formatCount(preview.count) },
        })}
      </EuiText>
    )}
    {!preview.rendered && preview.problems.length === 0 && (
      <EuiText size="s" color="subdued">
        {nothingText(preview)}
      </EuiText>
    )}
    {preview.problems.map((problem) => (
      <EuiText size="s" color="danger" key={problem.message} data-test-subj="templateError">
        <span className="eui-textBreakWord">{placedMessage(problem)}</span>
      </EuiText>
    ))}
    <EuiSpacer size="s" />
    <SendTest message={preview.rendered} destinationId={destinationId} />
  </>
);
