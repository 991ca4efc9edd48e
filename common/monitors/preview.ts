import type { Alert } from '../alerts/alert';
import { parseLossless } from '../json/lossless';
import type { MessageIntent } from '../notifications/message';
import type { DryGroup, DryRun, DryVerdict } from './api';
import type { Monitor } from './monitor';
import type { TriggerResult } from './run';
import { emptyState } from './state';
import { stepMonitor } from './step';
import type { Outcome } from './step_input';
import type { GroupContent, GroupVerdict, Verdict } from './verdict';

/** What a first run of a monitor would do: the same step as of a scheduled one, over a state without alerts. */
export interface RunPreview {
  /** Those that the run would open: pending, active or of an error. */
  alerts: Alert[];
  /** Exactly what would be sent. */
  messages: MessageIntent[];
  /** By trigger what it came to, and of each action what was sent, what was held back, and why. */
  triggers: TriggerResult[];
}

const groupOf = ({ content, ...group }: DryGroup): GroupVerdict =>
  content === undefined
    ? group
    : // What the dry run made of a GroupContent.
      { ...group, content: parseLossless(content) as unknown as GroupContent };

const verdictOf = (verdict: DryVerdict): Verdict => {
  if (verdict.kind === 'problem') return verdict;
  return { ...verdict, groups: verdict.groups.map(groupOf) };
};

const outcomeOf = ({ problem, results, verdicts }: DryRun): Outcome => {
  if (problem) return { kind: 'problem', problem };
  const parsed = parseLossless(results);
  return {
    kind: 'answer',
    results: Array.isArray(parsed) ? parsed : [parsed],
    verdicts: verdicts.map(verdictOf),
  };
};

/**
 * Steps a monitor by what a dry run found. Preview = what is sent: nothing here is decided or rendered apart.
 *
 * @param options `monitorId` as messages name it; `now` of the commit, epoch milliseconds, the window's end unless
 *   given; `baseUrl` what links in messages begin with
 */
export const previewRun = (
  monitor: Monitor,
  dryRun: DryRun,
  {
    monitorId = '',
    now = dryRun.window.end,
    baseUrl,
  }: { monitorId?: string; now?: number; baseUrl?: string } = {}
): RunPreview => {
  const { delta, triggers } = stepMonitor({
    monitorId,
    monitor,
    state: emptyState(monitorId, 0),
    window: dryRun.window,
    finding: outcomeOf(dryRun),
    now,
    baseUrl,
  });
  return { alerts: delta?.alerts ?? [], messages: delta?.messages ?? [], triggers };
};
