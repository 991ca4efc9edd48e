import React from 'react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MONITORS_PATH } from '../../../common/monitors/api';
import { triggersOf } from '../../../common/monitors/monitor';
import type { Monitor } from '../../../common/monitors/monitor';
import { DESTINATIONS_PATH } from '../../../common/notifications/api';
import { API_BASE } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { monitorSample, recordSample } from '../testing/samples';
import { showMonitors } from '../testing/show_monitors';
import { cloneOf } from './clone';
import { CreateMonitorPage } from './create_monitor_page';
import { newAction, newTrigger } from './new_monitor';

// The editor itself needs a layout, which jsdom has not.
jest.mock('../../shared/code_editor', () => ({ CodeEditor: () => null }));

const original = (): Monitor =>
  monitorSample({
    enabled: true,
    enabled_time: 1,
    last_update_time: 2,
    ui_metadata: { search: { x: 1 } },
    triggers: [{ query_level_trigger: { ...newTrigger([]), actions: [newAction([], 'd1')] } }],
  });

const idsOf = (monitor: Monitor): string[] =>
  triggersOf(monitor).flatMap(({ id, actions }) => [id, ...actions.map((action) => action.id)]);

describe('a clone', () => {
  it('is the same under another name, disabled, with triggers and actions of its own', () => {
    const source = original();
    const clone = cloneOf(source);
    expect(clone).toMatchObject({ name: 'Copy of Pod errors', enabled: false });
    expect(clone.enabled_time).toBeUndefined();
    expect(clone.last_update_time).toBeUndefined();
    expect(new Set([...idsOf(source), ...idsOf(clone)]).size).toBe(4);
    const plain = (monitor: Monitor) => {
      const ids = new Set(idsOf(monitor));
      return JSON.parse(JSON.stringify(monitor), (_key, value: unknown) =>
        ids.has(String(value)) ? 'id' : value
      ) as Monitor;
    };
    const { name } = clone;
    const same = { ...source, name, enabled: false, enabled_time: undefined };
    expect(plain(clone)).toEqual(plain({ ...same, last_update_time: undefined }));
  });

  it('has a name that is not too long', () => {
    expect(cloneOf({ ...original(), name: 'x'.repeat(256) }).name).toHaveLength(256);
  });
});

describe('the page that creates from a copy', () => {
  const show = (source: () => unknown) => {
    const created: Monitor[] = [];
    const page = showMonitors(
      <CreateMonitorPage />,
      {
        [`GET ${DESTINATIONS_PATH}`]: () => ({ total: 0, items: [] }),
        [`GET ${API_BASE}/indices/_suggest`]: () => ({
          indices: [],
          aliases: [],
          data_streams: [],
        }),
        [`GET ${MONITORS_PATH}/m1`]: source,
        [`POST ${MONITORS_PATH}`]: ({ body }) => {
          const { monitor } = body as { monitor: Monitor };
          created.push(monitor);
          return recordSample({ id: 'new', monitor });
        },
      },
      '/create?clone=m1'
    );
    return { ...page, created };
  };

  it('shows the copy, and saves it only by Create', async () => {
    const { created, history } = show(() => recordSample({ monitor: original() }));
    expect(await screen.findByTestId('nameInput')).toHaveValue('Copy of Pod errors');
    expect(screen.getByTestId('enabledSwitch')).not.toBeChecked();
    expect(created).toEqual([]);
    fireEvent.change(screen.getByTestId('nameInput'), { target: { value: 'Node errors' } });
    await userEvent.click(screen.getByTestId('enabledSwitch'));
    await userEvent.click(screen.getByTestId('saveMonitorButton'));
    await waitFor(() => expect(history.location.pathname).toBe('/new'));
    expect(created).toMatchObject([{ name: 'Node errors', enabled: true }]);
  });

  it('says when what is to be copied is not there', async () => {
    show(() => {
      throw refusal(404, 'not_found', 'There is no such monitor.');
    });
    expect(await screen.findByText(/does not exist/)).toBeInTheDocument();
    expect(screen.queryByTestId('nameInput')).not.toBeInTheDocument();
  });
});
