import type { Block, Inline } from '../slack_mrkdwn';

/** A message as people see it in a chat, read from the very body that is sent. */
export interface ChatLook {
  /** The name that it is posted under, where the destination sets one. */
  author?: string;
  /** It comes from a service, and not from an app in a chat. */
  notApp?: true;
  /** What stands outside of the card. */
  above?: readonly Block[];
  /** Of the card's edge: `#rrggbb`. Absent where the receiver shows no colour. */
  color?: string;
  title?: { text: string; url?: string };
  text: readonly Block[];
  fields: readonly LookField[];
  links: ReadonlyArray<{ text: string; url: string }>;
}

export interface LookField {
  name: string;
  value: readonly Inline[];
  /** Fits beside another one. */
  short: boolean;
}

/** Most chats have nothing but a text. */
export const textLook = (text: readonly Block[]): ChatLook => ({ text, fields: [], links: [] });
