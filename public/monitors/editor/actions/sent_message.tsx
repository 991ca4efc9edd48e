import React from 'react';
import type { MessageIntent } from '../../../../common/notifications/message';
import { useMessageLook } from '../../../notifications/types';
import { MessageViews } from '../../../shared/message_views';
import { useDestinations } from '../../destinations';

/** A message as its receiver will have it, or to the letter. */
export const SentMessage: React.FC<{
  /** Unique on the page. */
  id: string;
  message: MessageIntent;
}> = ({ id, message }) => {
  const Look = useMessageLook();
  const { data: destinations } = useDestinations();
  const destination = destinations?.find((one) => one.id === message.destination_id)?.destination;
  return (
    <MessageViews
      id={id}
      content={message}
      look={Look && destination ? <Look destination={destination} content={message} /> : undefined}
    />
  );
};
