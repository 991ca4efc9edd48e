import React from 'react';
import type { ComponentType } from 'react';
import type { DestinationType } from '../../../common/notifications/destination';
import type { MessageLookProps } from '../types';
import { RequestLook } from './request_look';
import { SlackLook } from './slack_look';

/** Kinds whose messages are shown as a person sees them; of the others the request is shown. */
const LOOKS: { [T in DestinationType]?: ComponentType<MessageLookProps> } = {
  slack: SlackLook,
};

/** A message as its receiver will have it. It renders what is sent (`renderWire`), and nothing of it as HTML. */
export const MessageLook: React.FC<MessageLookProps> = ({ destination, content }) => {
  const Look = LOOKS[destination.type] ?? RequestLook;
  return (
    <div data-test-subj={`messageLook-${destination.type}`}>
      <Look destination={destination} content={content} />
    </div>
  );
};
