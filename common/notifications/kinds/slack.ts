import { z } from 'zod';
import { nameSchema } from '../../monitors/monitor';
import { originOf, originSchema, urlSchema, versionSchema } from './fields';
import { cutTo, destinationKind, isSuccess } from './kind';
import type { MessageContent } from './kind';

/** Longer texts are cut by Slack itself (https://api.slack.com/methods/chat.postMessage, "Truncating content"). */
const TEXT_LIMIT = 40_000;

const type = z.literal('slack');
const secrets = z.strictObject({ url: urlSchema });
export type SlackSecrets = z.output<typeof secrets>;

const textOf = ({ subject, message }: MessageContent): string =>
  subject.trim() === '' ? message : `${subject}\n\n${message}`;

/** Slack's incoming webhooks (https://api.slack.com/messaging/webhooks), and what speaks like them. */
export const slack = destinationKind({
  type: 'slack',
  label: 'Slack',
  /** The whole incoming-webhook URL is secret; its origin is shown. */
  saved: z.strictObject({ type, name: nameSchema, origin: originSchema }),
  save: z.strictObject({ type, name: nameSchema, secrets }),
  update: z.strictObject({
    type,
    name: nameSchema,
    version: versionSchema,
    secrets: secrets.optional(),
  }),
  secrets,
  derived: ['origin'],
  derive: ({ url }) => ({ origin: originOf(url) }),
  mergeSecrets: (given) => given,
  problems: () => [],
  render: (_destination, content) => {
    const { text, notes } = cutTo(textOf(content), TEXT_LIMIT);
    return { body: JSON.stringify({ text }), content_type: 'application/json', notes };
  },
  accepts: isSuccess,
});
