import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCode, EuiIcon, EuiSpacer, EuiText } from '@elastic/eui';
import type { DeliveryAttempt } from '../../../common/notifications/message';
import { Timestamp, formatDuration } from '../../shared/time';

/** What came of one attempt, in words. */
export const attemptText = ({ ok, status, took }: DeliveryAttempt): string => {
  const values = { status, duration: formatDuration(took) };
  if (status === undefined) {
    return i18n.translate('watchkeeper.alerts.story.attemptNoAnswerText', {
      defaultMessage: 'No answer after {duration}',
      values,
    });
  }
  return ok
    ? i18n.translate('watchkeeper.alerts.story.attemptAcceptedText', {
        defaultMessage: 'The receiver answered {status} in {duration}',
        values,
      })
    : i18n.translate('watchkeeper.alerts.story.attemptRefusedText', {
        defaultMessage: 'The receiver refused it with {status} in {duration}',
        values,
      });
};

const Attempt: React.FC<{ attempt: DeliveryAttempt }> = ({ attempt }) => (
  <div data-test-subj="deliveryAttempt">
    <EuiIcon type={attempt.ok ? 'check' : 'cross'} color={attempt.ok ? 'success' : 'danger'} />{' '}
    {attemptText(attempt)} · <Timestamp value={attempt.at} />
    {attempt.answer.trim() !== '' && (
      <div className="eui-textBreakWord">
        {/* Without a status it is the reason in words, not something that a receiver wrote. */}
        {attempt.status === undefined ? attempt.answer : <EuiCode>{attempt.answer}</EuiCode>}
      </div>
    )}
    <EuiSpacer size="xs" />
  </div>
);

/** Each attempt to deliver a message, and the receiver's answer. */
export const Attempts: React.FC<{ attempts: DeliveryAttempt[] }> = ({ attempts }) => (
  <EuiText size="s">
    {attempts.map((attempt) => (
      <Attempt key={attempt.at} attempt={attempt} />
    ))}
  </EuiText>
);
