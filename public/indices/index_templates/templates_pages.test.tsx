import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { COMPONENT_TEMPLATES_PATH } from '../../../common/indices/component_templates/api';
import {
  INDEX_TEMPLATES_PATH,
  SIMULATE_NAME_PATH,
  SIMULATE_TEMPLATE_PATH,
} from '../../../common/indices/index_templates/api';
import type { TemplateBody } from '../../../common/indices/index_templates/api';
import { templateRow } from '../../../common/indices/index_templates/read_template';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import type { Routes } from '../../shared/testing/routes';
import { IndicesRoutes } from '../routes';

// Editors measure their text, which has no size here.
beforeAll(() => {
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
});

const LOGS: TemplateBody = {
  ...{ index_patterns: ['logs-*'], priority: 100, composed_of: ['base'], from_tomorrow: { a: 1 } },
  template: { settings: { index: { number_of_shards: '2' } } },
};

const TEMPLATES = [
  templateRow('logs', 'composable', { ...LOGS, data_stream: {} }, ['logs-web']),
  templateRow('app', 'composable', { index_patterns: ['logs-app-*'], priority: 200 }),
  templateRow('old', 'legacy', { index_patterns: ['orders*'], order: 3 }),
  templateRow('secret', 'composable', { index_patterns: ['.secret*'], priority: 1 }),
];

const SIMULATED = {
  ...{ settings: { index: { number_of_shards: '7' } }, mappings: {}, aliases: {} },
  overlapping: [],
};

const WITH_TEMPLATES: Routes = {
  [`GET ${INDEX_TEMPLATES_PATH}`]: () => ({
    ...{ templates: TEMPLATES, components: ['base', 'more'], gaps: [] },
  }),
  [`GET ${INDEX_TEMPLATES_PATH}/logs`]: () => ({ name: 'logs', kind: 'composable', body: LOGS }),
  [`GET ${SIMULATE_NAME_PATH}`]: () => SIMULATED,
  [`POST ${SIMULATE_TEMPLATE_PATH}`]: () => SIMULATED,
};

const open = (path: string, routes: Routes = {}) =>
  renderPage(<IndicesRoutes />, {
    ...{ appId: APP_IDS.indices, path, answer: routed({ ...WITH_TEMPLATES, ...routes }) },
  });

const names = (link: string) => screen.getAllByTestId(link).map(({ textContent }) => textContent);

describe('the list of index templates', () => {
  it('marks legacy ones, and leaves those of the system out until they are asked for', async () => {
    open('/index_templates?sort=priority&order=desc');
    const table = await screen.findByTestId('templatesTable');
    expect(names('templateLink')).toEqual(['app', 'logs', 'old']);
    expect(within(table).getAllByText('legacy')).toHaveLength(1);
    expect(table).toHaveTextContent('yes: logs-web');
    await userEvent.click(screen.getByTestId('systemSwitch'));
    expect(names('templateLink')).toContain('secret');
  });

  it('says which template an index of some name would get, and what', async () => {
    const { history, requests } = open('/index_templates');
    await userEvent.type(await screen.findByTestId('whichName'), 'logs-app-1{Enter}');
    const verdict = await screen.findByTestId('whichVerdict');
    expect(verdict).toHaveTextContent('Made by: app (priority 200)');
    expect(verdict).toHaveTextContent('count for nothing here: logs (priority 100)');
    expect(await screen.findByTestId('simulatedSettings')).toHaveTextContent('"7"');
    expect(history.location.search).toContain('name=logs-app-1');
    expect(requests.find(({ path }) => path === SIMULATE_NAME_PATH)?.query).toEqual({
      name: 'logs-app-1',
    });
  });

  it('does not offer to delete what data streams are made by, and deletes another', async () => {
    const { requests } = open('/index_templates', {
      [`DELETE ${INDEX_TEMPLATES_PATH}/app`]: () => undefined,
    });
    await screen.findByTestId('templatesTable');
    const choose = async (row: number) => {
      await userEvent.click(screen.getAllByTestId('euiCollapsedItemActionsButton')[row]);
      await userEvent.click(await screen.findByTestId('deleteTemplate'));
      return screen.findByTestId('deleteDialog');
    };
    expect(await choose(1)).toHaveTextContent('logs-web');
    expect(screen.queryByTestId('deleteConfirm')).not.toBeInTheDocument();
    await userEvent.click(screen.getByTestId('deleteCancel'));
    expect(await choose(0)).toHaveTextContent('logs-app-*');
    await userEvent.click(screen.getByTestId('deleteConfirm'));
    await waitFor(() =>
      expect(requests.filter(({ method }) => method === 'DELETE')).toMatchObject([
        { query: { kind: 'composable' } },
      ])
    );
  });

  it('shows why it could not be read', async () => {
    open('/index_templates', {
      [`GET ${INDEX_TEMPLATES_PATH}`]: () => {
        throw refusal(403, 'forbidden', 'jane lacks indices:admin/index_template/get.');
      },
    });
    expect(await screen.findByTestId('errorState')).toHaveTextContent('jane lacks');
  });
});

describe('the editor of an index template', () => {
  it('explains an overlap of the same priority before anything is sent', async () => {
    const { requests } = open('/create_index_template');
    await userEvent.type(await screen.findByTestId('template-name'), 'new');
    const patterns = within(screen.getByTestId('template-patterns')).getByRole('textbox');
    await userEvent.type(patterns, 'logs-x*{Enter}');
    expect(screen.getByTestId('rivals')).toHaveTextContent('logs');
    await userEvent.type(screen.getByTestId('template-priority'), '100');
    expect(screen.getByTestId('sameRank')).toHaveTextContent('choose another, such as 101');
    await userEvent.click(screen.getByTestId('saveTemplate'));
    expect(screen.getByTestId('saveRefused')).toHaveTextContent('priority');
    expect(requests.some(({ method }) => method === 'PUT')).toBe(false);
  });

  it('names every field that is wrong', async () => {
    open('/create_index_template');
    await userEvent.type(await screen.findByTestId('template-name'), 'New');
    await userEvent.click(screen.getByTestId('saveTemplate'));
    const refused = screen.getByTestId('saveRefused');
    expect(refused).toHaveTextContent('A name has no capitals.');
    expect(refused).toHaveTextContent('Name at least one pattern');
  });

  it('shows what changes, and keeps members that it has no field for', async () => {
    const { requests, toasts } = open('/index_templates/logs', {
      [`PUT ${INDEX_TEMPLATES_PATH}/logs`]: () => ({ name: 'logs', kind: 'composable', body: {} }),
    });
    const shards = await screen.findByTestId('setting-number_of_shards');
    expect(shards).toHaveValue('2');
    await userEvent.clear(shards);
    await userEvent.type(shards, '3');
    await userEvent.selectOptions(screen.getByTestId('template-composed_ofAdd'), 'more');
    await userEvent.click(screen.getAllByTestId('moveUp')[1]);
    await userEvent.click(screen.getByTestId('saveTemplate'));
    await screen.findByTestId('diffView');
    await userEvent.click(screen.getByTestId('saveConfirm'));
    await waitFor(() => expect(toasts).toHaveLength(1));
    expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({
      seen: LOGS,
      body: {
        ...LOGS,
        composed_of: ['more', 'base'],
        template: { settings: { index: { number_of_shards: '3' } } },
      },
    });
  });

  it('previews what an index would get', async () => {
    const { requests } = open('/index_templates/logs');
    await userEvent.click(await screen.findByTestId('view-preview'));
    expect(await screen.findByTestId('templatePreview')).toHaveTextContent('"7"');
    expect(requests.find(({ path }) => path === SIMULATE_TEMPLATE_PATH)?.body).toEqual({
      body: LOGS,
    });
  });

  it('makes one of today of a legacy one', async () => {
    open('/create_index_template?clone=old&kind=legacy', {
      [`GET ${INDEX_TEMPLATES_PATH}/old`]: () => ({
        ...{ name: 'old', kind: 'legacy' },
        body: { index_patterns: ['orders*'], order: 3, settings: { index: { codec: 'x' } } },
      }),
    });
    expect(await screen.findByTestId('template-priority')).toHaveValue('3');
    expect(screen.getByTestId('template-patterns')).toHaveTextContent('orders*');
  });
});

describe('component templates', () => {
  const BASE = { template: { settings: { index: { codec: 'default' } } }, version: 4 };
  const ROUTES: Routes = {
    [`GET ${COMPONENT_TEMPLATES_PATH}`]: () => ({
      components: [{ name: 'base', parts: ['settings'], version: 4, used_by: ['logs', 'app'] }],
      gaps: [],
    }),
    [`GET ${COMPONENT_TEMPLATES_PATH}/base`]: () => ({
      ...{ name: 'base', body: BASE, used_by: ['logs', 'app'] },
    }),
  };

  it('tell who uses them, and cannot be deleted meanwhile', async () => {
    open('/component_templates', ROUTES);
    const table = await screen.findByTestId('componentsTable');
    for (const text of ['base', 'Settings', 'logs', 'app']) expect(table).toHaveTextContent(text);
    await userEvent.click(screen.getByTestId('euiCollapsedItemActionsButton'));
    await userEvent.click(await screen.findByTestId('deleteComponent'));
    expect(await screen.findByTestId('deleteDialog')).toHaveTextContent('Take it out of these');
    expect(screen.queryByTestId('deleteConfirm')).not.toBeInTheDocument();
  });

  it('are changed with a word about whom it reaches', async () => {
    const { requests } = open('/component_templates/base', {
      ...ROUTES,
      [`PUT ${COMPONENT_TEMPLATES_PATH}/base`]: () => ({ name: 'base', body: BASE }),
    });
    await userEvent.type(await screen.findByTestId('setting-number_of_replicas'), '2');
    await userEvent.click(screen.getByTestId('saveTemplate'));
    const dialog = await screen.findByTestId('saveDialog');
    expect(dialog).toHaveTextContent('2 index templates use it');
    await userEvent.click(within(dialog).getByTestId('saveConfirm'));
    await waitFor(() =>
      expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({
        seen: BASE,
        body: {
          ...BASE,
          template: { settings: { index: { codec: 'default', number_of_replicas: '2' } } },
        },
      })
    );
  });

  it('say what they are for where there is none', async () => {
    open('/component_templates', {
      [`GET ${COMPONENT_TEMPLATES_PATH}`]: () => ({ components: [], gaps: [] }),
    });
    expect(await screen.findByText('There is no component template yet')).toBeInTheDocument();
  });
});
