import type { JsonObject } from '../../../json/record';
import { retryWait } from '../../decide/decide';
import { actionKind } from '../../actions/registry';
import { DEFAULT_RETRY } from '../../policy/policy';
import { parseTimeValue, printTimeValue } from '../../units/time_value';
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
          message: `Its ${steps === 1 ? 'step comes' : `${steps} steps come`} 5 to 8 minutes apart: ${action.timeout ?? ''} is too short to get through.`,
          repair: {
            label: 'Take the time limit out',
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
    label: 'Try 3 times, as without it',
    apply: (body: JsonObject) => removeAt(body, place),
  };
  if (retry.count === 0) {
    const message =
      'With no retry the first failure stops the policy for this index, until somebody retries.';
    return [{ path: place, message, repair }];
  }
  const waits = waitsOf(retry);
  if (Math.max(...waits) < TICK && retry.backoff === 'constant') {
    const message = `Tries come 5 to 8 minutes apart, whatever is written: a wait of ${retry.delay} is shorter than that. ${retry.count} of them are over after about ${Math.ceil((retry.count * 8 * MINUTE) / MINUTE)} minutes.`;
    return [{ path: place, message }];
  }
  const total = waits.reduce((sum, each) => sum + each, 0);
  if (total <= DAY) return [];
  const days = printTimeValue(Math.floor(total / DAY) * DAY);
  const message = `It is tried again for more than ${days} before anybody is told that it fails.`;
  return [{ path: place, message, repair }];
});

export const RETRY_RULES: readonly Rule[] = [shortTimeout, retries];
