import React from 'react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MONITORS_PATH } from '../../../../common/monitors/api';
import type { Monitor } from '../../../../common/monitors/monitor';
import { DESTINATIONS_PATH } from '../../../../common/notifications/api';
import { API_BASE } from '../../../../common/plugin';
import { recordSample } from '../../testing/samples';
import { showMonitors } from '../../testing/show_monitors';
import { EditMonitorPage } from '../edit_monitor_page';

jest.mock('../../../shared/code_editor', () =>
  jest.requireActual('../../testing/plain_code_editor')
);

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

const textOf = (): string => screen.getByTestId<HTMLTextAreaElement>('definitionEditor').value;

const write = (text: string): void => {
  fireEvent.change(screen.getByTestId('definitionEditor'), { target: { value: text } });
};

const open = async () => {
  const saved: Monitor[] = [];
  showMonitors(<EditMonitorPage id="m1" />, {
    [`GET ${DESTINATIONS_PATH}`]: () => ({ total: 0, items: [] }),
    [`GET ${API_BASE}/indices/_suggest`]: () => ({ indices: [], aliases: [], data_streams: [] }),
    [`GET ${MONITORS_PATH}/m1`]: () => recordSample(),
    [`PUT ${MONITORS_PATH}/m1`]: ({ body }) => {
      const { monitor } = body as { monitor: Monitor };
      saved.push(monitor);
      return recordSample({ version: 'v2', monitor });
    },
  });
  await userEvent.click(await screen.findByTestId('definitionTab'));
  return saved;
};

describe('the definition in the editor', () => {
  it('changes what the form shows, and is saved', async () => {
    const saved = await open();
    write(textOf().replace('Pod errors', 'Pods in trouble'));
    await userEvent.click(screen.getByTestId('formTab'));
    expect(screen.getByTestId('nameInput')).toHaveValue('Pods in trouble');
    await userEvent.click(screen.getByTestId('definitionTab'));
    write(textOf().replace('"ui_metadata": {}', '"ui_metadata": {"mine": [1]}'));
    await userEvent.click(screen.getByTestId('saveMonitorButton'));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toMatchObject({ name: 'Pods in trouble', ui_metadata: { mine: [1] } });
  });

  it('is not saved, and does not go to the form, while it is no monitor', async () => {
    const saved = await open();
    const before = textOf();
    write(before.replace('"enabled"', '"enable"'));
    expect(screen.getAllByTestId('definitionProblem').length).toBeGreaterThan(0);
    expect(screen.getByTestId('formTab')).toBeDisabled();
    await userEvent.click(screen.getByTestId('saveMonitorButton'));
    expect(saved).toEqual([]);
    expect(screen.getByTestId('saveBarText')).toHaveTextContent('attention');
    await userEvent.click(screen.getByTestId('discardDefinitionButton'));
    expect(textOf()).toBe(before);
    expect(screen.queryByTestId('definitionProblem')).not.toBeInTheDocument();
  });

  it('stands beside the form, each following the other', async () => {
    const saved = await open();
    await userEvent.click(screen.getByTestId('besideTab'));
    fireEvent.change(screen.getByTestId('nameInput'), { target: { value: 'By form' } });
    expect(textOf()).toContain('"name": "By form"');
    write(textOf().replace('By form', 'By text'));
    expect(screen.getByTestId('nameInput')).toHaveValue('By text');
    write(`${textOf()}\n\n`);
    expect(textOf()).toMatch(/\n\n$/);
    write('{');
    expect(screen.getByTestId('formTab')).toBeDisabled();
    expect(screen.getByTestId('nameInput').closest('[inert]')).not.toBeNull();
    await userEvent.click(screen.getByTestId('discardDefinitionButton'));
    await userEvent.click(screen.getByTestId('saveMonitorButton'));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toMatchObject({ name: 'By text' });
  });
});
