import { z } from 'zod';
import { phrase } from '../../../phrase';
import { urlSchema } from '../fields';
import type { FormField } from '../form_field';

/** Settings that several chats have. */

export const optionalText = z.string().trim().min(1).max(500).optional();
export const textList = z.array(z.string().trim().min(1).max(200)).max(100).optional();
export const apiUrlSetting = urlSchema.optional();

/** A token that stands in a URL: no part of it can lead elsewhere. */
export const tokenSchema = (what: string) =>
  z
    .string({ error: `${what} is required.` })
    .trim()
    .min(1, `${what} is required.`)
    .max(500)
    .regex(/^[\w.:~+=-]+$/, 'Give the token alone, without the URL around it.');

/** Also takes the whole URL that the vendor shows, as long as it ends in a token. */
export const tokenOfUrl = (what: string, inUrl: RegExp) =>
  z
    .string({ error: `${what} is required.` })
    .trim()
    .min(1, `${what} is required.`)
    .max(1000)
    .overwrite((text) => inUrl.exec(text)?.[1] ?? text)
    .regex(/^[\w.~+=-]+$/, 'This is neither the token nor the URL that ends in it.');

export const apiUrlField = (usual: string): FormField => ({
  name: 'api_url',
  advanced: true,
  control: { kind: 'text' },
  placeholder: usual,
  label: phrase('watchkeeper.destinations.chat.apiUrlLabel', 'Address of the service'),
  help: phrase(
    'watchkeeper.destinations.chat.apiUrlHelp',
    'Only for a proxy, or a server of your own that speaks the same. Empty: the address of the vendor.'
  ),
});

export const webhookUrlField = (help: FormField['help'], placeholder: string): FormField => ({
  name: 'secrets.url',
  control: { kind: 'secret_url' },
  label: phrase('watchkeeper.destinations.chat.urlLabel', 'Incoming webhook URL'),
  help,
  placeholder,
});

export const CHANNEL_FIELD: FormField = {
  name: 'channel',
  advanced: true,
  control: { kind: 'text' },
  placeholder: '#operations',
  label: phrase('watchkeeper.destinations.chat.channelLabel', 'Channel'),
  help: phrase(
    'watchkeeper.destinations.chat.channelHelp',
    'Instead of the channel of the webhook, where the server allows that.'
  ),
};

export const USERNAME_FIELD: FormField = {
  name: 'username',
  advanced: true,
  control: { kind: 'text' },
  placeholder: 'Watchkeeper',
  label: phrase('watchkeeper.destinations.chat.usernameLabel', 'Name of the sender'),
  help: phrase(
    'watchkeeper.destinations.chat.usernameHelp',
    'Instead of the name of the webhook, where the server allows that.'
  ),
};

export const ICON_FIELD: FormField = {
  name: 'icon',
  advanced: true,
  control: { kind: 'text' },
  placeholder: ':rotating_light:',
  label: phrase('watchkeeper.destinations.chat.iconLabel', 'Icon of the sender'),
  help: phrase(
    'watchkeeper.destinations.chat.iconHelp',
    'The name of an emoji, or the URL of a picture.'
  ),
};

export const messageTypeField = (
  options: Extract<FormField['control'], { kind: 'choice' }>['options'],
  initial: string
): FormField => ({
  name: 'message_type',
  control: { kind: 'choice', options },
  initial,
  label: phrase('watchkeeper.destinations.chat.messageTypeLabel', 'Form of the messages'),
});

export const TEXT_OPTION = phrase('watchkeeper.destinations.chat.textOption', 'Text');
export const MARKDOWN_OPTION = phrase('watchkeeper.destinations.chat.markdownOption', 'Markdown');
export const CARD_OPTION = phrase('watchkeeper.destinations.chat.cardOption', 'Card');

/** Where a service is, for what its secrets are bound to. */
export const baseOf = (apiUrl: string | undefined, usual: string): string =>
  (apiUrl ?? usual).replace(/\/+$/, '');

export const SIGN_FIELD: FormField = {
  name: 'secrets.sign',
  control: { kind: 'secret' },
  label: phrase('watchkeeper.destinations.chat.signLabel', 'Signing secret'),
  help: phrase(
    'watchkeeper.destinations.chat.signHelp',
    'Only where the robot’s security settings have a signature.'
  ),
};

export const MOBILES_LABEL = phrase(
  'watchkeeper.destinations.chat.mobilesLabel',
  'Mobile numbers to mention'
);
export const ONE_A_LINE = phrase('watchkeeper.destinations.chat.oneALineHelp', 'One a line.');
