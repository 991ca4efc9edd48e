import { phrase } from '../../phrase';
import type { FormField } from './form_field';
import { tlsFields } from './tls_settings';
import { HTTP_METHODS } from './webhook_options';

/** A body that many receivers take, as a start. */
export const SAMPLE_BODY = `{
  "title": "{{subject}}",
  "text": "{{message}}"
}`;

const TARGET: readonly FormField[] = [
  {
    name: 'secrets.url',
    control: { kind: 'secret_url' },
    label: phrase('watchkeeper.destinations.webhook.urlLabel', 'URL'),
    help: phrase(
      'watchkeeper.destinations.webhook.urlHelp',
      'URLs often hold a token, so the whole of it is stored encrypted; only scheme, host and port are shown.'
    ),
    placeholder: 'https://example.com/hook?token=…',
  },
  {
    name: 'method',
    control: {
      kind: 'choice',
      options: HTTP_METHODS.map((value) => ({ value, text: value })),
    },
    initial: 'POST',
    label: phrase('watchkeeper.destinations.webhook.methodLabel', 'Method'),
  },
];

const LOGIN: readonly FormField[] = [
  {
    name: 'login',
    control: {
      kind: 'choice',
      options: [
        {
          value: '',
          text: phrase('watchkeeper.destinations.webhook.noLoginOption', 'None, or by a header'),
        },
        {
          value: 'basic',
          text: phrase('watchkeeper.destinations.webhook.basicOption', 'User and password (basic)'),
        },
        {
          value: 'bearer',
          text: phrase('watchkeeper.destinations.webhook.bearerOption', 'Token (bearer)'),
        },
      ],
    },
    label: phrase('watchkeeper.destinations.webhook.loginLabel', 'Login'),
  },
  {
    name: 'user',
    control: { kind: 'text' },
    when: ({ login }) => login === 'basic',
    label: phrase('watchkeeper.destinations.webhook.userLabel', 'User'),
  },
  {
    name: 'secrets.password',
    control: { kind: 'secret' },
    when: ({ login }) => login === 'basic',
    label: phrase('watchkeeper.destinations.webhook.passwordLabel', 'Password'),
  },
  {
    name: 'secrets.token',
    control: { kind: 'secret' },
    when: ({ login }) => login === 'bearer',
    label: phrase('watchkeeper.destinations.webhook.tokenLabel', 'Token'),
  },
  {
    name: 'secrets.headers',
    control: { kind: 'headers' },
    label: phrase('watchkeeper.destinations.headers.label', 'Headers'),
    help: phrase(
      'watchkeeper.destinations.headers.help',
      'Values are stored encrypted and never shown again. Content-Type follows from the body unless it is given here.'
    ),
  },
];

const BODY: readonly FormField[] = [
  {
    name: 'preset',
    control: {
      kind: 'choice',
      options: [
        {
          value: '',
          text: phrase('watchkeeper.destinations.webhook.ownBodyOption', 'Template of your own'),
        },
        {
          value: 'alertmanager',
          text: phrase(
            'watchkeeper.destinations.webhook.alertmanagerOption',
            'As Alertmanager sends it (webhook, version 4)'
          ),
        },
      ],
    },
    when: ({ method }) => method !== 'GET',
    label: phrase('watchkeeper.destinations.webhook.presetLabel', 'What is sent'),
  },
  {
    name: 'body',
    control: {
      kind: 'template',
      language: 'json',
      empty: phrase(
        'watchkeeper.destinations.webhook.bodyPlaceholder',
        'Empty: the message itself is the body'
      ),
    },
    initial: SAMPLE_BODY,
    when: ({ preset }) => preset !== 'alertmanager',
    label: phrase('watchkeeper.destinations.webhook.bodyLabel', 'Body'),
  },
];

const CONNECTION: readonly FormField[] = [
  {
    name: 'proxy',
    control: { kind: 'text' },
    advanced: true,
    placeholder: 'http://proxy.example.com:3128',
    label: phrase('watchkeeper.destinations.webhook.proxyLabel', 'Proxy'),
    help: phrase(
      'watchkeeper.destinations.webhook.proxyHelp',
      'One of those that the configuration lists in outbound.proxies.'
    ),
  },
  ...tlsFields(),
];

export const WEBHOOK_FIELDS: readonly FormField[] = [...TARGET, ...LOGIN, ...BODY, ...CONNECTION];
