import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { BarSeries, LineSeries, ScaleType } from '@elastic/charts';
import { EuiText } from '@elastic/eui';
import { parseLossless } from '../../../common/json/lossless';
import type { DoneRun } from '../editor/query_run';
import { formatDuration, useTime } from '../../shared/time';
import { formatCount } from '../words';
import { ChartFrame } from './chart_frame';
import { seriesOf } from './series';
import type { AnswerSeries, TimePoint } from './series';
import { axisFormat } from './time_axis';

const HEIGHT = 120;

type Drawn = Exclude<AnswerSeries, { kind: 'none' }>;

const titleOf = (series: Drawn, hits: number): string => {
  if (series.kind === 'documents') {
    return i18n.translate('watchkeeper.editor.chartDocumentsTitle', {
      defaultMessage:
        'The {documents, plural, one {document} other {# documents}} that came back, of {hits, plural, one {# hit} other {# hits}}, by {field}',
      values: { documents: series.documents, hits, field: series.field },
    });
  }
  const { aggregation, metric, summedBy } = series;
  if (summedBy !== undefined) {
    return i18n.translate('watchkeeper.editor.chartSummedHitsTitle', {
      defaultMessage: 'Hits over time, by the aggregation “{aggregation}”, summed by {step}',
      values: { aggregation, step: formatDuration(summedBy) },
    });
  }
  return metric === undefined
    ? i18n.translate('watchkeeper.editor.chartHitsTitle', {
        defaultMessage: 'Hits over time, by the aggregation “{aggregation}”',
        values: { aggregation },
      })
    : i18n.translate('watchkeeper.editor.chartMetricTitle', {
        defaultMessage: '“{metric}” over time, by the aggregation “{aggregation}”',
        values: { metric, aggregation },
      });
};

const describe = (points: TimePoint[], format: (instant: number) => string): string => {
  const values = points.map(({ value }) => value);
  const highest = points.reduce((best, point) => (point.value > best.value ? point : best));
  return i18n.translate('watchkeeper.editor.chartDescription', {
    defaultMessage:
      '{count, plural, one {# value} other {# values}} from {start} to {end}; the lowest is {least}, the highest {most}, at {time}.',
    values: {
      count: points.length,
      start: format(points[0].at),
      end: format(points[points.length - 1].at),
      least: formatCount(Math.min(...values)),
      most: formatCount(highest.value),
      time: format(highest.at),
    },
  });
};

const Drawing: React.FC<{ series: Drawn; title: string }> = ({ series, title }) => {
  const { format, zone } = useTime();
  const { points } = series;
  const isMetric = series.kind === 'histogram' && series.metric !== undefined;
  const Series = isMetric ? LineSeries : BarSeries;
  return (
    <ChartFrame
      height={HEIGHT}
      label={title}
      description={describe(points, format)}
      formatX={axisFormat(zone, points[0].at, points[points.length - 1].at)}
      isCount={!isMetric}
      settings={{ tooltip: { headerFormatter: ({ value }) => format(Number(value)) } }}
    >
      <Series
        id="values"
        name={isMetric ? series.metric : title}
        xScaleType={ScaleType.Time}
        yScaleType={ScaleType.Linear}
        xAccessor="at"
        yAccessors={['value']}
        timeZone={zone}
        data={points}
      />
    </ChartFrame>
  );
};

/** The last Run over time: its date histogram, else the documents that came back, and it says which. */
export const AnswerChart: React.FC<{ done: DoneRun }> = ({ done: { answer, response } }) => {
  const series = useMemo(
    () => seriesOf(response, parseLossless(answer.rendered_query), answer.window),
    [response, answer]
  );
  if (series.kind === 'none' || series.points.length === 0) {
    return (
      <EuiText size="xs" color="subdued" data-test-subj="answerChartEmpty">
        {answer.hits === 0
          ? i18n.translate('watchkeeper.editor.chartNoHitsText', {
              defaultMessage: 'No hits in this period: there is nothing to draw.',
            })
          : i18n.translate('watchkeeper.editor.chartNoTimesText', {
              defaultMessage:
                'Nothing to draw over time: the answer has no date histogram, and no document with a time came back.',
            })}
      </EuiText>
    );
  }
  const title = titleOf(series, answer.hits);
  return (
    <div data-test-subj="answerChart">
      <EuiText size="xs" color="subdued">
        {title}
      </EuiText>
      <Drawing series={series} title={title} />
    </div>
  );
};
