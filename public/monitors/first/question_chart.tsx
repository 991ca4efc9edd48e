import React, { useState } from 'react';
import { EuiSpacer } from '@elastic/eui';
import type { BackTestPoint } from '../../../common/monitors/back_test/back_test';
import type { ReadyMade } from '../../../common/monitors/ready_made/answers';
import { durationMeasure } from '../../../common/monitors/ready_made/searches';
import { DOCUMENT_COUNT } from '../../../common/monitors/threshold/measures';
import type { MeasureOf } from '../../../common/monitors/threshold/measures';
import type { Comparison } from '../../../common/monitors/threshold/threshold';
import type { BackTestSummary } from '../back_test/use_back_test_summary';
import { ThresholdChart } from '../charts/threshold_chart';
import { measureWords } from '../threshold_words';
import type { AnswersState } from './use_answers';

interface Drawn {
  measure: string;
  comparison: Comparison;
  of: MeasureOf;
}

/** What of a question is one number held against a threshold. */
const drawnOf = (which: ReadyMade, { answers }: AnswersState): Drawn | undefined => {
  switch (which) {
    case 'error_logs':
      return { measure: DOCUMENT_COUNT, comparison: '>', of: { kind: 'documents' } };
    case 'no_logs':
      return { measure: DOCUMENT_COUNT, comparison: '<', of: { kind: 'documents' } };
    case 'slow_service':
      return { measure: 'params.slow', comparison: '>', of: durationMeasure(answers) };
    default:
      return undefined;
  }
};

const NO_POINTS: readonly BackTestPoint[] = [];

/** The windows of the last hours, with the threshold over them: it can be dragged to where it belongs. */
export const QuestionChart: React.FC<{ state: AnswersState; past: BackTestSummary }> = ({
  state,
  past,
}) => {
  const [held, setHeld] = useState<string | undefined>();
  const drawn = drawnOf(state.which, state);
  const points = past.result?.triggers[0]?.points ?? NO_POINTS;
  const { threshold } = state.answers;
  if (!drawn || !Number.isFinite(threshold)) return null;
  if (!points.some(({ measure }) => measure !== undefined)) return null;
  const { measure, comparison, of } = drawn;
  return (
    <>
      <EuiSpacer size="m" />
      <ThresholdChart
        points={points}
        windows={past.result?.windows.judged ?? 0}
        threshold={{ measure, comparison, value: held ?? String(threshold) }}
        measure={measureWords(of)}
        isCount={of.kind === 'documents'}
        onDrag={setHeld}
        onPut={(value) => {
          setHeld(undefined);
          state.give({ threshold: Number(value) });
        }}
        onCancel={() => setHeld(undefined)}
      />
    </>
  );
};
