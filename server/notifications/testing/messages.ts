import type { Message } from '../../../common/notifications/message';

/** A message as it enters the outbox; subject and text are its id. */
export const messageOf = (
  id: string,
  destinationId: string,
  createdAt: number,
  changes: Partial<Message> & { key?: string } = {}
): Message => {
  const { key, ...more } = changes;
  return {
    ...{ id, monitor_id: 'm', monitor_name: 'Shop', trigger_id: 't', trigger_name: 'Errors' },
    ...{ action_id: 'a', action_name: 'Tell', destination_id: destinationId, alert_ids: [id] },
    ...{ severity: '2', subject: `<${id}>`, message: `text of ${id}` },
    ...{ period_start: 0, period_end: 1, created_at: createdAt, rev: 1, partition: 0 },
    ...{ status: 'pending', attempts: [], next_attempt_at: createdAt },
    ...(key === undefined
      ? {}
      : {
          facts: {
            ...{ event: 'firing', dedup_key: key, own_text: true, severity: '2' },
            ...{ alerts: [], alert_count: 0 },
          },
        }),
    ...more,
  };
};
