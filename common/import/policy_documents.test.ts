import { ILM_POLICIES } from '../../test/fixtures/ilm/policies';
import { RECORDINGS, recordedText } from '../../test/fixtures/ism/recordings';
import { checkPolicy } from '../lifecycle/policy/check_policy';
import { plainSentence } from '../plain_sentence';
import { readPolicyDocuments } from './policy_documents';

const answerOf = (file: string): string =>
  JSON.stringify((JSON.parse(recordedText(file)) as { response: { body: unknown } }).response.body);

describe('a text with policies', () => {
  it.each([
    ['a request', recordedText('seed_policy.json'), [undefined]],
    ['an answer', answerOf('008-policy-get.json'), ['hot_warm_delete']],
    ['an answer to a save, wrapped twice', answerOf('006-policy-create.json'), ['hot_warm_delete']],
    [
      'a bare policy',
      '{"description":"d","default_state":"a","states":[{"name":"a"}]}',
      [undefined],
    ],
    [
      'a list',
      '[{"policy":{"policy_id":"x","states":[]}},{"policy_id":"y","states":[]}]',
      ['x', 'y'],
    ],
    [
      'hits of a search',
      '{"hits":{"hits":[{"_id":"z","_source":{"policy":{"states":[]}}}]}}',
      ['z'],
    ],
    ['policies by name', '{"one":{"policy":{"states":[]}},"two":{"states":[]}}', ['one', 'two']],
  ])('is read as %s', (_what, text, ids) => {
    const { policies, problems } = readPolicyDocuments(text);
    expect(policies.map(({ kind, id }) => [kind, id])).toEqual(ids.map((id) => ['ism', id]));
    expect(problems).toEqual([]);
  });

  it('is read as the list that the cluster answers', () => {
    const file = RECORDINGS.find((each) => each.includes('policies-list')) ?? '';
    const { policies } = readPolicyDocuments(answerOf(file));
    expect(policies.length).toBeGreaterThan(1);
    expect(policies.every(({ id }) => id !== undefined)).toBe(true);
  });

  it('is read as what Index Lifecycle Management answers, and every policy is taken by the server', () => {
    const { policies } = readPolicyDocuments(ILM_POLICIES);
    expect(policies.map(({ kind, id }) => [kind, id])).toEqual([
      ['ilm', 'logs'],
      ['ilm', 'metrics'],
    ]);
    expect(policies.flatMap(({ body }) => checkPolicy(body))).toEqual([]);
  });

  it('says what in it is no policy', () => {
    const { policies, problems } = readPolicyDocuments('[{"states":[]},{"monitor":1},7]');
    expect(policies).toHaveLength(1);
    expect(problems.map((problem) => plainSentence(problem))).toEqual([
      expect.stringMatching(/^Document 2 is no policy/),
      expect.stringMatching(/^Document 3 is no policy/),
    ]);
  });

  it('says at which place it is no JSON', () => {
    expect(() => readPolicyDocuments('{"policy": ')).toThrow(
      expect.objectContaining({ code: 'invalid_input' })
    );
  });
});
