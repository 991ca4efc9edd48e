import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiAccordion, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import type { EuiCommentProps } from '@elastic/eui';
import type { Message } from '../../../common/notifications/message';
import { useMessageLook } from '../../notifications/types';
import { appPaths } from '../../shared/app_paths';
import { DeliveryBadge } from '../../shared/delivery_badge';
import { PageLink } from '../../shared/links';
import { MessageViews } from '../../shared/message_views';
import { Timestamp } from '../../shared/time';
import { useDestinationById } from '../../objects/named_objects';
import { Attempts } from './attempts';

const DestinationLink: React.FC<{ id: string }> = ({ id }) => {
  const name = useDestinationById(id)?.destination?.name;
  return (
    <PageLink to={appPaths.destination(id)} color="text">
      <u>{name ?? id}</u>
    </PageLink>
  );
};

/** Why it was not delivered, or when it is tried again. */
const Outlook: React.FC<{ message: Message }> = ({ message }) => {
  if (message.reason) {
    return (
      <EuiText size="s" color={message.status === 'dead' ? 'danger' : 'subdued'}>
        <p className="eui-textBreakWord">{message.reason}</p>
      </EuiText>
    );
  }
  if (message.status !== 'pending' || message.attempts.length === 0) return null;
  return (
    <EuiText size="s" color="subdued">
      {i18n.translate('watchkeeper.alerts.story.nextAttemptText', {
        defaultMessage: 'Next attempt:',
      })}{' '}
      <Timestamp value={message.next_attempt_at} />
    </EuiText>
  );
};

const Content: React.FC<{ message: Message }> = ({ message }) => {
  const [isOpen, setOpen] = useState(false);
  const Look = useMessageLook();
  const destination = useDestinationById(message.destination_id)?.destination;
  return (
    <EuiAccordion
      id={`message-${message.id}`}
      paddingSize="none"
      onToggle={setOpen}
      buttonContent={
        <EuiText size="s">
          {message.subject ||
            i18n.translate('watchkeeper.alerts.story.noSubjectText', {
              defaultMessage: 'Message without a subject',
            })}
        </EuiText>
      }
      data-test-subj="showMessage"
    >
      {/* How a receiver has it is loaded for those who look. */}
      {isOpen && (
        <MessageViews
          id={`message-${message.id}`}
          content={message}
          look={
            Look && destination ? <Look destination={destination} content={message} /> : undefined
          }
        />
      )}
    </EuiAccordion>
  );
};

const Delivery: React.FC<{ message: Message }> = ({ message }) => (
  <div data-test-subj="storyMessage">
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <DeliveryBadge status={message.status} />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <Outlook message={message} />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiText size="s">
          <PageLink to={appPaths.delivery(message.id)} data-test-subj="storyDelivery">
            {i18n.translate('watchkeeper.alerts.story.deliveryLinkLabel', {
              defaultMessage: 'Delivery',
            })}
          </PageLink>
        </EuiText>
      </EuiFlexItem>
    </EuiFlexGroup>
    <EuiSpacer size="s" />
    <Attempts attempts={message.attempts} />
    <Content message={message} />
  </div>
);

/** A message in the story: to whom, what became of it, and what it said. */
export const messageEntry = (message: Message): EuiCommentProps => ({
  username: `${message.action_name}:`,
  event: (
    <>
      {i18n.translate('watchkeeper.alerts.story.messageForText', { defaultMessage: 'message for' })}{' '}
      <DestinationLink id={message.destination_id} />
    </>
  ),
  timestamp: (
    <>
      · <Timestamp value={message.created_at} />
    </>
  ),
  timelineIcon: 'email',
  children: <Delivery message={message} />,
});
