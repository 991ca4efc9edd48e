import React from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  MANAGED_ACT_PATH,
  MANAGED_PATH,
  POLICIES_PATH,
  SURROUNDINGS_PATH,
} from '../../../common/lifecycle/api';
import type { ManagedAct } from '../../../common/lifecycle/api';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import type { Routes } from '../../shared/testing/routes';
import { managedSample, stoppedSample } from '../testing/managed_samples';
import { NOW, WITH_ISM, recordSample } from '../testing/policy_samples';
import { ChangeDialog } from './change_dialog';
import { OutdatedCallout } from './outdated_callout';

const old = (name: string, changes: Partial<ManagedIndex> = {}): ManagedIndex =>
  managedSample(name, {
    ...{ outdated: true, policy_version: { seq_no: 3, primary_term: 1 } },
    ...changes,
  });

const SEED = recordSample();
/** The copy that the indices follow: without the actions that the seed has in its first state. */
const EMPTY_HOT = { ...SEED.body, states: [{ name: 'hot', actions: [], transitions: [] }] };
const INDICES = [
  ...['a', 'b', 'c', 'd'].map((name) => old(name)),
  managedSample('e', { cursor: { state: '', state_since: 0, transition_to: 'warm' } }),
  { ...stoppedSample('f', 'Missing rollover_alias index setting'), outdated: true },
];

const routes = (applied: object): Routes => ({
  ...WITH_ISM,
  [`GET ${POLICIES_PATH}`]: () => ({ total: 1, items: [SEED], gaps: [] }),
  [`GET ${MANAGED_PATH}`]: () => ({ at: 1, indices: INDICES, gaps: [] }),
  [`GET ${MANAGED_PATH}/a`]: () => ({ at: 1, managed: INDICES[0], raw: {}, applied, gaps: [] }),
  [`POST ${MANAGED_ACT_PATH}`]: ({ body }) => ({
    ...{ updated: (body as ManagedAct).indices.length, failed: [], passed_over: 0 },
  }),
});

const open = (element: React.ReactElement, answers: Routes = routes(SEED.body)) => {
  const page = renderPage(element, { appId: APP_IDS.lifecycle, answer: routed(answers) });
  const sent = () =>
    page.requests.filter(({ path }) => path === MANAGED_ACT_PATH).map(({ body }) => body);
  return { ...page, sent };
};
const dialog = (onDone = jest.fn()) => (
  <ChangeDialog indices={INDICES} onClose={jest.fn()} onDone={onDone} />
);
const press = async (mark: string) => userEvent.click(await screen.findByTestId(mark));

describe('changing the policy of indices', () => {
  it('says beforehand when it holds for each, by the copy that they follow', async () => {
    open(dialog());
    expect(await screen.findByTestId('changeGroup-at_once')).toHaveTextContent('4: At once');
    expect(screen.getByTestId('changeGroup-stuck-transitioning')).toHaveTextContent('1: Refused');
    expect(screen.getByTestId('changeGroup-stuck-failed')).toHaveTextContent('1: Stopped');
    expect(screen.getByTestId('changeConfirm')).toHaveTextContent('Change 5 indices');
  });

  it('holds at the next transition where the copy has other actions, or a state is named', async () => {
    open(dialog(), routes(EMPTY_HOT));
    expect(await screen.findByTestId('changeGroup-next_transition-other_actions')).toBeVisible();
    await userEvent.selectOptions(screen.getByTestId('changeState'), 'warm');
    expect(screen.getByTestId('changeGroup-next_transition-state_given')).toBeVisible();
  });

  it('goes in stages, and the rest by a button; what has stopped is retried', async () => {
    const { sent } = open(dialog());
    await screen.findByTestId('changeGroup-at_once');
    await userEvent.selectOptions(screen.getByTestId('changeStage'), 'percent');
    await userEvent.clear(screen.getByTestId('changeSize'));
    await userEvent.type(screen.getByTestId('changeSize'), '40');
    await userEvent.click(screen.getByTestId('changeConfirm'));
    expect(await screen.findByTestId('actOutcome')).toHaveTextContent('2 indices done');
    await userEvent.click(screen.getByTestId('changeRest'));
    await waitFor(() => expect(sent()).toHaveLength(3));
    expect(sent()).toEqual([
      { act: 'change', indices: ['a', 'b'], policy_id: 'cwl' },
      { act: 'change', indices: ['c', 'd', 'f'], policy_id: 'cwl' },
      { act: 'retry', indices: ['f'] },
    ]);
    await waitFor(() => expect(screen.queryByTestId('changeRest')).not.toBeInTheDocument());
    expect(screen.getAllByTestId('actOutcome')[0]).toHaveTextContent('5 indices done');
  });

  it('has the number of those typed that the policy deletes as soon as it holds', async () => {
    const gone = recordSample({
      body: {
        description: '',
        default_state: 'gone',
        states: [{ name: 'gone', actions: [{ delete: {} }], transitions: [] }],
      },
    });
    const facts = { uuid: 'u', status: 'open', created_at: 1, aliases: [], rollovers: [] };
    const { sent } = open(
      <ChangeDialog indices={INDICES.slice(0, 3)} onClose={jest.fn()} onDone={jest.fn()} />,
      {
        ...routes(SEED.body),
        [`GET ${POLICIES_PATH}`]: () => ({ total: 1, items: [gone], gaps: [] }),
        [`POST ${SURROUNDINGS_PATH}`]: () => ({
          ...{ now: NOW, gaps: [] },
          indices: ['a', 'b', 'c'].map((name) => ({
            ...{ facts: { ...facts, name, primaries: 1, replicas: 1 }, policy_id: 'cwl' },
            cursor: { state: 'hot', state_since: 1 },
          })),
        }),
      }
    );
    await screen.findByTestId('changeDeletes');
    await userEvent.selectOptions(screen.getByTestId('changeStage'), 'first');
    expect(screen.getByTestId('changeConfirm')).toBeDisabled();
    await userEvent.type(screen.getByTestId('changeTyped'), 'a');
    await userEvent.click(screen.getByTestId('changeConfirm'));
    await screen.findByTestId('actOutcome');
    expect(screen.getByTestId('changeRest')).toBeDisabled();
    await userEvent.type(screen.getByTestId('changeTyped'), 'delete 2 indices');
    await userEvent.click(screen.getByTestId('changeRest'));
    await waitFor(() =>
      expect(sent()).toMatchObject([{ confirm: 'a' }, { confirm: 'delete 2 indices' }])
    );
  });

  it('leaves out what has stopped where that is not wanted', async () => {
    open(dialog());
    await userEvent.click(await screen.findByLabelText(/retry them afterwards/));
    expect(screen.getByTestId('changeConfirm')).toHaveTextContent('Change 4 indices');
  });

  it('keeps its form when it is refused', async () => {
    open(dialog(), {
      ...routes(SEED.body),
      [`POST ${MANAGED_ACT_PATH}`]: () => {
        throw refusal(403, 'forbidden', 'alice lacks the permission managedindex/change.');
      },
    });
    await screen.findByTestId('changeGroup-at_once');
    await press('changeConfirm');
    expect(await screen.findByTestId('actError')).toHaveTextContent('alice lacks');
    expect(screen.getByTestId('changeConfirm')).toBeEnabled();
  });
});

describe('the page of a policy', () => {
  it('tells how many indices run an older version, and keeps the outcome of their change', async () => {
    open(<OutdatedCallout record={SEED} />);
    expect(await screen.findByTestId('outdatedCallout')).toHaveTextContent(
      '5 indices run an older version: 4 can change at once, 1 is stuck'
    );
    await press('outdatedChange');
    await screen.findByTestId('changeGroup-at_once');
    await press('changeConfirm');
    expect((await screen.findAllByTestId('actOutcome'))[0]).toHaveTextContent('5 indices done');
  });

  it('says nothing where all follow the newest', async () => {
    const { requests } = open(<OutdatedCallout record={recordSample({ id: 'other' })} />);
    await waitFor(() => expect(requests.some(({ path }) => path === MANAGED_PATH)).toBe(true));
    expect(screen.queryByTestId('outdatedCallout')).not.toBeInTheDocument();
  });
});
