import { z } from 'zod';
import type { Monitor } from '../../../common/monitors/monitor';
import { readDefinition } from './definition/definition_text';

/** What was being written when its page was closed, reloaded or thrown out. It holds no secrets: those are of destinations. */
export interface KeptDraft {
  /** When it was written, epoch milliseconds. */
  at: number;
  /** Of the saved monitor that it changes; absent for a new one. */
  version?: string;
  /** Who wrote it, where users are known. */
  user?: string;
  monitor: Monitor;
}

const keptSchema = z.object({
  at: z.number(),
  version: z.string().optional(),
  user: z.string().optional(),
  monitor: z.string(),
});

/** Nobody remembers an older one. */
const DAYS_KEPT = 7;
const DAY = 86_400_000;

const keyOf = (monitorId: string): string => `watchkeeper.draft.${monitorId || 'new'}`;

/** A browser may refuse to store anything. */
const attempt = <T>(act: () => T): T | undefined => {
  try {
    return act();
  } catch {
    return undefined;
  }
};

export const dropDraft = (monitorId: string): void =>
  void attempt(() => localStorage.removeItem(keyOf(monitorId)));

export const keepDraft = (monitorId: string, { monitor, ...rest }: KeptDraft): void =>
  void attempt(() =>
    localStorage.setItem(
      keyOf(monitorId),
      JSON.stringify({ ...rest, monitor: JSON.stringify(monitor) })
    )
  );

const parsed = (text: string, before: Monitor): KeptDraft | undefined => {
  const result = keptSchema.safeParse(attempt(() => JSON.parse(text) as unknown));
  if (!result.success) return undefined;
  const { monitor } = readDefinition(result.data.monitor, before, undefined);
  return monitor ? { ...result.data, monitor } : undefined;
};

/**
 * What is kept of a monitor, if it is young and says something else than what is there.
 *
 * @param monitorId empty for a new monitor
 * @param before what the editor holds
 */
export const keptDraft = (
  monitorId: string,
  before: Monitor,
  now: number
): KeptDraft | undefined => {
  const text = attempt(() => localStorage.getItem(keyOf(monitorId)));
  if (!text) return undefined;
  const kept = parsed(text, before);
  const isOfType = monitorId === '' || kept?.monitor.monitor_type === before.monitor_type;
  if (!kept || !isOfType || now - kept.at > DAYS_KEPT * DAY) {
    dropDraft(monitorId);
    return undefined;
  }
  return JSON.stringify(kept.monitor) === JSON.stringify(before) ? undefined : kept;
};
