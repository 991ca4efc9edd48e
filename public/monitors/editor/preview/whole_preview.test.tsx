import React from 'react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DryRun } from '../../../../common/monitors/api';
import { MONITORS_PATH } from '../../../../common/monitors/api';
import { monitorSchema } from '../../../../common/monitors/monitor';
import type { Action, Monitor, QueryLevelTrigger } from '../../../../common/monitors/monitor';
import { destinationSample, doneRunSample, monitorSample } from '../../testing/samples';
import { showEditor } from '../../testing/show_editor';
import { newAction, newTrigger } from '../new_monitor';
import type { QueryRunner } from '../query_run';
import { WholePreview } from './whole_preview';

const action = (changes: Partial<Action> = {}): Action => ({
  ...newAction([], 'd1'),
  message_template: { source: 'Found {{ctx.results.0.hits.total.value}}', lang: 'mustache' },
  ...changes,
});

const monitorWith = (trigger: Partial<QueryLevelTrigger>, changes = {}): Monitor =>
  monitorSample({
    schedule: { period: { interval: 1, unit: 'MINUTES' } },
    triggers: [{ query_level_trigger: { ...newTrigger([]), actions: [action()], ...trigger } }],
    ...changes,
  });

const show = (
  monitor: Monitor,
  runner: Partial<QueryRunner> = { done: doneRunSample() },
  routes = {}
) => showEditor(<WholePreview />, monitor, { runner, routes });

describe('what would happen now', () => {
  it('is asked for by a Run', async () => {
    const run = jest.fn();
    show(monitorWith({}), { run });
    expect(screen.getByTestId('previewNothing')).toHaveTextContent('Nothing is saved or sent.');
    await userEvent.click(screen.getByTestId('previewRunButton'));
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('is which alert opens, and which message goes where', async () => {
    show(monitorWith({}));
    expect(screen.getByTestId('triggerVerdict')).toHaveTextContent('true');
    expect(screen.getByTestId('triggerAlerts')).toHaveTextContent('1 active');
    expect(screen.getByTestId('actionOutcome-queued')).toHaveTextContent('Sends 1 message');
    expect(screen.getByTestId('previewMessage')).toHaveTextContent('Found 2');
    expect(await screen.findByText(/to Ops/)).toBeInTheDocument();
  });

  it('is nothing yet while the condition has to hold, until it has', async () => {
    show(monitorWith({ for: { value: 2, unit: 'MINUTES' } }));
    expect(screen.getByTestId('triggerAlerts')).toHaveTextContent('1 pending');
    expect(screen.getByTestId('actionSilence')).toHaveTextContent('has to hold for 2');
    const rows = within(screen.getByTestId('previewCourse')).getAllByRole('row');
    expect(rows).toHaveLength(11);
    expect(rows[2]).toHaveTextContent('1 pending');
    expect(rows[3]).toHaveTextContent('1 active');
    await userEvent.click(screen.getByTestId('previewRun-3'));
    expect(screen.getByTestId('previewHeading')).toHaveTextContent('Run 3 of the same: 1 message');
    expect(screen.getByTestId('triggerAlerts')).toHaveTextContent('1 active');
  });

  it('is held back by a throttle, with the reason', async () => {
    const throttled = action({ throttle_enabled: true, throttle: { value: 5, unit: 'MINUTES' } });
    show(monitorWith({ actions: [throttled] }));
    await userEvent.click(screen.getByTestId('previewRun-2'));
    expect(screen.getByTestId('actionOutcome-held_back')).toHaveTextContent('Throttled until');
  });

  it('follows the policy for missing data, as a run does', () => {
    const empty = doneRunSample();
    const done = { ...empty, answer: { ...empty.answer, hits: 0 } };
    show(monitorWith({ no_data: 'ok' }), { done });
    expect(screen.getByTestId('triggerVerdict')).toHaveTextContent('nothing to judge');
    expect(screen.getByTestId('actionSilence')).toHaveTextContent('no data to judge');
  });

  it('is an error where a run would make one, and of a disabled monitor it says so', () => {
    const sample = doneRunSample();
    const problem = { code: 'partial', message: '1 of 2 shards answered.' };
    const done = { ...sample, answer: { ...sample.answer, problem } };
    show(monitorWith({}, { enabled: false }), { done });
    expect(screen.getByTestId('previewProblem')).toHaveTextContent('1 of 2 shards answered.');
    expect(screen.getByTestId('previewDisabled')).toBeInTheDocument();
  });

  it('asks the cluster for a condition that only that knows', async () => {
    const source = 'return new java.util.ArrayList().isEmpty() && Math.cbrt(8) > 1';
    const trigger = { condition: { script: { source, lang: 'painless' as const } } };
    show(
      monitorWith(trigger),
      { done: doneRunSample() },
      {
        [`POST ${MONITORS_PATH}/_condition`]: () => ({
          ...{ kind: 'value', value: 'true', triggered: true, evaluated_by: 'cluster' },
        }),
      }
    );
    expect(await screen.findByText('Sends 1 message')).toBeInTheDocument();
  });

  it('tells that a destination cannot send', async () => {
    show(
      monitorWith({}),
      { done: doneRunSample() },
      {
        'GET /api/watchkeeper/destinations': () => ({
          total: 1,
          items: [destinationSample('d1', 'Ops', { has_secrets: false })],
        }),
      }
    );
    expect(await screen.findByText(/its secrets must be given again/)).toBeInTheDocument();
  });

  it('is by group, with all of them counted and one message at a time', async () => {
    const monitor = monitorSchema.parse({
      ...monitorSample({ triggers: [] }),
      monitor_type: 'bucket_level_monitor',
      triggers: [
        {
          bucket_level_trigger: {
            ...{ id: 't', name: 'Busy', severity: '2', actions: [action({ name: 'Tell' })] },
            condition: {
              ...{ parent_bucket_path: 'hosts', buckets_path: { n: '_count' } },
              script: { source: 'params.n > 1' },
            },
          },
        },
      ],
    });
    const groups = ['a', 'b', 'c'].map((key) => ({
      ...{ key, triggered: key !== 'c', group: [{ field: 'host', value: key }] },
    }));
    const answer = {
      window: { start: 0, end: 60_000 },
      results: '[{"hits":{"total":{"value":2}}}]',
      verdicts: [
        { triggerId: 't', kind: 'judged', groups, counts: { judged: 1200, triggered: 2 } },
      ],
    } as DryRun;
    show(monitor, { dry: { answer, asked: '' } });
    expect(screen.getByTestId('previewGroupCounts')).toHaveTextContent(
      'True for 2 of 1,200 groups; the first 3 are shown'
    );
    expect(screen.getByTestId('triggerAlerts')).toHaveTextContent('2 active');
    expect(screen.getByTestId('previewMessage')).toHaveTextContent('Message 1 of 2');
    await userEvent.click(screen.getByTestId('nextMessage'));
    expect(screen.getByTestId('previewMessage')).toHaveTextContent('Message 2 of 2');
  });
});
