import React from 'react';
import moment from 'moment-timezone';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
} from '@elastic/eui';
import { instantOf } from '../../common/time_range';
import { useTime } from './time';

/** In place of a beginning: from the first one on. */
export const ALL_TIME = 'all';

const CUSTOM = 'custom';
/** As a field for date and time has it. */
const FIELD_FORMAT = 'YYYY-MM-DDTHH:mm:ss';
const DAY = 86_400_000;

const PRESETS = ['now-15m', 'now-1h', 'now-6h', 'now-24h', 'now-7d', 'now-30d', 'now-90d'] as const;
type Preset = (typeof PRESETS)[number];

const presetLabel = (preset: Preset): string => {
  switch (preset) {
    case 'now-15m':
      return i18n.translate('watchkeeper.timeRange.quarterLabel', {
        defaultMessage: 'Last 15 minutes',
      });
    case 'now-1h':
      return i18n.translate('watchkeeper.timeRange.hourLabel', { defaultMessage: 'Last hour' });
    case 'now-6h':
      return i18n.translate('watchkeeper.timeRange.sixHoursLabel', {
        defaultMessage: 'Last 6 hours',
      });
    case 'now-24h':
      return i18n.translate('watchkeeper.timeRange.dayLabel', { defaultMessage: 'Last 24 hours' });
    case 'now-7d':
      return i18n.translate('watchkeeper.timeRange.weekLabel', { defaultMessage: 'Last 7 days' });
    case 'now-30d':
      return i18n.translate('watchkeeper.timeRange.monthLabel', {
        defaultMessage: 'Last 30 days',
      });
    case 'now-90d':
      return i18n.translate('watchkeeper.timeRange.quarterYearLabel', {
        defaultMessage: 'Last 90 days',
      });
  }
};

const isPreset = (from: string, to: string): boolean =>
  to === 'now' && PRESETS.some((preset) => preset === from);

/** One instant, in the time zone of the user's settings. */
export const InstantField: React.FC<{
  /** Epoch milliseconds. */
  value: number;
  onChange: (instant: number) => void;
  label: string;
  'data-test-subj'?: string;
}> = ({ value, onChange, label, ...rest }) => {
  const { zone } = useTime();
  return (
    <EuiCompressedFieldText
      type="datetime-local"
      // Seconds as well: schedules are made of them.
      step={1}
      value={moment.tz(value, zone).format(FIELD_FORMAT)}
      onChange={({ target }) => {
        const instant = moment.tz(target.value, zone).valueOf();
        if (Number.isFinite(instant)) onChange(instant);
      }}
      aria-label={label}
      {...rest}
    />
  );
};

interface Ends {
  from: string;
  to: string;
}

const CustomEnds: React.FC<Ends & { onChange: (ends: Ends) => void }> = ({
  from,
  to,
  onChange,
}) => {
  const now = Date.now();
  const end = instantOf(to, now) ?? now;
  const start = instantOf(from, now) ?? end - DAY;
  return (
    <>
      <EuiFlexItem grow={false}>
        <InstantField
          value={start}
          onChange={(instant) => onChange({ from: String(instant), to: String(end) })}
          label={i18n.translate('watchkeeper.timeRange.fromLabel', { defaultMessage: 'From' })}
          data-test-subj="timeRangeFrom"
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <InstantField
          value={end}
          onChange={(instant) => onChange({ from: String(start), to: String(instant) })}
          label={i18n.translate('watchkeeper.timeRange.toLabel', { defaultMessage: 'To' })}
          data-test-subj="timeRangeTo"
        />
      </EuiFlexItem>
    </>
  );
};

/** Which time a page is about: up to now, or from one instant to another. */
export const TimeRangeControl: React.FC<
  Ends & {
    onChange: (ends: Ends) => void;
    /** Whether all of the time can be asked for, by `ALL_TIME`. */
    allowAll?: boolean;
  }
> = ({ from, to, onChange, allowAll = false }) => {
  const isAll = from === ALL_TIME;
  const isCustom = !isAll && !isPreset(from, to);
  const choose = (chosen: string) => {
    if (chosen !== CUSTOM) onChange({ from: chosen, to: 'now' });
    else {
      const now = Date.now();
      onChange({ from: String(instantOf(from, now) ?? now - DAY), to: String(now) });
    }
  };
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap alignItems="center">
      <EuiFlexItem grow={false}>
        <EuiCompressedSelect
          options={[
            ...PRESETS.map((value) => ({ value, text: presetLabel(value) as string })),
            ...(allowAll
              ? [
                  {
                    value: ALL_TIME,
                    text: i18n.translate('watchkeeper.timeRange.allLabel', {
                      defaultMessage: 'All of the time',
                    }),
                  },
                ]
              : []),
            {
              value: CUSTOM,
              text: i18n.translate('watchkeeper.timeRange.customLabel', {
                defaultMessage: 'From … to …',
              }),
            },
          ]}
          value={isCustom ? CUSTOM : from}
          onChange={({ target }) => choose(target.value)}
          aria-label={i18n.translate('watchkeeper.timeRange.label', {
            defaultMessage: 'Time range',
          })}
          data-test-subj="timeRange"
        />
      </EuiFlexItem>
      {isCustom && <CustomEnds from={from} to={to} onChange={onChange} />}
    </EuiFlexGroup>
  );
};
