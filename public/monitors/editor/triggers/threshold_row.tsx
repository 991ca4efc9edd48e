import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldNumber,
  EuiCompressedFieldText,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiText,
} from '@elastic/eui';
import { RemoveButton } from '../../../shared/remove_button';
import {
  literalOfTyped,
  quoted,
  unquoted,
  withoutSuffix,
} from '../../../../common/monitors/threshold/number_text';
import { ofUnknown } from '../../../../common/monitors/threshold/measures';
import { COMPARISONS } from '../../../../common/monitors/threshold/threshold';
import type { Comparison, Threshold } from '../../../../common/monitors/threshold/threshold';
import { comparisonLabel, measureLabel } from '../../threshold_words';

/** A measure to choose, with its words. */
export interface MeasureChoice {
  measure: string;
  label: string;
  /** Its values are texts: those are only equal to something, or not. */
  isText?: boolean;
}

export interface ThresholdRowProps {
  threshold: Threshold;
  choices: readonly MeasureChoice[];
  /** What the measure is on the last Run. */
  now?: string;
  onChange: (threshold: Threshold) => void;
  onRemove?: () => void;
}

const EQUALITIES: readonly Comparison[] = ['==', '!='];

/** Another measure: what compares it must suit it. */
export const withMeasure = (
  threshold: Threshold,
  choice: Pick<MeasureChoice, 'measure' | 'isText'>
): Threshold => {
  const { measure, isText = false } = choice;
  const wasText = unquoted(threshold.value) !== undefined;
  if (isText === wasText) return { ...threshold, measure };
  return isText
    ? { measure, comparison: '!=', value: quoted('') }
    : { measure, comparison: '>', value: '0' };
};

/** What a new row begins with. */
export const newThreshold = (choice: Pick<MeasureChoice, 'measure' | 'isText'>): Threshold =>
  withMeasure({ measure: '', comparison: '>', value: '0' }, choice);

/** A measure that nobody offers is chosen all the same. */
const unknownChoice = ({ measure, value }: Threshold): MeasureChoice => ({
  measure,
  label: measureLabel(ofUnknown(measure)),
  isText: unquoted(value) !== undefined,
});

const MeasureSelect: React.FC<ThresholdRowProps> = ({ threshold, choices, onChange }) => {
  const known = choices.some(({ measure }) => measure === threshold.measure);
  const all = known ? choices : [unknownChoice(threshold), ...choices];
  return (
    <EuiCompressedSelect
      fullWidth
      options={all.map(({ measure, label }) => ({ value: measure, text: label }))}
      value={threshold.measure}
      onChange={({ target }) => {
        const choice = all.find(({ measure }) => measure === target.value);
        if (choice) onChange(withMeasure(threshold, choice));
      }}
      aria-label={i18n.translate('watchkeeper.editor.measureLabel', { defaultMessage: 'Measure' })}
      data-test-subj="thresholdMeasure"
    />
  );
};

const ComparisonSelect: React.FC<ThresholdRowProps> = ({ threshold, onChange }) => {
  const isText = unquoted(threshold.value) !== undefined;
  return (
    <EuiCompressedSelect
      fullWidth
      options={(isText ? EQUALITIES : COMPARISONS).map((value) => ({
        value,
        text: comparisonLabel(value),
      }))}
      value={threshold.comparison}
      onChange={({ target }) => {
        const comparison = COMPARISONS.find((each) => each === target.value);
        if (comparison) onChange({ ...threshold, comparison });
      }}
      aria-label={i18n.translate('watchkeeper.editor.comparisonLabel', {
        defaultMessage: 'Comparison',
      })}
      data-test-subj="thresholdComparison"
    />
  );
};

/** While it is being typed the number may be none; then the last one stays the condition's. */
const NumberField: React.FC<ThresholdRowProps & { label: string }> = ({
  threshold,
  onChange,
  label,
}) => {
  const [typed, setTyped] = useState<string>();
  const literal = typed === undefined ? undefined : literalOfTyped(typed);
  const isInvalid = typed !== undefined && literal === undefined;
  // What was typed is forgotten when the threshold moves otherwise: by the line of the chart.
  const isTyped = isInvalid || literal === threshold.value;
  return (
    <EuiCompressedFieldNumber
      fullWidth
      step="any"
      isInvalid={isInvalid}
      aria-invalid={isInvalid}
      value={isTyped && typed !== undefined ? typed : withoutSuffix(threshold.value)}
      onChange={({ target }) => {
        setTyped(target.value);
        const value = literalOfTyped(target.value);
        if (value !== undefined) onChange({ ...threshold, value });
      }}
      onBlur={() => setTyped(undefined)}
      aria-label={label}
      data-test-subj="thresholdValue"
    />
  );
};

const ValueField: React.FC<ThresholdRowProps> = (props) => {
  const { threshold, onChange } = props;
  const label = i18n.translate('watchkeeper.editor.thresholdValueLabel', {
    defaultMessage: 'Value',
  });
  const text = unquoted(threshold.value);
  if (text === undefined) return <NumberField {...props} label={label} />;
  return (
    <EuiCompressedFieldText
      fullWidth
      value={text}
      onChange={({ target }) => onChange({ ...threshold, value: quoted(target.value) })}
      aria-label={label}
      data-test-subj="thresholdValue"
    />
  );
};

/** One threshold: what is measured, how it is compared, with what; beside it what it is now. */
export const ThresholdRow: React.FC<ThresholdRowProps> = (props) => {
  const { now, onRemove } = props;
  return (
    <EuiFlexGroup
      gutterSize="s"
      alignItems="center"
      responsive={false}
      style={{ marginBottom: 0 }}
      data-test-subj="thresholdRow"
    >
      <EuiFlexItem grow={4}>
        <MeasureSelect {...props} />
      </EuiFlexItem>
      <EuiFlexItem grow={2} style={{ minWidth: 140 }}>
        <ComparisonSelect {...props} />
      </EuiFlexItem>
      <EuiFlexItem grow={2} style={{ minWidth: 80 }}>
        <ValueField {...props} />
      </EuiFlexItem>
      <EuiFlexItem grow={1} style={{ minWidth: 90 }}>
        <EuiText size="xs" color="subdued" data-test-subj="thresholdNow">
          {now !== undefined &&
            i18n.translate('watchkeeper.editor.thresholdNowText', {
              defaultMessage: 'Last run: {now}',
              values: { now },
            })}
        </EuiText>
      </EuiFlexItem>
      {onRemove && (
        <EuiFlexItem grow={false}>
          <RemoveButton
            label={i18n.translate('watchkeeper.editor.removeThresholdAriaLabel', {
              defaultMessage: 'Remove this threshold',
            })}
            mark="removeThreshold"
            onRemove={onRemove}
          />
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
};
