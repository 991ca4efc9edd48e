import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MONITORS_PATH } from '../../../../common/monitors/api';
import type { DryRun } from '../../../../common/monitors/api';
import { monitorSchema } from '../../../../common/monitors/monitor';
import type { Monitor } from '../../../../common/monitors/monitor';
import { createMonitor, write, writeCondition, writeIndex } from '../../testing/create_monitor';

jest.mock('../../../shared/code_editor', () =>
  jest.requireActual('../../testing/plain_code_editor')
);

const DRY_RUN = `POST ${MONITORS_PATH}/_dry_run`;

describe('a dry run', () => {
  const answerOf = (monitor: Monitor): DryRun => ({
    window: { start: 1_700_000_000_000, end: 1_700_000_060_000 },
    took: 4,
    hits: 42,
    results: '[{"took":4}]',
    verdicts: monitor.triggers.map((wrapped) => ({
      triggerId: 'bucket_level_trigger' in wrapped ? wrapped.bucket_level_trigger.id : '',
      kind: 'judged',
      groups: [
        { key: 'a', triggered: true, value: 'true', group: [{ field: 'host', value: 'a' }] },
        { key: 'b', triggered: true, value: 'true', group: [{ field: 'host', value: 'b' }] },
        { key: 'c', triggered: false, value: 'false', group: [{ field: 'host', value: 'c' }] },
      ],
      counts: { judged: 1200, triggered: 2 },
    })),
  });

  it('shows the groups of a trigger, and the messages that would be sent, as they are written', async () => {
    const asked: unknown[] = [];
    await createMonitor('bucket_level_monitor', {
      [DRY_RUN]: ({ body }) => {
        asked.push(body);
        return answerOf((body as { monitor: Monitor }).monitor);
      },
    });
    await writeIndex('logs-*');
    await userEvent.click(screen.getByTestId('runQueryButton'));
    const groups = await screen.findByTestId('triggerGroups');
    expect(groups).toHaveTextContent('2 of 1,200 groups triggered; the first 3 are shown');
    expect(groups).toHaveTextContent('host: a');
    expect(asked).toHaveLength(1);
    await userEvent.click(screen.getByTestId('addActionButton'));
    write('messageEditor', 'Host {{ctx.alert.bucket_keys}}');
    expect(screen.getByTestId('messagePreview')).toHaveTextContent('Host a');
    expect(screen.getByTestId('messageCount')).toHaveTextContent('The first of 2 messages');
    await userEvent.click(screen.getByRole('tab', { name: 'Messages (2)' }));
    const sent = screen.getAllByTestId('dryMessage');
    expect(sent.map((message) => /Host \w/.exec(message.textContent ?? '')?.[0])).toEqual([
      'Host a',
      'Host b',
    ]);
    expect(screen.queryByTestId('staleRunBadge')).not.toBeInTheDocument();
    writeCondition('params.count > 1');
    expect(screen.getByTestId('staleRunBadge')).toBeInTheDocument();
  });

  it('is asked of a draft that has no name yet', async () => {
    const asked: Monitor[] = [];
    await createMonitor('cluster_metrics_monitor', {
      [DRY_RUN]: ({ body }) => {
        const { monitor } = body as { monitor: Monitor };
        asked.push(monitor);
        return { ...answerOf(monitor), results: '[{"status":"red"}]', verdicts: [] };
      },
    });
    write('nameInput', '');
    await userEvent.click(screen.getByTestId('addActionButton'));
    await userEvent.click(screen.getByTestId('runQueryButton'));
    await waitFor(() => expect(screen.getByTestId('conditionValue')).toHaveTextContent('true'));
    expect(monitorSchema.safeParse(asked[0]).success).toBe(true);
    expect(screen.getByTestId('messagePreview')).toHaveTextContent('red');
  });

  it('shows why nothing is known, at its field, too', async () => {
    const message = 'This cluster does not answer PPL.';
    await createMonitor('ppl_monitor', {
      [DRY_RUN]: () => ({
        ...{ window: { start: 0, end: 60_000 }, results: '[]', verdicts: [] },
        problem: { code: 'no_ppl', message, field: 'inputs.0.ppl_input.query' },
      }),
    });
    await userEvent.click(screen.getByTestId('runQueryButton'));
    expect(await screen.findByTestId('dryProblem')).toHaveTextContent(message);
    expect(screen.getByTestId('field-inputs.0.ppl_input')).toHaveTextContent(message);
  });
});
