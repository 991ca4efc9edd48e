import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AUDIT_PATH } from '../../../../common/audit/api';
import { MANAGED_PATH } from '../../../../common/lifecycle/api';
import type { ManagedDetail, ManagedHistory } from '../../../../common/lifecycle/api';
import type { IndexFacts } from '../../../../common/lifecycle/decide/facts';
import { APP_IDS } from '../../../../common/plugin';
import { refusal } from '../../../shared/testing/fake_host';
import { renderPage } from '../../../shared/testing/render_page';
import { routed } from '../../../shared/testing/routes';
import type { Routes } from '../../../shared/testing/routes';
import { LifecycleRoutes } from '../../routes';
import { managedSample, stoppedSample } from '../../testing/managed_samples';
import { NOW, SEED_TEXT, WITH_ISM, bodyOfText, recordSample } from '../../testing/policy_samples';

const DAY = 86_400_000;
const INDEX = 'cwl-app-2023.02.22';
const BODY = bodyOfText(SEED_TEXT);

const facts: IndexFacts = {
  ...{ name: INDEX, uuid: 'u', created_at: NOW - 3 * DAY, status: 'open', docs: 10 },
  ...{ primary_bytes: 1000, largest_shard_bytes: 1000, primaries: 1, replicas: 1 },
  ...{ aliases: [], rollovers: [] },
};

const inWarm = managedSample(INDEX, {
  created_at: NOW - 3 * DAY,
  cursor: {
    ...{ state: 'warm', state_since: NOW - DAY },
    action: {
      ...{ place: -1, type: 'transition', since: NOW - DAY, failed: false, consumed_retries: 0 },
      step: { name: 'attempt_transition_step', status: 'condition_not_met' },
    },
  },
});

const detailOf = (changes: Partial<ManagedDetail> = {}): ManagedDetail => ({
  ...{ at: NOW, managed: inWarm, raw: { index_uuid: 'u' }, applied: BODY },
  ...{ stored: recordSample(), facts, gaps: [] },
  ...changes,
});

const HISTORY: ManagedHistory = {
  ...{ gaps: [], cut: false },
  steps: [
    {
      ...{ at: NOW - DAY, outcome: 'moved', state: 'hot', state_since: NOW - 3 * DAY },
      ...{ to: 'warm', action: 'transition', took: DAY, message: 'Transitioning to warm' },
    },
    { at: NOW - 3 * DAY, outcome: 'begun', state: 'hot', state_since: NOW - 3 * DAY },
  ],
};

const ACTS = [
  {
    ...{ id: 'a', at: NOW - 2 * DAY, who: 'ivy', what: 'index.policy_retried' },
    ...{ object_type: 'index', object_id: INDEX, name: INDEX },
  },
];

const routes = (detail: ManagedDetail, history = HISTORY): Routes => ({
  ...WITH_ISM,
  [`GET ${MANAGED_PATH}/${INDEX}`]: () => detail,
  [`GET ${MANAGED_PATH}/${INDEX}/history`]: () => history,
  [`GET ${AUDIT_PATH}`]: () => ({ total: 1, items: ACTS }),
});

const open = (answers: Routes) =>
  renderPage(<LifecycleRoutes />, {
    ...{ appId: APP_IDS.lifecycle, path: `/managed/${INDEX}`, answer: routed(answers) },
  });

describe('the page of one managed index', () => {
  it('says why it is there, where it stands, what is needed, and what comes when', async () => {
    open(routes(detailOf()));
    const verdict = await screen.findByTestId('managedVerdict');
    expect(verdict).toHaveTextContent(
      'It waits in “warm” until it is 15 days old, to go on to “delete”: 3 days now.'
    );
    expect(screen.getByTestId('managedNext')).toHaveTextContent(/Next check by .* Expected around/);
    expect(screen.getByTestId('currentState')).toHaveTextContent('warm');
    expect(screen.getByTestId('currentState')).toHaveTextContent('It is here');
    const conditions = screen.getByTestId('conditionsTable');
    expect(conditions).toHaveTextContent('3 days');
    expect(conditions).toHaveTextContent('15 days');
    expect(
      within(screen.getByTestId('managedAhead')).getByTestId('simulationEnd')
    ).toHaveTextContent(/^Deleted on/);
    expect(screen.queryByTestId('outdatedSection')).toBeNull();
  });

  it('says what failed, what mends it, and that a retry alone would fail again', async () => {
    const managed = stoppedSample(INDEX, 'Missing rollover_alias index setting');
    open(routes(detailOf({ managed })));
    const verdict = await screen.findByTestId('managedVerdict');
    expect(verdict).toHaveTextContent('Rollover failed in “hot”');
    expect(verdict).toHaveTextContent('No retries left of 3');
    expect(verdict).toHaveTextContent('The engine says: Missing rollover_alias index setting');
    expect(screen.getByTestId('managedRemedy')).toHaveTextContent('put the age on the transition');
    expect(screen.getByTestId('managedAhead')).toHaveTextContent('Rollover fails');
    expect(screen.getByTestId('managedAct-retry')).toBeEnabled();
  });

  it('tells the history of the engine and of people together, with how long each state took', async () => {
    open(routes(detailOf()));
    const table = await screen.findByTestId('historyTable');
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows[0]).toHaveTextContent('Went on to “warm”');
    expect(rows[0]).toHaveTextContent('1 day');
    expect(rows[1]).toHaveTextContent('Retried');
    expect(rows[1]).toHaveTextContent('By ivy');
    expect(rows[2]).toHaveTextContent('The policy took it in, in “hot”');
    expect(screen.getByTestId('visits')).toHaveTextContent('hot: for 3 days so far');
  });

  it('says why there is no history, and shows what people did all the same', async () => {
    open(routes(detailOf(), { steps: [], cut: false, gaps: ['No history is kept here.'] }));
    expect(await screen.findByTestId('managedGaps')).toHaveTextContent('No history is kept here.');
    expect(screen.getByTestId('historyTable')).toHaveTextContent('By ivy');
  });

  it('shows beside each other the policy that it follows and the one that is saved', async () => {
    const applied = { ...BODY, description: 'as it was' };
    open(routes(detailOf({ managed: { ...inWarm, outdated: true }, applied })));
    const section = await screen.findByTestId('outdatedSection');
    await waitFor(() => expect(section).toHaveTextContent('as it was'));
    expect(screen.getByTestId('outdatedBadge')).toBeInTheDocument();
  });

  it('says of a policy that was saved again as it was that nothing is different', async () => {
    open(routes(detailOf({ managed: { ...inWarm, outdated: true } })));
    const section = await screen.findByTestId('outdatedSection');
    expect(section).toHaveTextContent('saved again with nothing changed');
    expect(section).not.toHaveTextContent('As it is saved now');
  });

  it('ends what is expected with one full stop, also where the engine brings its own', async () => {
    const managed = managedSample(INDEX, { created_at: NOW - 3 * DAY });
    open(routes(detailOf({ managed })));
    const next = await screen.findByTestId('managedNext');
    expect(next).toHaveTextContent('Missing rollover_alias');
    expect(next).toHaveTextContent(/[^.]\.$/);
  });

  it('keeps what the engine tells for the end, as it is', async () => {
    open(routes(detailOf()));
    const raw = await screen.findByTestId('managedRaw');
    await userEvent.click(within(raw).getByText('What the engine tells of it, as JSON'));
    expect(raw).toHaveTextContent('"index_uuid": "u"');
  });

  it('leads to the index where no policy manages it', async () => {
    open({
      ...WITH_ISM,
      [`GET ${MANAGED_PATH}/${INDEX}`]: () => {
        throw refusal(404, 'not_found', 'No policy manages it.');
      },
    });
    expect(await screen.findByTestId('emptyState')).toHaveTextContent('No policy manages');
    expect(screen.getAllByText('Page of the index').length).toBeGreaterThan(0);
  });
});
