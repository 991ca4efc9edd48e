import { i18n } from '@osd/i18n';
import type { Forecast, Range } from '../../../common/lifecycle/forecast/range';
import type { Job } from '../../../common/lifecycle/forecast/tally';
import type { Tier } from '../../../common/lifecycle/forecast/tiers';
import { formatBytes, formatCount } from '../../shared/numbers';

/** `214`, or `214 (200 to 230)` where nobody can be so sure. */
export const rangeText = (
  { low, expected, high }: Range,
  format: (value: number) => string
): string => {
  const [least, usual, most] = [low, expected, high].map(format);
  return least === most
    ? usual
    : i18n.translate('watchkeeper.lifecycle.forecast.rangeText', {
        defaultMessage: '{usual} ({least} to {most})',
        values: { usual, least, most },
      });
};

/** What is deleted until the horizon, in one sentence. */
export const deletesText = ({ deletes, bytes }: Forecast, days: number): string =>
  deletes.high === 0
    ? i18n.translate('watchkeeper.lifecycle.forecast.noneDeletedText', {
        defaultMessage: 'In the next {days} days no index is deleted.',
        values: { days },
      })
    : i18n.translate('watchkeeper.lifecycle.forecast.deletedText', {
        defaultMessage:
          'In the next {days} days {count, plural, one {{range} index is} other {{range} indices are}} deleted, which frees {bytes}.',
        values: {
          ...{ days, count: deletes.expected, range: rangeText(deletes, formatCount) },
          bytes: rangeText(bytes, formatBytes),
        },
      });

export const stopsText = (count: number): string =>
  i18n.translate('watchkeeper.lifecycle.forecast.stopText', {
    defaultMessage:
      '{count, plural, one {# index stops} other {# indices stop}} with a failure and {count, plural, one {stays} other {stay}}.',
    values: { count },
  });

export const populationText = ({ indices, to_come: toCome }: Forecast): string =>
  i18n.translate('watchkeeper.lifecycle.forecast.populationText', {
    defaultMessage:
      'Of {indices, plural, one {# index that is} other {# indices that are}} there{toCome, plural, =0 {} one { and one that is to come} other { and # that are to come}}.',
    values: { indices, toCome },
  });

/** @param isMixed there are indices with a tier beside those without */
export const tierLabel = (tier: Tier, isMixed = false): string => {
  switch (tier) {
    case 'hot':
      return i18n.translate('watchkeeper.lifecycle.forecast.hotTier', { defaultMessage: 'Hot' });
    case 'warm':
      return i18n.translate('watchkeeper.lifecycle.forecast.warmTier', { defaultMessage: 'Warm' });
    case 'cold':
      return i18n.translate('watchkeeper.lifecycle.forecast.coldTier', { defaultMessage: 'Cold' });
    case 'frozen':
      return i18n.translate('watchkeeper.lifecycle.forecast.frozenTier', {
        defaultMessage: 'Frozen',
      });
    case 'all':
      if (isMixed) {
        return i18n.translate('watchkeeper.lifecycle.forecast.noTier', {
          defaultMessage: 'Without a tier',
        });
      }
      return i18n.translate('watchkeeper.lifecycle.forecast.allTier', {
        defaultMessage: 'All indices',
      });
  }
};

export const peakText = (job: Job, count: number, day: string): string => {
  const values = { count, day };
  switch (job) {
    case 'force_merge':
      return i18n.translate('watchkeeper.lifecycle.forecast.mergePeakText', {
        defaultMessage: '{count, plural, one {# force merge} other {# force merges}} on {day}',
        values,
      });
    case 'shrink':
      return i18n.translate('watchkeeper.lifecycle.forecast.shrinkPeakText', {
        defaultMessage: '{count, plural, one {# shrink} other {# shrinks}} on {day}',
        values,
      });
    case 'snapshot':
      return i18n.translate('watchkeeper.lifecycle.forecast.snapshotPeakText', {
        defaultMessage: '{count, plural, one {# snapshot} other {# snapshots}} on {day}',
        values,
      });
  }
};
