import type { Alert } from '../alerts/alert';
import type { MessageIntent } from '../notifications/message';
import type { DryRun } from './api';
import { foundByDryRun } from './found_run';
import type { FoundRun } from './found_run';
import type { Monitor } from './monitor';
import type { TriggerResult, Window } from './run';
import { intervalMs } from './schedule';
import { emptyState } from './state';
import type { MonitorState } from './state';
import { stepMonitor } from './step';
import type { StepInput } from './step_input';
import type { Verdict } from './verdict';

/** What a first run of a monitor would do: the same step as of a scheduled one, over a state without alerts. */
export interface RunPreview {
  /** Those that the run would open: pending, active or of an error. */
  alerts: Alert[];
  /** Exactly what would be sent. */
  messages: MessageIntent[];
  /** By trigger what it came to, and of each action what was sent, what was held back, and why. */
  triggers: TriggerResult[];
}

/** One of several runs in a row that all find the same. */
export interface PreviewedRun extends RunPreview {
  /** From 1. */
  number: number;
  window: Window;
  /** All alerts that are open after it. */
  open: readonly Alert[];
}

export interface PreviewOptions {
  /** As messages name it. */
  monitorId?: string;
  /** Of the commit, epoch milliseconds; the window's end unless given. */
  now?: number;
  /** What links in messages begin with. */
  baseUrl?: string;
  /** Those that messages may name. */
  templates?: StepInput['templates'];
  /** Hears what each message is rendered from. */
  hears?: StepInput['hears'];
}

const foundOf = (found: DryRun | FoundRun): FoundRun =>
  'finding' in found ? found : foundByDryRun(found);

const stepOnce = (
  monitor: Monitor,
  { window, finding }: FoundRun,
  state: MonitorState,
  { now = window.end, baseUrl, templates, hears }: PreviewOptions
): { preview: RunPreview; next: MonitorState } => {
  const monitorId = state.monitor_id;
  const { delta, next, triggers } = stepMonitor({
    ...{ monitorId, monitor, state, window, finding, now, baseUrl },
    ...(templates ? { templates } : {}),
    ...(hears ? { hears } : {}),
  });
  return {
    preview: { alerts: delta?.alerts ?? [], messages: delta?.messages ?? [], triggers },
    next: { ...(next ?? state), pending: null },
  };
};

/** Steps a monitor by what was found. Preview = what is sent: nothing here is decided or rendered apart. */
export const previewRun = (
  monitor: Monitor,
  found: DryRun | FoundRun,
  options: PreviewOptions = {}
): RunPreview => {
  const state = emptyState(options.monitorId ?? '', 0);
  return stepOnce(monitor, foundOf(found), state, options).preview;
};

/** Something that happens, such as a document, happens anew: it does not last from run to run. */
const anew = (verdict: Verdict, number: number): Verdict =>
  verdict.kind === 'judged' && verdict.lasting && number > 1
    ? {
        ...verdict,
        groups: verdict.groups.map((group) => ({ ...group, key: `${group.key}#${number}` })),
      }
    : verdict;

const again = ({ finding, ...found }: FoundRun, window: Window, number: number): FoundRun => ({
  ...found,
  window,
  finding:
    finding.kind === 'answer'
      ? { ...finding, verdicts: finding.verdicts.map((verdict) => anew(verdict, number)) }
      : finding,
});

/**
 * Steps a monitor by several runs in a row, one interval apart, that all find the same: what `for`, occurrences and
 * throttles make of it.
 *
 * @param runs how many
 * @throws Error when the schedule's expression or zone is none
 */
export const previewRuns = (
  monitor: Monitor,
  found: DryRun | FoundRun,
  runs: number,
  options: Omit<PreviewOptions, 'now' | 'hears'> = {}
): PreviewedRun[] => {
  const first = foundOf(found);
  const previewed: PreviewedRun[] = [];
  let { window } = first;
  let state = emptyState(options.monitorId ?? '', 0);
  for (let number = 1; number <= runs; number++) {
    const { preview, next } = stepOnce(monitor, again(first, window, number), state, options);
    previewed.push({ ...preview, number, window, open: next.alerts });
    state = next;
    window = { start: window.end, end: window.end + intervalMs(monitor.schedule, window.end) };
  }
  return previewed;
};
