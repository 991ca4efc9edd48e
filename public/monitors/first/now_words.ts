import { i18n } from '@osd/i18n';
import type { DryRun } from '../../../common/monitors/api';
import type { Monitor } from '../../../common/monitors/monitor';
import { formatCount } from '../words';

/** Whether a run now would raise an alert, of any trigger. */
export const wouldFire = ({ verdicts }: DryRun): boolean =>
  verdicts.some((verdict) => verdict.kind === 'judged' && verdict.counts.triggered > 0);

const countsOf = ({ verdicts }: DryRun): { judged: number; triggered: number } =>
  verdicts.reduce(
    (sum, verdict) =>
      verdict.kind === 'judged'
        ? {
            judged: Math.max(sum.judged, verdict.counts.judged),
            triggered: Math.max(sum.triggered, verdict.counts.triggered),
          }
        : sum,
    { judged: 0, triggered: 0 }
  );

/** What the run found, in a few words: a number of documents, or of groups. */
export const nowWords = (type: Monitor['monitor_type'], dry: DryRun): string => {
  if (type === 'bucket_level_monitor') {
    const { judged, triggered } = countsOf(dry);
    return i18n.translate('watchkeeper.first.nowGroupsText', {
      defaultMessage: 'Now {triggered} of {judged, plural, one {# group} other {# groups}}',
      values: { judged, triggered: formatCount(triggered) },
    });
  }
  if (
    type === 'cluster_metrics_monitor' ||
    type === 'heartbeat_monitor' ||
    dry.hits === undefined
  ) {
    return wouldFire(dry)
      ? i18n.translate('watchkeeper.first.nowTrueText', { defaultMessage: 'It is so now' })
      : i18n.translate('watchkeeper.first.nowFalseText', { defaultMessage: 'It is not so now' });
  }
  return i18n.translate('watchkeeper.first.nowHitsText', {
    defaultMessage: 'Now {hits}',
    values: { hits: formatCount(dry.hits) },
  });
};
