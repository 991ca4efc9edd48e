import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButtonEmpty, EuiText } from '@elastic/eui';
import { useMutation } from '@tanstack/react-query';
import type { SendAnswer } from '../../../common/notifications/api';
import { toApiError } from '../../shared/api_client';
import { useMonitorsApi } from '../monitors_api';
import { toSaveDestination } from './destination_choice';
import type { DestinationChoice } from './destination_choice';

const answerText = ({ ok, status, answer }: SendAnswer): string => {
  const values = { answer: [status, answer].filter((part) => part !== undefined).join(' ') };
  return ok
    ? i18n.translate('watchkeeper.first.testAcceptedText', {
        defaultMessage: 'The test message was taken: {answer}',
        values,
      })
    : i18n.translate('watchkeeper.first.testRefusedText', {
        defaultMessage: 'The test message was not taken: {answer}',
        values,
      });
};

/** Whether there is somewhere to send to. */
const isGiven = (choice: DestinationChoice): boolean =>
  choice.kind === 'existing' || (choice.kind === 'new' && choice.url.trim() !== '');

/** Sends a message to where the alerts will go, before anything is saved. */
export const TestMessage: React.FC<{ choice: DestinationChoice; name: string }> = ({
  choice,
  name,
}) => {
  const api = useMonitorsApi();
  const { mutate, reset, data, error, isLoading } = useMutation({
    mutationFn: () => {
      const message = i18n.translate('watchkeeper.first.testMessage', {
        defaultMessage: 'A test message: alerts of “{name}” will come here.',
        values: { name },
      });
      return choice.kind === 'existing'
        ? api.sendTest(choice.id, name, message)
        : api.tryDestination(
            toSaveDestination(choice.kind === 'new' ? choice : { kind: 'new', url: '' }),
            name,
            message
          );
    },
  });
  // An answer is of the destination that was asked.
  React.useEffect(() => reset(), [choice, reset]);
  if (!isGiven(choice)) return null;
  return (
    <div>
      <EuiSmallButtonEmpty
        iconType="email"
        flush="left"
        isLoading={isLoading}
        onClick={() => mutate()}
        data-test-subj="firstTest"
      >
        {i18n.translate('watchkeeper.first.testButtonLabel', {
          defaultMessage: 'Send a test message',
        })}
      </EuiSmallButtonEmpty>
      <EuiText
        size="s"
        color={error || data?.ok === false ? 'danger' : 'default'}
        role="status"
        data-test-subj="firstTestAnswer"
      >
        <span className="eui-textBreakWord">
          {error ? toApiError(error).message : data ? answerText(data) : ''}
        </span>
      </EuiText>
    </div>
  );
};
