import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiComboBox,
  EuiCompressedFieldNumber,
  EuiCompressedSelect,
  EuiScreenReaderOnly,
  htmlIdGenerator,
} from '@elastic/eui';
import { suggestedFamilies } from '../../../common/indices/families';
import { LEVELS, SPAN_UNITS } from '../../../common/monitors/ready_made/answers';
import type { Levels, Span } from '../../../common/monitors/ready_made/answers';
import { unitLabel } from '../sentence/unit_words';
import type { AnswersState } from './use_answers';

/** A blank stands in the line of its sentence. */
const inLine = (width: number) => ({ width, maxWidth: '100%' });

export const levelsLabel = (levels: Levels): string =>
  levels === 'errors'
    ? i18n.translate('watchkeeper.first.errorsLabel', { defaultMessage: 'errors' })
    : i18n.translate('watchkeeper.first.warningsLabel', { defaultMessage: 'warnings or errors' });

export const ThresholdBlank: React.FC<{ state: AnswersState }> = ({ state }) => (
  <span style={inLine(96)}>
    <EuiCompressedFieldNumber
      min={0}
      step="any"
      value={Number.isFinite(state.answers.threshold) ? state.answers.threshold : ''}
      isInvalid={!(state.answers.threshold >= 0)}
      onChange={({ target }) =>
        state.give({ threshold: target.value === '' ? NaN : Number(target.value) })
      }
      aria-label={i18n.translate('watchkeeper.first.thresholdAriaLabel', {
        defaultMessage: 'Threshold',
      })}
      data-test-subj="firstThreshold"
    />
  </span>
);

export const LevelsBlank: React.FC<{ state: AnswersState }> = ({ state }) => (
  <span style={inLine(150)}>
    <EuiCompressedSelect
      options={LEVELS.map((value) => ({ value, text: levelsLabel(value) }))}
      value={state.answers.levels}
      onChange={({ target }) =>
        state.give({ levels: LEVELS.find((one) => one === target.value) ?? 'errors' })
      }
      aria-label={i18n.translate('watchkeeper.first.levelsAriaLabel', {
        defaultMessage: 'Which lines count',
      })}
      data-test-subj="firstLevels"
    />
  </span>
);

const spanOf = (amount: string, unit: string): Span => ({
  amount: amount === '' ? NaN : Number(amount),
  unit: SPAN_UNITS.find((one) => one === unit) ?? 'h',
});

export const SpanBlank: React.FC<{ state: AnswersState }> = ({ state }) => {
  const { amount, unit } = state.answers.span;
  return (
    <span style={{ display: 'flex', gap: 4 }}>
      <span style={inLine(72)}>
        <EuiCompressedFieldNumber
          min={1}
          value={Number.isFinite(amount) ? amount : ''}
          isInvalid={!(amount >= 1)}
          onChange={({ target }) => state.give({ span: spanOf(target.value, unit) })}
          aria-label={i18n.translate('watchkeeper.first.spanAriaLabel', {
            defaultMessage: 'How long it looks back',
          })}
          data-test-subj="firstSpan"
        />
      </span>
      <span style={inLine(76)}>
        <EuiCompressedSelect
          options={SPAN_UNITS.map((value) => ({ value, text: unitLabel(value) }))}
          value={unit}
          onChange={({ target }) => state.give({ span: spanOf(String(amount), target.value) })}
          aria-label={i18n.translate('watchkeeper.first.spanUnitAriaLabel', {
            defaultMessage: 'Unit of how long it looks back',
          })}
          data-test-subj="firstSpanUnit"
        />
      </span>
    </span>
  );
};

const INDICES_ID = htmlIdGenerator('watchkeeperFirst')('indices');

/** The suggested family, another one, or a pattern of one's own. */
export const IndicesBlank: React.FC<{ state: AnswersState }> = ({ state }) => {
  const { answers, families, give } = state;
  return (
    <span style={inLine(250)}>
      <EuiScreenReaderOnly>
        <label htmlFor={INDICES_ID}>
          {i18n.translate('watchkeeper.editor.indicesLabel', { defaultMessage: 'Indices' })}
        </label>
      </EuiScreenReaderOnly>
      <EuiComboBox<string>
        id={INDICES_ID}
        compressed
        isLoading={state.loading}
        options={suggestedFamilies(families).map(({ pattern }) => ({ label: pattern }))}
        selectedOptions={answers.indices.map((label) => ({ label }))}
        onChange={(chosen) => give({ indices: chosen.map(({ label }) => label) })}
        onCreateOption={(text) =>
          give({ indices: [...new Set([...answers.indices, text.trim()])] })
        }
        customOptionText={i18n.translate('watchkeeper.editor.customIndexText', {
          defaultMessage: 'Use {pattern} as it is',
          values: { pattern: '{searchValue}' },
        })}
        placeholder={i18n.translate('watchkeeper.first.indicesPlaceholder', {
          defaultMessage: 'Indices or a pattern',
        })}
        data-test-subj="firstIndices"
      />
    </span>
  );
};

/** One of the fields that fit. */
export const FieldBlank: React.FC<{
  label: string;
  value: string;
  choices: readonly string[];
  /** What no field means, where it means something. */
  none?: string;
  onChange: (field: string) => void;
  'data-test-subj': string;
}> = ({ label, value, choices, none, onChange, ...rest }) => {
  const options = [...new Set([...(value === '' ? [] : [value]), ...choices])];
  const nothing =
    none ??
    i18n.translate('watchkeeper.first.chooseFieldLabel', { defaultMessage: 'Choose a field' });
  return (
    <span style={inLine(220)}>
      <EuiCompressedSelect
        options={[
          ...(value === '' || none !== undefined ? [{ value: '', text: nothing }] : []),
          ...options.map((name) => ({ value: name, text: name })),
        ]}
        value={value}
        isInvalid={value === '' && none === undefined}
        onChange={({ target }) => onChange(target.value)}
        aria-label={label}
        data-test-subj={rest['data-test-subj']}
      />
    </span>
  );
};
