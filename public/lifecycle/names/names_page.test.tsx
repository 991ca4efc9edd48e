import React from 'react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SURROUNDINGS_PATH } from '../../../common/lifecycle/api';
import type { SurroundingsAnswer } from '../../../common/lifecycle/api';
import type { LintedIndex } from '../../../common/lifecycle/lint/surroundings';
import { APP_IDS } from '../../../common/plugin';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import { LifecycleRoutes } from '../routes';
import { WITHOUT_ISM, WITH_ISM } from '../testing/policy_samples';

const NOW = Date.UTC(2026, 10, 21);

const template = (policy_id: string, priority: number, ...index_patterns: string[]) => ({
  ...{ policy_id, priority, index_patterns, last_updated_time: NOW - 1000 },
});

const index = (name: string, created_at: number, changes: Partial<LintedIndex> = {}) => ({
  facts: {
    ...{ name, uuid: name, created_at, status: 'open' as const, primaries: 1, replicas: 1 },
    ...{ aliases: [], rollovers: [] },
  },
  ...changes,
});

const AROUND: SurroundingsAnswer = {
  ...{ now: NOW, gaps: [] },
  templates: [template('logs', 10, 'logs-*'), template('app', 50, '*-app-*', '-*-app-test')],
  indices: [index('logs-app-old', NOW - 9000), index('logs-db', NOW, { policy_id: 'before' })],
};

const open = (search = '', around: SurroundingsAnswer = AROUND) =>
  renderPage(<LifecycleRoutes />, {
    ...{ appId: APP_IDS.lifecycle, path: `/names${search}` },
    answer: routed({
      ...(around.templates ? WITH_ISM : WITHOUT_ISM),
      [`POST ${SURROUNDINGS_PATH}`]: () => around,
    }),
  });

const says = (text: string | RegExp) =>
  waitFor(() => expect(screen.getByTestId('nameOutcome')).toHaveTextContent(text));

describe('which policy wins', () => {
  it('says why for a name, with those that lose, and keeps the name in the URL', async () => {
    const { history } = open();
    fireEvent.change(await screen.findByTestId('nameField'), { target: { value: 'logs-app-new' } });
    await says('“app” takes in a new index of this name');
    const [, first, second] = within(screen.getByTestId('nameTemplates')).getAllByRole('row');
    expect(first).toHaveTextContent(/app.*50.*Wins/);
    expect(second).toHaveTextContent(/logs.*10.*Lower priority/);
    expect(history.location.search).toBe('?name=logs-app-new');
  });

  it('names what leaves a name out', async () => {
    open('?name=logs-app-test');
    await says('“logs” takes in');
    expect(screen.getByTestId('nameTemplates')).toHaveTextContent('Left out by “-*-app-test”');
  });

  it('says of an index that is older than the templates why it is not taken in', async () => {
    open('?name=logs-app-old');
    await says('No policy takes in this index by itself');
    await says('A new index of this name would go to “app”.');
    expect(screen.getByText('Apply a policy')).toHaveAttribute(
      'href',
      expect.stringContaining('apply?indices=logs-app-old&policy=app')
    );
  });

  it('says which policy manages an index already', async () => {
    open('?name=logs-db');
    await says('“before” manages this index');
  });

  it('takes one name only', async () => {
    open('?name=logs-*');
    expect(await screen.findByText(/Give one name/)).toBeInTheDocument();
    expect(screen.queryByTestId('nameOutcome')).not.toBeInTheDocument();
  });

  it('tells what another template would change, and keeps it in the URL', async () => {
    const { history } = open('?name=logs-app-new');
    await says('“app” takes in');
    await userEvent.click(screen.getByTestId('addWhatIf'));
    fireEvent.change(screen.getByTestId('whatIfPatterns'), { target: { value: 'logs-app-*' } });
    fireEvent.change(screen.getByTestId('whatIfPriority'), { target: { value: '99' } });
    await says('“Not saved 1” takes in');
    expect(new URLSearchParams(history.location.search).get('rows')).toContain('logs-app-*');
    await userEvent.click(screen.getByLabelText('Remove this template'));
    await says('“app” takes in');
  });
});

describe('policies that take in the same names', () => {
  it('stand in a grid and a table, and an example shows who wins', async () => {
    open();
    expect(await screen.findByTestId('overlapsSummary')).toHaveTextContent('One pair among 2');
    const [, app, logs] = within(screen.getByTestId('overlapGrid')).getAllByRole('row');
    expect(app).toHaveTextContent('app–Wins');
    expect(logs).toHaveTextContent('logsLoses–');
    await userEvent.click(screen.getByTestId('overlapExample'));
    await says('“app” takes in a new index of this name');
  });

  it('are in red where they have the same priority', async () => {
    open('', { ...AROUND, templates: [template('a', 1, 'x*'), template('b', 1, '*')] });
    expect(await screen.findByTestId('overlapsSummary')).toHaveTextContent(
      'One has the same priority'
    );
    expect(screen.getByTestId('overlapTable')).toHaveTextContent('Conflict: same priority');
  });

  it('is not said of policies that could not be read', async () => {
    renderPage(<LifecycleRoutes />, {
      ...{ appId: APP_IDS.lifecycle, path: '/names?name=logs-app' },
      answer: routed({
        ...WITH_ISM,
        [`POST ${SURROUNDINGS_PATH}`]: () => ({ now: NOW, gaps: ['ann lacks it.', 'So it is.'] }),
      }),
    });
    const callout = await screen.findByTestId('noTemplates');
    expect(callout).toHaveTextContent('which one wins is not known');
    expect(within(callout).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.queryByTestId('nameOutcome')).toBeNull();
    expect(screen.queryByTestId('overlapsSummary')).toBeNull();
  });

  it('can be tried without Index State Management by patterns that are typed', async () => {
    open('', { now: NOW, gaps: [] });
    expect(await screen.findByTestId('noTemplates')).toHaveTextContent(
      'This cluster has no Index State Management'
    );
    for (const [place, patterns] of ['a*', '*b'].entries()) {
      await userEvent.click(screen.getByTestId('addWhatIf'));
      const field = screen.getAllByTestId('whatIfPatterns')[place];
      fireEvent.change(field, { target: { value: patterns } });
    }
    await waitFor(() =>
      expect(screen.getByTestId('overlapTable')).toHaveTextContent('Conflict: same priority')
    );
    expect(screen.getByTestId('overlapExample')).toHaveTextContent('ab');
  });
});
