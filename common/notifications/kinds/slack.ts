import { phrase } from '../../phrase';
import { describeKind } from './describe_kind';
import { cutTo } from './cut';
import { originOf, urlSchema } from './fields';
import type { MessageContent } from './message_content';

/** Longer texts are cut by Slack itself (https://api.slack.com/methods/chat.postMessage, "Truncating content"). */
const TEXT_LIMIT = 40_000;

const textOf = ({ subject, message }: MessageContent): string =>
  subject.trim() === '' ? message : `${subject}\n\n${message}`;

/** Slack's incoming webhooks (https://api.slack.com/messaging/webhooks), and what speaks like them. */
export const slack = describeKind(
  'slack',
  /** The whole incoming-webhook URL is secret; its origin is shown. */
  { settings: {}, secrets: { url: urlSchema } },
  {
    label: phrase('watchkeeper.destinations.slack.label', 'Slack'),
    description: phrase(
      'watchkeeper.destinations.slack.description',
      'Posts to a channel through an incoming webhook.'
    ),
    icon: 'logoSlack',
    fields: [
      {
        name: 'secrets.url',
        control: { kind: 'secret_url' },
        label: phrase('watchkeeper.destinations.slack.urlLabel', 'Incoming webhook URL'),
        help: phrase(
          'watchkeeper.destinations.slack.urlHelp',
          'From Slack: your app, “Incoming Webhooks”, “Add New Webhook to Workspace”. Whoever has this URL can post to the channel, so it is stored encrypted and never shown again.'
        ),
        placeholder: 'https://hooks.slack.com/services/…',
      },
    ],
    origin: (_settings, secrets) => secrets && originOf(secrets.url),
    summary: () => phrase('watchkeeper.destinations.slack.summary', 'Incoming webhook'),
    render: (_destination, content) => {
      const { text, notes } = cutTo(textOf(content), TEXT_LIMIT);
      return { body: JSON.stringify({ text }), content_type: 'application/json', notes };
    },
    request: (_destination, { url }) => ({ url }),
    rate: { messages: 60, per_seconds: 60 },
    digests: true,
  }
);
