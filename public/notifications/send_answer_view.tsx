import React from 'react';
import { EuiCallOut, EuiCodeBlock, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SendAnswer } from '../../common/notifications/api';
import type { ApiError } from '../shared/api_client';
import { formatDuration } from '../shared/time';

/** What happened, in words. */
export const headlineOf = ({ ok, status, took }: SendAnswer): string => {
  const duration = formatDuration(took);
  if (status === undefined) {
    return i18n.translate('watchkeeper.destinations.test.noAnswerTitle', {
      defaultMessage: 'Not delivered: no answer from the receiver after {duration}',
      values: { duration },
    });
  }
  return ok
    ? i18n.translate('watchkeeper.destinations.test.acceptedTitle', {
        defaultMessage: 'Delivered: the receiver answered {status} in {duration}',
        values: { status, duration },
      })
    : i18n.translate('watchkeeper.destinations.test.refusedTitle', {
        defaultMessage: 'Refused: the receiver answered {status} in {duration}',
        values: { status, duration },
      });
};

const Body = ({ answer: { answer, status } }: { answer: SendAnswer }) => {
  if (answer.trim() === '') {
    return (
      <EuiText size="s">
        {i18n.translate('watchkeeper.destinations.test.emptyAnswerText', {
          defaultMessage: 'The answer has no body.',
        })}
      </EuiText>
    );
  }
  // Without a status it is the reason in words, not something that a receiver wrote.
  if (status === undefined) return <p>{answer}</p>;
  return (
    <div style={{ maxHeight: 160, overflowY: 'auto' }}>
      <EuiCodeBlock paddingSize="s" fontSize="s" whiteSpace="pre-wrap">
        {answer}
      </EuiCodeBlock>
    </div>
  );
};

/** A test must not call anybody in the night: what became of the incident that it opened. */
const Closed = ({ closed }: Pick<SendAnswer, 'closed'>) =>
  closed ? (
    <EuiText size="s" data-test-subj={closed.ok ? 'testClosed' : 'testNotClosed'}>
      <p className="eui-textBreakWord">
        {closed.ok
          ? i18n.translate('watchkeeper.destinations.test.closedText', {
              defaultMessage: 'The incident that it opened there was closed at once.',
            })
          : i18n.translate('watchkeeper.destinations.test.notClosedText', {
              defaultMessage:
                'The incident that it opened there could not be closed, so close it there: {reason}',
              values: { reason: closed.reason },
            })}
      </p>
    </EuiText>
  ) : null;

/** The receiver's answer to a test message. */
export const SendAnswerView = ({ answer }: { answer: SendAnswer }) => (
  <EuiCallOut
    size="s"
    role="status"
    color={answer.ok ? 'success' : 'danger'}
    iconType={answer.ok ? 'check' : 'alert'}
    title={headlineOf(answer)}
    data-test-subj={answer.ok ? 'testAccepted' : 'testRefused'}
  >
    <EuiSpacer size="xs" />
    <Body answer={answer} />
    <Closed closed={answer.closed} />
  </EuiCallOut>
);

/** In words; the paths that the message names fields by are for programs. */
const reasonOf = ({ message, problems }: ApiError): string =>
  problems.length > 0 ? problems.map((problem) => problem.message).join(' ') : message;

/** The message was not even sent. */
export const TestFailedView = ({ error }: { error: ApiError }) => (
  <EuiCallOut
    size="s"
    role="alert"
    color="danger"
    iconType="alert"
    title={i18n.translate('watchkeeper.destinations.test.failedTitle', {
      defaultMessage: 'The test message was not sent',
    })}
    data-test-subj="testFailed"
  >
    <p>{reasonOf(error)}</p>
  </EuiCallOut>
);
