import React from 'react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DestinationRecord } from '../../../common/notifications/api';
import { DESTINATIONS_PATH } from '../../../common/notifications/api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import type { Answer } from '../../shared/testing/fake_host';
import { HEALTHY, renderPage } from '../../shared/testing/render_page';
import { DestinationsRoutes } from '../routes';

const SLACK: DestinationRecord = {
  id: 'd1',
  version: 'v1',
  updated_at: '2026-11-21T09:00:00.000Z',
  destination: { type: 'slack', name: 'Operations', origin: 'https://hooks.slack.com' },
  has_secrets: true,
  used_by: [],
};

const LIST = { total: 0, items: [] };

const open = (path: string, answer: Answer, status = HEALTHY) =>
  renderPage(<DestinationsRoutes />, {
    appId: APP_IDS.destinations,
    path,
    status,
    answer: (request) =>
      request.method === 'GET' && request.path === DESTINATIONS_PATH ? LIST : answer(request),
  });

const field = (testSubject: string) => document.querySelector(`[data-test-subj="${testSubject}"]`);
const get = async (testSubject: string): Promise<HTMLElement> =>
  waitFor(() => {
    const found = field(testSubject);
    if (!(found instanceof HTMLElement)) throw new Error(`${testSubject} is not there.`);
    return found;
  });

const type = async (testSubject: string, text: string) => {
  const input = await get(testSubject);
  // As a whole: key by key takes long, and is not what is tested.
  fireEvent.change(input, { target: { value: text } });
};
const click = async (testSubject: string) => userEvent.click(await get(testSubject));

describe('a new destination', () => {
  it('is not sent while fields are wrong, and says what is wrong at each', async () => {
    const { requests } = open('/create', () => LIST);
    await click('saveDestination');
    expect(await screen.findByText('A name is required.')).toBeInTheDocument();
    expect(screen.getByText('A URL is required.')).toBeInTheDocument();
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(document.activeElement).toBe(field('destinationName'));
  });

  it('is created, and the list follows without a question', async () => {
    const { requests, history, confirm } = open('/create', ({ method }) =>
      method === 'POST' ? SLACK : LIST
    );
    await type('destinationName', 'Operations');
    await type('destinationUrl', 'https://hooks.slack.com/services/T/B/x');
    await click('saveDestination');
    await waitFor(() => expect(history.location.pathname).toBe('/'));
    expect(requests.find(({ method }) => method === 'POST')).toMatchObject({
      path: DESTINATIONS_PATH,
      body: {
        type: 'slack',
        name: 'Operations',
        secrets: { url: 'https://hooks.slack.com/services/T/B/x' },
      },
    });
    expect(confirm).not.toHaveBeenCalled();
  });

  it('hides what is typed as its URL', async () => {
    open('/create', () => LIST);
    expect(await get('destinationUrl')).toHaveAttribute('type', 'password');
  });

  it('keeps what was typed when the server refuses, and says it at the field', async () => {
    const problems = [{ field: 'secrets.url', message: 'This host is not allowed.' }];
    open('/create', ({ method }) => {
      if (method === 'POST') throw refusal(400, 'invalid_input', 'no', { problems });
      return LIST;
    });
    await type('destinationName', 'Operations');
    await type('destinationUrl', 'https://hooks.slack.com/x');
    await click('saveDestination');
    expect(await screen.findByText('This host is not allowed.')).toBeInTheDocument();
    expect(await get('destinationName')).toHaveValue('Operations');
  });

  it('asks before what was typed is lost', async () => {
    const { confirm, history } = open('/create', () => LIST);
    confirm.mockResolvedValue(false);
    await type('destinationName', 'Operations');
    await click('cancel');
    await waitFor(() => expect(confirm).toHaveBeenCalledTimes(1));
    expect(history.location.pathname).toBe('/create');
  });

  it('cannot be saved without an encryption key, and says how to set one', async () => {
    open('/create', () => LIST, { ...HEALTHY, encryption_key: false });
    expect(await get('saveObstacle')).toHaveTextContent('opensearch_watchkeeper.encryption_key');
    expect(await get('saveDestination')).toBeDisabled();
  });
});

describe('a test message', () => {
  const fill = async () => {
    await type('destinationName', 'Operations');
    await type('destinationUrl', 'https://hooks.slack.com/x');
    await click('testDestination');
  };

  it("shows the receiver's refusal in words, with its status and what it wrote", async () => {
    const { requests } = open('/create', ({ method }) =>
      method === 'POST' ? { ok: false, status: 404, answer: 'no_service', took: 84 } : LIST
    );
    await fill();
    const shown = await get('testRefused');
    expect(shown).toHaveTextContent('Refused: the receiver answered 404 in 84 ms');
    expect(shown).toHaveTextContent('no_service');
    expect(requests.find(({ method }) => method === 'POST')?.path).toBe(
      `${DESTINATIONS_PATH}/_test`
    );
  });

  it('says why it was not sent at all', async () => {
    open('/create', ({ method }) => {
      if (method === 'POST')
        throw refusal(403, 'blocked_address', '10.0.0.1 is a private address.');
      return LIST;
    });
    await fill();
    expect(await get('testFailed')).toHaveTextContent('10.0.0.1 is a private address.');
  });

  it.each([
    [{ ok: true }, 'testClosed', 'The incident that it opened there was closed at once.'],
    [{ ok: false, reason: 'Nobody answers.' }, 'testNotClosed', 'Nobody answers.'],
  ])('says what became of the incident that the test opened: %p', async (closed, mark, text) => {
    open('/create', ({ method }) =>
      method === 'POST' ? { ok: true, status: 202, answer: '', took: 84, closed } : LIST
    );
    await fill();
    expect(await get(mark)).toHaveTextContent(text);
  });

  it('forgets the answer when the form changes', async () => {
    open('/create', ({ method }) =>
      method === 'POST' ? { ok: true, status: 200, answer: 'ok', took: 84 } : LIST
    );
    await fill();
    await get('testAccepted');
    await type('destinationName', 'Others');
    await waitFor(() => expect(field('testAccepted')).toBeNull());
  });
});

describe('a stored destination', () => {
  it('never shows its URL, and keeps it when the field stays empty', async () => {
    const { requests } = open('/d1', () => SLACK);
    expect(await get('destinationUrl')).toHaveValue('');
    expect(screen.getByText(/A URL at https:\/\/hooks.slack.com is stored/)).toBeInTheDocument();
    await type('destinationName', 'Renamed');
    await click('saveDestination');
    await waitFor(() => expect(requests.some(({ method }) => method === 'PUT')).toBe(true));
    expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({
      type: 'slack',
      name: 'Renamed',
      version: 'v1',
    });
  });

  it('is tested with the changes of the form', async () => {
    const { requests } = open('/d1', ({ method }) =>
      method === 'POST' ? { ok: true, status: 200, answer: 'ok', took: 1 } : SLACK
    );
    await type('destinationUrl', 'https://hooks.slack.com/new');
    await click('testDestination');
    await get('testAccepted');
    expect(requests.find(({ method }) => method === 'POST')).toMatchObject({
      path: `${DESTINATIONS_PATH}/d1/_test`,
      body: { changes: { version: 'v1', secrets: { url: 'https://hooks.slack.com/new' } } },
    });
  });

  describe('that somebody else saved first', () => {
    const THEIRS = {
      ...SLACK,
      version: 'v2',
      destination: { ...SLACK.destination, name: 'Theirs' },
    };
    let saved: unknown[];

    const openConflict = async () => {
      saved = [];
      let current = SLACK;
      const page = open('/d1', ({ method, body }) => {
        if (method !== 'PUT') return current;
        const { version } = body as { version: string };
        saved.push(body);
        if (version === 'v2') return THEIRS;
        current = THEIRS;
        throw refusal(409, 'conflict', 'It was changed meanwhile.');
      });
      await type('destinationName', 'Mine');
      await click('saveDestination');
      return { page, conflict: await get('conflict') };
    };

    it('loses nothing: the form stays, and what they changed is named', async () => {
      const { conflict } = await openConflict();
      expect(within(conflict).getByText('name: “Operations” is now “Theirs”')).toBeInTheDocument();
      expect(await get('destinationName')).toHaveValue('Mine');
    });

    it('is not overwritten by saving again', async () => {
      await openConflict();
      await click('saveDestination');
      await waitFor(() => expect(saved).toHaveLength(2));
      expect(saved[1]).toMatchObject({ version: 'v1' });
      expect(await get('conflict')).toBeInTheDocument();
    });

    it('is overwritten on demand, over the version that was shown', async () => {
      const { page } = await openConflict();
      await click('conflictOverwrite');
      await waitFor(() => expect(page.history.location.pathname).toBe('/'));
      expect(saved[1]).toMatchObject({ name: 'Mine', version: 'v2' });
    });

    it('is opened anew on demand', async () => {
      await openConflict();
      await click('conflictReload');
      await waitFor(() => expect(field('destinationName')).toHaveValue('Theirs'));
      expect(field('conflict')).toBeNull();
    });
  });
});
