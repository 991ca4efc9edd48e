import { actionKey, alertKey } from '../notifications/facts/dedup_key';
import type { FactsOptions, Telling } from '../notifications/facts/facts_of';
import type { MessageEvent } from '../notifications/message_facts';
import type { Monitor } from '../monitors/monitor';
import { triggersOf } from '../monitors/monitor';
import { idsOfThrottleKey, throttleKey } from '../monitors/throttle';
import type { ActionRecord, Alert } from './alert';
import type { Draft } from './draft';
import { tell } from './tell';

/**
 * What destinations that keep an incident hear beside what actions send: that somebody has seen it, and that it is over,
 * also where no action says so (any more). Only those that were told of an alert before hear of it.
 */

/** Whether a destination keeps an incident. */
export type Follows = (destinationId: string) => boolean;

export interface IncidentOptions extends FactsOptions {
  follows?: Follows;
  /** For the names of actions; without it they are named by their ids. */
  monitor?: Monitor;
  /** Who did it, when a person did, and what they said to it. */
  by?: string;
  comment?: string;
}

/** What an alert's last message says, by what it was about. */
const endOf = ({ failures, no_data: noData }: Alert): MessageEvent => {
  if (failures !== undefined) return 'error_over';
  return noData ? 'data_again' : 'resolved';
};

const DELETED = 'Its monitor or trigger was deleted.';

const reasonOf = ({ state }: Alert): { reason?: string } =>
  state === 'deleted' ? { reason: DELETED } : {};

const isOpen = ({ state }: Alert): boolean => state !== 'pending';

/** Tells destinations that keep incidents, of one commit. */
class Incidents {
  private readonly names: ReadonlyMap<string, string>;

  constructor(
    private readonly draft: Draft,
    private readonly follows: Follows,
    private readonly options: IncidentOptions
  ) {
    const { monitor } = options;
    this.names = new Map(
      (monitor ? triggersOf(monitor) : []).flatMap((trigger) =>
        trigger.actions.map((action) => [throttleKey(trigger, action), action.name] as const)
      )
    );
  }

  /** Of one alert, those that were told of it alone. */
  ofAlert(alert: Alert, event: MessageEvent): void {
    for (const record of alert.action_execution_results ?? []) {
      if (record.whole) continue;
      this.toAll(record, { ...this.said(), ...reasonOf(alert), event, alerts: [alert] }, () =>
        alertKey(alert)
      );
    }
  }

  /** Of all alerts of an action together. */
  ofWhole(key: string, record: ActionRecord, telling: Telling): void {
    const { triggerId, actionId } = idsOfThrottleKey(key);
    const [{ monitor_id: monitorId }] = telling.alerts;
    this.toAll(record, { ...this.said(), ...telling, wholeOf: { actionId } }, () =>
      actionKey(monitorId, triggerId, actionId)
    );
  }

  private said(): Pick<Telling, 'by' | 'comment'> {
    const { by, comment } = this.options;
    return { ...(by ? { by } : {}), ...(comment ? { comment } : {}) };
  }

  private toAll(record: ActionRecord, telling: Telling, keyOf: () => string): void {
    const { action_id: id, told = [] } = record;
    const trigger = { id: telling.alerts[0].trigger_id };
    const name = this.names.get(throttleKey(trigger, { id })) ?? id;
    for (const destinationId of told) {
      if (!this.follows(destinationId)) continue;
      if (this.draft.tells(destinationId, keyOf(), telling.event)) continue;
      tell(this.draft, telling, { id, name, destination_id: destinationId }, this.options);
    }
  }
}

export const openAlertsOf = (draft: Draft, triggerId: string): Alert[] => {
  const noData = draft.noData(triggerId);
  return [...draft.groupsOf(triggerId), ...(noData ? [noData] : [])].filter(isOpen);
};

/** What was told of all alerts of an action together. An action that tells of each can have such a throttle, too. */
const isToldWhole = ([, { told = [], whole = false }]: readonly [string, ActionRecord]): boolean =>
  whole && told.length > 0;

const wholesOf = (draft: Draft): Array<[string, ActionRecord]> =>
  Object.entries(draft.throttles).filter(isToldWhole);

const withoutTold = ({ told: _told, ...record }: ActionRecord): ActionRecord => record;

/** Over with the last open alert of the trigger. */
const closeWholes = (
  draft: Draft,
  incidents: Incidents | undefined,
  ended: readonly Alert[]
): void => {
  for (const [key, record] of wholesOf(draft)) {
    const { triggerId } = idsOfThrottleKey(key);
    if (openAlertsOf(draft, triggerId).length > 0) continue;
    const alerts = ended.filter(
      (alert) => alert.trigger_id === triggerId && alert.failures === undefined
    );
    if (alerts.length === 0) continue;
    const event = alerts.every(({ no_data: noData }) => noData) ? 'data_again' : 'resolved';
    incidents?.ofWhole(key, record, { event, alerts, ...reasonOf(alerts[0]) });
    draft.keep({ throttles: { ...draft.throttles, [key]: withoutTold(record) } });
  }
};

/** Closes the incidents of alerts that end in this commit, where no action has said so. */
export const closeIncidents = (draft: Draft, options: IncidentOptions): void => {
  const { follows } = options;
  const ended = draft.ended();
  if (ended.length === 0) return;
  const incidents = follows && new Incidents(draft, follows, options);
  if (incidents) for (const alert of ended) incidents.ofAlert(alert, endOf(alert));
  closeWholes(draft, incidents, ended);
};

/** Closes incidents whose action is gone while alerts of its trigger are still open. */
export const closeDropped = (
  draft: Draft,
  dropped: ReadonlyArray<[string, ActionRecord]>,
  options: IncidentOptions
): void => {
  const { follows } = options;
  if (!follows) return;
  const incidents = new Incidents(draft, follows, options);
  for (const [key, record] of dropped.filter(isToldWhole)) {
    const { triggerId } = idsOfThrottleKey(key);
    const alerts = draft.all().filter((alert) => alert.trigger_id === triggerId && isOpen(alert));
    if (alerts.length === 0) continue;
    incidents.ofWhole(key, record, { event: 'resolved', alerts, reason: 'Its action is gone.' });
  }
};

/** Somebody has acknowledged alerts, or has taken that back: one incident a trigger follows all of its alerts. */
export const tellOfAcknowledgement = (
  draft: Draft,
  alerts: readonly Alert[],
  event: 'acknowledged' | 'firing',
  options: IncidentOptions
): void => {
  const { follows } = options;
  if (!follows) return;
  const incidents = new Incidents(draft, follows, options);
  for (const alert of alerts) incidents.ofAlert(alert, event);
  const triggers = new Set(alerts.map(({ trigger_id: id }) => id));
  for (const [key, record] of wholesOf(draft)) {
    const { triggerId } = idsOfThrottleKey(key);
    if (!triggers.has(triggerId)) continue;
    const open = openAlertsOf(draft, triggerId);
    // One that nobody has seen keeps the whole from being seen.
    const seen = open.every(({ state }) => state === 'acknowledged');
    if (open.length === 0 || (event === 'acknowledged' && !seen)) continue;
    incidents.ofWhole(key, record, { event, alerts: open });
  }
};
