import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DATA_STREAMS_PATH } from '../../../common/indices/data_streams/api';
import type { StreamRow } from '../../../common/indices/data_streams/api';
import { INDEX_TEMPLATES_PATH } from '../../../common/indices/index_templates/api';
import { templateRow } from '../../../common/indices/index_templates/read_template';
import { APP_IDS } from '../../../common/plugin';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import type { Routes } from '../../shared/testing/routes';
import { IndicesRoutes } from '../routes';

const LOGS: StreamRow = {
  ...{ name: 'logs-web', status: 'green', backing: 2, generation: 7, bytes: 2048 },
  ...{ template: 'logs', time_field: '@timestamp', newest_at: 1790000000000, policy: 'keep' },
};

const ROUTES: Routes = {
  [`GET ${DATA_STREAMS_PATH}`]: () => ({ supported: true, streams: [LOGS], gaps: [] }),
  [`GET ${DATA_STREAMS_PATH}/logs-web`]: () => ({
    row: LOGS,
    indices: [
      { name: '.ds-logs-web-000007', is_write_index: true },
      { name: '.ds-logs-web-000006', is_write_index: false },
    ],
  }),
  [`GET ${INDEX_TEMPLATES_PATH}`]: () => ({
    templates: [
      templateRow('logs', 'composable', { index_patterns: ['logs-*'], data_stream: {} }),
      templateRow('app', 'composable', { index_patterns: ['logs-app*'], priority: 9 }),
    ],
    ...{ components: [], gaps: [] },
  }),
};

const open = (path: string, routes: Routes = {}) =>
  renderPage(<IndicesRoutes />, {
    ...{ appId: APP_IDS.indices, path, answer: routed({ ...ROUTES, ...routes }) },
  });

describe('the data streams', () => {
  it('are listed with size, template and policy, and opened beside the list', async () => {
    const { history } = open('/data_streams');
    const table = await screen.findByTestId('streamsTable');
    for (const text of ['logs-web', 'Green', '2 KB', 'logs', 'keep']) {
      expect(table).toHaveTextContent(text);
    }
    await userEvent.click(screen.getByTestId('streamLink'));
    expect(history.location.pathname).toBe('/data_streams/logs-web');
    const [first, second] = within(await screen.findByTestId('backingIndices')).getAllByRole(
      'listitem'
    );
    expect(first).toHaveTextContent('.ds-logs-web-000007 written to');
    expect(second).not.toHaveTextContent('written to');
  });

  it('are created only where a template makes them, which is said before', async () => {
    const { requests } = open('/data_streams', {
      [`PUT ${DATA_STREAMS_PATH}/logs-new`]: () => ({}),
    });
    await userEvent.click(await screen.findByTestId('createStream'));
    const name = await screen.findByTestId('streamName');
    const button = screen.getByTestId('createStreamConfirm');
    await userEvent.type(name, 'other');
    expect(screen.getByTestId('streamTemplateMissing')).toHaveTextContent('No index template');
    expect(button).toBeDisabled();
    await userEvent.clear(name);
    await userEvent.type(name, 'logs-app');
    expect(screen.getByTestId('streamTemplateMissing')).toHaveTextContent('app matches, and makes');
    await userEvent.clear(name);
    await userEvent.type(name, 'logs-new');
    expect(screen.getByTestId('streamTemplate')).toHaveTextContent('logs');
    await userEvent.click(button);
    await waitFor(() => expect(requests.some(({ method }) => method === 'PUT')).toBe(true));
    await waitFor(() => expect(screen.queryByTestId('createStreamDialog')).toBeNull());
  });

  it('are rolled over after a question, and deleted by their name', async () => {
    const { requests, confirm, toasts, history } = open('/data_streams/logs-web', {
      [`POST ${DATA_STREAMS_PATH}/logs-web/_rollover`]: () => ({
        ...{ old_index: '.ds-logs-web-000007', new_index: '.ds-logs-web-000008' },
      }),
      [`DELETE ${DATA_STREAMS_PATH}/logs-web`]: () => undefined,
    });
    await userEvent.click(await screen.findByTestId('rollOver'));
    await waitFor(() => expect(toasts[0]?.title).toContain('.ds-logs-web-000008'));
    expect(confirm).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByTestId('deleteStream'));
    expect(await screen.findByTestId('deleteDialog')).toHaveTextContent('All 2 indices behind it');
    await userEvent.type(screen.getByTestId('deleteWord'), 'logs-web');
    await userEvent.click(screen.getByTestId('deleteConfirm'));
    await waitFor(() => expect(history.location.pathname).toBe('/data_streams'));
    expect(requests.find(({ method }) => method === 'DELETE')?.query).toEqual({
      confirm: 'logs-web',
    });
  });

  it('are missed in a sentence where the cluster has none', async () => {
    open('/data_streams', {
      [`GET ${DATA_STREAMS_PATH}`]: () => ({ supported: false, streams: [], gaps: [] }),
    });
    expect(await screen.findByText('This cluster has no data streams')).toBeInTheDocument();
    expect(screen.queryByTestId('createStream')).not.toBeInTheDocument();
  });
});
