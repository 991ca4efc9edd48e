import { toApiError } from './api_client';
import { refusal } from './testing/fake_host';

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
