import React from 'react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ACT_PATH, INDICES_PATH, LISTING_PATH } from '../../../common/indices/indices_api';
import { rowNamed } from '../../../common/indices/table/generated_rows';
import { ENGINE_PATH, MANAGED_PATH } from '../../../common/lifecycle/api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import type { Answer } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import { IndicesRoutes } from '../routes';

const open = (path: string, routes: Record<string, Answer> = {}) =>
  renderPage(<IndicesRoutes />, {
    appId: APP_IDS.indices,
    path,
    answer: routed({ [`GET ${LISTING_PATH}`]: () => ({ at: 0, rows: [], gaps: [] }), ...routes }),
  });

describe('the page of an index', () => {
  const detail = {
    row: rowNamed('orders'),
    settings: { 'index.number_of_shards': '1', 'index.priority': '1', 'index.uuid': 'u' },
    defaults: { 'index.refresh_interval': '1s' },
    mappings: { properties: { total: { type: 'long' }, at: { type: 'date' } } },
    aliases: { shop: { is_write_index: true } },
  };
  const PAGE = `${INDICES_PATH}/orders`;
  const openTab = (tab: string, routes: Record<string, Answer> = {}) =>
    open(`/index/orders?tab=${tab}`, { [`GET ${PAGE}`]: () => detail, ...routes });

  it('asks before it is closed', async () => {
    const { confirm, requests } = openTab('overview', {
      [`POST ${ACT_PATH}`]: () => ({ done: ['orders'], failed: [] }),
    });
    expect(await screen.findByTestId('indexHealth')).toHaveTextContent('Green');
    await userEvent.click(screen.getByTestId('indexActions'));
    await userEvent.click(await screen.findByTestId('indexAction-close'));
    await waitFor(() => expect(requests.some(({ method }) => method === 'POST')).toBe(true));
    expect(confirm).toHaveBeenCalledTimes(1);
  });

  it('changes only the settings that were changed, and says why others cannot be', async () => {
    const { requests } = openTab('settings', { [`POST ${PAGE}/_edit`]: () => detail });
    expect(await screen.findByTestId('finalSettings')).toHaveTextContent('index.number_of_shards');
    expect(screen.getByTestId('indexSettings')).not.toHaveTextContent('index.uuid');
    expect(screen.getByTestId('settingsSave')).toBeDisabled();
    const field = screen.getByTestId('setting-index.refresh_interval');
    expect(field).toHaveAttribute('placeholder', '1s');
    await userEvent.type(field, '30s');
    await userEvent.clear(screen.getByTestId('setting-index.priority'));
    expect(screen.getByTestId('settingsSave')).toHaveTextContent('Save 2 changes');
    await userEvent.click(screen.getByTestId('settingsSave'));
    await waitFor(() =>
      expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
        edit: 'settings',
        changes: { 'index.refresh_interval': '30s', 'index.priority': null },
        seen: { 'index.priority': '1' },
      })
    );
  });

  it('overwrites nothing that somebody else changed, and goes on from it', async () => {
    let now = detail;
    const theirs = { 'index.priority': '9' };
    const { requests } = openTab('settings', {
      [`GET ${PAGE}`]: () => now,
      [`POST ${PAGE}/_edit`]: () => {
        now = { ...detail, settings: { ...detail.settings, ...theirs } };
        throw refusal(409, 'conflict', 'Changed by somebody else.', {
          ...{ changed: ['index.priority'], now: theirs },
        });
      },
    });
    const field = await screen.findByTestId('setting-index.priority');
    await userEvent.type(field, '5');
    await userEvent.click(screen.getByTestId('settingsSave'));
    expect(await screen.findByTestId('editError')).toHaveTextContent('"index.priority": "9"');
    await userEvent.click(screen.getByTestId('editReload'));
    await screen.findByTestId('diffView');
    await userEvent.click(screen.getByTestId('settingsSave'));
    await waitFor(() =>
      expect(requests.filter(({ method }) => method === 'POST')[1]?.body).toMatchObject({
        changes: { 'index.priority': '15' },
        seen: { 'index.priority': '9' },
      })
    );
  });

  it('shows the fields of its mapping, and finds them', async () => {
    openTab('mapping');
    expect(await screen.findAllByTestId('mappedField')).toHaveLength(2);
    await userEvent.type(screen.getByTestId('searchFields'), 'date');
    await waitFor(() => expect(screen.getAllByTestId('mappedField')).toHaveLength(1));
  });

  it('gives and takes aliases, and asks before it takes one', async () => {
    const { requests, confirm } = openTab('aliases', { [`POST ${PAGE}/_edit`]: () => detail });
    expect(await screen.findByText('Written through this index')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('addAlias'));
    await userEvent.type(screen.getByTestId('aliasName'), 'all');
    fireEvent.change(screen.getByTestId('aliasFilter'), { target: { value: '{' } });
    expect(screen.getByTestId('aliasSave')).toBeDisabled();
    fireEvent.change(screen.getByTestId('aliasFilter'), { target: { value: '{"term":{"a":1}}' } });
    await userEvent.click(screen.getByTestId('aliasSave'));
    await waitFor(() => expect(screen.queryByTestId('aliasSave')).not.toBeInTheDocument());
    await userEvent.click(screen.getByTestId('removeAlias'));
    await waitFor(() => expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(2));
    expect(confirm).toHaveBeenCalledTimes(1);
    expect(requests.flatMap(({ method, body }) => (method === 'POST' ? [body] : []))).toEqual([
      { edit: 'put_alias', alias: 'all', body: { filter: { term: { a: 1 } } }, seen: null },
      { edit: 'remove_alias', alias: 'shop', seen: { is_write_index: true } },
    ]);
  });

  it('says why its policy goes no further, and what mends it', async () => {
    const managed = {
      ...{ index: 'orders', uuid: 'u', policy_id: 'keep', enabled: true },
      cursor: {
        ...{ state: 'hot', state_since: 0 },
        action: {
          ...{ place: 0, type: 'rollover', since: 0, failed: true, consumed_retries: 3 },
          step: { name: 'attempt_rollover', status: 'failed' },
        },
      },
      message: 'Missing rollover_alias index setting [index=orders]',
    };
    openTab('lifecycle', {
      [`GET ${MANAGED_PATH}/orders`]: () => ({ at: 0, managed, raw: {}, gaps: [] }),
    });
    expect(await screen.findByTestId('indexFailed')).toHaveTextContent('No rollover alias');
    expect(screen.getByTestId('lifecycleSentence')).toHaveTextContent(/\S/);
    expect(screen.getByTestId('toManagedIndex')).toBeInTheDocument();
  });

  it('leads to a policy where none manages it', async () => {
    openTab('lifecycle', { [`GET ${ENGINE_PATH}`]: () => ({ native: 'ism', simulate: false }) });
    expect(await screen.findByTestId('applyToIndex')).toHaveAttribute(
      'href',
      expect.stringContaining('/apply?indices=orders')
    );
  });

  it('says that it does not exist', async () => {
    open('/index/gone');
    expect(await screen.findByText(/It does not exist/)).toBeInTheDocument();
  });
});
