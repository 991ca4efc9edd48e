import { composeMessage } from './compose/compose_message';
import type { Message } from './message';
import type { MessageEvent, MessageFacts } from './message_facts';

/** The gravest first: what sets the tone of a message that tells of several. */
const GRAVITY: readonly MessageEvent[] = [
  ...(['firing', 'no_data', 'error', 'acknowledged'] as const),
  ...(['resolved', 'data_again', 'error_over', 'heartbeat', 'test'] as const),
];
/** Of each subject, in characters. */
const LONGEST_LINE = 200;

const eventOf = ({ facts }: Message): MessageEvent => facts?.event ?? 'firing';

const byGravity = (a: Message, b: Message): number =>
  GRAVITY.indexOf(eventOf(a)) - GRAVITY.indexOf(eventOf(b)) ||
  a.severity.localeCompare(b.severity) ||
  a.created_at - b.created_at;

const titleOf = (message: Message): string => {
  const { title } = composeMessage(message);
  return title.length > LONGEST_LINE ? `${title.slice(0, LONGEST_LINE - 1)}…` : title;
};

/** One that is over looks like it among those that are not. */
const lineOf = (message: Message): string =>
  `- ${composeMessage(message).symbol} ${titleOf(message)}`;

/** What all of them have, or nothing. */
const shared = <T>(values: readonly T[]): T | undefined =>
  new Set(values).size === 1 ? values[0] : undefined;

const factsOf = (id: string, messages: readonly Message[], worst: Message): MessageFacts => {
  const url = shared(messages.map(({ facts }) => facts?.url));
  const runbook = shared(messages.map(({ facts }) => facts?.runbook_url));
  return {
    event: eventOf(worst),
    dedup_key: id,
    own_text: true,
    says_event: true,
    severity: worst.severity,
    alerts: [],
    alert_count: 0,
    ...(url === undefined ? {} : { url }),
    ...(runbook === undefined ? {} : { runbook_url: runbook }),
  };
};

/**
 * Several messages as one: a line for the subject of each, the gravest first, in the tone of the worst.
 *
 * @param id of the message, which is also its idempotency key: at most 64 characters of `[a-z0-9-]`
 */
export const digestOf = (id: string, messages: readonly [Message, ...Message[]]): Message => {
  const sorted = [...messages].sort(byGravity);
  const [worst = messages[0]] = sorted;
  const monitors = new Set(messages.map(({ monitor_id: monitor }) => monitor)).size;
  return {
    ...worst,
    id,
    subject: `${messages.length} messages: ${titleOf(worst)}`,
    message: sorted.map(lineOf).join('\n'),
    ...(monitors > 1 ? { monitor_name: `${monitors} monitors` } : {}),
    alert_ids: [...new Set(messages.flatMap(({ alert_ids: ids }) => ids))],
    period_start: Math.min(...messages.map(({ period_start: start }) => start)),
    period_end: Math.max(...messages.map(({ period_end: end }) => end)),
    facts: factsOf(id, messages, worst),
  };
};
