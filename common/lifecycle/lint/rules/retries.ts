import type { JsonObject } from '../../../json/record';
import { phrase } from '../../../phrase';
import { sentence } from '../../../sentence';
import { retryWait } from '../../decide/decide';
import { actionKind } from '../../actions/registry';
import { DEFAULT_RETRY } from '../../policy/policy';
import { parseTimeValue } from '../../units/time_value';
import { removeAt } from '../edit';
import type { Rule } from '../finding';
import { about } from './placed';

/** Rules about how long an action may take, and how often it is tried again. */

const MINUTE = 60_000;
const TICK = 5 * MINUTE;
const DAY = 86_400_000;

const shortTimeout = about('timeout_too_short', 'warning', [], ({ action, path }) => {
  const limit = parseTimeValue(action.timeout ?? '');
  const steps = actionKind(action.type)?.steps.length ?? 1;
  return limit !== undefined && limit < steps * TICK
    ? [
        {
          path: [...path, 'timeout'],
          said: sentence(
            phrase(
              'watchkeeper.lifecycle.rules.timeoutTooShort',
              'Its {steps, plural, one {step comes} other {# steps come}} 5 to 8 minutes apart: {timeout} is too short to get through.'
            ),
            { steps: { chosen_by: steps }, timeout: action.timeout ?? '' }
          ),
          repair: {
            label: sentence(
              phrase('watchkeeper.lifecycle.rules.timeoutTooShortRepair', 'Take the time limit out')
            ),
            apply: (body: JsonObject) => removeAt(body, [...path, 'timeout']),
          },
        },
      ]
    : [];
});

const isDefault = ({ count, backoff, delay }: typeof DEFAULT_RETRY): boolean =>
  count === DEFAULT_RETRY.count &&
  backoff === DEFAULT_RETRY.backoff &&
  delay === DEFAULT_RETRY.delay;

/** Waits, one for each retry; of very many only the first hundred are added up. */
const waitsOf = (retry: typeof DEFAULT_RETRY): number[] =>
  Array.from({ length: Math.min(retry.count, 100) }, (_, i) => retryWait(retry, i + 1));

const retries = about('retry_wait', 'warning', [], ({ action: { retry }, path }) => {
  if (isDefault(retry) || parseTimeValue(retry.delay) === undefined) return [];
  const place = [...path, 'retry'];
  const repair = {
    label: sentence(
      phrase('watchkeeper.lifecycle.rules.retryWaitRepair', 'Try 3 times, as without it')
    ),
    apply: (body: JsonObject) => removeAt(body, place),
  };
  if (retry.count === 0) {
    const said = sentence(
      phrase(
        'watchkeeper.lifecycle.rules.noRetry',
        'With no retry the first failure stops the policy for this index, until somebody retries.'
      )
    );
    return [{ path: place, said, repair }];
  }
  const waits = waitsOf(retry);
  if (Math.max(...waits) < TICK && retry.backoff === 'constant') {
    const said = sentence(
      phrase(
        'watchkeeper.lifecycle.rules.retryWaitTooShort',
        'Tries come 5 to 8 minutes apart, whatever is written: a wait of {delay} is shorter than that. {tries} of them are over after about {minutes} minutes.'
      ),
      { delay: retry.delay, tries: { count: retry.count }, minutes: { count: retry.count * 8 } }
    );
    return [{ path: place, said }];
  }
  const total = waits.reduce((sum, each) => sum + each, 0);
  if (total <= DAY) return [];
  const said = sentence(
    phrase(
      'watchkeeper.lifecycle.rules.retryWaitTooLong',
      'It is tried again for more than {days} before anybody is told that it fails.'
    ),
    { days: { duration: Math.floor(total / DAY) * DAY } }
  );
  return [{ path: place, said, repair }];
});

export const RETRY_RULES: readonly Rule[] = [shortTimeout, retries];
