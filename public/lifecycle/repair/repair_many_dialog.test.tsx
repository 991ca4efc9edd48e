import React from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SURROUNDINGS_PATH } from '../../../common/lifecycle/api';
import type { RepairPlan } from '../../../common/lifecycle/repair/plan_repair';
import { MANAGED_REPAIR_PATH, stepsText } from '../../../common/lifecycle/repair/repair_api';
import type { ManagedRepair } from '../../../common/lifecycle/repair/repair_api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import { ManagedActions } from '../acts/managed_actions';
import { stoppedSample } from '../testing/managed_samples';
import { WITH_ISM } from '../testing/policy_samples';

const MISSING = 'Missing rollover_alias index setting';
const NAMES = ['app-000001', 'web-000001', 'web-000002', 'daily-2026.01.01'];
const INDICES = [
  ...NAMES.map((name) => stoppedSample(name, MISSING)),
  stoppedSample('other-000001', 'no permissions for [indices:admin/rollover]'),
];

const factsOf = (name: string) => ({
  ...{ name, uuid: 'u', created_at: 1, status: 'open', primaries: 1, replicas: 1 },
  ...{ aliases: [], rollovers: [] },
});

const planFor = ({ index, repair }: ManagedRepair): RepairPlan => {
  if (index.startsWith('daily')) return { refused: { why: 'bad_name' } };
  const alias = repair.kind === 'alias' ? repair.alias : '';
  return { steps: [{ do: 'alias', alias, adds: true }, { do: 'retry' }] };
};

const open = async (refused: readonly string[] = []) => {
  const onDone = jest.fn();
  const page = renderPage(<ManagedActions selected={INDICES} onDone={onDone} />, {
    appId: APP_IDS.lifecycle,
    answer: routed({
      ...WITH_ISM,
      [`POST ${SURROUNDINGS_PATH}`]: () => ({
        ...{ now: 1, gaps: [], indices: NAMES.map((name) => ({ facts: factsOf(name) })) },
      }),
      [`POST ${MANAGED_REPAIR_PATH}`]: ({ body }) => {
        const asked = body as ManagedRepair;
        const plan = planFor(asked);
        if (asked.dry_run || 'refused' in plan) return { plan };
        if (refused.includes(asked.index)) throw refusal(403, 'forbidden', 'alice lacks it.');
        return { plan, outcomes: plan.steps.map((step) => ({ step, outcome: 'done' })) };
      },
    }),
  });
  await userEvent.click(await screen.findByTestId('managedAct-repair'));
  await screen.findByTestId('repairManyTable');
  const sent = () =>
    page.requests
      .filter(({ path }) => path === MANAGED_REPAIR_PATH)
      .map(({ body }) => body as ManagedRepair)
      .filter(({ dry_run: isDry }) => !isDry);
  return { onDone, sent };
};

describe('repairing many indices', () => {
  it('says what is done to each and which are left out, and why, before anything is done', async () => {
    const { sent } = await open();
    expect(screen.getByTestId('repairManyConfirm')).toHaveTextContent('Repair 2 indices');
    expect(screen.getAllByTestId('manySteps')[0]).toHaveTextContent(
      'Give app-000001 the alias “app”, as its write index'
    );
    expect(screen.getByTestId('leftOut-shared')).toHaveTextContent('alias “web” as web-000002');
    expect(screen.getByTestId('leftOut-refused')).toHaveTextContent('does not end in a hyphen');
    expect(screen.getByTestId('leftOut-unknown')).toBeVisible();
    expect(sent()).toEqual([]);
  });

  it('repairs one after the other, by the steps that were shown, and keeps what is left selected', async () => {
    const { sent, onDone } = await open(['web-000002']);
    await userEvent.click(screen.getByTestId('repairManyConfirm'));
    await waitFor(() =>
      expect(screen.getByTestId('repairManyDone')).toHaveTextContent(
        '1 index is repaired; 1 is not, and stays selected.'
      )
    );
    expect(sent().map(({ index }) => index)).toEqual(['app-000001', 'web-000002']);
    expect(sent()[0].seen).toBe(
      stepsText([{ do: 'alias', alias: 'app', adds: true }, { do: 'retry' }])
    );
    expect(screen.getByTestId('manyFailed')).toHaveTextContent('alice lacks it.');
    await userEvent.click(screen.getByTestId('repairManyClose'));
    expect(onDone).toHaveBeenCalledWith([
      ...['web-000001', 'web-000002', 'daily-2026.01.01', 'other-000001'],
    ]);
  });

  it('does nothing when it is put away', async () => {
    const { sent, onDone } = await open();
    await userEvent.click(screen.getByTestId('repairManyClose'));
    expect(sent()).toEqual([]);
    expect(onDone).not.toHaveBeenCalled();
  });
});
