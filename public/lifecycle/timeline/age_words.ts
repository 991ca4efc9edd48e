import { i18n } from '@osd/i18n';
import type { When } from '../../../common/lifecycle/simulate/timeline';
import { formatDuration } from '../../shared/time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An age as people say it: what is finer than the pace of the engine is left out. */
export const ageText = (age: number): string => {
  const unit = age >= DAY ? HOUR : MINUTE;
  return formatDuration(Math.round(age / unit) * unit);
};

/** How early and how late, where that is more than the pace of the engine. */
export const rangeText = ({ earliest, latest }: When): string | undefined =>
  latest - earliest > HOUR
    ? i18n.translate('watchkeeper.lifecycle.timeline.rangeText', {
        defaultMessage: '{earliest} to {latest}',
        values: { earliest: ageText(earliest), latest: ageText(latest) },
      })
    : undefined;
