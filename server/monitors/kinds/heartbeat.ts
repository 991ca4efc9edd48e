import { parseLossless } from '../../../common/json/lossless';
import type { HeartbeatFacts } from '../../../common/monitors/heartbeat/pings';
import { heartbeatResult } from '../../../common/monitors/heartbeat/result';
import { heartbeatStanding } from '../../../common/monitors/heartbeat/standing';
import type { HeartbeatMonitor } from '../../../common/monitors/monitor';
import type { Inquiry, PrepareOptions, Prepared } from './prepared';
import { ScriptedTrigger } from './scripted_trigger';

const NEVER: HeartbeatFacts = { pings: [] };

/** Pings of somebody else, and conditions over what they say at the end of the period. */
export const prepareHeartbeat = (monitor: HeartbeatMonitor, { id }: PrepareOptions): Prepared => {
  const [input] = monitor.inputs;
  const triggers = monitor.triggers.map(
    ({ query_level_trigger: trigger }) => new ScriptedTrigger(id, monitor, trigger)
  );
  return {
    async judge(inquiry: Inquiry) {
      const { heartbeats, window, alerts } = inquiry;
      const facts = (id === '' ? undefined : await heartbeats?.read(id)) ?? NEVER;
      // What has been told of does not end because Watchkeeper starts.
      const since = alerts.length === 0 ? heartbeats?.listeningSince : undefined;
      const standing = heartbeatStanding({
        input,
        // In an editor it is asked as if it ran.
        enabled: true,
        enabledAt: monitor.enabled_time ?? 0,
        facts,
        now: window.end,
        ...(since === undefined ? {} : { listeningSince: since }),
      });
      // Through its text: conditions know numbers as the cluster writes them.
      const results = [parseLossless(JSON.stringify(heartbeatResult(standing, facts)))];
      const verdicts = await Promise.all(
        triggers.map((trigger) => trigger.judge(inquiry, results, standing.neverCame))
      );
      return { finding: { kind: 'answer', results, verdicts } };
    },
  };
};
