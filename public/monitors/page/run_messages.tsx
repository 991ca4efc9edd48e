import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiText } from '@elastic/eui';
import type { RunRecord } from '../../../common/monitors/api';
import type { ActionResult } from '../../../common/monitors/run';
import type { Message } from '../../../common/notifications/message';
import { DeliveryBadge } from '../../shared/delivery_badge';
import { formatCount } from '../words';

/** What the receiver last said, or why it was not asked. */
export const lastAnswer = ({ attempts, reason }: Message): string => {
  const last = attempts[attempts.length - 1];
  if (!last) return reason ?? '';
  const answer = [last.status, last.answer].filter((part) => part !== undefined && part !== '');
  return answer.join(' ');
};

const heldBackLabel = (): string =>
  i18n.translate('watchkeeper.runs.heldBackLabel', { defaultMessage: 'Held back' });

const failedLabel = (): string =>
  i18n.translate('watchkeeper.runs.actionFailedLabel', { defaultMessage: 'Failed' });

/** What became of one action: sent and what the receiver said, held back and why, or failed. */
export const ActionOutcome: React.FC<{ result: ActionResult; message: Message | undefined }> = ({
  result,
  message,
}) => {
  const answer = message ? lastAnswer(message) : result.reason;
  return (
    <EuiText size="xs" data-test-subj="actionOutcome">
      {message && <DeliveryBadge status={message.status} />}
      {!message && result.outcome === 'held_back' && <EuiBadge>{heldBackLabel()}</EuiBadge>}
      {!message && result.outcome === 'error' && (
        <EuiBadge color="danger">{failedLabel()}</EuiBadge>
      )}
      {!message && result.outcome === 'queued' && <DeliveryBadge status="pending" />}{' '}
      <span className="eui-textBreakWord" title={answer}>
        {result.name}
        {result.count !== undefined && ` ×${formatCount(result.count)}`}
        {answer ? `: ${answer.length > 80 ? `${answer.slice(0, 80)}…` : answer}` : ''}
      </span>
    </EuiText>
  );
};

/** What a run sent or held back, a line for each action. */
export const RunMessages: React.FC<{ run: RunRecord }> = ({ run }) => {
  const results = (run.triggers ?? []).flatMap(({ actions = [] }) => actions);
  if (results.length === 0) return <>–</>;
  return (
    <div>
      {results.map((result) => (
        <ActionOutcome
          key={`${result.id} ${result.outcome} ${result.reason ?? ''}`}
          result={result}
          message={run.messages.find(({ id }) => id === result.message_id)}
        />
      ))}
    </div>
  );
};
