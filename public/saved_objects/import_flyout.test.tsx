import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MONITORS_PATH } from '../../common/monitors/api';
import { DESTINATIONS_PATH } from '../../common/notifications/api';
import { APP_IDS } from '../../common/plugin';
import { refusal } from '../shared/testing/fake_host';
import type { SeenRequest } from '../shared/testing/fake_host';
import { renderPage } from '../shared/testing/render_page';
import { routed } from '../shared/testing/routes';
import type { Routes } from '../shared/testing/routes';
import { ImportFlyout } from './import_flyout';
import { textOf } from './import_file';

const IMPORT = 'POST /api/saved_objects/_import';
const RESOLVE = 'POST /api/saved_objects/_resolve_import_errors';

const monitorLine = (id: string, destinationId?: string): string =>
  JSON.stringify({
    type: 'watchkeeper-monitor',
    id,
    attributes: { title: `Monitor ${id}` },
    references: destinationId
      ? [{ name: 'destination_0', type: 'watchkeeper-destination', id: destinationId }]
      : [],
  });
const destinationLine = (id: string): string =>
  JSON.stringify({
    type: 'watchkeeper-destination',
    id,
    attributes: { title: `Destination ${id}` },
    references: [],
  });

const came = (type: string, id: string, more: object = {}) => ({
  ...{ type: `watchkeeper-${type}`, id, meta: { title: `${type} ${id}` } },
  ...more,
});

const listOf = (...items: object[]) => ({ total: items.length, items });

const NOTHING_HERE: Routes = {
  [`GET ${MONITORS_PATH}`]: () => listOf(),
  [`GET ${DESTINATIONS_PATH}`]: () => listOf(),
};

const show = (routes: Routes) =>
  renderPage(<ImportFlyout onClose={() => undefined} />, {
    appId: APP_IDS.monitors,
    answer: routed({ ...NOTHING_HERE, ...routes }),
  });

const choose = async (text: string): Promise<void> => {
  const file = new File([text], 'export.ndjson');
  const input = screen.getByTestId('importFile');
  await userEvent.upload(
    input.matches('input') ? input : within(input).getByLabelText(/file/i),
    file
  );
  await userEvent.click(screen.getByTestId('startImport'));
};

const sentText = ({ body }: SeenRequest): Promise<string> =>
  textOf((body as FormData).get('file') as File);

describe('importing a file', () => {
  it('sends it to the host, and says what came and what is left to do', async () => {
    const sent: SeenRequest[] = [];
    show({
      [IMPORT]: (request) => {
        sent.push(request);
        return {
          success: true,
          successCount: 2,
          successResults: [came('destination', 'd'), came('monitor', 'm')],
        };
      },
      [`GET ${MONITORS_PATH}`]: () =>
        listOf({ id: 'm', name: 'Monitor m', authorisation: 'needs_adoption' }),
      [`GET ${DESTINATIONS_PATH}`]: () =>
        listOf({ id: 'd', has_secrets: false, destination: { name: 'Destination d' } }),
    });
    await choose([destinationLine('d'), monitorLine('m', 'd')].join('\n'));
    expect(await screen.findByText('2 objects were imported')).toBeInTheDocument();
    expect(sent[0].query).toEqual({ overwrite: false });
    expect(await sentText(sent[0])).toBe(`${destinationLine('d')}\n${monitorLine('m', 'd')}`);
    const secrets = await screen.findByTestId('wantSecrets');
    expect(within(secrets).getByRole('link')).toHaveTextContent('Destination d');
    expect(screen.getByTestId('wantAdoption')).toHaveTextContent('Monitor m');
    expect(screen.queryByTestId('dangling')).not.toBeInTheDocument();
  });

  it('says what was refused and why, and which monitors send nowhere', async () => {
    const error = { type: 'unknown', statusCode: 400, message: 'schedule: It is none.' };
    show({
      [IMPORT]: () => ({
        success: false,
        successCount: 1,
        successResults: [came('monitor', 'm')],
        errors: [{ ...came('monitor', 'bad'), error }],
      }),
    });
    await choose([monitorLine('m', 'gone'), monitorLine('bad')].join('\n'));
    expect(await screen.findByText('One object was imported, one was refused')).toBeInTheDocument();
    expect(screen.getByTestId('refused')).toHaveTextContent('schedule: It is none.');
    expect(await screen.findByTestId('dangling')).toHaveTextContent('Monitor m');
  });

  it('sends nothing of a file that is no export, and says where it is wrong', async () => {
    const { requests } = show({});
    await choose('{"name": "x",\n"triggers": []}');
    expect(await screen.findByTestId('importProblem')).toHaveTextContent(/Line 1 is not JSON/);
    expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('says why the host refused the file', async () => {
    show({
      [IMPORT]: () => {
        throw refusal(413, 'internal', 'Payload content length greater than maximum allowed');
      },
    });
    await choose(monitorLine('m'));
    expect(await screen.findByTestId('importProblem')).toHaveTextContent(/greater than maximum/);
  });

  it('asks about each object that is here already, and does what was decided', async () => {
    const retried: unknown[] = [];
    const conflict = (id: string) => ({ ...came('monitor', id), error: { type: 'conflict' } });
    show({
      [IMPORT]: () => ({
        success: false,
        successCount: 1,
        successResults: [came('monitor', 'new')],
        errors: ['over', 'beside', 'left'].map(conflict),
      }),
      [RESOLVE]: ({ body }) => {
        retried.push(...JSON.parse(String((body as FormData).get('retries'))));
        return {
          success: true,
          successCount: 3,
          successResults: [
            came('monitor', 'over', { overwrite: true }),
            came('monitor', 'beside', { destinationId: 'fresh', createNewCopy: true }),
            came('monitor', 'new'),
          ],
        };
      },
    });
    await choose(['new', 'over', 'beside', 'left'].map((id) => monitorLine(id)).join('\n'));
    await userEvent.selectOptions(await screen.findByTestId('decision-over'), 'overwrite');
    await userEvent.selectOptions(screen.getByTestId('decision-beside'), 'copy');
    await userEvent.click(screen.getByTestId('confirmImport'));
    expect(await screen.findByText('3 objects were imported')).toBeInTheDocument();
    expect(retried).toEqual([
      { type: 'watchkeeper-monitor', id: 'over', overwrite: true },
      {
        type: 'watchkeeper-monitor',
        id: 'beside',
        destinationId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        createNewCopy: true,
      },
      { type: 'watchkeeper-monitor', id: 'new' },
    ]);
    expect(screen.getByTestId('skipped')).toHaveTextContent('monitor left');
  });

  it('writes nothing when everything is to stay as it is', async () => {
    const conflict = { ...came('monitor', 'm'), error: { type: 'conflict' } };
    const { requests } = show({
      [IMPORT]: () => ({ success: false, successCount: 0, errors: [conflict] }),
    });
    await choose(monitorLine('m'));
    await userEvent.click(await screen.findByTestId('confirmImport'));
    await waitFor(() => expect(screen.getByText('Nothing was imported')).toBeInTheDocument());
    expect(requests.filter(({ path }) => path.endsWith('_resolve_import_errors'))).toEqual([]);
  });
});
