import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ALIASES_PATH } from '../../../common/indices/aliases/api';
import { aliasRows } from '../../../common/indices/aliases/alias_rows';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import type { Routes } from '../../shared/testing/routes';
import { IndicesRoutes } from '../routes';

// Editors measure their text, which has no size here.
beforeAll(() => {
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
});

const BY_INDEX = {
  'app-1': { aliases: { app: { filter: { term: { level: 'error' } } }, all: {} } },
  'app-2': { aliases: { app: { is_write_index: true } } },
  'app-3': { aliases: {} },
  '.tasks': { aliases: { '.own': { is_hidden: true } } },
};

const ALL = {
  ...{ aliases: aliasRows(BY_INDEX), indices: Object.keys(BY_INDEX), gaps: ['Data streams: no.'] },
};

const open = (path: string, routes: Routes = {}) =>
  renderPage(<IndicesRoutes />, {
    ...{ appId: APP_IDS.indices, path },
    answer: routed({ [`GET ${ALIASES_PATH}`]: () => ALL, ...routes }),
  });

const sent = (requests: Array<{ method: string; body: unknown }>, method: string) =>
  requests.filter((request) => request.method === method).map(({ body }) => body);

const cardOf = (index: string): HTMLElement => {
  const found = screen
    .getAllByTestId('aliasMember')
    .find((card) => within(card).queryByText(index) !== null);
  if (!found) throw new Error(`There is no card of ${index}.`);
  return found;
};

describe('the list of aliases', () => {
  it('shows what is written to and what is filtered, and leaves hidden ones out', async () => {
    open('/aliases');
    const table = await screen.findByTestId('aliasesTable');
    const names = () => screen.getAllByTestId('aliasLink').map(({ textContent }) => textContent);
    expect(names()).toEqual(['all', 'app']);
    const [, , app] = within(table).getAllByRole('row');
    for (const text of ['app-1', 'app-2', 'filtered']) expect(app).toHaveTextContent(text);
    expect(screen.getByText('Data streams: no.')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('hiddenAliases'));
    expect(names()).toContain('.own');
  });

  it('asks for the name of one that is written through before it goes', async () => {
    const { requests } = open('/aliases', { [`DELETE ${ALIASES_PATH}/app`]: () => undefined });
    await screen.findByTestId('aliasesTable');
    await userEvent.click(screen.getAllByTestId('euiCollapsedItemActionsButton')[1]);
    expect(await screen.findByTestId('rollOverAlias')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('deleteAlias'));
    expect(await screen.findByTestId('deleteDialog')).toHaveTextContent('app-2 is written through');
    expect(screen.getByTestId('deleteConfirm')).toBeDisabled();
    await userEvent.type(screen.getByTestId('deleteWord'), 'app');
    await userEvent.click(screen.getByTestId('deleteConfirm'));
    await waitFor(() =>
      expect(requests.find(({ method }) => method === 'DELETE')?.query).toEqual({ confirm: 'app' })
    );
  });
});

describe('an alias', () => {
  it('is changed by one plan that is shown before it is sent', async () => {
    const { requests, history } = open('/aliases?edit=app', {
      [`PUT ${ALIASES_PATH}/app`]: () => undefined,
    });
    const plan = await screen.findByTestId('aliasPlan');
    expect(plan).toHaveTextContent('Nothing changes yet.');
    expect(screen.getByTestId('saveAlias')).toBeDisabled();
    await userEvent.type(
      within(screen.getByTestId('aliasIndices')).getByRole('textbox'),
      'app-3{Enter}'
    );
    await userEvent.click(within(cardOf('app-3')).getByTestId('aliasWrite'));
    await userEvent.click(within(cardOf('app-1')).getByTestId('removeMember'));
    for (const text of [
      'app-1 is taken out',
      'app-2 is not written to any more',
      'app-3 is taken in, and written to',
      'What is written through it goes to app-3.',
    ]) {
      expect(plan).toHaveTextContent(text);
    }
    await userEvent.click(screen.getByTestId('saveAlias'));
    await waitFor(() => expect(history.location.search).toBe(''));
    expect(sent(requests, 'PUT')).toEqual([
      {
        members: [
          { index: 'app-2', is_write_index: false },
          { index: 'app-3', is_write_index: true },
        ],
        seen: ALL.aliases.find(({ name }) => name === 'app')?.members,
      },
    ]);
  });

  it('is not sent while it is wrong', async () => {
    const { requests } = open('/aliases?create=true');
    await userEvent.type(await screen.findByTestId('template-name'), 'app-1');
    await userEvent.click(screen.getByTestId('saveAlias'));
    const refused = screen.getByTestId('saveRefused');
    expect(refused).toHaveTextContent('An index is called app-1 already.');
    expect(refused).toHaveTextContent('Name at least one index.');
    expect(sent(requests, 'PUT')).toEqual([]);
  });

  it('keeps what was edited, with the reason, when somebody was faster', async () => {
    open('/aliases?edit=all', {
      [`PUT ${ALIASES_PATH}/all`]: () => {
        throw refusal(409, 'conflict', 'Somebody else changed the alias all.');
      },
    });
    await userEvent.click(await screen.findByTestId('aliasHidden'));
    await userEvent.click(screen.getByTestId('saveAlias'));
    expect(await screen.findByTestId('saveRefused')).toHaveTextContent('Somebody else');
    expect(screen.getByTestId('aliasHidden')).toBeChecked();
  });
});
