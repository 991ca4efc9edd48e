import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiButtonGroup,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
} from '@elastic/eui';
import { expressionOf, presetOf } from '../../../common/monitors/cron_preset';
import type { CronPreset, TimeOfDay } from '../../../common/monitors/cron_preset';
import type { CronSchedule } from '../../../common/monitors/monitor';
import { isDarkMode } from '../../shared/theme';
import { dayName, timeText } from '../schedule/schedule_words';
import { setSchedule } from './changes';
import { useEditor } from './editor_model';
import { Field } from './field';
import type { Frequency } from './schedule_choice';

type Preset = Exclude<CronPreset, { kind: 'custom' }>;
type Weekly = Extract<Preset, { kind: 'weekly' }>;
type Monthly = Extract<Preset, { kind: 'monthly' }>;

const FIELD = 'schedule.cron.expression';
/** As most calendars begin a week. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];
const MONTH = Array.from({ length: 31 }, (_, index) => String(index + 1));

const parsedTime = (text: string): TimeOfDay | undefined => {
  const match = /^(\d\d):(\d\d)/.exec(text);
  return match ? { hour: Number(match[1]), minute: Number(match[2]) } : undefined;
};

interface PresetProps<P extends Preset> {
  preset: P;
  onChange: (preset: P) => void;
}

const TimeField: React.FC<PresetProps<Preset>> = ({ preset, onChange }) => (
  <EuiCompressedFormRow
    fullWidth
    label={i18n.translate('watchkeeper.editor.timeOfDayLabel', { defaultMessage: 'At' })}
  >
    <EuiCompressedFieldText
      fullWidth
      type="time"
      // The browser draws the clock in it.
      style={{ colorScheme: isDarkMode() ? 'dark' : 'light' }}
      value={timeText(preset)}
      onChange={({ target: { value } }) => {
        // While one of its parts is cleared a time field has no value: the last one stays.
        const time = parsedTime(value);
        if (time) onChange({ ...preset, ...time });
      }}
      data-test-subj="timeOfDayInput"
    />
  </EuiCompressedFormRow>
);

const DaysField: React.FC<PresetProps<Weekly>> = ({ preset, onChange }) => {
  const { days } = preset;
  const label = i18n.translate('watchkeeper.editor.daysOfWeekLabel', { defaultMessage: 'On' });
  const toggle = (day: number) => {
    const next = days.includes(day) ? days.filter((each) => each !== day) : [...days, day];
    // One day at least: without any it would be no schedule.
    if (next.length > 0) onChange({ ...preset, days: next.sort((a, b) => a - b) });
  };
  return (
    <EuiCompressedFormRow fullWidth label={label}>
      <EuiButtonGroup
        type="multi"
        buttonSize="compressed"
        isFullWidth
        legend={label}
        options={WEEK.map((day) => ({ id: `day-${day}`, label: dayName(day) }))}
        idToSelectedMap={Object.fromEntries(days.map((day) => [`day-${day}`, true]))}
        onChange={(id) => toggle(Number(id.replace('day-', '')))}
        data-test-subj="daysOfWeek"
      />
    </EuiCompressedFormRow>
  );
};

const DayField: React.FC<PresetProps<Monthly>> = ({ preset, onChange }) => (
  <EuiCompressedFormRow
    fullWidth
    label={i18n.translate('watchkeeper.editor.dayOfMonthLabel', { defaultMessage: 'On day' })}
    helpText={
      preset.day > 28 &&
      i18n.translate('watchkeeper.editor.shortMonthsText', {
        defaultMessage: 'Months that have no such day are left out.',
      })
    }
  >
    <EuiCompressedSelect
      fullWidth
      options={MONTH.map((value) => ({ value, text: value }))}
      value={String(preset.day)}
      onChange={({ target: { value } }) => onChange({ ...preset, day: Number(value) })}
      data-test-subj="dayOfMonthSelect"
    />
  </EuiCompressedFormRow>
);

const PresetFields: React.FC<PresetProps<Preset>> = ({ preset, onChange }) => (
  <EuiFlexGroup gutterSize="m" responsive={false}>
    {preset.kind === 'weekly' && (
      <EuiFlexItem grow={4} style={{ minWidth: 370 }}>
        <DaysField preset={preset} onChange={onChange} />
      </EuiFlexItem>
    )}
    {preset.kind === 'monthly' && (
      <EuiFlexItem>
        <DayField preset={preset} onChange={onChange} />
      </EuiFlexItem>
    )}
    <EuiFlexItem>
      <TimeField preset={preset} onChange={onChange} />
    </EuiFlexItem>
  </EuiFlexGroup>
);

const ExpressionField: React.FC<{ value: string; onChange: (expression: string) => void }> = ({
  value,
  onChange,
}) => (
  <Field
    field={FIELD}
    label={i18n.translate('watchkeeper.editor.cronLabel', { defaultMessage: 'Cron expression' })}
    helpText={i18n.translate('watchkeeper.editor.cronHelpText', {
      defaultMessage: 'Minute, hour, day of month, month, day of week, as in {example}.',
      values: { example: '30 9 * * 1-5' },
    })}
  >
    {(isInvalid) => (
      <EuiCompressedFieldText
        fullWidth
        isInvalid={isInvalid}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        spellCheck={false}
        data-test-subj="cronInput"
      />
    )}
  </Field>
);

/** When it runs by the clock: in fields where a common form says it, else as the expression that it is. */
export const CronFields: React.FC<{ schedule: CronSchedule; frequency: Frequency }> = ({
  schedule,
  frequency,
}) => {
  const { update } = useEditor();
  const setExpression = (expression: string) =>
    update(setSchedule({ cron: { ...schedule.cron, expression } }));
  const { expression } = schedule.cron;
  const preset = presetOf(expression);
  return preset.kind === 'custom' || frequency === 'custom' ? (
    <ExpressionField value={expression} onChange={setExpression} />
  ) : (
    <PresetFields preset={preset} onChange={(next) => setExpression(expressionOf(next))} />
  );
};
