import { z } from 'zod';
import type { FieldProblem } from '../../errors';
import { phrase } from '../../phrase';
import { postableAlerts } from './alertmanager_alerts';
import { describeKind } from './describe_kind';
import { keySchema } from './account';
import { baseOf } from './chat/shared_fields';
import { headerValueSchema, originOf, urlSchema } from './fields';
import type { MessageContent } from './message_content';

const DAY_MINUTES = 1440;

const settings = {
  urls: z
    .array(urlSchema, { error: 'At least one URL is required.' })
    .min(1, 'At least one URL is required.')
    .max(10, 'At most 10 URLs.'),
  /** With `password`: basic authentication. */
  user: headerValueSchema.refine((text) => !text.includes(':'), 'A user has no colon.').optional(),
  /** Alertmanager ends what it does not hear of again. */
  keep_minutes: z
    .number({ error: 'This is a number of minutes.' })
    .int('This is a whole number of minutes.')
    .min(1)
    .max(30 * DAY_MINUTES)
    .default(DAY_MINUTES),
};

interface Settings {
  urls: string[];
  user?: string;
  keep_minutes: number;
}

/** `https://one:9093/api/v2/alerts` and the others, each once. */
export const alertmanagerUrls = ({ urls }: Settings): string[] => [
  ...new Set(urls.map((url) => `${baseOf(url, url)}/api/v2/alerts`)),
];

/** The body as it goes out at an instant: how long an alert is held counts from there. */
export const alertmanagerBody = (to: Settings, content: MessageContent, now: number) => {
  const { alerts, notes } = postableAlerts(content, now, to.keep_minutes);
  return { body: JSON.stringify(alerts), content_type: 'application/json', notes };
};

const problems = (
  { user }: Settings,
  secrets: { password?: string; token?: string } | undefined
): FieldProblem[] => {
  if (!secrets) return [];
  const found: FieldProblem[] = [];
  if (user !== undefined && secrets.password === undefined) {
    found.push({ field: 'secrets.password', message: 'A user needs a password.' });
  }
  if (user === undefined && secrets.password !== undefined) {
    found.push({ field: 'user', message: 'A password needs a user.' });
  }
  if (user !== undefined && secrets.token !== undefined) {
    const message = 'Give either a user with a password or a token.';
    found.push({ field: 'secrets.token', message });
  }
  return found;
};

/** Prometheus' Alertmanager, API v2 (https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml). */
export const alertmanager = describeKind(
  'alertmanager',
  {
    settings,
    secrets: {
      password: z.string().min(1, 'The password is empty.').optional(),
      token: keySchema('The token').optional(),
    },
  },
  {
    label: phrase('watchkeeper.destinations.alertmanager.label', 'Alertmanager'),
    description: phrase(
      'watchkeeper.destinations.alertmanager.description',
      'Forwards alerts to Alertmanager, which routes, groups and silences them.'
    ),
    icon: 'logoPrometheus',
    fields: [
      {
        name: 'urls',
        control: { kind: 'list' },
        label: phrase('watchkeeper.destinations.alertmanager.urlsLabel', 'URLs'),
        help: phrase(
          'watchkeeper.destinations.alertmanager.urlsHelp',
          'One a line, all instances of a cluster: each gets every alert, as from Prometheus. A message is sent once one of them has taken it.'
        ),
        placeholder: 'https://alertmanager.example.com:9093',
      },
      {
        name: 'keep_minutes',
        control: { kind: 'number', min: 1, max: 30 * DAY_MINUTES },
        initial: DAY_MINUTES,
        label: phrase('watchkeeper.destinations.alertmanager.keepLabel', 'Hold alerts (minutes)'),
        help: phrase(
          'watchkeeper.destinations.alertmanager.keepHelp',
          'Alertmanager ends an alert when it has not heard of it for so long. More than the longest throttling of the actions that use this destination.'
        ),
      },
      {
        name: 'user',
        control: { kind: 'text' },
        advanced: true,
        label: phrase('watchkeeper.destinations.basic.userLabel', 'User'),
      },
      {
        name: 'secrets.password',
        control: { kind: 'secret' },
        advanced: true,
        label: phrase('watchkeeper.destinations.basic.passwordLabel', 'Password'),
      },
      {
        name: 'secrets.token',
        control: { kind: 'secret' },
        advanced: true,
        label: phrase('watchkeeper.destinations.bearer.tokenLabel', 'Bearer token'),
        help: phrase('watchkeeper.destinations.bearer.tokenHelp', 'Instead of user and password.'),
      },
    ],
    origin: ({ urls }) => [...new Set(urls.map(originOf))].sort().join(', '),
    summary: ({ urls }) => (urls.length === 1 ? 'API v2' : `API v2, ${urls.length} ×`),
    problems,
    render: (to, content) =>
      alertmanagerBody(to, content, content.created_at ?? content.period_end ?? 0),
    follows: true,
  }
);
