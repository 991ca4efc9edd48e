import { isRecord } from '../../json/record';
import { cronFault } from '../../monitors/rhythm';
import { zoneOf } from '../conditions/cron_zone';
import type { Path, PolicyProblem } from './policy';

const MEMBERS = ['expression', 'timezone', 'schedule_delay'];

/** Other readers of cron know them: L, W, # and ?, and a week that begins with a Sunday. */
const BEYOND_UNIX = /[LW#?]/i;
const NAMES = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun/gi;
const FROM_SUNDAY = /\bsun-/i;

const dialectFault = (expression: string): string | undefined => {
  if (BEYOND_UNIX.test(expression.replace(NAMES, ''))) {
    return 'The server reads plain UNIX cron: without L, W, # and ?.';
  }
  return FROM_SUNDAY.test(expression)
    ? 'A week ends with its Sunday here: write SUN,MON-TUE for SUN-TUE.'
    : undefined;
};

/** `{cron: {expression, timezone}}` of a transition. */
export const cronProblems = (value: unknown, path: Path): PolicyProblem[] => {
  const cron = isRecord(value) ? value.cron : undefined;
  if (!isRecord(cron)) {
    const message = 'Write {"cron": {"expression": "0 3 * * *", "timezone": "UTC"}}.';
    return [{ path, message }];
  }
  const { expression, timezone } = cron;
  const fault =
    typeof expression === 'string'
      ? (dialectFault(expression) ?? cronFault(expression))
      : 'It is required.';
  return [
    ...Object.keys(cron)
      .filter((name) => !MEMBERS.includes(name))
      .map((name) => ({
        path: [...path, 'cron', name],
        message: `The server knows no “${name}” here.`,
      })),
    ...(fault ? [{ path: [...path, 'cron', 'expression'], message: fault }] : []),
    ...(zoneOf(timezone)
      ? []
      : [{ path: [...path, 'cron', 'timezone'], message: 'This is no time zone, such as UTC.' }]),
  ];
};
