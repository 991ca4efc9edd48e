import { problemsOfMonitor } from '../monitors/check_monitor';
import { parseCondition } from '../monitors/conditions/condition';
import { isSearchMonitor, wrappedTriggersOf } from '../monitors/monitor';
import type { Monitor, QueryLevelTrigger } from '../monitors/monitor';
import { coverageWarnings } from '../monitors/query';
import { longestIntervalMs } from '../monitors/schedule';
import { kindOf, unwrap } from '../monitors/trigger';
import type { Warnings } from './warning';

/** The neighbour stops counting here, and no search of its editors says otherwise. */
const COUNTED = 10_000;

const COUNT = /hits\.total\.value\s*(?:[<>]=?|[!=]==?)\s*(\d+)/g;

const countWarnings = (monitor: Monitor, source: string, field: string, warnings: Warnings) => {
  if (!isSearchMonitor(monitor)) return;
  if (monitor.inputs[0].search.query.includes('track_total_hits')) return;
  const most = Math.max(0, ...[...source.matchAll(COUNT)].map(([, count]) => Number(count)));
  if (most < COUNTED) return;
  const message = `There the count stops at ${COUNTED}, so that this could not be told. Here counts are true: it can fire now.`;
  warnings.tell(field, message);
};

const scriptWarnings = (
  monitor: Monitor,
  { condition: { script } }: QueryLevelTrigger,
  trigger: string,
  warnings: Warnings
): void => {
  const field = `${trigger}.condition.script.source`;
  countWarnings(monitor, script.source, field, warnings);
  const parsed = parseCondition(script.source);
  if (parsed.kind === 'unknown') {
    const message = `The interpreter does not know this (${parsed.reason}): the cluster evaluates it, which it does for a limited number of conditions only.`;
    warnings.tell(field, message);
  }
  if (script.source.includes('ctx.error')) warnings.tell(field, ERRORS);
};

const ERRORS =
  'It looks at ctx.error: there an error counts as the condition being true. Here an error is an alert of its own, told of by the policy for errors.';

const messageWarnings = (monitor: Monitor, warnings: Warnings): void => {
  wrappedTriggersOf(monitor).forEach((wrapped, i) =>
    unwrap(wrapped).actions.forEach(({ message_template: template }, j) => {
      const field = `triggers.${i}.${kindOf(wrapped)}.actions.${j}.message_template.source`;
      if (template?.source.includes('ctx.error')) warnings.tell(field, ERRORS);
    })
  );
};

const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;

const windowWarnings = (monitor: Monitor, now: number, warnings: Warnings): void => {
  if (!isSearchMonitor(monitor)) return;
  const interval = longestIntervalMs(monitor.schedule, now);
  for (const warning of coverageWarnings(monitor.inputs[0].search.query, interval)) {
    warnings.tell(
      'inputs.0.search.query',
      warning.kind === 'holes'
        ? `It looks back ${seconds(warning.look_back_ms)} but runs every ${seconds(warning.interval_ms)}: what falls between is never seen. Use {{period_start}} instead.`
        : 'It names no period: every run counts all documents again.'
    );
  }
};

/** Says what cannot run as it stands, there or here, and what is different here. */
export const addMonitorWarnings = (monitor: Monitor, warnings: Warnings, now: number): void => {
  for (const { field, message } of problemsOfMonitor(monitor)) {
    warnings.stop(field, `As it stands it cannot run: ${message}`);
  }
  wrappedTriggersOf(monitor).forEach((wrapped, i) => {
    if (!('query_level_trigger' in wrapped)) return;
    scriptWarnings(
      monitor,
      wrapped.query_level_trigger,
      `triggers.${i}.query_level_trigger`,
      warnings
    );
  });
  messageWarnings(monitor, warnings);
  windowWarnings(monitor, now, warnings);
};
