import { z } from 'zod';
import { phrase } from '../../phrase';
import { describeKind } from './describe_kind';
import { originOf, urlSchema } from './fields';
import type { MessageContent } from './message_content';

export const HEARTBEAT_METHODS = ['POST', 'GET'] as const;

/** Seconds; as many services take no shorter ones, and each ping is a message that is kept. */
export const SHORTEST_HEARTBEAT = 10;
export const DEFAULT_HEARTBEAT = 60;

const SECONDS = 'The interval is a whole number of seconds.';

const settings = {
  /** Seconds between two pings. */
  interval_seconds: z
    .number({ error: SECONDS })
    .int(SECONDS)
    .min(SHORTEST_HEARTBEAT, `The interval is at least ${SHORTEST_HEARTBEAT} seconds.`)
    .max(86_400, 'The interval is at most a day.')
    .default(DEFAULT_HEARTBEAT),
  method: z.enum(HEARTBEAT_METHODS).default('POST'),
};

const bodyOf = ({ subject, message }: MessageContent): string =>
  [subject.trim(), message].filter((text) => text !== '').join('\n');

/** What says that Watchkeeper works. To tell such a service that all is over would keep it from noticing. */
const PINGS: ReadonlySet<string> = new Set(['heartbeat', 'firing', 'test']);

/**
 * Services that miss pings: Dead Man's Snitch (https://deadmanssnitch.com/docs), healthchecks.io
 * (https://healthchecks.io/docs/http_api/), a heartbeat of another Watchkeeper. Any request to the URL is a ping, and
 * any success is an answer.
 */
export const heartbeat = describeKind(
  'heartbeat',
  { settings, secrets: { url: urlSchema } },
  {
    label: phrase('watchkeeper.destinations.heartbeat.label', 'Heartbeat'),
    description: phrase(
      'watchkeeper.destinations.heartbeat.description',
      'Pings a service such as Dead Man’s Snitch or healthchecks.io while Watchkeeper works, so that somebody hears of it when it does not.'
    ),
    icon: 'heartbeatApp',
    fields: [
      {
        name: 'secrets.url',
        control: { kind: 'secret_url' },
        label: phrase('watchkeeper.destinations.heartbeat.urlLabel', 'Ping URL'),
        help: phrase(
          'watchkeeper.destinations.heartbeat.urlHelp',
          'As the service shows it. Whoever has it can ping, so it is stored encrypted and never shown again.'
        ),
        placeholder: 'https://nosnch.in/…',
      },
      {
        name: 'interval_seconds',
        control: { kind: 'number', min: SHORTEST_HEARTBEAT, max: 86_400 },
        initial: DEFAULT_HEARTBEAT,
        label: phrase('watchkeeper.destinations.heartbeat.intervalLabel', 'Every (seconds)'),
        help: phrase(
          'watchkeeper.destinations.heartbeat.intervalHelp',
          'A ping goes only while monitors run in time, the cluster answers and messages go out. Let the service wait for more than one interval.'
        ),
      },
      {
        name: 'method',
        control: {
          kind: 'choice',
          options: HEARTBEAT_METHODS.map((value) => ({ value, text: value })),
        },
        initial: 'POST',
        label: phrase('watchkeeper.destinations.heartbeat.methodLabel', 'Method'),
      },
    ],
    origin: (_settings, secrets) => secrets && originOf(secrets.url),
    summary: ({ interval_seconds: seconds }) => `${seconds} s`,
    render: ({ method }, content) =>
      method === 'GET'
        ? { notes: [] }
        : { body: bodyOf(content), content_type: 'text/plain; charset=utf-8', notes: [] },
    request: ({ method }, { url }) => ({ url, method }),
    passesOver: ({ interval_seconds: seconds }, { facts, created_at: made }, now) => {
      const event = facts?.event ?? 'firing';
      if (!PINGS.has(event)) return 'Such a message is no ping: only those of firing alerts are.';
      return event === 'heartbeat' && now >= made + seconds * 1000
        ? `Outdated: it did not go out within its ${seconds} s.`
        : undefined;
    },
  }
);
