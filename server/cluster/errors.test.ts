import { refusal } from './errors';

const missing = (index: string) => {
  const cause = { type: 'index_not_found_exception', reason: `no such index [${index}]`, index };
  return { status: 404, error: { ...cause, root_cause: [cause] } };
};

describe('an index that is not there', () => {
  it('is a refusal where it is somebody else’s', () => {
    expect(refusal(404, missing('logs'))).toMatchObject({
      code: 'cluster_refused',
      message: 'no such index [logs]',
    });
  });

  it('is a matter of waiting where it is one of our own', () => {
    expect(refusal(404, missing('.watchkeeper-outbox'))).toMatchObject({
      code: 'cluster_unreachable',
      message: expect.stringContaining('try again in a moment') as string,
      details: { type: 'index_not_found_exception' },
    });
  });
});
