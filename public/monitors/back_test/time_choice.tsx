import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFormRow, EuiFlexGroup, EuiFlexItem, EuiCompressedSelect } from '@elastic/eui';
import { InstantField } from '../../shared/time_range_control';

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
}> = ({ from, to, onChange }) => (
  <EuiFlexGroup gutterSize="s" responsive={false} wrap>
    <EuiFlexItem grow={false}>
      <InstantField
        value={from}
        onChange={(instant) => onChange({ kind: 'range', from: instant, to })}
        label={i18n.translate('watchkeeper.backTest.fromLabel', { defaultMessage: 'From' })}
        data-test-subj="backTestFrom"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <InstantField
        value={to}
        onChange={(instant) => onChange({ kind: 'range', from, to: instant })}
        label={i18n.translate('watchkeeper.backTest.toLabel', { defaultMessage: 'To' })}
        data-test-subj="backTestTo"
      />
    </EuiFlexItem>
  </EuiFlexGroup>
);

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
