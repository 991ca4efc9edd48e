import React from 'react';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { POLICIES_PATH, SURROUNDINGS_PATH } from '../../../common/lifecycle/api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import type { Routes } from '../../shared/testing/routes';
import { LifecycleRoutes } from '../routes';
import { SEED_TEXT, WITHOUT_ISM, WITH_ISM, recordSample } from '../testing/policy_samples';

// Editors measure their text, which has no size here.
beforeAll(() => {
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
});

const POLICY = `${POLICIES_PATH}/cwl`;

const open = (routes: Routes, path: string) =>
  renderPage(<LifecycleRoutes />, { appId: APP_IDS.lifecycle, path, answer: routed(routes) });

const openSaved = (routes: Routes = {}) =>
  open({ ...WITH_ISM, [`GET ${POLICY}`]: () => recordSample(), ...routes }, '/policies/cwl');

const pasteSeed = async () => {
  const input = await screen.findByTestId('policyFile');
  await userEvent.upload(input, new File([SEED_TEXT], 'p.json', { type: 'application/json' }));
};

const savedText = async (): Promise<string> => {
  await userEvent.click(screen.getByTestId('view-json'));
  return String((await screen.findByTestId('policyJson')).textContent);
};

describe('the seed’s policy on a cluster without Index State Management', () => {
  it('shows why it fails, is repaired by a click, and says what is deleted on which day', async () => {
    open(WITHOUT_ISM, '/create?from=paste');
    await pasteSeed();
    const finding = await screen.findByTestId('finding-rollover_fails');
    expect(finding).toHaveTextContent('no rollover alias is set');
    expect(screen.getByTestId('lintIndices')).toHaveTextContent('3 indices');

    await userEvent.click(screen.getByTestId('view-simulation'));
    await userEvent.click(screen.getByTestId('simulate-real'));
    const table = await screen.findByTestId('coursesTable');
    expect(table).toHaveTextContent('Rollover fails');

    await userEvent.click(within(finding).getByTestId('repair'));
    await waitFor(() => expect(table).not.toHaveTextContent('Rollover fails'));
    expect(screen.queryByTestId('finding-rollover_fails')).not.toBeInTheDocument();
    // Made on February 22nd, and deleted after fifteen days.
    expect(table).toHaveTextContent('Mar 9, 2023');
    await userEvent.click(screen.getAllByTestId('courseLink')[0]);
    expect(await screen.findByTestId('simulationEnd')).toHaveTextContent('Deleted on Mar 9, 2023');

    expect(screen.getByTestId('savePolicy')).toBeDisabled();
    expect(screen.getByTestId('exportDraft')).toBeEnabled();
    await userEvent.click(screen.getByTestId('undoEdit'));
    await waitFor(() => expect(table).toHaveTextContent('Rollover fails'));
  });

  it('fails in red for an index that is made up, unless it can be rolled over', async () => {
    open(WITHOUT_ISM, '/create?from=paste');
    await pasteSeed();
    await userEvent.click(screen.getByTestId('view-simulation'));
    await userEvent.click(await screen.findByTestId('simulate-invented'));
    expect(screen.getByTestId('simulationEnd')).toHaveTextContent('never deleted');
    await userEvent.click(screen.getByTestId('inventedAlias'));
    expect(screen.getByTestId('simulationEnd')).toHaveTextContent(/^Deleted on/);
  });
});

describe('the states as cards', () => {
  it('say in a sentence when an index goes on, and change it', async () => {
    openSaved();
    const [, warm] = await screen.findAllByTestId('stateCard');
    expect(within(warm).getByTestId('transitionSentence')).toHaveTextContent(
      'To “delete” once the index is 15 days old'
    );
    fireEvent.change(within(warm).getByTestId('param-min_index_age'), { target: { value: '20d' } });
    expect(within(warm).getByTestId('transitionSentence')).toHaveTextContent('20 days old');
    await userEvent.selectOptions(within(warm).getByTestId('transitionCondition'), 'min_size');
    expect(within(warm).getByTestId('transitionSentence')).toHaveTextContent('30gb');
  });

  it('change a parameter of an action, and keep one that is cleared out of the document', async () => {
    openSaved();
    const [, warm] = await screen.findAllByTestId('stateCard');
    await userEvent.click(within(warm).getByTestId('toggleAction'));
    const replicas = within(warm).getByTestId('param-number_of_replicas');
    fireEvent.change(replicas, { target: { value: '2' } });
    expect(await savedText()).toContain('"number_of_replicas": 2');
  });

  it('rename a state with all that leads to it, add and remove', async () => {
    openSaved();
    const [, warm] = await screen.findAllByTestId('stateCard');
    const name = within(warm).getByTestId('stateName');
    fireEvent.change(name, { target: { value: 'cold' } });
    fireEvent.blur(name);
    expect(screen.getAllByTestId('transitionSentence')[0]).toHaveTextContent('To “cold” at once');
    await userEvent.selectOptions(screen.getAllByTestId('addAction')[0], 'read_only');
    expect(screen.getAllByTestId('actionCard')[1]).toHaveTextContent('Read only');
    await userEvent.click(screen.getByTestId('addState'));
    expect(screen.getAllByTestId('stateCard')).toHaveLength(4);
    await userEvent.click(screen.getByLabelText('Remove state'));
    expect(screen.getAllByTestId('stateCard')).toHaveLength(3);
  });

  it('show an action that they do not know as it is written', async () => {
    const body = {
      ...{ description: '', default_state: 'a' },
      states: [{ name: 'a', actions: [{ timeout: '1d', custom: { spin: { x: 1 } } }] }],
    };
    openSaved({ [`GET ${POLICY}`]: () => recordSample({ body }) });
    await userEvent.click(await screen.findByTestId('toggleAction'));
    expect(screen.getByTestId('actionJson')).toHaveDisplayValue(/"spin"/);
  });
});

describe('findings', () => {
  it('lead to their place in the text', async () => {
    openSaved();
    await userEvent.click(await screen.findByTestId('view-json'));
    const finding = await screen.findByTestId('finding-rollover_fails');
    await userEvent.click(within(finding).getByTestId('findingPlace'));
    await waitFor(() => expect(screen.getByTestId('policyJson')).toHaveFocus());
  });

  it('lead to their card among the states', async () => {
    openSaved();
    const finding = await screen.findByTestId('finding-rollover_fails');
    await userEvent.click(within(finding).getByTestId('findingPlace'));
    expect(screen.getAllByTestId('actionCard')[0]).toHaveFocus();
  });

  it('are those of the policy by itself where the cluster cannot be asked', async () => {
    openSaved({
      [`POST ${SURROUNDINGS_PATH}`]: () => {
        throw refusal(403, 'forbidden', 'jane lacks indices:monitor/stats on cwl*.');
      },
    });
    expect(await screen.findByTestId('lintGaps')).toHaveTextContent('jane lacks');
    expect(screen.getByTestId('lintCounts')).toHaveTextContent(/warning/);
  });
});

describe('saving', () => {
  it('sends the policy with its version and a note', async () => {
    const { requests } = openSaved({ [`PUT ${POLICY}`]: () => recordSample({ seq_no: 8 }) });
    fireEvent.change(await screen.findByTestId('policyDescription'), { target: { value: 'new' } });
    await userEvent.click(screen.getByTestId('savePolicy'));
    await userEvent.type(await screen.findByTestId('saveNote'), 'shorter');
    await userEvent.click(screen.getByTestId('saveConfirm'));
    await waitFor(() => expect(screen.queryByTestId('saveDialog')).not.toBeInTheDocument());
    const sent = requests.find(({ method }) => method === 'PUT')?.body;
    expect(sent).toMatchObject({ version: { seq_no: 7, primary_term: 1 }, note: 'shorter' });
    expect(sent).toMatchObject({ body: { description: 'new' } });
  });

  it('shows what somebody else saved before it goes over it', async () => {
    let theirs = recordSample();
    const { requests } = openSaved({
      [`GET ${POLICY}`]: () => theirs,
      [`PUT ${POLICY}`]: ({ body }) => {
        const { version } = body as { version: { seq_no: number } };
        if (version.seq_no !== 9) throw refusal(409, 'conflict', 'It was changed.');
        return recordSample({ seq_no: 10 });
      },
    });
    fireEvent.change(await screen.findByTestId('policyDescription'), { target: { value: 'mine' } });
    theirs = recordSample({ seq_no: 9, body: { ...theirs.body, description: 'theirs' } });
    await userEvent.click(screen.getByTestId('savePolicy'));
    await userEvent.click(await screen.findByTestId('saveConfirm'));
    const conflict = await screen.findByTestId('saveConflict');
    expect(conflict).toHaveTextContent('theirs');
    await userEvent.click(screen.getByTestId('saveConfirm'));
    await waitFor(() => expect(screen.queryByTestId('saveDialog')).not.toBeInTheDocument());
    expect(requests.filter(({ method }) => method === 'PUT')).toHaveLength(2);
  });

  it('gives a new policy a page of its own', async () => {
    const { history } = open(
      {
        ...WITH_ISM,
        [`PUT ${POLICY}`]: () => recordSample(),
        [`GET ${POLICY}`]: () => recordSample(),
      },
      '/create?from=delete_after'
    );
    await screen.findByTestId('statesView');
    await waitFor(() => expect(screen.getByTestId('policyId')).toBeEnabled());
    await userEvent.type(screen.getByTestId('policyId'), 'cwl*');
    expect(screen.getByText(/^An id has no slashes/)).toBeInTheDocument();
    expect(screen.getByTestId('savePolicy')).toBeDisabled();
    await userEvent.type(screen.getByTestId('policyId'), '{backspace}');
    await waitFor(() => expect(screen.getByTestId('savePolicy')).toBeEnabled());
    await userEvent.click(screen.getByTestId('savePolicy'));
    await userEvent.click(await screen.findByTestId('saveConfirm'));
    await waitFor(() => expect(history.location.pathname).toBe('/policies/cwl'));
  });

  it('puts an earlier version into the editor', async () => {
    const before = { ...recordSample().body, description: 'before' };
    openSaved({
      [`GET ${POLICY}/versions`]: () => [{ version_id: 'v1', at: 1, note: 'first', body: before }],
    });
    await userEvent.click(await screen.findByTestId('view-versions'));
    await userEvent.click(await screen.findByTestId('restoreVersion'));
    const text = await savedText();
    expect(text).toContain('"description": "before"');
  });
});

describe('the address of the editor', () => {
  it('holds the view, so that it can be linked to and gone back from', async () => {
    const { history } = open(
      { ...WITH_ISM, [`GET ${POLICY}`]: () => recordSample() },
      '/policies/cwl?view=timeline'
    );
    await screen.findByTestId('ageEnd');
    await userEvent.click(screen.getByTestId('view-graph'));
    expect(history.location.search).toBe('?view=graph');
    await screen.findAllByTestId('graphState');
    act(() => history.goBack());
    expect(await screen.findByTestId('ageEnd')).toBeInTheDocument();
  });

  it('names what is chosen in the graph, also after it was renamed', async () => {
    const { history } = open(
      { ...WITH_ISM, [`GET ${POLICY}`]: () => recordSample() },
      '/policies/cwl?view=graph&state=warm&transition=1'
    );
    expect(await screen.findByTestId('selectedTransition')).toHaveTextContent('From “warm”');
    await userEvent.click(screen.getAllByTestId('graphState')[1]);
    expect(history.location.search).toBe('?view=graph&state=warm');
    const name = screen.getByTestId('stateName');
    fireEvent.change(name, { target: { value: 'cold' } });
    fireEvent.blur(name);
    await waitFor(() => expect(history.location.search).toBe('?view=graph&state=cold'));
    expect(screen.getByTestId('stateCard')).toHaveTextContent('Replica count');
    await userEvent.click(screen.getByTestId('graphAddState'));
    expect(history.location.search).toBe('?view=graph&state=state');
    expect(screen.getByTestId('stateName')).toHaveValue('state');
  });

  it('shows the usual view where it names none that there is', async () => {
    open(
      { ...WITH_ISM, [`GET ${POLICY}`]: () => recordSample() },
      '/policies/cwl?view=nonsense&state=gone'
    );
    expect(await screen.findByTestId('statesView')).toBeInTheDocument();
  });
});
