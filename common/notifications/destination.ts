/**
 * Destinations: what is visible of each kind, and what is secret. Secrets travel apart (`secrets`), are written once and
 * never come back. `kinds/` has one file a kind; its server half is in `server/notifications/destinations/`.
 */
export { HTTP_METHODS } from './kinds/webhook';
export { MESSAGE_ID_HEADER, originOf } from './kinds/fields';
export { destinationSchema, labelOf, renderWire } from './kinds/registry';
export type { Destination, DestinationType } from './kinds/registry';
export type { WireBody } from './kinds/kind';
export type { MessageContent } from './kinds/message_content';
export { SAMPLE_CONTENT } from './kinds/message_content';
