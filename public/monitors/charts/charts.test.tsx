import React from 'react';
import { screen } from '@testing-library/react';
import { parseLossless } from '../../../common/json/lossless';
import type { RunRecord } from '../../../common/monitors/api';
import type { DoneRun } from '../editor/query_run';
import { doneRunSample, runSample } from '../testing/samples';
import { showMonitors } from '../testing/show_monitors';
import { AnswerChart } from './answer_chart';
import { RunsChart, countedRuns } from './runs_chart';

const doneWith = (response: string, hits: number): DoneRun => {
  const done = doneRunSample();
  return {
    ...done,
    answer: { ...done.answer, hits, response },
    response: parseLossless(response),
  };
};

describe('the chart of the last run', () => {
  it('says that it counts the documents that came back, and by which field', () => {
    showMonitors(<AnswerChart done={{ ...doneRunSample() }} />, {});
    expect(screen.getByTestId('answerChart')).toHaveTextContent(
      'The 2 documents that came back, of 2 hits, by @timestamp'
    );
  });

  it('says which metric of which aggregation it draws, also to those who do not see it', () => {
    const bucket = (at: number, value: string) =>
      `{"key":${at},"key_as_string":"x","doc_count":1,"slowest":{"value":${value}}}`;
    const buckets = [bucket(1_700_000_000_000, '5.0'), bucket(1_700_000_060_000, '7.5')];
    const response = `{"aggregations":{"by_minute":{"buckets":[${buckets.join(',')}]}}}`;
    showMonitors(<AnswerChart done={doneWith(response, 2)} />, {});
    const chart = screen.getByTestId('answerChart');
    expect(chart).toHaveTextContent('“slowest” over time, by the aggregation “by_minute”');
    expect(chart).toHaveTextContent(/2 values from .* the lowest is 5, the highest 7.5/);
  });

  it('says why there is nothing to draw', () => {
    showMonitors(<AnswerChart done={doneWith('{"hits":{"hits":[]}}', 0)} />, {});
    expect(screen.getByTestId('answerChartEmpty')).toHaveTextContent('No hits');
    showMonitors(<AnswerChart done={doneWith('{"hits":{"hits":[]}}', 3)} />, {});
    expect(screen.getByText(/no date histogram/)).toBeInTheDocument();
  });
});

describe('the chart of the last runs', () => {
  const runs: RunRecord[] = [
    runSample({ scheduled_at: 3000, hits: 4, outcome: 'triggered' }),
    runSample({ scheduled_at: 2000, hits: undefined, outcome: 'error' }),
    runSample({ scheduled_at: 1000, hits: 0 }),
  ];

  it('leaves out what counted nothing, and goes from the oldest to the newest', () => {
    expect(countedRuns(runs)).toEqual([
      { at: 1000, hits: 0, triggered: false },
      { at: 3000, hits: 4, triggered: true },
    ]);
  });

  it('says in words what it shows', () => {
    showMonitors(<RunsChart runs={runs} />, {});
    expect(screen.getByTestId('runsChart')).toHaveTextContent(
      /2 runs from .* 1 triggered; at most 4 hits/
    );
  });

  it('is not there for a single run', () => {
    showMonitors(<RunsChart runs={runs.slice(0, 2)} />, {});
    expect(screen.queryByTestId('runsChart')).not.toBeInTheDocument();
  });
});
