import React from 'react';
import moment from 'moment-timezone';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFormRow,
  EuiDatePicker,
  EuiDatePickerRange,
  EuiFlexGroup,
  EuiFlexItem,
  EuiCompressedSelect,
} from '@elastic/eui';
import { useTime } from '../../shared/time';

const HOUR = 3_600_000;

/** Which time is tested: the last so many hours, or from one instant to another. */
export type TimeChoice =
  | { kind: 'last'; hours: number }
  /** Epoch milliseconds. */
  | { kind: 'range'; from: number; to: number };

export const LAST_DAY: TimeChoice = { kind: 'last', hours: 24 };

export const spanOf = (choice: TimeChoice, now: number): { from: number; to: number } =>
  choice.kind === 'last' ? { from: now - choice.hours * HOUR, to: now } : choice;

const HOURS = [6, 24, 7 * 24, 30 * 24] as const;
const RANGE = 'range';

const hoursLabel = (hours: number): string =>
  hours <= 24
    ? i18n.translate('watchkeeper.backTest.lastHoursLabel', {
        defaultMessage: 'Last {hours} hours',
        values: { hours },
      })
    : i18n.translate('watchkeeper.backTest.lastDaysLabel', {
        defaultMessage: 'Last {days} days',
        values: { days: hours / 24 },
      });

const timeLabel = (): string =>
  i18n.translate('watchkeeper.backTest.timeLabel', { defaultMessage: 'Time' });

const RangeFields: React.FC<{
  from: number;
  to: number;
  onChange: (choice: TimeChoice) => void;
}> = ({ from, to, onChange }) => {
  const { zone } = useTime();
  const common = { showTimeSelect: true, dateFormat: 'YYYY-MM-DD HH:mm', timeFormat: 'HH:mm' };
  const [start, end] = [moment.tz(from, zone), moment.tz(to, zone)];
  return (
    <EuiDatePickerRange
      data-test-subj="backTestRange"
      startDateControl={
        <EuiDatePicker
          {...common}
          compressed
          selected={start}
          maxDate={end}
          onChange={(date) => date && onChange({ kind: 'range', from: date.valueOf(), to })}
          aria-label={i18n.translate('watchkeeper.backTest.fromLabel', { defaultMessage: 'From' })}
        />
      }
      endDateControl={
        <EuiDatePicker
          {...common}
          compressed
          selected={end}
          minDate={start}
          onChange={(date) => date && onChange({ kind: 'range', from, to: date.valueOf() })}
          aria-label={i18n.translate('watchkeeper.backTest.toLabel', { defaultMessage: 'To' })}
        />
      }
    />
  );
};

/** Chooses the time that a back-test looks at. */
export const TimeChoiceFields: React.FC<{
  choice: TimeChoice;
  onChange: (choice: TimeChoice) => void;
}> = ({ choice, onChange }) => {
  const options = [
    ...HOURS.map((hours) => ({ value: String(hours), text: hoursLabel(hours) })),
    {
      value: RANGE,
      text: i18n.translate('watchkeeper.backTest.rangeLabel', { defaultMessage: 'From … to …' }),
    },
  ];
  const choose = (value: string) =>
    onChange(
      value === RANGE
        ? { kind: 'range', ...spanOf(choice, Date.now()) }
        : { kind: 'last', hours: Number(value) }
    );
  return (
    <EuiFlexGroup gutterSize="s" alignItems="flexEnd" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiCompressedFormRow label={timeLabel()}>
          <EuiCompressedSelect
            options={options}
            value={choice.kind === 'last' ? String(choice.hours) : RANGE}
            onChange={(event) => choose(event.target.value)}
            data-test-subj="backTestTime"
          />
        </EuiCompressedFormRow>
      </EuiFlexItem>
      {choice.kind === 'range' && (
        <EuiFlexItem grow={false}>
          <RangeFields from={choice.from} to={choice.to} onChange={onChange} />
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
};
