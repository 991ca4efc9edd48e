import React from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SURROUNDINGS_PATH } from '../../../common/lifecycle/api';
import type { RepairPlan } from '../../../common/lifecycle/repair/plan_repair';
import { MANAGED_REPAIR_PATH } from '../../../common/lifecycle/repair/repair_api';
import type { ManagedRepair, StepOutcome } from '../../../common/lifecycle/repair/repair_api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import { ManagedActions } from '../acts/managed_actions';
import { stoppedSample } from '../testing/managed_samples';
import { WITH_ISM } from '../testing/policy_samples';

const INDEX = 'logs-000002';
const STEPS = [
  { do: 'alias', alias: 'logs', adds: true, from: 'logs-000001' },
  { do: 'setting', name: 'rollover_alias', value: 'logs' },
  { do: 'retry' },
] as const;
const FACTS = {
  ...{ name: INDEX, uuid: 'u', created_at: 1, status: 'open', primaries: 1, replicas: 1 },
  ...{ aliases: [], rollovers: [] },
};

const open = async (
  plan: RepairPlan = { steps: STEPS },
  work: () => readonly StepOutcome[] = () => STEPS.map((step) => ({ step, outcome: 'done' })),
  message = 'Missing rollover_alias index setting',
  deletes = false
) => {
  const onDone = jest.fn();
  const page = renderPage(
    <ManagedActions selected={[stoppedSample(INDEX, message)]} onDone={onDone} />,
    {
      appId: APP_IDS.lifecycle,
      answer: routed({
        ...WITH_ISM,
        [`POST ${SURROUNDINGS_PATH}`]: () => ({ now: 1, gaps: [], indices: [{ facts: FACTS }] }),
        [`POST ${MANAGED_REPAIR_PATH}`]: ({ body }) =>
          (body as ManagedRepair).dry_run
            ? { plan, ...(deletes ? { deletes } : {}) }
            : { plan, outcomes: work() },
      }),
    }
  );
  await userEvent.click(await screen.findByTestId('managedAct-repair'));
  const sent = () =>
    page.requests
      .filter(({ path }) => path === MANAGED_REPAIR_PATH)
      .map(({ body }) => body as ManagedRepair);
  return { ...page, onDone, sent };
};

describe('repairing a rollover', () => {
  it('suggests an alias, says each step beforehand, does it, and tells what came of each', async () => {
    const { sent, onDone } = await open();
    const steps = await screen.findByTestId('repairSteps');
    expect(screen.getByTestId('repairAlias')).toHaveValue('logs');
    expect(steps).toHaveTextContent('goes there from then on, and no longer to logs-000001');
    expect(sent().every(({ dry_run: dry }) => dry)).toBe(true);
    await userEvent.click(screen.getByTestId('repairConfirm'));
    expect(await screen.findByTestId('repairOutcomes')).toBeVisible();
    expect(screen.getAllByTestId('step-done')).toHaveLength(3);
    expect(sent().at(-1)).toEqual({ index: INDEX, repair: { kind: 'alias', alias: 'logs' } });
    await userEvent.click(screen.getByTestId('repairClose'));
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  it('plans anew for another alias, and asks nothing for a name that is none', async () => {
    const { sent } = await open();
    await screen.findByTestId('repairSteps');
    await userEvent.clear(screen.getByTestId('repairAlias'));
    await userEvent.type(screen.getByTestId('repairAlias'), 'Bad');
    expect(screen.getByTestId('repairConfirm')).toBeDisabled();
    expect(screen.getByText(/has no capital letters/)).toBeVisible();
    await userEvent.clear(screen.getByTestId('repairAlias'));
    await userEvent.type(screen.getByTestId('repairAlias'), 'other');
    await waitFor(() => expect(screen.getByTestId('repairConfirm')).toBeEnabled());
    expect(sent().at(-1)?.repair).toEqual({ kind: 'alias', alias: 'other' });
    expect(sent().some(({ repair }) => repair.kind === 'alias' && repair.alias === 'Bad')).toBe(
      false
    );
  });

  it('says what to do instead where it would not help', async () => {
    await open({ refused: { why: 'bad_name' } });
    expect(await screen.findByTestId('repairRefused')).toHaveTextContent(
      'put the age on the transition'
    );
    expect(screen.getByTestId('repairConfirm')).toBeDisabled();
  });

  it('has the deletion confirmed that comes of it', async () => {
    const { sent } = await open(...([{ steps: STEPS }, undefined, undefined, true] as const));
    expect(await screen.findByTestId('retryDeletes')).toHaveTextContent(INDEX);
    expect(screen.getByTestId('repairConfirm')).toBeDisabled();
    await userEvent.type(screen.getByTestId('retryTyped'), INDEX);
    await userEvent.click(screen.getByTestId('repairConfirm'));
    await screen.findByTestId('repairOutcomes');
    expect(sent().at(-1)).toMatchObject({ confirm: INDEX });
  });

  it('begins with the write index where that is what fails', async () => {
    const { sent } = await open(
      ...([{ steps: STEPS }, undefined, 'Missing alias or not the write index'] as const)
    );
    await screen.findByTestId('repairSteps');
    expect(sent()[0].repair).toEqual({ kind: 'write_index' });
  });

  it('tells which steps were done before one that was refused', async () => {
    await open({ steps: STEPS }, () => [
      { step: STEPS[0], outcome: 'done' },
      { step: STEPS[1], outcome: 'failed', reason: 'alice lacks indices:admin/settings/update.' },
      { step: STEPS[2], outcome: 'not_tried' },
    ]);
    await screen.findByTestId('repairSteps');
    await userEvent.click(screen.getByTestId('repairConfirm'));
    expect(await screen.findByTestId('step-failed')).toHaveTextContent('alice lacks');
    expect(screen.getByTestId('step-not_tried')).toHaveTextContent('Retry');
  });

  it('keeps its form when it is refused as a whole', async () => {
    await open({ steps: STEPS }, () => {
      throw refusal(403, 'forbidden', 'alice lacks indices:admin/aliases on logs-000002.');
    });
    await screen.findByTestId('repairSteps');
    await userEvent.click(screen.getByTestId('repairConfirm'));
    expect(await screen.findByTestId('repairError')).toHaveTextContent('alice lacks');
    expect(screen.getByTestId('repairAlias')).toHaveValue('logs');
  });
});
