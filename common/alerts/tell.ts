import { builtInText, factsOf } from '../notifications/facts/facts_of';
import type { FactsOptions, Telling } from '../notifications/facts/facts_of';
import type { BuiltInText } from '../notifications/built_in_texts';
import type { MessageFacts } from '../notifications/message_facts';
import type { Action } from '../monitors/action';
import type { Window } from '../monitors/run';
import type { Alert } from './alert';
import type { Draft } from './draft';

/** Who sends it, and where to. */
export type Teller = Pick<Action, 'id' | 'name' | 'destination_id'>;

export interface Wording {
  text: BuiltInText;
  facts: MessageFacts;
}

/** Without a run, the time in which the alert was seen. */
const seenIn = ({ first_seen: first, start_time: start, last_seen: last }: Alert): Window => ({
  start: Math.min(first ?? start, last),
  end: last,
});

/**
 * Hands a message to the outbox of this commit.
 *
 * @param alerts all of one trigger; at least one
 * @returns its id
 */
export const queueMessage = (
  draft: Draft,
  alerts: readonly Alert[],
  { id, name, destination_id: destinationId }: Teller,
  { text, facts }: Wording,
  { start, end }: Window = seenIn(alerts[0])
): string => {
  const [about] = alerts;
  return draft.send({
    monitor_id: about.monitor_id,
    monitor_name: about.monitor_name,
    trigger_id: about.trigger_id,
    trigger_name: about.trigger_name,
    action_id: id,
    action_name: name,
    destination_id: destinationId,
    alert_ids: alerts.map((alert) => alert.id),
    severity: about.severity,
    ...text,
    facts,
    period_start: start,
    period_end: end,
  });
};

/** Tells of alerts in words of ours. */
export const tell = (
  draft: Draft,
  telling: Telling,
  teller: Teller,
  options: FactsOptions & { window?: Window }
): string => {
  const facts = factsOf(telling, options);
  const text = builtInText(telling, facts);
  return queueMessage(draft, telling.alerts, teller, { text, facts }, options.window);
};
