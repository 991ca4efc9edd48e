import { z } from 'zod';
import { phrase } from '../../phrase';
import type { FormField } from './form_field';

const count = (what: string) =>
  z.number({ error: `${what} is a number.` }).int(`${what} is a whole number.`);

/** How messages go out to a destination, whatever its kind. */
export const DELIVERY_SETTINGS = {
  /** Messages are held back, with that reason; only the end of an incident that it was told of goes out. */
  muted: z.boolean().optional(),
  /** At most so many messages in so many seconds, instead of what the kind takes. */
  rate_limit: z
    .strictObject({
      messages: count('The number of messages').min(1).max(100_000),
      per_seconds: count('The number of seconds').min(1).max(86_400),
    })
    .optional(),
  /** How long a message is tried, instead of `delivery.time_limit_minutes` of the configuration. */
  time_limit_minutes: count('The time limit').min(1).max(43_200).optional(),
};

export const DELIVERY_FIELDS: readonly FormField[] = [
  {
    name: 'rate_limit',
    advanced: true,
    control: { kind: 'rate' },
    label: phrase('watchkeeper.destinations.delivery.rateLabel', 'Rate limit'),
    help: phrase(
      'watchkeeper.destinations.delivery.rateHelp',
      'At most so many messages in so many seconds. What goes beyond it waits, and where the receiver is a chat it goes out as one message. Empty: what this kind of receiver takes.'
    ),
  },
  {
    name: 'time_limit_minutes',
    advanced: true,
    control: { kind: 'number', min: 1, max: 43_200 },
    label: phrase('watchkeeper.destinations.delivery.timeLimitLabel', 'Time limit (minutes)'),
    help: phrase(
      'watchkeeper.destinations.delivery.timeLimitHelp',
      'How long a message is tried before it is given up. Empty: as the configuration says, two days unless changed.'
    ),
  },
  {
    name: 'muted',
    advanced: true,
    control: { kind: 'switch' },
    label: phrase('watchkeeper.destinations.delivery.mutedLabel', 'Muted'),
    help: phrase(
      'watchkeeper.destinations.delivery.mutedHelp',
      'Its messages are held back, and listed as that. Only the end of an incident that it was told of before still goes out, so that none stays open there.'
    ),
  },
];
