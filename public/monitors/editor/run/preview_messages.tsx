import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSpacer, EuiText } from '@elastic/eui';
import type { RunPreview } from '../../../../common/monitors/preview';
import type { MessageIntent } from '../../../../common/notifications/message';
import { destinationName, useDestinations } from '../../destinations';
import { ProblemText } from '../../problem_text';
import { formatCount } from '../../words';
import { SentMessage } from '../actions/sent_message';

const MOST_SHOWN = 20;

const OneMessage: React.FC<{ message: MessageIntent }> = ({ message }) => {
  const { data: destinations } = useDestinations();
  return (
    <div data-test-subj="dryMessage">
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.editor.messageOfText', {
          defaultMessage: '{trigger}, {action}, to {destination}',
          values: {
            trigger: message.trigger_name,
            action: message.action_name,
            destination: destinationName(destinations, message.destination_id),
          },
        })}
      </EuiText>
      <SentMessage id={`dry-${message.id}`} message={message} />
      <EuiSpacer size="s" />
    </div>
  );
};

const nothingText = ({ alerts }: RunPreview): string =>
  alerts.length === 0
    ? i18n.translate('watchkeeper.editor.noAlertsText', {
        defaultMessage: 'This run would open no alert and send nothing.',
      })
    : i18n.translate('watchkeeper.editor.noMessagesText', {
        defaultMessage:
          '{count, plural, one {# alert} other {# alerts}} would be opened, and nothing sent yet: no action sends for such alerts at the first run.',
        values: { count: alerts.length },
      });

/** What the first run would send, to the letter. */
export const PreviewMessages: React.FC<{ preview: RunPreview }> = ({ preview }) => {
  const { messages, triggers } = preview;
  const failed = triggers.flatMap(({ actions = [] }) =>
    actions.filter(({ outcome }) => outcome === 'error')
  );
  return (
    <div data-test-subj="dryMessages">
      {failed.map(({ id, name, reason = '' }) => (
        <ProblemText key={id} message={`${name}: ${reason}`} />
      ))}
      {messages.length === 0 && failed.length === 0 && (
        <EuiText size="s" color="subdued">
          {nothingText(preview)}
        </EuiText>
      )}
      {messages.slice(0, MOST_SHOWN).map((message) => (
        <OneMessage key={message.id} message={message} />
      ))}
      {messages.length > MOST_SHOWN && (
        <EuiText size="s" color="subdued">
          {i18n.translate('watchkeeper.editor.moreMessagesText', {
            defaultMessage: '{count} more are not shown.',
            values: { count: formatCount(messages.length - MOST_SHOWN) },
          })}
        </EuiText>
      )}
    </div>
  );
};
