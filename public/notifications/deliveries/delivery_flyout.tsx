import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
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
import { ErrorState, LoadingState } from '../../shared/states';
import { MessageLook } from '../looks/message_look';
import { AttemptsTable } from './attempts_table';
import { DeliveryFacts } from './delivery_facts';
import { DeliveryOutlook } from './delivery_outlook';
import { useDelivery } from './delivery_queries';
import { eventLabel } from './message_words';
import { useResend } from './use_resend';
import { deliveriesTitle, nameOfMessage } from './words';

const TITLE_ID = 'watchkeeperDeliveryTitle';

const Header: React.FC<{ message?: Message }> = ({ message }) => (
  <EuiFlyoutHeader hasBorder>
    <EuiTitle size="m">
      <h2 id={TITLE_ID} className="eui-textBreakWord">
        {message ? nameOfMessage(message) : deliveriesTitle()}
      </h2>
    </EuiTitle>
    {message && (
      <>
        <EuiSpacer size="s" />
        <DeliveryBadge status={message.status} /> <SeverityBadge severity={message.severity} />{' '}
        {message.facts && <EuiBadge color="hollow">{eventLabel(message.facts.event)}</EuiBadge>}
      </>
    )}
  </EuiFlyoutHeader>
);

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
    <EuiFlyoutFooter>
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
    </EuiFlyoutFooter>
  );
};

/** The story of one message, beside the list. */
export const DeliveryFlyout: React.FC<{ id: string; onClose: () => void }> = ({ id, onClose }) => {
  const { data, error, isLoading, refetch } = useDelivery(id);
  useRecentlyViewed(appPaths.delivery(id), data && nameOfMessage(data.message), id);
  return (
    <EuiFlyout
      onClose={onClose}
      size="m"
      ownFocus
      aria-labelledby={TITLE_ID}
      data-test-subj="deliveryFlyout"
    >
      <Header message={data?.message} />
      <EuiFlyoutBody>
        {data && <Story story={data} />}
        {isLoading && <LoadingState />}
        {!data && !isLoading && (
          <ErrorState
            title={i18n.translate('watchkeeper.deliveries.storyErrorTitle', {
              defaultMessage: 'The message could not be loaded',
            })}
            error={error}
            onRetry={() => void refetch()}
          />
        )}
      </EuiFlyoutBody>
      {data && <Footer story={data} />}
    </EuiFlyout>
  );
};
