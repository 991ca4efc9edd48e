import React, { useMemo, useState } from 'react';
import { EuiCode, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { MeasureOf } from '../../../../common/monitors/threshold/measures';
import { literalOfTyped } from '../../../../common/monitors/threshold/number_text';
import { printCondition } from '../../../../common/monitors/threshold/print_condition';
import type { Threshold, VisualCondition } from '../../../../common/monitors/threshold/threshold';
import { hasLine } from '../../charts/threshold_chart';
import { conditionWords } from '../../threshold_words';
import { PastChart } from './past_chart';
import { ThresholdRows } from './threshold_rows';
import type { MeasureChoice } from './threshold_row';

interface Dragged {
  /** Of which threshold. */
  index: number;
  value: string;
}

const withValue = (condition: VisualCondition, { index, value }: Dragged): VisualCondition => ({
  ...condition,
  thresholds: condition.thresholds.map((each, i) => (i === index ? { ...each, value } : each)),
});

/** The threshold whose measure the runs note down: the first that a number can be over. */
const drawnIndex = (thresholds: readonly Threshold[]): number => thresholds.findIndex(hasLine);

const isCount = ({ kind, ...of }: MeasureOf): boolean =>
  kind === 'documents' ||
  kind === 'documents_of' ||
  kind === 'buckets' ||
  ('type' in of && (of.type === 'cardinality' || of.type === 'value_count'));

/** A condition as thresholds: rows, the chart of the last hours with a line to drag, and the condition in words. */
export const ThresholdPanel: React.FC<{
  triggerId: string;
  condition: VisualCondition;
  choices: readonly MeasureChoice[];
  /** What a measure is on the last Run. */
  now: (measure: string) => string | undefined;
  ofMeasure: (measure: string) => MeasureOf;
  onChange: (source: string) => void;
  /** It is judged of each group: the chart has the worst of them. */
  isOfGroups?: boolean;
}> = ({ triggerId, condition, choices, now, ofMeasure, onChange, isOfGroups = false }) => {
  const [dragged, setDragged] = useState<Dragged>();
  const shown = useMemo(
    () => (dragged ? withValue(condition, dragged) : condition),
    [condition, dragged]
  );
  const index = drawnIndex(shown.thresholds);
  const change = (next: VisualCondition) => {
    setDragged(undefined);
    onChange(printCondition(next));
  };
  const drawn = shown.thresholds[index];
  return (
    <div data-test-subj="thresholdPanel">
      <ThresholdRows condition={shown} choices={choices} now={now} onChange={change} />
      <EuiText size="s" data-test-subj="conditionInWords">
        <p>
          {i18n.translate('watchkeeper.editor.conditionInWordsText', {
            defaultMessage: 'Alerts when: {words}.',
            values: { words: conditionWords(shown, ofMeasure) },
          })}
        </p>
      </EuiText>
      <EuiText size="xs" color="subdued">
        <EuiCode>{printCondition(shown)}</EuiCode>
      </EuiText>
      {index >= 0 && (
        <>
          <EuiSpacer size="s" />
          <PastChart
            triggerId={triggerId}
            threshold={drawn}
            of={ofMeasure(drawn.measure)}
            isCount={isCount(ofMeasure(drawn.measure))}
            isOfGroups={isOfGroups}
            isPart={shown.thresholds.length > 1}
            onDrag={(text) => setDragged({ index, value: literalOfTyped(text) ?? drawn.value })}
            onPut={(text) =>
              change(withValue(condition, { index, value: literalOfTyped(text) ?? drawn.value }))
            }
            onCancel={() => setDragged(undefined)}
          />
        </>
      )}
    </div>
  );
};
