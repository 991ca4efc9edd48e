import React from 'react';
import { i18n } from '@osd/i18n';
import { SecretUrl, urlProblems } from '../fields/secret_url';
import { SlackLook } from '../looks/slack_look';
import type { DestinationKind, KindFieldsProps } from './kind';

export interface SlackFields {
  /** Empty while editing: the stored one stays. */
  url: string;
}

const SlackFieldsForm = ({
  fields,
  onChange,
  problemsAt,
  stored,
}: KindFieldsProps<SlackFields>) => (
  <SecretUrl
    label={i18n.translate('watchkeeper.destinations.slack.urlLabel', {
      defaultMessage: 'Incoming webhook URL',
    })}
    helpText={i18n.translate('watchkeeper.destinations.slack.urlHelp', {
      defaultMessage:
        'From Slack: your app, “Incoming Webhooks”, “Add New Webhook to Workspace”. Whoever has this URL can post to the channel, so it is stored encrypted and never shown again.',
    })}
    placeholder="https://hooks.slack.com/services/…"
    value={fields.url}
    onChange={(url) => onChange({ url })}
    problems={problemsAt('secrets.url')}
    stored={stored}
  />
);

/** Slack's incoming webhooks (https://api.slack.com/messaging/webhooks). */
export const slackKind: DestinationKind<'slack', SlackFields> = {
  type: 'slack',
  label: i18n.translate('watchkeeper.destinations.slack.label', { defaultMessage: 'Slack' }),
  description: i18n.translate('watchkeeper.destinations.slack.description', {
    defaultMessage: 'Posts to a channel through an incoming webhook.',
  }),
  icon: 'logoSlack',
  empty: () => ({ url: '' }),
  fromStored: () => ({ url: '' }),
  toSave: (name, { url }) => ({ type: 'slack', name, secrets: { url } }),
  toUpdate: (name, version, { url }) => ({
    type: 'slack',
    name,
    version,
    ...(url.trim() === '' ? {} : { secrets: { url } }),
  }),
  problems: ({ url }, stored) => urlProblems(url, stored),
  summary: () =>
    i18n.translate('watchkeeper.destinations.slack.summary', {
      defaultMessage: 'Incoming webhook',
    }),
  Fields: SlackFieldsForm,
  Preview: SlackLook,
};
