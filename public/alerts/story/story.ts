import type { AlertEvent } from '../../../common/alerts/alert';
import type { AlertRecord } from '../../../common/alerts/api';
import type { Message } from '../../../common/notifications/message';

/** Something that happened to an alert, or because of it. */
export type StoryEntry =
  | { kind: 'event'; id: string; at: number; event: AlertEvent }
  | { kind: 'message'; id: string; at: number; message: Message };

const byTime = (a: StoryEntry, b: StoryEntry): number => {
  if (a.at !== b.at) return a.at - b.at;
  // One commit opens the alert and sends its message at the same instant: the cause stands first.
  if (a.kind !== b.kind) return a.kind === 'event' ? -1 : 1;
  return 0;
};

/** Events and messages in the order in which they happened. */
export const storyOf = ({ events, messages }: AlertRecord): StoryEntry[] =>
  [
    ...events.map((event): StoryEntry => ({ kind: 'event', id: event.id, at: event.at, event })),
    ...messages.map((message): StoryEntry => ({
      kind: 'message',
      id: message.id,
      at: message.created_at,
      message,
    })),
  ].sort(byTime);
