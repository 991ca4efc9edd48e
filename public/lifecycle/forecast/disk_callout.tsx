import React from 'react';
import moment from 'moment-timezone';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import type { DiskForecast, Mark, Watermark } from '../../../common/lifecycle/forecast/disk';
import { formatBytes } from '../../shared/numbers';
import { useTime } from '../../shared/time';

const percent = (share: number): string =>
  i18n.translate('watchkeeper.lifecycle.disk.percentText', {
    defaultMessage: '{percent}%',
    values: { percent: (share * 100).toFixed(1).replace(/\.0$/, '') },
  });

/** What the cluster does from there on. */
const effectOf = (watermark: Watermark): string => {
  switch (watermark) {
    case 'low':
      return i18n.translate('watchkeeper.lifecycle.disk.lowText', {
        defaultMessage: 'no new shards come to a node',
      });
    case 'high':
      return i18n.translate('watchkeeper.lifecycle.disk.highText', {
        defaultMessage: 'shards are moved away',
      });
    case 'flood_stage':
      return i18n.translate('watchkeeper.lifecycle.disk.floodText', {
        defaultMessage: 'indices cannot be written to',
      });
  }
};

const whenText = ({ earliest, expected, latest }: Mark, day: (at: number) => string): string => {
  if (earliest === undefined) {
    return i18n.translate('watchkeeper.lifecycle.disk.notMetText', {
      defaultMessage: 'not met in this time',
    });
  }
  if (expected === undefined) {
    return i18n.translate('watchkeeper.lifecycle.disk.perhapsText', {
      defaultMessage: 'met on {day} at the earliest, by the usual growth not in this time',
      values: { day: day(earliest) },
    });
  }
  const [from, usual] = [day(earliest), day(expected)];
  const until =
    latest === undefined
      ? i18n.translate('watchkeeper.lifecycle.disk.laterText', { defaultMessage: 'later' })
      : day(latest);
  return from === until
    ? i18n.translate('watchkeeper.lifecycle.disk.onText', {
        defaultMessage: 'met on {usual}',
        values: { usual },
      })
    : i18n.translate('watchkeeper.lifecycle.disk.rangeText', {
        defaultMessage: 'met on {usual} ({from} to {until})',
        values: { usual, from, until },
      });
};

const colorOf = ({
  marks,
  full,
  total_bytes: total,
  end_bytes: end,
}: DiskForecast): 'danger' | 'warning' | 'primary' => {
  const isMet = (watermark: Watermark): boolean =>
    full.some((each) => each.watermark === watermark) ||
    marks.some((each) => each.watermark === watermark && each.expected !== undefined);
  if (isMet('flood_stage') || end >= total) return 'danger';
  return isMet('high') || isMet('low') ? 'warning' : 'primary';
};

/** When the disks are full, and what the cluster does then. */
export const DiskCallout: React.FC<{ disk: DiskForecast; days: number; now: number }> = ({
  disk,
  days,
  now,
}) => {
  const { zone } = useTime();
  const { total_bytes: total, used_bytes: used, end_bytes: end, marks, full } = disk;
  const day = (at: number): string => moment.tz(at, zone).format('LL');
  return (
    <>
      <EuiCallOut
        size="s"
        color={colorOf(disk)}
        iconType="storage"
        title={i18n.translate('watchkeeper.lifecycle.disk.title', {
          defaultMessage:
            'The disks are {used} full ({bytes} of {total}), and {end} in {days} days.',
          values: {
            ...{ days, used: percent(used / total), end: percent(end / total) },
            ...{ bytes: formatBytes(used), total: formatBytes(total) },
          },
        })}
        data-test-subj="diskCallout"
      >
        <ul>
          {marks.map((mark) => (
            <li key={mark.watermark}>
              {i18n.translate('watchkeeper.lifecycle.disk.markText', {
                defaultMessage: 'From {share} on {effect}: {when}.',
                values: {
                  ...{ share: percent(mark.share), effect: effectOf(mark.watermark) },
                  when:
                    mark.expected !== undefined && mark.expected <= now
                      ? i18n.translate('watchkeeper.lifecycle.disk.nowText', {
                          defaultMessage: 'met already',
                        })
                      : whenText(mark, day),
                },
              })}
            </li>
          ))}
          {!disk.is_watched && (
            <li>
              {i18n.translate('watchkeeper.lifecycle.disk.unwatchedText', {
                defaultMessage:
                  'The cluster does not watch its disks (cluster.routing.allocation.disk.threshold_enabled is false): nothing is held back before they are full.',
              })}
            </li>
          )}
          {full.map(({ name, share, watermark }) => (
            <li key={name} className="eui-textBreakWord">
              {i18n.translate('watchkeeper.lifecycle.disk.fullNodeText', {
                defaultMessage: '{name} is {share} full now: {effect}.',
                values: { name, share: percent(share), effect: effectOf(watermark) },
              })}
            </li>
          ))}
        </ul>
      </EuiCallOut>
      <EuiSpacer size="s" />
    </>
  );
};
