import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ENGINE_PATH,
  MANAGED_PATH,
  POLICIES_PATH,
  SURROUNDINGS_PATH,
} from '../../../common/lifecycle/api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import type { Routes } from '../../shared/testing/routes';
import { LifecycleRoutes } from '../routes';
import { managedSample } from '../testing/managed_samples';
import { WITHOUT_ISM, WITH_ISM, recordSample } from '../testing/policy_samples';

const QUIET = recordSample({
  ...{ id: 'audit', used_by: 0 },
  body: {
    description: 'Deletes after a year',
    default_state: 'hot',
    states: [
      { name: 'hot', transitions: [{ state_name: 'gone', conditions: { min_index_age: '365d' } }] },
      { name: 'gone', actions: [{ delete: {} }] },
    ],
  },
});

const listed = (...items: unknown[]): Routes => ({
  ...WITH_ISM,
  [`GET ${POLICIES_PATH}`]: () => ({ total: items.length, items, gaps: [] }),
});

const open = (routes: Routes, path = '/') =>
  renderPage(<LifecycleRoutes />, { appId: APP_IDS.lifecycle, path, answer: routed(routes) });

const ids = () => screen.getAllByTestId('policyLink').map(({ textContent }) => textContent);

describe('the list of policies', () => {
  it('shows states, patterns, use and what is wrong', async () => {
    open(listed(recordSample(), QUIET));
    const table = await screen.findByTestId('policiesTable');
    expect(ids()).toEqual(['audit', 'cwl']);
    for (const text of ['hot warm delete workflow', 'warm', 'cwl*']) {
      expect(table).toHaveTextContent(text);
    }
    const [, , cwl] = within(table).getAllByRole('row');
    expect(within(cwl).getByTestId('findings')).toHaveTextContent(/warning/);
  });

  it('searches and sorts as the URL says', async () => {
    const { history } = open(listed(recordSample(), QUIET), '/?sort=used_by&order=desc');
    await screen.findByTestId('policiesTable');
    expect(ids()).toEqual(['cwl', 'audit']);
    await userEvent.type(screen.getByTestId('policySearch'), 'year');
    await waitFor(() => expect(ids()).toEqual(['audit']));
    expect(history.location.search).toContain('search=year');
  });

  it('says who changed a policy last and why, and which index templates make what it takes in', async () => {
    open(
      listed(
        recordSample({
          ...{ updated_by: 'jane', note: 'shorter', index_templates: ['logs'], failing: 2 },
        })
      )
    );
    expect(await screen.findByTestId('changedBy')).toHaveTextContent('jane: shorter');
    expect(screen.getByTestId('policiesTable')).toHaveTextContent('Index template: logs');
    expect(screen.getByTestId('usedBy')).toHaveAttribute('href', '/managed?policy=cwl');
    const failing = screen.getByTestId('failingOfPolicy');
    expect(failing).toHaveTextContent('2 failing');
    expect(failing).toHaveAttribute('href', '/managed?policy=cwl&health=failing');
  });

  it('does not say of policies that it may not read that there are none', async () => {
    open({
      [`GET ${ENGINE_PATH}`]: () => ({
        ...{ native: 'ism', simulate: false, refused: 'ann lacks it.' },
      }),
    });
    expect(await screen.findByTestId('emptyState')).toHaveTextContent('could not be read');
  });

  it('judges by what the cluster has, and says what could not be read', async () => {
    open({
      ...WITH_ISM,
      [`GET ${POLICIES_PATH}`]: () => ({
        ...{ total: 1, items: [recordSample()] },
        gaps: ['How many indices each policy manages could not be read.'],
      }),
      [`POST ${SURROUNDINGS_PATH}`]: () => ({
        ...{ now: 0, gaps: [], cluster: { red: false, allowed_actions: ['delete'] } },
      }),
    });
    expect(await screen.findByTestId('listGap')).toHaveTextContent('How many indices');
    await waitFor(() => expect(screen.getByTestId('findings')).toHaveTextContent('3 errors'));
  });

  it('exports those that are chosen, as JSON and as Terraform', async () => {
    const saved: Blob[] = [];
    const create = jest.fn((blob: Blob) => {
      saved.push(blob);
      return 'blob:policies';
    });
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    Object.assign(URL, { createObjectURL: create, revokeObjectURL: () => undefined });
    open(listed(recordSample(), QUIET));
    await screen.findByTestId('policiesTable');
    expect(screen.queryByTestId('exportSelected')).not.toBeInTheDocument();
    await userEvent.click(screen.getByTestId('checkboxSelectAll'));
    await userEvent.click(await screen.findByTestId('exportSelected'));
    await userEvent.click(screen.getByTestId('exportTerraform'));
    expect(saved.map(({ type }) => type)).toEqual(['application/json', 'text/plain']);
  });

  it('deletes one that is in use only once its id is typed', async () => {
    const { requests } = open({
      ...listed(recordSample()),
      [`DELETE ${POLICIES_PATH}/cwl`]: () => ({}),
      [`GET ${MANAGED_PATH}`]: () => ({
        ...{
          at: 1,
          gaps: [],
          indices: [managedSample('cwl-1'), managedSample('b', { policy_id: 'x' })],
        },
      }),
    });
    await screen.findByTestId('policiesTable');
    await userEvent.click(screen.getByTestId('euiCollapsedItemActionsButton'));
    await userEvent.click(await screen.findByTestId('deletePolicy'));
    expect(await screen.findByTestId('deleteDialog')).toHaveTextContent('3 indices');
    expect(await screen.findByTestId('indexNames')).toHaveTextContent(/^cwl-1$/);
    expect(screen.getByTestId('deleteConfirm')).toBeDisabled();
    await userEvent.type(screen.getByTestId('deleteWord'), 'cwl');
    await userEvent.click(screen.getByTestId('deleteConfirm'));
    await waitFor(() =>
      expect(requests.filter(({ method }) => method === 'DELETE')).toMatchObject([
        { query: { force: true, seq_no: 7, primary_term: 1 } },
      ])
    );
    await waitFor(() => expect(screen.queryByTestId('deleteDialog')).not.toBeInTheDocument());
  });

  it('offers templates where there is none yet', async () => {
    open(listed());
    await screen.findByText('There is no policy yet');
    await userEvent.click(screen.getByTestId('createPolicy'));
    expect(await screen.findByTestId('create-hot_warm_delete')).toHaveAttribute(
      'href',
      '/create?from=hot_warm_delete'
    );
  });

  it('says on a cluster without Index State Management what can be done all the same', async () => {
    const { requests } = open(WITHOUT_ISM);
    expect(await screen.findByTestId('engineCallout')).toHaveTextContent(
      'This cluster has no Index State Management'
    );
    expect(screen.getByTestId('createPolicy')).toBeEnabled();
    expect(requests.some(({ path }) => path === POLICIES_PATH)).toBe(false);
  });

  it('says which permission is missing', async () => {
    const reason = 'jane lacks cluster:admin/opendistro/ism/policy/search.';
    open({
      ...WITH_ISM,
      [`GET ${ENGINE_PATH}`]: () => ({ native: 'ism', simulate: false, refused: reason }),
    });
    expect(await screen.findByTestId('engineCallout')).toHaveTextContent(reason);
  });

  it('shows why it could not be read', async () => {
    open({
      ...WITH_ISM,
      [`GET ${POLICIES_PATH}`]: () => {
        throw refusal(503, 'cluster_unreachable', 'The cluster does not answer.');
      },
    });
    expect(await screen.findByText('The cluster does not answer.')).toBeInTheDocument();
  });
});
