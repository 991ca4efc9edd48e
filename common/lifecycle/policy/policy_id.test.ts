import { policyIdProblem } from './policy_id';

describe('the id of a new policy', () => {
  it.each(['logs', 'hot_warm-delete.2', 'cwl delete workflow', '로그-정책', '_all'])(
    'may be %s',
    (id) => expect(policyIdProblem(id)).toBeUndefined()
  );

  it.each([
    ...['', '  ', ' logs', '..', '../../_all', 'a/b', 'a\\b', 'logs-*', 'a,b', 'a?', 'a#b', '50%'],
    ...['a\u0000b', 'a\nb', 'x'.repeat(513), '😀'.repeat(129)],
  ])('is not %j', (id) => expect(policyIdProblem(id)).toBeDefined());
});
