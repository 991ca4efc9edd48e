import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TAKE_OVER_PATH } from '../../../common/import/api';
import type { ImportResult, ImportRow, TakeOverList } from '../../../common/import/api';
import { refusal } from '../../shared/testing/fake_host';
import type { Routes } from '../../shared/testing/routes';
import { showMonitors } from '../testing/show_monitors';
import { TakeOverFlyout } from './take_over_flyout';

const row = (key: string, change: Partial<ImportRow> = {}): ImportRow => ({
  key,
  kind: 'monitor',
  name: `Monitor ${key}`,
  monitor_type: 'query_level_monitor',
  enabled: true,
  warnings: [],
  problems: [],
  ...change,
});

const listOf = (...items: ImportRow[]): TakeOverList => ({
  available: true,
  api: '/_plugins/_alerting',
  items,
  notes: [],
});

const show = (routes: Routes, onClose = jest.fn()) =>
  showMonitors(<TakeOverFlyout onClose={onClose} />, routes);

const LIST = `GET ${TAKE_OVER_PATH}`;
const TAKE = `POST ${TAKE_OVER_PATH}`;

describe('taking over', () => {
  it('says why there is nothing to take over from', async () => {
    show({ [LIST]: () => ({ available: false, reason: 'The cluster has no Alerting plugin.' }) });
    expect(await screen.findByText('The cluster has no Alerting plugin.')).toBeInTheDocument();
    expect(screen.getByTestId('bringButton')).toBeDisabled();
  });

  it('says why it could not look, and tries again', async () => {
    let broken = true;
    show({
      [LIST]: () => {
        if (broken) throw refusal(403, 'forbidden', 'You may not see monitors.');
        return listOf(row('monitor:a'));
      },
    });
    expect(await screen.findByText('You may not see monitors.')).toBeInTheDocument();
    broken = false;
    await userEvent.click(screen.getByTestId('retryButton'));
    expect(await screen.findByText('Monitor monitor:a')).toBeInTheDocument();
  });

  it('shows what is to be known of each, and lets none be chosen that cannot come', async () => {
    show({
      [LIST]: () =>
        listOf(
          row('monitor:a', {
            warnings: [{ field: 'name', message: 'It is cut.' }],
            existing: { id: 'alerting-a', name: 'Mine' },
          }),
          row('destination:mail', {
            kind: 'destination',
            problems: [{ field: 'type', message: 'Comes with a later version.' }],
          })
        ),
    });
    const notes = await screen.findByTestId('notes-monitor:a');
    expect(notes).toHaveTextContent('Was brought here before as “Mine”.');
    expect(notes).toHaveTextContent('name: It is cut.');
    expect(screen.getByTestId('notes-destination:mail')).toHaveTextContent(
      'type: Comes with a later version.'
    );
    expect(screen.getByTestId('choose-destination:mail')).toBeDisabled();
    expect(screen.getByTestId('choose-monitor:a')).toBeEnabled();
  });

  it('brings those chosen as asked, destinations first, and tells what became of them', async () => {
    const asked: unknown[] = [];
    const results: ImportResult[] = [
      {
        key: 'monitor:a',
        kind: 'monitor',
        name: 'Monitor a',
        outcome: 'created',
        id: 'alerting-a',
        enabled: false,
        original_enabled: true,
        messages: ['The original could not be disabled.'],
      },
    ];
    show({
      [LIST]: () =>
        listOf(
          row('workflow:w', { monitor_type: 'composite_monitor' }),
          row('monitor:a'),
          row('monitor:b'),
          row('destination:d', { kind: 'destination', destination_type: 'slack' })
        ),
      [TAKE]: ({ body }) => {
        asked.push(body);
        return { items: results };
      },
    });
    await userEvent.click(await screen.findByTestId('choose-workflow:w'));
    await userEvent.click(screen.getByTestId('choose-monitor:a'));
    await userEvent.click(screen.getByTestId('choose-destination:d'));
    await userEvent.click(screen.getByTestId('disableOriginalsSwitch'));
    await userEvent.click(screen.getByTestId('bringButton'));
    expect(await screen.findByTestId('takeOverResult')).toHaveTextContent('One was brought here');
    expect(asked).toEqual([
      {
        ids: ['destination:d', 'monitor:a', 'workflow:w'],
        existing: 'keep',
        disable_originals: true,
      },
    ]);
    const table = screen.getByTestId('importResults');
    expect(within(table).getByText('Monitor a')).toHaveAttribute('href', '/alerting-a');
    expect(table).toHaveTextContent('Disabled here');
    expect(table).toHaveTextContent('The original runs');
    expect(table).toHaveTextContent('The original could not be disabled.');
  });

  it('saves many in parts, and tells of those before an error', async () => {
    const rows = Array.from({ length: 60 }, (_none, i) => row(`monitor:${i}`));
    let calls = 0;
    show({
      [LIST]: () => listOf(...rows),
      [TAKE]: ({ body }) => {
        if (++calls === 2) throw refusal(503, 'cluster_unreachable', 'The cluster is gone.');
        const { ids } = body as { ids: string[] };
        return {
          items: ids.map((key) => ({
            ...{ key, kind: 'monitor', name: key, outcome: 'created', id: key, messages: [] },
          })),
        };
      },
    });
    await screen.findByText('Monitor monitor:0');
    await userEvent.click(screen.getByTestId('choose-all'));
    expect(screen.getByTestId('bringButton')).toHaveTextContent('Bring 60 here');
    await userEvent.click(screen.getByTestId('bringButton'));
    const result = await screen.findByTestId('takeOverResult');
    expect(result).toHaveTextContent('50 were brought here');
    expect(result).toHaveTextContent('The cluster is gone.');
  });

  it('can be left', async () => {
    const onClose = jest.fn();
    show({ [LIST]: () => listOf(row('monitor:a')) }, onClose);
    await userEvent.click(await screen.findByTestId('closeBring'));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });
});
