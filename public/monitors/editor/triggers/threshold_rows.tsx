import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiButtonEmpty,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { Threshold, VisualCondition } from '../../../../common/monitors/threshold/threshold';
import { ThresholdRow, newThreshold } from './threshold_row';
import type { MeasureChoice } from './threshold_row';

const JOINS = ['and', 'or'] as const;

const joinLabel = (join: VisualCondition['join']): string =>
  join === 'and'
    ? i18n.translate('watchkeeper.editor.joinAndLabel', { defaultMessage: 'All of these hold' })
    : i18n.translate('watchkeeper.editor.joinOrLabel', { defaultMessage: 'Any of these holds' });

const JoinSelect: React.FC<{
  join: VisualCondition['join'];
  onChange: (join: VisualCondition['join']) => void;
}> = ({ join, onChange }) => (
  <EuiCompressedSelect
    options={JOINS.map((value) => ({ value, text: joinLabel(value) }))}
    value={join}
    onChange={({ target }) => onChange(target.value === 'or' ? 'or' : 'and')}
    aria-label={i18n.translate('watchkeeper.editor.joinLabel', {
      defaultMessage: 'How the thresholds are joined',
    })}
    data-test-subj="thresholdJoin"
  />
);

/** The thresholds of a condition, one a row. */
export const ThresholdRows: React.FC<{
  condition: VisualCondition;
  choices: readonly MeasureChoice[];
  now: (measure: string) => string | undefined;
  onChange: (condition: VisualCondition) => void;
}> = ({ condition, choices, now, onChange }) => {
  const { join, thresholds } = condition;
  const put = (next: Threshold[]) => onChange({ ...condition, thresholds: next });
  const isOne = thresholds.length === 1;
  return (
    <>
      {!isOne && (
        <>
          <JoinSelect join={join} onChange={(next) => onChange({ ...condition, join: next })} />
          <EuiSpacer size="s" />
        </>
      )}
      {thresholds.map((threshold, i) => (
        <ThresholdRow
          // Rows have no identity but their place.
          key={i}
          threshold={threshold}
          choices={choices}
          now={now(threshold.measure)}
          onChange={(next) => put(thresholds.map((each, at) => (at === i ? next : each)))}
          onRemove={isOne ? undefined : () => put(thresholds.filter((_, at) => at !== i))}
        />
      ))}
      {choices.length === 0 && (
        <EuiText size="xs" color="subdued" data-test-subj="noMeasures">
          {i18n.translate('watchkeeper.editor.noMeasuresText', {
            defaultMessage: 'Run it once to choose from what the cluster answers.',
          })}
        </EuiText>
      )}
      <EuiFlexGroup responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="xs"
            flush="left"
            iconType="plusInCircle"
            onClick={() => {
              put([...thresholds, newThreshold(choices[0] ?? { measure: thresholds[0].measure })]);
            }}
            data-test-subj="addThreshold"
          >
            {i18n.translate('watchkeeper.editor.addThresholdLabel', {
              defaultMessage: 'Add threshold',
            })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
    </>
  );
};
