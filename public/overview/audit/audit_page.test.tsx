import React from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AUDIT_PATH } from '../../../common/audit/api';
import type { AuditEntry } from '../../../common/audit/entry';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import type { Answer } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { OverviewRoutes } from '../routes';

const entry = (change: Partial<AuditEntry>): AuditEntry => ({
  id: change.object_id ?? 'x',
  at: Date.UTC(2026, 10, 21, 9),
  what: 'monitor.created',
  object_type: 'monitor',
  object_id: 'm1',
  name: 'Errors',
  ...change,
});

const ENTRIES = [
  entry({ who: 'ann' }),
  entry({ object_type: 'alert', object_id: 'm1.2.0', what: 'alert.acknowledged', said: 'On it' }),
];

const open = (answer: Answer, search = '') =>
  renderPage(<OverviewRoutes />, { appId: APP_IDS.overview, path: `/audit${search}`, answer });

const answering =
  (items: AuditEntry[]): Answer =>
  () => ({ total: items.length, items });

describe('the audit page', () => {
  it('tells who did what, and leads to what it was done to', async () => {
    open(answering(ENTRIES));
    expect(await screen.findByText('ann')).toBeInTheDocument();
    expect(screen.getByText('On it')).toBeInTheDocument();
    // Where the cluster knows no users.
    expect(screen.getByText('Somebody')).toBeInTheDocument();
    const links = screen.getAllByTestId('auditObject').map((link) => link.getAttribute('href'));
    expect(links).toEqual([`/app/${APP_IDS.monitors}/m1`, `/app/${APP_IDS.alerts}/m1.2.0`]);
  });

  it('leads from a pause to all deliveries, and from one that was sent again to that one', async () => {
    const delivery = { object_type: 'delivery' } as const;
    open(
      answering([
        entry({ ...delivery, object_id: 'outbox', what: 'delivery.paused' }),
        entry({ ...delivery, object_id: 'm1.2.m0', what: 'delivery.resent' }),
      ])
    );
    expect(await screen.findByRole('cell', { name: /Notifications paused/ })).toBeInTheDocument();
    const links = screen.getAllByTestId('auditObject').map((link) => link.getAttribute('href'));
    const deliveries = `/app/${APP_IDS.destinations}/deliveries`;
    expect(links).toEqual([deliveries, `${deliveries}/m1.2.m0`]);
  });

  it('asks for what the URL says, and puts what is chosen into the URL', async () => {
    const { requests, history } = open(answering(ENTRIES), '?object_id=m1&sort=nonsense');
    await screen.findByText('ann');
    const asked = () => requests.filter(({ path }) => path === AUDIT_PATH).at(-1)?.query;
    expect(asked()).toMatchObject({ object_id: 'm1', sort: 'at', order: 'desc' });
    await userEvent.selectOptions(screen.getByTestId('auditWhatFilter'), 'monitor.created');
    await waitFor(() => expect(asked()).toMatchObject({ what: 'monitor.created' }));
    expect(history.location.search).toContain('what=monitor.created');
    await userEvent.click(screen.getByLabelText('Show all objects'));
    await waitFor(() => expect(asked()).not.toHaveProperty('object_id'));
  });

  it('says that nothing matches, and clears the filters', async () => {
    const { history } = open(answering([]), '?search=nobody');
    await userEvent.click(await screen.findByText('Clear search and filters'));
    expect(history.location.search).toBe('');
    expect(await screen.findByText('Nobody has done anything yet')).toBeInTheDocument();
  });

  it('says why it could not be read', async () => {
    open(() => {
      throw refusal(503, 'cluster_unreachable', 'The cluster does not answer.');
    });
    expect(await screen.findByText('The cluster does not answer.')).toBeInTheDocument();
  });
});
