import React from 'react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ILM_POLICIES } from '../../../common/lifecycle/testing/recorded';
import { POLICIES_PATH } from '../../../common/lifecycle/api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import type { Routes } from '../../shared/testing/routes';
import { LifecycleRoutes } from '../routes';
import { SEED_TEXT, WITHOUT_ISM, WITH_ISM, recordSample } from '../testing/policy_samples';

const open = (routes: Routes = {}) =>
  renderPage(<LifecycleRoutes />, {
    ...{ appId: APP_IDS.lifecycle, path: '/import' },
    answer: routed({
      ...WITH_ISM,
      [`GET ${POLICIES_PATH}`]: () => ({ total: 1, items: [recordSample()], gaps: [] }),
      ...routes,
    }),
  });

const paste = async (text: string) =>
  fireEvent.change(await screen.findByTestId('importText'), { target: { value: text } });

const other = (id: string, description: string) => ({
  policy: { policy_id: id, description, default_state: 'a', states: [{ name: 'a' }] },
});

const cards = async (count: number) => {
  await waitFor(() => expect(screen.getAllByTestId('importCard')).toHaveLength(count));
  return screen.getAllByTestId('importCard');
};

describe('the import of policies', () => {
  it('shows what becomes of policies of Index Lifecycle Management, and saves them', async () => {
    const saved = () => recordSample();
    const { requests } = open({
      [`PUT ${POLICIES_PATH}/logs`]: saved,
      [`PUT ${POLICIES_PATH}/metrics`]: () => {
        throw refusal(403, 'forbidden', 'jane lacks a permission.');
      },
    });
    await paste(ILM_POLICIES);
    const [logs, metrics] = await cards(2);
    expect(logs).toHaveTextContent('hot → warm → delete');
    expect(within(logs).getByTestId('importNotes')).toHaveTextContent('“nightly”');
    await userEvent.type(screen.getByTestId('tierAttribute'), 'temp');
    await waitFor(() =>
      expect(screen.getAllByTestId('importCard')[0]).toHaveTextContent('temp: warm')
    );
    await userEvent.click(screen.getByTestId('importSave'));
    await waitFor(() =>
      expect(within(metrics).getByTestId('importStatus')).toHaveTextContent(
        'Not saved. jane lacks a permission.'
      )
    );
    expect(within(logs).getByTestId('importStatus')).toHaveTextContent('Saved.');
    const puts = requests.filter(({ method }) => method === 'PUT');
    expect(puts.map(({ path }) => path)).toEqual([
      `${POLICIES_PATH}/logs`,
      `${POLICIES_PATH}/metrics`,
    ]);
    expect(puts[0].body).toMatchObject({
      body: { default_state: 'hot' },
      note: 'Converted from Index Lifecycle Management.',
    });
    expect(puts[0].body).not.toHaveProperty('version');
  });

  it('leaves one that is here already alone, until somebody says otherwise', async () => {
    const { requests } = open({
      [`PUT ${POLICIES_PATH}/cwl`]: () => recordSample(),
      [`PUT ${POLICIES_PATH}/cwl-2`]: () => recordSample(),
    });
    await paste(JSON.stringify([other('cwl', 'mine')]));
    const [card] = await cards(1);
    expect(screen.getByTestId('importSave')).toBeDisabled();
    const conflict = await within(card).findByTestId('importConflict');
    expect(within(card).getByTestId('importDiff')).toBeInTheDocument();
    await userEvent.selectOptions(conflict, 'rename');
    expect(within(card).getByTestId('importId')).toHaveValue('cwl-2');
    fireEvent.change(within(card).getByTestId('importId'), { target: { value: 'cwl' } });
    await userEvent.selectOptions(within(card).getByTestId('importConflict'), 'overwrite');
    await userEvent.click(screen.getByTestId('importSave'));
    await waitFor(() =>
      expect(within(card).getByTestId('importStatus')).toHaveTextContent('Saved.')
    );
    expect(requests.filter(({ method }) => method === 'PUT')).toMatchObject([
      { path: `${POLICIES_PATH}/cwl`, body: { version: { seq_no: 7, primary_term: 1 } } },
    ]);
  });

  it('does not save under an id that a path would make something else of', async () => {
    open();
    await paste(SEED_TEXT);
    const [card] = await cards(1);
    fireEvent.change(within(card).getByTestId('importId'), { target: { value: '../_all' } });
    await waitFor(() => expect(card).toHaveTextContent('An id has no slashes'));
    expect(screen.getByTestId('importSave')).toBeDisabled();
  });

  it('has nothing to save where the policy says the same as the one here', async () => {
    open();
    await paste(SEED_TEXT);
    const [card] = await cards(1);
    fireEvent.change(within(card).getByTestId('importId'), { target: { value: 'cwl' } });
    await waitFor(() => expect(card).toHaveTextContent('says the same'));
    expect(screen.getByTestId('importSave')).toBeDisabled();
  });

  it('says what keeps a policy from being saved: no id, an id twice, a refusal, no policy, no JSON', async () => {
    open();
    await paste(
      JSON.stringify([other('', 'a'), other('x', 'b'), other('x', 'c'), { states: [] }, 7])
    );
    const [first, second, , refused] = await cards(4);
    expect(first).toHaveTextContent('Give it an id.');
    expect(second).toHaveTextContent('has the same id');
    expect(refused).toHaveTextContent('The cluster would refuse it.');
    expect(screen.getByTestId('importUnknown')).toHaveTextContent('Document 5 is no policy');
    await paste('{"policy":');
    await waitFor(() => expect(screen.queryByTestId('importCard')).not.toBeInTheDocument());
    expect(screen.getByText(/^Line 1, column/)).toBeInTheDocument();
  });

  it('opens one in the editor, with its id, on a cluster that keeps none as well', async () => {
    open(WITHOUT_ISM);
    await paste(ILM_POLICIES);
    const [card] = await cards(2);
    expect(screen.getByTestId('importSave')).toBeDisabled();
    await userEvent.click(within(card).getByTestId('importOpen'));
    expect(await screen.findByTestId('policyId')).toHaveValue('logs');
  });
});
