import React from 'react';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { BackTestResult } from '../../../../common/monitors/back_test/back_test';
import { triggersOf } from '../../../../common/monitors/monitor';
import type { Monitor } from '../../../../common/monitors/monitor';
import type { BackTestSummary } from '../../back_test/use_back_test_summary';
import { newMonitorOf } from '../new_monitor';
import { doneRunSample, monitorSample } from '../../testing/samples';
import { showEditor } from '../../testing/show_editor';
import { PastContext } from '../past';
import { TriggersSection } from './triggers_section';

jest.mock('../../../shared/code_editor', () =>
  jest.requireActual('../../testing/plain_code_editor')
);

const QUERY = '{"aggs":{"avg":{"avg":{"field":"took"}}}}';
const AVERAGE = 'ctx.results[0].aggregations.avg.value';

const monitorWith = (source: string): Monitor => {
  const monitor = monitorSample({ inputs: [{ search: { indices: ['logs'], query: QUERY } }] });
  const [{ query_level_trigger: trigger }] = monitor.triggers;
  const condition = { script: { source, lang: 'painless' as const } };
  return { ...monitor, triggers: [{ query_level_trigger: { ...trigger, condition } }] };
};

const sourceOf = (draft: Monitor): string => {
  const [trigger] = triggersOf(draft);
  return 'condition' in trigger ? trigger.condition.script.source : '';
};

const show = (
  monitor: Monitor,
  { summary, ran = false }: { summary?: Partial<BackTestSummary>; ran?: boolean } = {}
) => {
  const past = {
    summary: { status: 'idle' as const, fired: 0, messages: 0, ...summary },
    hours: 6,
    setHours: () => undefined,
  };
  return showEditor(
    <PastContext.Provider value={past}>
      <TriggersSection />
    </PastContext.Provider>,
    monitor,
    ran ? { runner: { done: doneRunSample() } } : {}
  );
};

const fill = (value: string, row = 0): void => {
  fireEvent.change(screen.getAllByTestId('thresholdValue')[row], { target: { value } });
};

const resultWith = (id: string): BackTestResult => ({
  from: 0,
  to: 4,
  windows: { judged: 3, failed: 1 },
  method: { kind: 'histogram', searches: 1 },
  triggers: [
    {
      id,
      name: 'x',
      points: [
        { end: 1, measure: 4, triggered: false },
        { end: 2, measure: 8, triggered: true },
        { end: 3, measure: 6, triggered: true },
        { end: 4, triggered: false, problem: { kind: 'query', message: 'no' } },
      ] as BackTestResult['triggers'][number]['points'],
      timelines: [],
      fired: 1,
      messages: { sent: 0, held_back: 0 },
    },
  ],
  alerts: [],
  alert_count: 0,
  took: 1,
  notes: [],
});

describe('the thresholds of a trigger', () => {
  it('are written as Painless, and said in words', async () => {
    const { draft } = show(monitorWith('ctx.results[0].hits.total.value > 0'), { ran: true });
    fill('5');
    expect(sourceOf(draft())).toBe('ctx.results[0].hits.total.value > 5');
    expect(screen.getByTestId('thresholdNow')).toHaveTextContent('Last run: 2');
    await userEvent.selectOptions(screen.getByTestId('thresholdMeasure'), 'Average of took');
    await userEvent.selectOptions(screen.getByTestId('thresholdComparison'), 'is at least');
    fill('1.5');
    await userEvent.click(screen.getByTestId('addThreshold'));
    fill('5000000000', 1);
    await userEvent.selectOptions(screen.getByTestId('thresholdJoin'), 'Any of these holds');
    expect(sourceOf(draft())).toBe(
      `${AVERAGE} >= 1.5 || ctx.results[0].hits.total.value > 5000000000L`
    );
    expect(screen.getByTestId('conditionInWords')).toHaveTextContent(
      'average of took is at least 1.5 or more than 5,000,000,000 documents.'
    );
    await userEvent.click(screen.getAllByTestId('removeThreshold')[0]);
    expect(sourceOf(draft())).toBe('ctx.results[0].hits.total.value > 5000000000L');
  });

  it('leave a script as its author wrote it until something is changed', async () => {
    const source = 'return ( ctx.results[0].hits.total.value>5 );';
    const { draft } = show(monitorWith(source));
    await userEvent.click(screen.getByTestId('conditionScriptTab'));
    await userEvent.click(screen.getByTestId('conditionThresholdTab'));
    expect(screen.getByTestId('thresholdValue')).toHaveValue(5);
    expect(sourceOf(draft())).toBe(source);
  });

  it('keep the last number while none is typed', async () => {
    const { draft } = show(monitorWith(`${AVERAGE} > 2`));
    fill('');
    expect(screen.getByTestId('thresholdValue')).toHaveAttribute('aria-invalid', 'true');
    expect(sourceOf(draft())).toBe(`${AVERAGE} > 2`);
    fireEvent.blur(screen.getByTestId('thresholdValue'));
    expect(screen.getByTestId('thresholdValue')).toHaveValue(2);
  });

  it('are not there for other scripts, with the reason; nothing is replaced unasked', async () => {
    const source = 'ctx.results[0].hits.total.value > 5 // as agreed';
    const { draft } = show(monitorWith(source));
    expect(screen.getByTestId('conditionEditor')).toHaveValue(source);
    await userEvent.click(screen.getByTestId('conditionThresholdTab'));
    expect(screen.getByTestId('notVisual')).toHaveTextContent('It has a comment.');
    expect(sourceOf(draft())).toBe(source);
    await userEvent.click(screen.getByTestId('replaceByThresholdButton'));
    expect(sourceOf(draft())).toBe('ctx.results[0].hits.total.value > 0');
    expect(screen.getByTestId('thresholdValue')).toHaveValue(0);
  });

  it('stand on the chart of the last hours, and move with it', async () => {
    const monitor = monitorWith(`${AVERAGE} > 5`);
    const result = resultWith(triggersOf(monitor)[0].id);
    const { draft } = show(monitor, { summary: { status: 'ready', result } });
    const words = () => screen.getByTestId('thresholdCrossings');
    expect(words()).toHaveTextContent('True in 2 of 3 windows: average of took is more than 5.');
    expect(screen.getByTestId('pastProblems')).toHaveTextContent('1 window could not be judged');
    fill('7');
    expect(words()).toHaveTextContent('True in 1 of 3 windows');
    screen.getByRole('slider').focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(sourceOf(draft())).toBe(`${AVERAGE} > 6.95`);
    expect(screen.getByTestId('thresholdValue')).toHaveValue(6.95);
  });

  it('say why there is no chart', () => {
    show(monitorWith(`${AVERAGE} > 5`), {
      summary: { status: 'failed', reason: 'no such index' },
    });
    expect(screen.getByTestId('pastFailed')).toHaveTextContent('no such index');
  });
});

describe('the script of a trigger', () => {
  it('has the value of each part on the last run', async () => {
    show(monitorWith(`${AVERAGE} * 2 > 5`), { ran: true });
    const rows = within(screen.getByTestId('subExpressions')).getAllByRole('row');
    expect(rows.slice(1).map((row) => row.textContent)).toEqual([
      expect.stringContaining('19999.0'),
      expect.stringContaining('39998.0'),
      expect.stringContaining('true'),
    ]);
  });
});

describe('the thresholds of other types of monitor', () => {
  it('name the values of a bucket that they need by themselves', async () => {
    const monitor = newMonitorOf('bucket_level_monitor');
    if (monitor.monitor_type !== 'bucket_level_monitor') throw new Error('It is one.');
    const query =
      '{"aggs":{"groups":{"terms":{"field":"h"},"aggs":{"p":{"percentiles":{"field":"took","percents":[95]}}}}}}';
    const { draft } = show({ ...monitor, inputs: [{ search: { indices: ['l'], query } }] });
    await userEvent.selectOptions(screen.getByTestId('thresholdMeasure'), 'Percentile 95 of took');
    fill('200');
    expect(triggersOf(draft())[0]).toMatchObject({
      condition: {
        buckets_path: { count: '_count', p_95: 'p[95]' },
        script: { source: 'params.p_95 > 200' },
      },
    });
    expect(screen.getByTestId('conditionInWords')).toHaveTextContent(
      'percentile 95 of took is more than 200'
    );
  });

  it('compare the texts of a cluster with others', async () => {
    const { draft } = show(newMonitorOf('cluster_metrics_monitor'));
    expect(screen.getByTestId('thresholdValue')).toHaveValue('green');
    fill('yel"low');
    expect(sourceOf(draft())).toBe('ctx.results[0].status != "yel\\"low"');
    expect(screen.getByTestId('conditionInWords')).toHaveTextContent('status is not yel"low');
  });
});
