import { createContext, useContext } from 'react';
import type { ComponentType } from 'react';
import type { Destination, MessageContent } from '../../common/notifications/destination';

/** What other rooms may know of this one. */

export { useSharedTemplates } from './shared_templates';

export { labelOf as labelOfKind } from './kinds/kind_words';

export interface MessageLookProps {
  destination: Destination;
  content: MessageContent;
}

/** Shows a message as its receiver will have it. Handed in by the application; absent where nobody did. */
export const MessageLookContext = createContext<ComponentType<MessageLookProps> | null>(null);

export const useMessageLook = (): ComponentType<MessageLookProps> | null =>
  useContext(MessageLookContext);
