import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import type { DeliveryStory } from '../../../common/notifications/deliveries_api';
import type { Message } from '../../../common/notifications/message';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { useDestinationById } from '../../objects/named_objects';
import { usePause } from '../pause/pause';
import { Timestamp } from '../../shared/time';
import { remedyOf } from './remedy';

const Notice: React.FC<{
  title: ReactNode;
  color?: 'danger' | 'primary' | 'warning';
  icon: string;
  mark: string;
}> = ({ title, color = 'primary', icon, mark, children }) => (
  <>
    <EuiCallOut size="s" color={color} iconType={icon} title={title} data-test-subj={mark}>
      {children}
    </EuiCallOut>
    <EuiSpacer size="m" />
  </>
);

const Dead: React.FC<{ story: DeliveryStory }> = ({
  story: { message, destination_name: name },
}) => {
  const hasSecrets = useDestinationById(message.destination_id)?.has_secrets;
  return (
    <Notice
      title={i18n.translate('watchkeeper.deliveries.deadStoryTitle', {
        defaultMessage: 'Not delivered',
      })}
      color="danger"
      icon="alert"
      mark="deliveryDead"
    >
      <p className="eui-textBreakWord">{message.reason}</p>
      <p data-test-subj="deliveryRemedy">
        {remedyOf(message, { isGone: name === undefined, hasSecrets })}
      </p>
    </Notice>
  );
};

const Waiting: React.FC<{ message: Message }> = ({ message }) => {
  const pause = usePause();
  if (pause?.paused) {
    return (
      <Notice
        title={i18n.translate('watchkeeper.deliveries.pausedStoryTitle', {
          defaultMessage: 'It waits: all notifications are paused',
        })}
        color="warning"
        icon="pause"
        mark="deliveryPaused"
      />
    );
  }
  return (
    <Notice
      title={
        <>
          {message.attempts.length === 0
            ? i18n.translate('watchkeeper.deliveries.firstAttemptTitle', {
                defaultMessage: 'First attempt:',
              })
            : i18n.translate('watchkeeper.deliveries.nextAttemptTitle', {
                defaultMessage: 'Next attempt:',
              })}{' '}
          <Timestamp value={message.next_attempt_at} />
        </>
      }
      icon="clock"
      mark="deliveryNext"
    >
      {message.reason && <p className="eui-textBreakWord">{message.reason}</p>}
    </Notice>
  );
};

/** It went out with others, as one message. */
const Digest: React.FC<{ id: string }> = ({ id }) => (
  <Notice
    title={i18n.translate('watchkeeper.deliveries.digestTitle', {
      defaultMessage: 'It went out together with others, as one message',
    })}
    icon="email"
    mark="deliveryDigest"
  >
    <PageLink to={appPaths.deliveriesWhere({ digest_id: id })} data-test-subj="digestLink">
      {i18n.translate('watchkeeper.deliveries.digestLinkLabel', {
        defaultMessage: 'Show all of them',
      })}
    </PageLink>
  </Notice>
);

/** Why a message did not go out, when it will, or with what it did. */
export const DeliveryOutlook: React.FC<{ story: DeliveryStory }> = ({ story }) => {
  const { message } = story;
  const { status, reason, digest_id: digest } = message;
  return (
    <>
      {digest !== undefined && <Digest id={digest} />}
      {status === 'dead' && <Dead story={story} />}
      {status === 'pending' && <Waiting message={message} />}
      {status === 'suppressed' && reason !== undefined && (
        <Notice
          title={i18n.translate('watchkeeper.deliveries.heldBackTitle', {
            defaultMessage: 'Held back',
          })}
          icon="minusInCircle"
          mark="deliveryHeldBack"
        >
          <p className="eui-textBreakWord">{reason}</p>
        </Notice>
      )}
    </>
  );
};
