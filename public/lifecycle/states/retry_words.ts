import { i18n } from '@osd/i18n';
import { retryWait } from '../../../common/lifecycle/decide/decide';
import type { Retry } from '../../../common/lifecycle/policy/policy';
import { parseTimeValue } from '../../../common/lifecycle/units/time_value';
import { formatDuration } from '../../shared/time';

const MOST_TOLD = 4;

/** What its retries come to, in a sentence. */
export const retrySentence = (retry: Retry): string => {
  const { count, delay } = retry;
  if (!(count > 0)) {
    return i18n.translate('watchkeeper.lifecycle.retries.noneText', {
      defaultMessage: 'It is not tried again: the first failure is for good.',
    });
  }
  if (parseTimeValue(delay) === undefined) return '';
  const waits = Array.from({ length: Math.min(count, MOST_TOLD) }, (_, i) =>
    formatDuration(retryWait(retry, i + 1))
  );
  return i18n.translate('watchkeeper.lifecycle.retries.someText', {
    defaultMessage:
      'After a failure it is tried again up to {count, plural, one {once} other {# times}}: {waits} later, or at the check that comes next. Checks are 5 to 8 minutes apart.',
    values: { count, waits: [...waits, ...(count > MOST_TOLD ? ['…'] : [])].join(', ') },
  });
};
