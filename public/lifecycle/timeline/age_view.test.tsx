import React from 'react';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { APP_IDS } from '../../../common/plugin';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { renderPage } from '../../shared/testing/render_page';
import { newPolicies } from '../new_policies';
import { SEED_TEXT, bodyOfText } from '../testing/policy_samples';
import { AgeView } from './age_view';

const NOW = Date.UTC(2026, 0, 1);

const show = (body: unknown, rollsOver = true) =>
  renderPage(<AgeView policy={readPolicy(body)} now={NOW} rollsOver={rollsOver} />, {
    ...{ appId: APP_IDS.lifecycle, answer: () => undefined },
  });

const template = (name: string) => newPolicies().find((each) => each.name === name)?.body;

const rows = () => screen.getAllByRole('row').map((row) => row.textContent ?? '');

describe('the time line of a policy', () => {
  it('says at which age an index comes to each state and is deleted', () => {
    show(template('hot_warm_delete'));
    expect(screen.getByTestId('ageEnd')).toHaveTextContent('Deleted at the age of 15 days');
    expect(rows().find((row) => row.includes('Goes on to “warm”'))).toMatch(/3 dayshot|3 days/);
    const chart = screen.getByTestId('ageChart');
    expect(chart).toHaveTextContent('hotwarmdelete');
    expect(chart).toHaveTextContent('10 days');
  });

  it('has a range where it depends on the growth, which can be changed', () => {
    const states = [
      { name: 'hot', transitions: [{ state_name: 'delete', conditions: { min_size: '20gb' } }] },
      { name: 'delete', actions: [{ delete: {} }] },
    ];
    show({ default_state: 'hot', states });
    expect(screen.getByTestId('ageEnd')).toHaveTextContent('10 days');
    expect(rows().find((row) => row.includes('Goes on to'))).toMatch(/8 days.* to 12 days/);
    fireEvent.change(screen.getByTestId('invented-gb_per_day'), { target: { value: '20' } });
    expect(screen.getByTestId('ageEnd')).toHaveTextContent('Deleted at the age of 1 day');
  });

  it('shows why the index is never deleted, until it can be rolled over', async () => {
    show(bodyOfText(SEED_TEXT), false);
    expect(screen.getByTestId('ageEnd')).toHaveTextContent('Rollover fails');
    await userEvent.click(screen.getByTestId('inventedAlias'));
    expect(screen.getByTestId('ageEnd')).toHaveTextContent(/^Deleted at the age of/);
  });
});
