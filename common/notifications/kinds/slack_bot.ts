import { z } from 'zod';
import { phrase } from '../../phrase';
import { keySchema } from './account';
import { apiUrlField, apiUrlSetting, baseOf } from './chat/shared_fields';
import { slackLook, slackMessage } from './chat/slack_message';
import { describeKind } from './describe_kind';
import { originOf } from './fields';
import { judgeSlack } from './slack_errors';

const USUAL = 'https://slack.com';

/** A method of Slack's Web API at the address of a destination. */
export const slackMethod = (to: { api_url?: string }, method: string): string =>
  `${baseOf(to.api_url, USUAL)}/api/${method}`;

/** Slack's Web API with the token of a bot (https://docs.slack.dev/reference/methods/chat.postMessage, chat.update). */
export const slackBot = describeKind(
  'slack_bot',
  {
    settings: {
      channel: z
        .string({ error: 'A channel is required.' })
        .trim()
        .min(1, 'A channel is required.')
        .max(200),
      /** What goes on is a reply under the first message, instead of a change of it. */
      thread: z.boolean().default(false),
      api_url: apiUrlSetting,
    },
    secrets: { token: keySchema('The token') },
  },
  {
    label: phrase('watchkeeper.destinations.slackBot.label', 'Slack (bot)'),
    description: phrase(
      'watchkeeper.destinations.slackBot.description',
      'One message for each alert, which changes as the alert is acknowledged and ends.'
    ),
    icon: 'logoSlack',
    fields: [
      {
        name: 'secrets.token',
        control: { kind: 'secret' },
        label: phrase('watchkeeper.destinations.slackBot.tokenLabel', 'Token of the bot'),
        help: phrase(
          'watchkeeper.destinations.slackBot.tokenHelp',
          'From Slack: your app, “OAuth & Permissions”, “Bot User OAuth Token”. It needs the scope chat:write; with chat:write.public it posts to public channels without being invited.'
        ),
        placeholder: 'xoxb-…',
      },
      {
        name: 'channel',
        control: { kind: 'text' },
        label: phrase('watchkeeper.destinations.slackBot.channelLabel', 'Channel'),
        help: phrase(
          'watchkeeper.destinations.slackBot.channelHelp',
          'The id of a channel (best, since channels are renamed) or its name. Invite the bot to it.'
        ),
        placeholder: 'C0123456789',
      },
      {
        name: 'thread',
        control: { kind: 'switch' },
        initial: false,
        label: phrase('watchkeeper.destinations.slackBot.threadLabel', 'Reply in the thread'),
        help: phrase(
          'watchkeeper.destinations.slackBot.threadHelp',
          'While an alert goes on, each further message is a reply under the first. Otherwise the first message is changed.'
        ),
      },
      apiUrlField(USUAL),
    ],
    origin: ({ api_url: url }) => originOf(baseOf(url, USUAL)),
    summary: ({ channel }) => channel,
    render: ({ channel }, content) => {
      const { fields, notes } = slackMessage(content);
      // Without a list of its own, a changed message would keep the attachments that it had.
      const body = JSON.stringify({ channel, attachments: [], ...fields });
      return { body, content_type: 'application/json; charset=utf-8', notes };
    },
    look: slackLook,
    judge: judgeSlack,
    rate: { messages: 60, per_seconds: 60 },
    follows: true,
  }
);
