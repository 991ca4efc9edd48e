import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MONITORS_PATH } from '../../../common/monitors/api';
import type { MonitorVersion } from '../../../common/monitors/api';
import { refusal } from '../../shared/testing/fake_host';
import type { Routes } from '../../shared/testing/routes';
import { monitorSample, recordSample } from '../testing/samples';
import { showMonitors } from '../testing/show_monitors';
import { VersionsFlyout } from './versions_flyout';

const VERSIONS = `GET ${MONITORS_PATH}/m1/versions`;
const RESTORE = `POST ${MONITORS_PATH}/m1/_restore`;

const versions: MonitorVersion[] = [
  { id: 'v3', at: 3000, author: 'jane', note: 'Less noise', monitor: monitorSample() },
  { id: 'v2', at: 2000, author: 'joe', monitor: monitorSample({ name: 'Old name' }) },
  { id: 'v1', at: 1000, monitor: monitorSample({ name: 'First name' }) },
];

const show = (routes: Routes) =>
  showMonitors(<VersionsFlyout record={recordSample()} onClose={() => undefined} />, {
    [VERSIONS]: () => versions,
    ...routes,
  });

const rows = async () =>
  within(await screen.findByTestId('versionsTable'))
    .getAllByRole('row')
    .slice(1);

describe('the versions of a monitor', () => {
  it('say who saved what and why, and what the last one changed', async () => {
    show({});
    const [newest, middle] = await rows();
    expect(newest).toHaveTextContent('Current');
    expect(newest).toHaveTextContent('jane');
    expect(newest).toHaveTextContent('Less noise');
    expect(within(newest).queryByTestId('restoreVersion')).not.toBeInTheDocument();
    expect(middle).toHaveTextContent('joe');
    const diff = screen.getByTestId('diffView');
    expect(diff).toHaveTextContent('"name": "Old name"');
    expect(diff).toHaveTextContent('"name": "Pod errors"');
  });

  it('are compared two by two, as one chooses', async () => {
    show({});
    const [, middle] = await rows();
    await userEvent.click(within(middle).getByTestId('compareVersion'));
    expect(screen.getByTestId('compareBefore')).toHaveValue('v1');
    expect(screen.getByTestId('compareAfter')).toHaveValue('v2');
    expect(screen.getByTestId('diffView')).toHaveTextContent('First name');
    await userEvent.selectOptions(screen.getByTestId('compareAfter'), 'v1');
    expect(screen.getByTestId('sameVersions')).toBeInTheDocument();
  });

  it('are restored after a yes, on top of the version that is shown', async () => {
    const restored: unknown[] = [];
    const { confirm, toasts } = show({ [RESTORE]: ({ body }) => restored.push(body) });
    const [, middle] = await rows();
    await userEvent.click(within(middle).getByTestId('restoreVersion'));
    await waitFor(() => expect(restored).toEqual([{ version_id: 'v2', version: 'v1' }]));
    expect(confirm).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(toasts).toMatchObject([{ kind: 'success' }]));
  });

  it('are not restored after a no, nor over what somebody else has saved', async () => {
    const { confirm, toasts, requests } = show({
      [RESTORE]: () => {
        throw refusal(409, 'conflict', 'Somebody else has saved it meanwhile.');
      },
    });
    const [, middle] = await rows();
    confirm.mockResolvedValueOnce(false);
    await userEvent.click(within(middle).getByTestId('restoreVersion'));
    await waitFor(() => expect(confirm).toHaveBeenCalledTimes(1));
    expect(requests.some(({ method }) => method === 'POST')).toBe(false);
    await userEvent.click(within(middle).getByTestId('restoreVersion'));
    await waitFor(() =>
      expect(toasts).toMatchObject([
        { kind: 'danger', text: 'Somebody else has saved it meanwhile.' },
      ])
    );
  });

  it('begin with the next save where none has been kept', async () => {
    show({ [VERSIONS]: () => [] });
    expect(await screen.findByText(/the next save keeps the first one/)).toBeInTheDocument();
  });
});
