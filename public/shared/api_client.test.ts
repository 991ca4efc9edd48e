import { createApi, toApiError } from './api_client';
import { createFakeHost, refusal } from './testing/fake_host';

/** As the host itself refuses. */
const withoutCode = (statusCode: number): Error =>
  Object.assign(new Error('Refused'), {
    body: { statusCode, error: 'Refused', message: 'Refused' },
  });

describe('toApiError', () => {
  it('takes code and problems from the wire error', () => {
    const error = toApiError(
      refusal(400, 'invalid_input', 'name: A name is required.', {
        problems: [{ field: 'name', message: 'A name is required.' }, 'nonsense'],
      })
    );
    expect(error.statusCode).toBe(400);
    expect(error.code).toBe('invalid_input');
    expect(error.message).toBe('name: A name is required.');
    expect(error.problems).toEqual([{ field: 'name', message: 'A name is required.' }]);
  });

  it('derives the code of an error that is not ours from its status', () => {
    expect(toApiError(withoutCode(409)).code).toBe('conflict');
    expect(toApiError(withoutCode(502)).code).toBe('internal');
  });

  it('says when there was no answer at all', () => {
    const error = toApiError(new TypeError('Failed to fetch'));
    expect(error.code).toBe('network');
    expect(error.statusCode).toBe(0);
    expect(error.message).toBe('Failed to fetch');
  });

  it('leaves an ApiError as it is', () => {
    const error = toApiError(refusal(404, 'not_found', 'Gone'));
    expect(toApiError(error)).toBe(error);
  });
});

describe('createApi', () => {
  const room = () => {
    const { core, requests } = createFakeHost(() => ({}));
    const somebody = { isThere: true };
    const api = createApi(core.http, { isSomebodyThere: () => somebody.isThere });
    return { api, requests, somebody };
  };

  it('marks what a page reads as its own doing while nobody is there', async () => {
    const { api, requests, somebody } = room();
    await api.get('/a');
    somebody.isThere = false;
    await api.get('/b');
    expect(requests.map(({ asSystemRequest }) => asSystemRequest)).toEqual([false, true]);
  });

  it('takes whatever changes something for the doing of a person', async () => {
    const { api, requests, somebody } = room();
    somebody.isThere = false;
    await api.post('/a');
    await api.put('/a', {});
    await api.delete('/a');
    expect(requests.map(({ asSystemRequest }) => asSystemRequest)).toEqual([false, false, false]);
  });
});
