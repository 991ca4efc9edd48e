import React from 'react';
import type { ComponentType } from 'react';
import type { DestinationType } from '../../../common/notifications/destination';
import { kindOf } from '../../../common/notifications/kinds/registry';
import type { MessageLookProps } from '../types';
import { ChatLook } from './chat_look';
import { EmailLook } from './email_look';
import { IncidentLook } from './incident_look';
import { JsonLook } from './json_look';
import { RequestLook } from './request_look';

/** Kinds whose messages are shown in a way of their own; of chats the message as people see it, of others the request. */
const LOOKS: { [T in DestinationType]?: ComponentType<MessageLookProps> } = {
  email: EmailLook,
  pagerduty: IncidentLook,
  opsgenie: IncidentLook,
  alertmanager: JsonLook,
  index: JsonLook,
};

/** A message as its receiver will have it. It renders what is sent (`renderWire`), and nothing of it as HTML. */
export const MessageLook: React.FC<MessageLookProps> = ({ destination, content }) => {
  const { type } = destination;
  const Look = LOOKS[type] ?? (kindOf(type).look ? ChatLook : RequestLook);
  return (
    <div data-test-subj={`messageLook-${type}`}>
      <Look destination={destination} content={content} />
    </div>
  );
};
