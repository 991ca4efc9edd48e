import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButton,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import type { DeliveryStory } from '../../../common/notifications/deliveries_api';
import type { Message } from '../../../common/notifications/message';
import { appPaths } from '../../shared/app_paths';
import { DeliveryBadge } from '../../shared/delivery_badge';
import { useLinkTo } from '../../shared/links';
import { MessageViews } from '../../shared/message_views';
import { useDestinationById } from '../../objects/named_objects';
import { useMay } from '../../shared/plugin_status';
import { useRecentlyViewed } from '../../shared/recently_viewed';
import { SeverityBadge } from '../../shared/severity_badge';
import { StoryFlyout } from '../../shared/story_flyout';
import { Unanswered } from '../../shared/unanswered';
import { MessageLook } from '../looks/message_look';
import { AttemptsTable } from './attempts_table';
import { DeliveryFacts } from './delivery_facts';
import { DeliveryOutlook } from './delivery_outlook';
import { useDelivery } from './delivery_queries';
import { eventLabel } from './message_words';
import { useResend } from './use_resend';
import { deliveriesTitle, nameOfMessage } from './words';

const Heading: React.FC = ({ children }) => (
  <>
    <EuiSpacer size="l" />
    <EuiTitle size="xs">
      <h3>{children}</h3>
    </EuiTitle>
    <EuiSpacer size="s" />
  </>
);

const Story: React.FC<{ story: DeliveryStory }> = ({ story }) => {
  const { message, digest } = story;
  const destination = useDestinationById(message.destination_id)?.destination;
  const lookOf = (content: Message) =>
    destination ? <MessageLook destination={destination} content={content} /> : undefined;
  return (
    <>
      <DeliveryOutlook story={story} />
      <DeliveryFacts story={story} />
      <Heading>
        {i18n.translate('watchkeeper.deliveries.attemptsTitle', { defaultMessage: 'Attempts' })}
      </Heading>
      <AttemptsTable attempts={message.attempts} />
      {digest && (
        <>
          <Heading>
            {i18n.translate('watchkeeper.deliveries.mergedTitle', {
              defaultMessage: 'The merged message',
            })}
          </Heading>
          <MessageViews id={`merged-${message.id}`} content={digest} look={lookOf(digest)} />
        </>
      )}
      <Heading>
        {i18n.translate('watchkeeper.deliveries.messageTitle', { defaultMessage: 'Message' })}
      </Heading>
      <MessageViews
        id={`delivery-${message.id}`}
        content={message}
        // Of one that was merged the receiver has a line, and not this.
        look={digest ? undefined : lookOf(message)}
      />
    </>
  );
};

const Footer: React.FC<{ story: DeliveryStory }> = ({
  story: { message, destination_name: destination },
}) => {
  const linkTo = useLinkTo();
  const mayWrite = useMay('write');
  const resend = useResend();
  return (
    <EuiFlexGroup justifyContent="spaceBetween" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        {destination !== undefined && (
          <EuiSmallButton
            color="text"
            {...linkTo(appPaths.destination(message.destination_id))}
            data-test-subj="deliveryOpenDestination"
          >
            {i18n.translate('watchkeeper.deliveries.openDestinationButtonLabel', {
              defaultMessage: 'Open destination',
            })}
          </EuiSmallButton>
        )}
      </EuiFlexItem>
      {message.status === 'dead' && (
        <EuiFlexItem grow={false}>
          <EuiSmallButton
            fill
            isLoading={resend.isBusy}
            isDisabled={!mayWrite}
            onClick={() => resend.one(message.id)}
            data-test-subj="deliveryResend"
          >
            {i18n.translate('watchkeeper.deliveries.resendButtonLabel', {
              defaultMessage: 'Send again',
            })}
          </EuiSmallButton>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
};

/** The story of one message, beside the list. */
export const DeliveryFlyout: React.FC<{ id: string; onClose: () => void }> = ({ id, onClose }) => {
  const query = useDelivery(id);
  const { data } = query;
  const message = data?.message;
  useRecentlyViewed(appPaths.delivery(id), message && nameOfMessage(message), id);
  return (
    <StoryFlyout
      titleId="watchkeeperDeliveryTitle"
      title={message ? nameOfMessage(message) : deliveriesTitle()}
      badges={
        message && (
          <>
            <DeliveryBadge status={message.status} /> <SeverityBadge severity={message.severity} />{' '}
            {message.facts && <EuiBadge color="hollow">{eventLabel(message.facts.event)}</EuiBadge>}
          </>
        )
      }
      footer={data && <Footer story={data} />}
      onClose={onClose}
      data-test-subj="deliveryFlyout"
    >
      {data && <Story story={data} />}
      <Unanswered
        query={query}
        errorTitle={i18n.translate('watchkeeper.deliveries.storyErrorTitle', {
          defaultMessage: 'The message could not be loaded',
        })}
      />
    </StoryFlyout>
  );
};
