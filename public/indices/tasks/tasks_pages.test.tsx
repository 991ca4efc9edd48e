import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { LISTING_PATH } from '../../../common/indices/indices_api';
import { rowNamed } from '../../../common/indices/table/generated_rows';
import { TASKS_PATH, TASK_CHECK_PATH, taskPath } from '../../../common/indices/tasks/tasks_api';
import type { TaskCheck, TaskView } from '../../../common/indices/tasks/tasks_api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import type { Answer } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import { IndicesRoutes } from '../routes';

const ROWS = [
  rowNamed('logs-000001', { aliases: [{ name: 'logs', is_write_index: true }] }),
  rowNamed('orders'),
];

const task = (change: Partial<TaskView> = {}): TaskView => ({
  ...{ id: '1-a', kind: 'reindex', sources: ['orders'], target: 'copy', created_at: 1000 },
  ...{ state: 'running', ordered: true, at_once: 1, stopped: false, who: 'ann' },
  steps: [
    { what: { do: 'create', index: 'copy', body: {} }, state: 'done' },
    {
      what: {
        ...{ do: 'reindex', index: 'copy', sources: ['orders'], conflicts: 'abort' },
        ...{ create_only: false, sliced: true },
      },
      state: 'running',
      progress: { done: 500, total: 2000, unit: 'documents' },
    },
  ],
  driver: { id: 'd', until: 0 },
  ...change,
});

const check = (change: Partial<TaskCheck> = {}): TaskCheck => ({
  ...{ findings: [], steps: [{ do: 'block', index: 'orders' }], sources: [] },
  ...change,
});

const open = (path: string, routes: Record<string, Answer> = {}) =>
  renderPage(<IndicesRoutes />, {
    appId: APP_IDS.indices,
    path,
    answer: routed({
      [`GET ${LISTING_PATH}`]: () => ({ at: 0, rows: ROWS, gaps: [] }),
      [`GET ${TASKS_PATH}`]: () => ({ total: 1, items: [task()] }),
      [`POST ${TASK_CHECK_PATH}`]: () => check(),
      [`POST ${TASKS_PATH}`]: () => task(),
      ...routes,
    }),
  });

const sentTo = (requests: ReturnType<typeof open>['requests'], path: string) =>
  requests.filter((request) => request.method === 'POST' && request.path === path);

const begin = () => screen.getByTestId('beginTask');

describe('the form of a task', () => {
  it('is filled in from the selection, says what happens, and begins it', async () => {
    const { requests, history } = open('/tasks/begin/force_merge?indices=orders,logs-000001');
    expect(await screen.findByText('Refuse writes to orders')).toBeInTheDocument();
    await userEvent.clear(screen.getByTestId('taskField-at_once'));
    await userEvent.type(screen.getByTestId('taskField-at_once'), '2');
    await waitFor(() => expect(begin()).toBeEnabled());
    await userEvent.click(begin());
    await waitFor(() => expect(history.location.pathname).toBe('/tasks'));
    expect(sentTo(requests, TASKS_PATH)[0].body).toEqual({
      ...{ kind: 'force_merge', indices: ['orders', 'logs-000001'], max_num_segments: 1 },
      ...{ only_expunge_deletes: false, flush: true, at_once: 2 },
    });
  });

  it('marks what is wrong at its field, before anything is asked of the cluster and after', async () => {
    const { requests } = open('/tasks/begin/shrink?indices=orders', {
      [`POST ${TASK_CHECK_PATH}`]: () =>
        check({
          findings: [
            { severity: 'error', field: 'shards', message: 'It can be shrunk to 2, 1.' },
            { severity: 'warning', message: 'Writes are refused.' },
          ],
        }),
    });
    expect(await screen.findByText('It can be shrunk to 2, 1.')).toBeInTheDocument();
    expect(screen.getByTestId('taskFinding-warning')).toHaveTextContent('Writes are refused.');
    expect(begin()).toBeDisabled();
    const asked = sentTo(requests, TASK_CHECK_PATH).length;
    await userEvent.clear(screen.getByTestId('taskField-shards'));
    await userEvent.type(screen.getByTestId('taskField-shards'), 'x');
    expect(await screen.findByText('A whole number, from 1 on.')).toBeInTheDocument();
    expect(sentTo(requests, TASK_CHECK_PATH)).toHaveLength(asked);
  });

  it('keeps all that was written when it is refused, and says why', async () => {
    open('/tasks/begin/clone?indices=orders', {
      [`POST ${TASKS_PATH}`]: () => {
        throw refusal(403, 'forbidden', 'ann lacks indices:admin/resize on orders.');
      },
    });
    const name = await screen.findByTestId('taskField-target');
    expect(name).toHaveValue('orders-clone');
    await userEvent.clear(name);
    await userEvent.type(name, 'copy');
    await waitFor(() => expect(begin()).toBeEnabled());
    await userEvent.click(begin());
    expect(await screen.findByTestId('taskTrouble')).toHaveTextContent('ann lacks');
    expect(name).toHaveValue('copy');
  });

  it('rolls over by the alias that the index is written through', async () => {
    const { requests } = open('/tasks/begin/rollover?indices=logs-000001');
    await waitFor(() =>
      expect(sentTo(requests, TASK_CHECK_PATH)[0]?.body).toEqual({
        kind: 'rollover',
        target: 'logs',
      })
    );
  });

  it('takes over a selection that is too long for an address', async () => {
    const names = Array.from({ length: 200 }, (_, day) => `logs-of-a-day-${day}`);
    const { requests } = open('/', {
      [`GET ${LISTING_PATH}`]: () => ({
        at: 0,
        rows: names.map((name) => rowNamed(name)),
        gaps: [],
      }),
    });
    await userEvent.click(await screen.findByTestId('selectAllIndices'));
    await userEvent.click(screen.getByTestId('indexActions'));
    expect(screen.queryByTestId('indexAction-shrink')).not.toBeInTheDocument();
    await userEvent.click(await screen.findByTestId('indexAction-force_merge'));
    await waitFor(() => expect(sentTo(requests, TASK_CHECK_PATH)).toHaveLength(1));
    const { indices } = sentTo(requests, TASK_CHECK_PATH)[0].body as { indices: string[] };
    expect([...indices].sort()).toEqual([...names].sort());
  });
});

describe('the tasks', () => {
  it('tell how far they are, and show their steps', async () => {
    open('/tasks');
    expect(await screen.findByTestId('taskWords')).toHaveTextContent(
      '1 of 2 steps, 500 of 2,000 documents'
    );
    expect(screen.getByTestId('taskProgress')).toHaveAttribute('value', '63');
    await userEvent.click(screen.getByTestId('taskExpand'));
    const details = within(screen.getByTestId('taskDetails'));
    expect(details.getByText('Copy the documents of orders into copy')).toBeInTheDocument();
  });

  it('are cancelled after a question, and go on after one that names what is left', async () => {
    const { requests, confirm, view } = open('/tasks', {
      [`POST ${taskPath('1-a', 'cancel')}`]: () => task({ state: 'cancelled' }),
    });
    await userEvent.click(await screen.findByTestId('taskCancel'));
    await waitFor(() => expect(sentTo(requests, taskPath('1-a', 'cancel'))).toHaveLength(1));
    expect(confirm).toHaveBeenCalledTimes(1);
    view.unmount();
    const later = open('/tasks', {
      [`GET ${TASKS_PATH}`]: () => ({
        total: 1,
        items: [task({ stopped: true, stopped_because: 'Your login has ended.' })],
      }),
      [`POST ${taskPath('1-a', 'go_on')}`]: () => task(),
    });
    expect(await screen.findByTestId('taskState')).toHaveTextContent('Stopped');
    expect(screen.getByTestId('taskWords')).toHaveTextContent('Your login has ended.');
    await userEvent.click(screen.getByTestId('taskGoOn'));
    await waitFor(() => expect(sentTo(later.requests, taskPath('1-a', 'go_on'))).toHaveLength(1));
  });

  it('of others say how many indices are not named, since one may not see them', async () => {
    const hidden = task({ sources: [], target: undefined, unseen: 2 });
    open('/tasks', { [`GET ${TASKS_PATH}`]: () => ({ total: 1, items: [hidden] }) });
    expect(await screen.findByTestId('taskUnseen')).toHaveTextContent(
      '2 indices that you may not see, or that are gone'
    );
  });

  it('say why they failed, and that there are none', async () => {
    const steps = task().steps.map((step) => ({
      ...step,
      state: 'failed' as const,
      reason: 'No room.',
    }));
    const { view } = open('/tasks', {
      [`GET ${TASKS_PATH}`]: () => ({ total: 1, items: [task({ state: 'failed', steps })] }),
    });
    expect(await screen.findByTestId('taskWords')).toHaveTextContent('No room.');
    expect(screen.queryByTestId('taskCancel')).not.toBeInTheDocument();
    view.unmount();
    open('/tasks', { [`GET ${TASKS_PATH}`]: () => ({ total: 0, items: [] }) });
    expect(await screen.findByText('No long work has been begun yet')).toBeInTheDocument();
  });
});
