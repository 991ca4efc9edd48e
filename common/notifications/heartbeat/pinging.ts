import type { MessageIntent, MessageStatus } from '../message';

/** A destination that is pinged while Watchkeeper works. */
export interface Pinged {
  id: string;
  name: string;
  interval_seconds: number;
}

/** Which of its intervals an instant lies in, counted from the epoch: the same on every instance. */
export const tickOf = ({ interval_seconds: seconds }: Pinged, now: number): number =>
  Math.floor(now / (seconds * 1000));

/** The message of a tick. Everything in it follows from destination and tick, so that it is made once, whoever makes it. */
export const pingOf = ({ id, interval_seconds: seconds }: Pinged, tick: number): MessageIntent => {
  const start = tick * seconds * 1000;
  return {
    id: `hb.${id}.${tick}`,
    ...{ monitor_id: '', monitor_name: 'Watchkeeper', trigger_id: '', trigger_name: 'Heartbeat' },
    ...{ action_id: '', action_name: 'Ping', destination_id: id, alert_ids: [], severity: '5' },
    subject: 'Watchkeeper works',
    message: 'Monitors run in time, the cluster answers, and messages go out.',
    facts: {
      ...{ event: 'heartbeat', dedup_key: 'watchkeeper-heartbeat', own_text: false },
      ...{ says_event: true, severity: '5', alerts: [], alert_count: 0 },
    },
    ...{ period_start: start, period_end: start + seconds * 1000, created_at: start, rev: 0 },
  };
};

export interface PipelineFacts {
  /** Why not every monitor runs in time. */
  scheduler?: string;
  /** What became of the ping before. */
  former?: MessageStatus;
}

/** Why no ping goes; undefined where one does. */
export const whyNoPing = ({ scheduler, former }: PipelineFacts): string | undefined => {
  if (scheduler !== undefined) return scheduler;
  return former === 'pending' || former === 'sending'
    ? 'The ping before it still waits in the outbox.'
    : undefined;
};

/** As the problems of an instance name what concerns the pings of a destination. */
export const aboutPings = (destinationId: string): string => `heartbeat:${destinationId}`;
