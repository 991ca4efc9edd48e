import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable, EuiCode, EuiHealth, EuiText } from '@elastic/eui';
import type { DeliveryAttempt } from '../../../common/notifications/message';
import { Timestamp, formatDuration } from '../../shared/time';

interface Row extends DeliveryAttempt {
  number: number;
}

const outcomeText = ({ ok, status }: DeliveryAttempt): string => {
  if (status === undefined) {
    return ok
      ? i18n.translate('watchkeeper.deliveries.attempt.acceptedText', {
          defaultMessage: 'Accepted',
        })
      : i18n.translate('watchkeeper.deliveries.attempt.noAnswerText', {
          defaultMessage: 'No answer',
        });
  }
  return ok
    ? i18n.translate('watchkeeper.deliveries.attempt.acceptedWithText', {
        defaultMessage: 'Accepted ({status})',
        values: { status },
      })
    : i18n.translate('watchkeeper.deliveries.attempt.refusedWithText', {
        defaultMessage: 'Refused ({status})',
        values: { status },
      });
};

const Answer: React.FC<{ attempt: DeliveryAttempt }> = ({ attempt: { answer, status } }) => {
  if (answer.trim() === '') return <>–</>;
  // Without a status it is the reason in words, not something that a receiver wrote.
  return (
    <div className="eui-textBreakWord" style={{ maxHeight: 160, overflowY: 'auto' }}>
      {status === undefined ? answer : <EuiCode>{answer}</EuiCode>}
    </div>
  );
};

const columns = () => [
  {
    field: 'number',
    name: i18n.translate('watchkeeper.deliveries.attempt.numberColumn', { defaultMessage: 'No.' }),
    width: '44px',
  },
  {
    field: 'at',
    name: i18n.translate('watchkeeper.deliveries.attempt.timeColumn', { defaultMessage: 'Time' }),
    width: '92px',
    render: (at: number) => <Timestamp value={at} wrap />,
  },
  {
    field: 'took',
    name: i18n.translate('watchkeeper.deliveries.attempt.tookColumn', { defaultMessage: 'Took' }),
    width: '84px',
    render: (took: number) => formatDuration(took),
  },
  {
    field: 'status',
    name: i18n.translate('watchkeeper.deliveries.attempt.outcomeColumn', {
      defaultMessage: 'Outcome',
    }),
    width: '136px',
    render: (_: unknown, attempt: Row) => (
      <EuiHealth color={attempt.ok ? 'success' : 'danger'}>{outcomeText(attempt)}</EuiHealth>
    ),
  },
  {
    field: 'answer',
    name: i18n.translate('watchkeeper.deliveries.attempt.answerColumn', {
      defaultMessage: 'Answer',
    }),
    render: (_: unknown, attempt: Row) => <Answer attempt={attempt} />,
  },
];

/** Each attempt to deliver a message, the newest first. */
export const AttemptsTable: React.FC<{ attempts: readonly DeliveryAttempt[] }> = ({ attempts }) => {
  if (attempts.length === 0) {
    return (
      <EuiText size="s" color="subdued">
        <p>
          {i18n.translate('watchkeeper.deliveries.attempt.noneText', {
            defaultMessage: 'None was made.',
          })}
        </p>
      </EuiText>
    );
  }
  const rows = attempts.map((attempt, index): Row => ({ ...attempt, number: index + 1 })).reverse();
  return (
    <EuiBasicTable<Row>
      items={rows}
      itemId="number"
      columns={columns()}
      compressed
      rowProps={() => ({ 'data-test-subj': 'deliveryAttempt' })}
      tableCaption={i18n.translate('watchkeeper.deliveries.attempt.caption', {
        defaultMessage: 'Attempts to deliver the message, newest first',
      })}
      data-test-subj="attemptsTable"
    />
  );
};
