import fc from 'fast-check';
import { RECORDINGS, recordedText } from '../../../test/fixtures/ism/recordings';
import { parseLossless } from '../../json/lossless';
import type { JsonObject } from '../../json/record';
import { canonicalPolicy, canonicalText } from './canonical';
import { checkPolicy } from './check_policy';
import { policyBody } from './policy_body';
import { readPolicy } from './read_policy';

interface Recording {
  request: { body?: unknown };
  response: { status: number; body: { error?: { reason: string }; policies?: unknown[] } };
}

const load = (file: string): Recording => parseLossless(recordedText(file)) as unknown as Recording;

const REFUSED = RECORDINGS.filter(
  (file) => file.includes('-bad-') && load(file).response.status === 400
);

/** Those that are no JSON or no object never come so far. */
const documents = (file: string): JsonObject[] => {
  const { request, response } = load(file);
  const found = [request.body, response.body, ...(response.body.policies ?? [])].map(policyBody);
  return found.filter(
    (body): body is JsonObject => typeof body === 'object' && body !== null && 'states' in body
  );
};

const TAKEN = RECORDINGS.filter((file) => load(file).response.status < 300);

const seed = (): JsonObject =>
  policyBody(parseLossless(recordedText('seed_policy.json'))) as JsonObject;

describe('a policy that the server takes', () => {
  it.each(TAKEN.filter((file) => !file.includes('two-actions')))(
    'has nothing wrong with it: %s',
    (file) => {
      const found = documents(file);
      expect(found.length).toBeGreaterThan(0);
      expect(found.flatMap(checkPolicy)).toEqual([]);
    }
  );

  it('is in canonical form the same as written and as the server gives it back', () => {
    for (const file of ['006-policy-create.json', '036-policy-all-actions.json']) {
      const [written, given] = documents(file).map((body) => JSON.stringify(canonicalPolicy(body)));
      // What the server adds within rollup and transform jobs is theirs to tell.
      if (file.startsWith('006')) expect(given).toBe(written);
      else expect(given.length).toBeGreaterThan(written.length);
    }
  });

  it('is told when an action is two at once, of which the server drops one', () => {
    const [body] = documents('033-policy-bad-two-actions-in-one.json');
    expect(checkPolicy(body)).toEqual([
      expect.objectContaining({ path: ['states', 0, 'actions', 0] }),
    ]);
  });
});

describe('a policy that the server refuses', () => {
  const policyOf = (file: string) => policyBody(load(file).request.body);

  it.each(REFUSED.filter((file) => !/no-wrapper|no-body|bad-json|post|no-id/.test(file)))(
    'is refused here before it is sent: %s',
    (file) => {
      expect(checkPolicy(policyOf(file))).not.toEqual([]);
    }
  );

  it.each([
    ['022-policy-bad-unknown-action.json', ['states', 0, 'actions', 0, 'frobnicate']],
    ['021-policy-bad-transition-missing-state.json', ['states', 0, 'transitions', 0, 'state_name']],
    [
      '028-policy-bad-transition-two-conditions.json',
      ['states', 0, 'transitions', 0, 'conditions'],
    ],
  ])('is told at its place: %s', (file, path) => {
    expect(checkPolicy(policyOf(file)).map((problem) => problem.path)).toContainEqual(path);
  });
});

describe('the policy of the seed', () => {
  it('is accepted as it stands, its template an object', () => {
    expect(checkPolicy(seed())).toEqual([]);
    const policy = readPolicy(seed());
    expect(policy.ism_template).toEqual([{ index_patterns: ['cwl*'], priority: 100 }]);
    expect(policy.states.map(({ name }) => name)).toEqual(['hot', 'warm', 'delete']);
    expect(policy.states[0].actions[0]).toMatchObject({
      ...{ type: 'rollover', params: { min_index_age: '3d' }, retry: { count: 3 } },
    });
  });
});

describe('the canonical form', () => {
  const bodies = [seed(), ...TAKEN.flatMap(documents)];

  it('does not change when it is made again', () => {
    for (const body of bodies) {
      const text = canonicalText(body);
      expect(canonicalText(policyBody(parseLossless(text)) as JsonObject)).toBe(text);
    }
  });

  it('keeps members and actions that nobody knows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bodies), fc.jsonValue(), (body, value) => {
        fc.pre(value !== null);
        const strange = parseLossless(JSON.stringify({ x_new: value })) as JsonObject;
        const odd = {
          ...body,
          ...strange,
          states: [{ name: 'a', actions: [{ x_new: strange }], transitions: [], ...strange }],
        };
        const canonical = JSON.parse(canonicalText(odd)).policy;
        const expected = JSON.parse(JSON.stringify(value));
        expect(canonical.x_new).toEqual(expected);
        expect(canonical.states[0].x_new).toEqual(expected);
        expect(canonical.states[0].actions[0].x_new).toEqual({ x_new: expected });
      })
    );
  });

  it('leaves out what the server fills in', () => {
    const [, given] = documents('006-policy-create.json');
    const text = canonicalText(given);
    expect(text).not.toMatch(/schema_version|last_updated_time|policy_id|exponential/);
  });
});
