import { isRecord } from '../../json/record';
import { cronFault, isTimezone } from '../../monitors/rhythm';
import type { Path, PolicyProblem } from './policy';

/** `{cron: {expression, timezone}}` of a transition. */
export const cronProblems = (value: unknown, path: Path): PolicyProblem[] => {
  const cron = isRecord(value) ? value.cron : undefined;
  if (!isRecord(cron)) {
    const message = 'Write {"cron": {"expression": "0 3 * * *", "timezone": "UTC"}}.';
    return [{ path, message }];
  }
  const { expression, timezone } = cron;
  const fault = typeof expression === 'string' ? cronFault(expression) : 'It is required.';
  const zone = typeof timezone === 'string' && isTimezone(timezone);
  return [
    ...(fault ? [{ path: [...path, 'cron', 'expression'], message: fault }] : []),
    ...(zone
      ? []
      : [{ path: [...path, 'cron', 'timezone'], message: 'This is no time zone, such as UTC.' }]),
  ];
};
