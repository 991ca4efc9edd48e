import { acknowledge } from '../../common/alerts/acknowledge';
import type { AcknowledgeAllAnswer } from '../../common/alerts/api';
import { messageOf } from '../../common/errors';
import type { MonitorState } from '../../common/monitors/state';
import { actOn } from './alert_actions';
import type { AlertActionsDeps } from './alert_actions';

/** Of the open alerts those that an acknowledgement changes. */
const openIds = ({ alerts }: MonitorState): string[] =>
  alerts.filter(({ state }) => state === 'active' || state === 'no_data').map(({ id }) => id);

/** Acknowledges every alert of each monitor: those that are open when its turn comes. */
export const acknowledgeAll = async (
  { monitors, audit, clock }: Pick<AlertActionsDeps, 'monitors' | 'audit' | 'clock'>,
  monitorIds: readonly string[],
  by: string | undefined
): Promise<AcknowledgeAllAnswer> => {
  const answer: AcknowledgeAllAnswer = { acknowledged: [], failed: [] };
  for (const monitorId of new Set(monitorIds)) {
    try {
      const decision = await monitors.changeState(monitorId, (state, incidents) =>
        acknowledge(state, openIds(state), by, clock.now(), incidents)
      );
      answer.acknowledged.push(
        ...decision.acknowledged.map((id) => ({ id, monitor_id: monitorId }))
      );
      const changed = decision.delta?.alerts ?? [];
      await audit.record(changed.map((alert) => actOn('alert.acknowledged', alert, by, {})));
    } catch (error) {
      answer.failed.push({ monitor_id: monitorId, reason: messageOf(error) });
    }
  }
  return answer;
};
