import { z } from 'zod';
import type { MonitorState } from '../../common/monitors/state';

const row = z.looseObject({
  monitor_id: z.string(),
  window: z.looseObject({ start: z.number(), end: z.number() }),
});

/** What the engine relies on in a stored state. More than that is kept as it is. */
const schema = z.looseObject({
  monitor_id: z.string(),
  partition: z.int().min(0),
  rev: z.int().min(0),
  window_end: z.number(),
  last_run: row.optional(),
  unlogged_runs: z.array(row).optional(),
  alerts: z.array(
    z.looseObject({ id: z.string(), trigger_id: z.string(), state: z.string(), rev: z.number() })
  ),
  pending: z
    .discriminatedUnion('kind', [
      z.looseObject({
        kind: z.literal('inline'),
        delta: z.looseObject({
          rev: z.number(),
          at: z.number(),
          alerts: z.array(z.looseObject({ id: z.string() })),
          events: z.array(z.looseObject({ id: z.string() })),
          messages: z.array(z.looseObject({ id: z.string() })),
        }),
      }),
      z.looseObject({
        kind: z.literal('chunked'),
        rev: z.number(),
        at: z.number(),
        nonce: z.string(),
        chunks: z.int().min(0),
      }),
    ])
    .nullable(),
  ended: z.number().optional(),
});

/** Reads a stored state; why it cannot be read, when it cannot. */
export const readStoredState = (
  source: unknown
): { kind: 'state'; state: MonitorState } | { kind: 'unreadable'; reason: string } => {
  const result = schema.safeParse(source);
  if (result.success) return { kind: 'state', state: source as MonitorState };
  const [{ path, message }] = result.error.issues;
  return { kind: 'unreadable', reason: `${path.map(String).join('.') || 'state'}: ${message}` };
};
