import type { Alert } from '../../../common/alerts/alert';
import type { Monitor } from '../../../common/monitors/monitor';
import type { Window } from '../../../common/monitors/run';
import { intervalMs } from '../../../common/monitors/schedule';
import type { Message } from '../../../common/notifications/message';

/**
 * From the first window that found the alert to the last that confirmed it. The first window's start stands on the
 * message that it sent; where it sent none, it is one interval before its end.
 */
export const alertWindow = (
  { first_seen: first, start_time: start, last_seen: last }: Alert,
  monitor: Monitor,
  messages: readonly Message[]
): Window => {
  const end = first ?? start;
  const sent = messages.find(({ period_end: periodEnd }) => periodEnd === end);
  return {
    start: sent?.period_start ?? end - intervalMs(monitor.schedule, end),
    end: Math.max(end, last),
  };
};
