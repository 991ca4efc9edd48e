import React, { useEffect, useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingSpinner,
  EuiText,
} from '@elastic/eui';
import type { BackTestPoint } from '../../../../common/monitors/back_test/back_test';
import type { MeasureOf } from '../../../../common/monitors/threshold/measures';
import type { Threshold } from '../../../../common/monitors/threshold/threshold';
import { ThresholdChart } from '../../charts/threshold_chart';
import { measureWords } from '../../threshold_words';
import { usePast } from '../past';
import type { Past } from '../past';

const HOURS = [1, 6, 24, 168];

const hoursLabel = (hours: number): string =>
  hours >= 48
    ? i18n.translate('watchkeeper.editor.pastDaysLabel', {
        defaultMessage: 'Last {days} days',
        values: { days: hours / 24 },
      })
    : i18n.translate('watchkeeper.editor.pastHoursLabel', {
        defaultMessage: '{hours, plural, one {Last hour} other {Last # hours}}',
        values: { hours },
      });

const HoursSelect: React.FC<Pick<Past, 'hours' | 'setHours'>> = ({ hours, setHours }) => (
  <EuiCompressedSelect
    options={HOURS.map((value) => ({ value, text: hoursLabel(value) }))}
    value={hours}
    onChange={({ target }) => setHours(Number(target.value))}
    aria-label={i18n.translate('watchkeeper.editor.pastLabel', {
      defaultMessage: 'Time that the chart shows',
    })}
    data-test-subj="pastHours"
  />
);

const Note: React.FC<{ mark: string; isDanger?: boolean }> = ({ mark, isDanger, children }) => (
  <EuiText size="xs" color={isDanger ? 'danger' : 'subdued'} data-test-subj={mark}>
    <p className="eui-textBreakWord">{children}</p>
  </EuiText>
);

/** What stands in the place of the chart. */
const Missing: React.FC<{ past: Past; hasPoints: boolean }> = ({ past, hasPoints }) => {
  const { status, reason } = past.summary;
  if (status === 'impossible') return <Note mark="pastImpossible">{reason}</Note>;
  if (status === 'failed') {
    return (
      <Note mark="pastFailed" isDanger>
        {i18n.translate('watchkeeper.editor.pastFailedText', {
          defaultMessage: 'The last hours could not be drawn: {reason}',
          values: { reason: reason ?? '' },
        })}
      </Note>
    );
  }
  if (status === 'idle') {
    return (
      <Note mark="pastIdle">
        {i18n.translate('watchkeeper.editor.pastIdleText', {
          defaultMessage:
            'A chart of the last hours stands here as soon as the indices and the query are filled in.',
        })}
      </Note>
    );
  }
  if (status === 'ready' && !hasPoints) {
    return (
      <Note mark="pastEmpty">
        {i18n.translate('watchkeeper.editor.pastEmptyText', {
          defaultMessage: 'No window of this time has a number to draw.',
        })}
      </Note>
    );
  }
  return null;
};

const failedWindows = (points: readonly BackTestPoint[]): number =>
  points.filter(({ problem }) => problem !== undefined).length;

interface PastChartProps {
  triggerId: string;
  threshold: Threshold;
  of: MeasureOf;
  isCount: boolean;
  /** There are other thresholds besides this one. */
  isPart: boolean;
  /** Each point is the worst of several groups. */
  isOfGroups: boolean;
  onDrag: (value: string) => void;
  onPut: (value: string) => void;
  onCancel: () => void;
}

const Notes: React.FC<{
  points: readonly BackTestPoint[];
  isPart: boolean;
  isOfGroups: boolean;
}> = ({ points, isPart, isOfGroups }) => {
  const failed = failedWindows(points);
  return (
    <>
      {isOfGroups && (
        <Note mark="pastGroups">
          {i18n.translate('watchkeeper.editor.pastGroupsText', {
            defaultMessage: 'Each bar is the worst group of its window.',
          })}
        </Note>
      )}
      {isPart && (
        <Note mark="pastPart">
          {i18n.translate('watchkeeper.editor.pastPartText', {
            defaultMessage: 'This counts one threshold alone, without the others of the condition.',
          })}
        </Note>
      )}
      {failed > 0 && (
        <Note mark="pastProblems" isDanger>
          {i18n.translate('watchkeeper.editor.pastProblemsText', {
            defaultMessage:
              '{failed, plural, one {# window} other {# windows}} could not be judged, and {failed, plural, one {has} other {have}} no bar.',
            values: { failed },
          })}
        </Note>
      )}
    </>
  );
};

const NO_POINTS: readonly BackTestPoint[] = [];

/** The points of a trigger, but not those of another measure than is asked about: they are on their way. */
const usePoints = (
  { result, status }: Past['summary'],
  triggerId: string,
  measure: string
): readonly BackTestPoint[] => {
  const [known, setKnown] = useState(measure);
  useEffect(() => {
    if (status === 'ready') setKnown(measure);
  }, [status, measure]);
  if (status !== 'ready' && known !== measure) return NO_POINTS;
  return result?.triggers.find(({ id }) => id === triggerId)?.points ?? NO_POINTS;
};

/** The windows of the last hours by the back-test, with the threshold over them. */
export const PastChart: React.FC<PastChartProps> = ({
  triggerId,
  of,
  isPart,
  isOfGroups,
  ...chart
}) => {
  const past = usePast();
  const { summary, hours, setHours } = past;
  const { result, status } = summary;
  const points = usePoints(summary, triggerId, chart.threshold.measure);
  const hasPoints = points.some(({ measure }) => measure !== undefined);
  if (status === 'impossible') return <Missing past={past} hasPoints={false} />;
  return (
    <div data-test-subj="pastChart">
      <EuiFlexGroup
        gutterSize="s"
        alignItems="center"
        responsive={false}
        style={{ marginBottom: 0 }}
      >
        <EuiFlexItem grow={false}>
          <HoursSelect hours={hours} setHours={setHours} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          {status === 'loading' && (
            <EuiText size="xs" color="subdued" data-test-subj="pastLoading">
              <EuiLoadingSpinner size="s" />{' '}
              {i18n.translate('watchkeeper.editor.pastLoadingText', {
                defaultMessage: 'Looking at the past',
              })}
            </EuiText>
          )}
        </EuiFlexItem>
      </EuiFlexGroup>
      {hasPoints && (
        <>
          <ThresholdChart
            {...chart}
            points={points}
            windows={result?.windows.judged ?? 0}
            measure={measureWords(of)}
          />
          <Notes points={points} isPart={isPart} isOfGroups={isOfGroups} />
        </>
      )}
      <Missing past={past} hasPoints={hasPoints} />
    </div>
  );
};
