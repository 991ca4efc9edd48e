import React from 'react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ACT_PATH, LISTING_PATH } from '../../common/indices/indices_api';
import { BULK_SETTINGS_PATH } from '../../common/indices/page/bulk_settings';
import type { IndexRow } from '../../common/indices/rows/index_row';
import { manyRows, rowNamed } from '../../common/indices/table/generated_rows';
import { APP_IDS } from '../../common/plugin';
import { refusal } from '../shared/testing/fake_host';
import type { Answer } from '../shared/testing/fake_host';
import { renderPage } from '../shared/testing/render_page';
import { routed } from '../shared/testing/routes';
import { IndicesRoutes } from './routes';

beforeAll(() => {
  // jsdom does not measure, and CodeMirror does.
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
});
beforeEach(() => localStorage.clear());

const ROWS = [
  rowNamed('logs-app-2026.11.19', { bytes: 3 * 1024 ** 3, health: 'yellow' }),
  rowNamed('logs-app-2026.11.21', { status: 'close', docs: undefined, bytes: undefined }),
  rowNamed('orders', { aliases: [{ name: 'shop', is_write_index: true }] }),
  rowNamed('.tasks'),
];

const listing = (rows: readonly IndexRow[] = ROWS, gaps: string[] = []): Answer => {
  const answer = { at: 0, rows, gaps };
  return () => answer;
};

const open = (path = '/', routes: Record<string, Answer> = {}) =>
  renderPage(<IndicesRoutes />, {
    appId: APP_IDS.indices,
    path,
    answer: routed({ [`GET ${LISTING_PATH}`]: listing(), ...routes }),
  });

const shownNames = () => screen.getAllByTestId('indexLink').map((link) => link.textContent);

describe('the table of indices', () => {
  it('shows what can be seen, with what it adds up to, and leaves hidden ones out', async () => {
    open();
    expect(await screen.findByText('orders')).toBeInTheDocument();
    expect(shownNames()).toEqual(['logs-app-2026.11.19', 'logs-app-2026.11.21', 'orders']);
    expect(screen.getByTestId('indicesTotals')).toHaveTextContent('3 indices, 20 documents, 3 GB');
    expect(screen.getByText('shop')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('hiddenSwitch'));
    expect(shownNames()).toContain('.tasks');
  });

  it('draws at most 200 of ten thousand rows, wherever it is scrolled to, from one request', async () => {
    const { requests } = open('/', { [`GET ${LISTING_PATH}`]: listing(manyRows(10_000)) });
    const scroll = await screen.findByTestId('indicesScroll');
    expect(screen.getByTestId('indicesTotals')).toHaveTextContent('10,000 indices');
    for (const top of [0, 40 * 5000, 40 * 10_000]) {
      fireEvent.scroll(scroll, { target: { scrollTop: top } });
      const drawn = document.querySelectorAll('tr').length;
      expect(drawn).toBeGreaterThan(10);
      expect(drawn).toBeLessThanOrEqual(200);
    }
    expect(shownNames()).toContain('logs-team9-2026.09.26');
    expect(requests.filter(({ path }) => path === LISTING_PATH)).toHaveLength(1);
  });

  it('filters and sorts as the URL says, and puts what is chosen into the URL', async () => {
    const { history } = open('/?text=*app*&sort=bytes&order=desc');
    await screen.findByTitle('logs-app-2026.11.19');
    expect(shownNames()).toEqual(['logs-app-2026.11.19', 'logs-app-2026.11.21']);
    await userEvent.selectOptions(screen.getByTestId('statusFilter'), 'close');
    expect(shownNames()).toEqual(['logs-app-2026.11.21']);
    expect(history.location.search).toContain('status=close');
    await userEvent.selectOptions(screen.getByTestId('healthFilter'), 'red');
    await userEvent.click(screen.getByTestId('clearFilters'));
    expect(shownNames()).toHaveLength(3);
    await userEvent.click(within(screen.getByTestId('indexColumn-name')).getByRole('button'));
    expect(history.location.search).not.toContain('sort=bytes');
  });

  it('keeps the columns that were chosen', async () => {
    const { view, history } = open();
    await userEvent.click(await screen.findByTestId('indexColumns'));
    await userEvent.click(await screen.findByLabelText('Shards'));
    await userEvent.click(await screen.findByLabelText('Primary size'));
    expect(screen.queryByTestId('indexColumn-shards')).not.toBeInTheDocument();
    expect(history.location.search).toContain('columns=name%2C');
    expect(screen.getByLabelText('Policy')).toBeDisabled();
    view.unmount();
    const again = open();
    await screen.findByText('orders');
    expect(screen.queryByTestId('indexColumn-shards')).not.toBeInTheDocument();
    expect(screen.getByTestId('indexColumn-primary_bytes')).toBeInTheDocument();
    again.view.unmount();
    open('/?columns=name,age');
    await screen.findByText('orders');
    expect(screen.getAllByRole('columnheader')).toHaveLength(3);
  });

  it('says what could not be read, and why nothing could', async () => {
    const { view } = open('/', { [`GET ${LISTING_PATH}`]: listing(ROWS, ['Aliases: refused.']) });
    expect(await screen.findByText('Aliases: refused.')).toBeInTheDocument();
    view.unmount();
    open('/', {
      [`GET ${LISTING_PATH}`]: () => {
        throw refusal(403, 'forbidden', 'ann lacks indices:monitor/stats.');
      },
    });
    expect(await screen.findByText('ann lacks indices:monitor/stats.')).toBeInTheDocument();
  });

  it('says that there is nothing', async () => {
    open('/', { [`GET ${LISTING_PATH}`]: listing([]) });
    expect(await screen.findByText('There is no index that you may see')).toBeInTheDocument();
  });
});

describe('the policies in the table of indices', () => {
  const lifecycle = { policy_id: 'keep', state: 'hot', failed: false, completed: false };
  const failed = { ...lifecycle, failed: true, message: 'Missing rollover_alias index setting' };
  const rows = [
    rowNamed('logs-a', { lifecycle }),
    rowNamed('logs-b', { lifecycle: { ...failed, failure: 'no_rollover_alias' } }),
    rowNamed('logs-c', { lifecycle: { ...failed, retrying: true } }),
    rowNamed('logs-d'),
  ];
  const managed = {
    [`GET ${LISTING_PATH}`]: () => ({ at: 0, rows, gaps: [], has_lifecycle: true }),
  };

  it('tell apart what has failed, what is tried again and what nobody manages', async () => {
    open('/', managed);
    expect(await screen.findByTestId('indexFailed')).toHaveTextContent(/^Failed: \S/);
    expect(screen.getByTestId('indexRetrying')).toHaveTextContent('Missing rollover_alias');
    expect(within(screen.getByTestId('indicesTable')).getByText('Not managed')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('failedSwitch'));
    expect(shownNames()).toEqual(['logs-b', 'logs-c']);
    await userEvent.click(screen.getByTestId('failedSwitch'));
    await userEvent.selectOptions(screen.getByTestId('policyFilter'), '-');
    expect(shownNames()).toEqual(['logs-d']);
  });

  it('are given to the selection where policies are applied', async () => {
    const { navigateToApp } = open('/?policy=-', managed);
    await userEvent.click(await screen.findByTestId('selectAllIndices'));
    await userEvent.click(screen.getByTestId('applyPolicy'));
    expect(navigateToApp).toHaveBeenCalledWith(APP_IDS.lifecycle, {
      path: '/apply?indices=logs-d',
    });
  });

  it('hand over the names that are too many for an address', async () => {
    const many = manyRows(500);
    const { navigateToApp } = open('/', {
      [`GET ${LISTING_PATH}`]: () => ({ at: 0, rows: many, gaps: [], has_lifecycle: true }),
    });
    await userEvent.click(await screen.findByTestId('selectAllIndices'));
    await userEvent.click(screen.getByTestId('applyPolicy'));
    expect(navigateToApp).toHaveBeenCalledWith(APP_IDS.lifecycle, { path: '/apply?' });
    expect(JSON.parse(sessionStorage.getItem('watchkeeper.apply.indices') ?? '')).toHaveLength(500);
  });
});

describe('what is done to indices from the table', () => {
  it('deletes only when the word is typed, and tells what failed one by one', async () => {
    const failed = [{ index: 'orders', reason: 'ann lacks it on orders.' }];
    const { requests } = open('/', {
      [`POST ${ACT_PATH}`]: () => ({ done: ['logs-app-2026.11.19'], failed }),
    });
    await userEvent.click(await screen.findByLabelText('Select logs-app-2026.11.19'));
    await userEvent.click(screen.getByLabelText('Select orders'));
    await userEvent.click(screen.getByTestId('indexActions'));
    await userEvent.click(await screen.findByTestId('indexAction-delete'));
    expect(screen.getByTestId('deleteNames')).toHaveTextContent('logs-app-2026.11.19orders');
    expect(screen.getByTestId('deleteConfirm')).toBeDisabled();
    await userEvent.type(screen.getByTestId('deleteWord'), 'delete 2 indices');
    await userEvent.click(screen.getByTestId('deleteConfirm'));
    expect(await screen.findByTestId('actFailures')).toHaveTextContent('ann lacks it on orders.');
    expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
      indices: ['logs-app-2026.11.19', 'orders'],
      what: { action: 'delete', confirm: 'delete 2 indices' },
    });
    await waitFor(() => expect(requests.some(({ query }) => query.fresh === true)).toBe(true));
  });

  it('gives the same settings to the selection, and tells of each that refused', async () => {
    const failed = [{ index: 'orders', reason: 'unknown setting' }];
    const { requests } = open('/', {
      [`POST ${BULK_SETTINGS_PATH}`]: () => ({ done: ['logs-app-2026.11.19'], failed }),
    });
    await userEvent.click(await screen.findByLabelText('Select logs-app-2026.11.19'));
    await userEvent.click(screen.getByLabelText('Select orders'));
    await userEvent.click(screen.getByTestId('openBulkSettings'));
    expect(await screen.findByTestId('bulkSettingsNames')).toHaveTextContent('orders');
    expect(screen.getByTestId('bulkSettingsSave')).toBeDisabled();
    await userEvent.type(screen.getByTestId('bulk-index.number_of_replicas'), '0');
    await userEvent.click(screen.getByTestId('bulkSettingsSave'));
    expect(await screen.findByTestId('actFailures')).toHaveTextContent('unknown setting');
    expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
      indices: ['logs-app-2026.11.19', 'orders'],
      changes: { 'index.number_of_replicas': '0' },
    });
  });

  it('acts only on those of the selection that can still be seen', async () => {
    const { requests } = open('/', { [`POST ${ACT_PATH}`]: () => ({ done: [], failed: [] }) });
    await userEvent.click(await screen.findByTestId('selectAllIndices'));
    await userEvent.selectOptions(screen.getByTestId('statusFilter'), 'close');
    await userEvent.click(screen.getByTestId('indexActions'));
    await userEvent.click(await screen.findByTestId('indexAction-open'));
    await waitFor(() =>
      expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
        indices: ['logs-app-2026.11.21'],
        what: { action: 'open' },
      })
    );
  });
});

describe('the families', () => {
  it('tell how many days are missing, and lead to the table of one', async () => {
    open('/families');
    expect(await screen.findByTestId('missingCount')).toHaveTextContent('1 day');
    const link = screen.getByTestId('familyLink');
    expect(link).toHaveTextContent('logs-app-*');
    await userEvent.click(link);
    expect(await screen.findByTestId('familyFilter')).toHaveTextContent('Family: logs-app-*');
    expect(shownNames()).toEqual(['logs-app-2026.11.19', 'logs-app-2026.11.21']);
  });

  it('tell who manages them, and lead to members without a policy', async () => {
    const day = (name: string, policy?: string) =>
      rowNamed(
        `logs-app-${name}`,
        policy ? { lifecycle: { policy_id: policy, failed: false, completed: false } } : {}
      );
    const rows = [day('2026.11.19', 'keep'), day('2026.11.20', 'drop'), day('2026.11.21')];
    open('/families', {
      [`GET ${LISTING_PATH}`]: () => ({ at: Date.now(), rows, gaps: [], has_lifecycle: true }),
    });
    expect(await screen.findByTestId('familyPolicies')).toHaveTextContent('Mixed:dropkeep');
    await userEvent.click(screen.getByTestId('unmanagedLink'));
    expect(await screen.findByTestId('policyFilter')).toHaveValue('-');
    expect(shownNames()).toEqual(['logs-app-2026.11.21']);
  });

  it('say what a family is where there is none', async () => {
    open('/families', { [`GET ${LISTING_PATH}`]: listing([rowNamed('orders')]) });
    expect(await screen.findByText('No indices that belong together')).toBeInTheDocument();
  });
});
