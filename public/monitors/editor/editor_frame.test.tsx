import React from 'react';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MONITORS_PATH } from '../../../common/monitors/api';
import type { Monitor } from '../../../common/monitors/monitor';
import { editorRoutes, write } from '../testing/create_monitor';
import { recordSample } from '../testing/samples';
import { showMonitors } from '../testing/show_monitors';
import { CreateMonitorPage } from './create_monitor_page';
import { EditMonitorPage } from './edit_monitor_page';

jest.mock('../../shared/code_editor', () => jest.requireActual('../testing/plain_code_editor'));

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
beforeEach(() => localStorage.clear());

const routes = (saved: Monitor[] = []) => ({
  ...editorRoutes,
  [`GET ${MONITORS_PATH}/m1`]: () => recordSample(),
  [`PUT ${MONITORS_PATH}/m1`]: ({ body }: { body: unknown }) => {
    const { monitor } = body as { monitor: Monitor };
    saved.push(monitor);
    return recordSample({ version: 'v2', monitor });
  },
});

const openEditor = async (saved: Monitor[] = []) => {
  const page = showMonitors(<EditMonitorPage id="m1" />, routes(saved), '/m1/edit');
  await screen.findByTestId('nameInput');
  return page;
};

/** As a tab does that is closed: nothing of the page runs any more but this. */
const closeTab = (page: { view: { unmount: () => void } }): void => {
  act(() => void window.dispatchEvent(new Event('pagehide')));
  page.view.unmount();
};

describe('the sections of the form', () => {
  it('are jumped to, by the keyboard too, and say how much is wrong in each', async () => {
    showMonitors(<CreateMonitorPage />, editorRoutes, '/create');
    await userEvent.click(screen.getByTestId('saveMonitorButton'));
    const basics = screen.getByTestId('sectionNav-basics');
    expect(basics).toHaveAccessibleName('Monitor, 2 problems');
    screen.getByTestId('sectionNav-triggers').focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('region', { name: 'Triggers' })).toHaveFocus();
  });
});

describe('what is not saved', () => {
  it('is offered again after the tab was closed, and gone on with', async () => {
    const first = await openEditor();
    write('nameInput', 'Half wri');
    closeTab(first);
    const saved: Monitor[] = [];
    await openEditor(saved);
    expect(screen.getByTestId('nameInput')).toHaveValue('Pod errors');
    await userEvent.click(await screen.findByTestId('takeKeptButton'));
    expect(screen.getByTestId('nameInput')).toHaveValue('Half wri');
    await userEvent.click(screen.getByTestId('saveMonitorButton'));
    await waitFor(() => expect(saved).toMatchObject([{ name: 'Half wri' }]));
    await waitFor(() => expect(localStorage).toHaveLength(0));
  });

  it('can be discarded for good', async () => {
    const first = await openEditor();
    write('nameInput', 'Half wri');
    closeTab(first);
    const second = await openEditor();
    await userEvent.click(await screen.findByTestId('discardKeptButton'));
    expect(screen.queryByTestId('keptNotice')).not.toBeInTheDocument();
    closeTab(second);
    await openEditor();
    expect(screen.queryByTestId('keptNotice')).not.toBeInTheDocument();
  });

  it('is let go of when somebody leaves after the question', async () => {
    const { history, view } = await openEditor();
    write('nameInput', 'Half wri');
    await waitFor(() => expect(localStorage).toHaveLength(1));
    await userEvent.click(screen.getByTestId('cancelButton'));
    await waitFor(() => expect(history.location.pathname).toBe('/m1'));
    view.unmount();
    expect(localStorage).toHaveLength(0);
  });

  it('is nothing when it was taken back', async () => {
    await openEditor();
    fireEvent.change(screen.getByTestId('nameInput'), { target: { value: 'Other' } });
    await waitFor(() => expect(localStorage).toHaveLength(1));
    fireEvent.change(screen.getByTestId('nameInput'), { target: { value: 'Pod errors' } });
    await waitFor(() => expect(localStorage).toHaveLength(0));
  });
});
