import { isRecord } from '../../json/record';
import { cronFault } from '../../monitors/rhythm';
import { phrase } from '../../phrase';
import { zoneOf } from '../conditions/cron_zone';
import type { Path, PolicyProblem } from './policy';
import { refused } from './refused';

const MEMBERS = ['expression', 'timezone', 'schedule_delay'];

/** Other readers of cron know them: L, W, # and ?, and a week that begins with a Sunday. */
const BEYOND_UNIX = /[LW#?]/i;
const NAMES = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun/gi;
const FROM_SUNDAY = /\bsun-/i;

const expressionProblems = (expression: unknown, path: Path): PolicyProblem[] => {
  if (typeof expression !== 'string')
    return refused(path, phrase('watchkeeper.lifecycle.refusals.required', 'It is required.'));
  if (BEYOND_UNIX.test(expression.replace(NAMES, ''))) {
    return refused(
      path,
      phrase(
        'watchkeeper.lifecycle.refusals.cronBeyondUnix',
        'The server reads plain UNIX cron: without L, W, # and ?.'
      )
    );
  }
  if (FROM_SUNDAY.test(expression))
    return refused(
      path,
      phrase(
        'watchkeeper.lifecycle.refusals.cronFromSunday',
        'A week ends with its Sunday here: write SUN,MON-TUE for SUN-TUE.'
      )
    );
  const reason = cronFault(expression);
  return reason === undefined
    ? []
    : refused(path, phrase('watchkeeper.lifecycle.refusals.cronFault', '{reason}'), { reason });
};

const EXAMPLE = '{"cron": {"expression": "0 3 * * *", "timezone": "UTC"}}';

/** `{cron: {expression, timezone}}` of a transition. */
export const cronProblems = (value: unknown, path: Path): PolicyProblem[] => {
  const cron = isRecord(value) ? value.cron : undefined;
  if (!isRecord(cron)) {
    return refused(path, phrase('watchkeeper.lifecycle.refusals.cronForm', 'Write {example}.'), {
      example: EXAMPLE,
    });
  }
  const { expression, timezone } = cron;
  return [
    ...Object.keys(cron)
      .filter((name) => !MEMBERS.includes(name))
      .flatMap((name) =>
        refused(
          [...path, 'cron', name],
          phrase(
            'watchkeeper.lifecycle.refusals.unknownMember',
            'The server knows no “{name}” here.'
          ),
          { name }
        )
      ),
    ...expressionProblems(expression, [...path, 'cron', 'expression']),
    ...(zoneOf(timezone)
      ? []
      : refused(
          [...path, 'cron', 'timezone'],
          phrase('watchkeeper.lifecycle.refusals.timezone', 'This is no time zone, such as UTC.')
        )),
  ];
};
