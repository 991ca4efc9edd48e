// No recording has this call: the answers follow the specification of `_ism/simulate`.
import React from 'react';
import { screen } from '@testing-library/react';
import { ENGINE_PATH, SIMULATE_PATH } from '../../../common/lifecycle/api';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import { DAILY, SEED_TEXT, WITH_ISM, bodyOfText } from '../testing/policy_samples';
import { NativeCheck } from './native_check';

const BODY = bodyOfText(SEED_TEXT);

const show = (answer: () => unknown, simulate = true) =>
  renderPage(<NativeCheck policy={readPolicy(BODY)} body={BODY} around={DAILY} />, {
    appId: APP_IDS.lifecycle,
    answer: routed({
      ...WITH_ISM,
      [`GET ${ENGINE_PATH}`]: () => ({ native: 'ism', simulate }),
      [`POST ${SIMULATE_PATH}`]: answer,
    }),
  });

const steps = (action: string) => () => ({
  steps: (DAILY.indices ?? []).map(({ facts: { name } }) => ({
    ...{ index: name, is_managed: false, state: 'hot' },
    action: name.endsWith('22') ? action : 'rollover',
  })),
});

describe('the simulation of the engine beside ours', () => {
  it('is said to agree where it does', async () => {
    const { requests } = show(steps('rollover'));
    expect(await screen.findByTestId('nativeAgrees')).toHaveTextContent(
      'takes the same next step for 3 indices'
    );
    expect(requests.find(({ path }) => path === SIMULATE_PATH)?.body).toMatchObject({
      indices: ['cwl-app-2023.02.22', 'cwl-app-2023.02.23', 'cwl-app-2023.02.24'],
    });
  });

  it('is shown index by index where it differs', async () => {
    show(steps('delete'));
    const found = await screen.findByTestId('nativeDisagrees');
    expect(found).toHaveTextContent('For 1 index Index State Management says otherwise');
    expect(found).toHaveTextContent('cwl-app-2023.02.22: “delete” comes next; here “rollover”.');
  });

  it('says why it could not be asked', async () => {
    show(() => {
      throw refusal(403, 'forbidden', 'jane lacks a permission.');
    });
    expect(await screen.findByTestId('nativeAgrees')).toHaveTextContent('jane lacks a permission.');
  });

  it('is not asked where the engine has none', async () => {
    const { requests } = show(steps('rollover'), false);
    await new Promise((later) => setTimeout(later, 1200));
    expect(requests.some(({ path }) => path === SIMULATE_PATH)).toBe(false);
  });
});
