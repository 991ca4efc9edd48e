import { recordedText } from '../testing/recorded';
import { readPolicy } from '../policy/read_policy';
import { readExplainAnswer } from '../native/read_explain';
import type { ManagedIndex } from '../managed_index';
import type { IndexFacts } from '../decide/facts';
import { explainIndex } from './explain_index';
import { plainText } from './testing/plain';

interface Recording {
  response: { body: { policy?: unknown } };
}

const bodyOf = (file: string) =>
  (JSON.parse(recordedText(`${file}.json`)) as Recording).response.body;
const told = (file: string): ManagedIndex => readExplainAnswer(bodyOf(`answers/${file}`))[0];

const POLICY = readPolicy(bodyOf('008-policy-get').policy);
const DAY = 86_400_000;
const HOUR = 3_600_000;
const CREATED = 1795244108182;

const say = (managed: ManagedIndex, changes: Partial<Parameters<typeof explainIndex>[0]> = {}) => {
  const explained = explainIndex({ managed, policy: POLICY, now: CREATED + DAY, ...changes });
  return { ...explained, said: plainText(explained.sentence) };
};

describe('what is said of a recorded index', () => {
  it.each([
    [
      '046-explain-attached-by-template',
      'not_begun',
      /“hot_warm_delete” takes it in with the next/,
    ],
    ['048-explain-initialized', 'running', 'It has come to “hot”. Next comes Rollover.'],
    ['053-explain-step-None-None-None', 'running', /on its way to “warm”/],
    ['092-explain-failed', 'failed', /^Rollover failed in “hot”: the index does not say by which/],
    ['101-explain-failed-again', 'failed', /^Rollover failed in “hot”/],
    [
      '096-explain-after-retry',
      'running',
      'It was retried, and begins “hot” anew with the next check.',
    ],
  ])('%s: %s', (file, health, expected) => {
    const { said, ...explained } = say(told(file));
    expect(explained.health).toBe(health);
    expect(said).toMatch(expected);
  });

  it('names what a rollover needs and has, as the engine measured it', () => {
    const { said, health, conditions } = say(told('049-explain-rollover-condition-not-met'));
    expect(health).toBe('waiting');
    expect(said).toBe(
      'It waits in “hot” to be rolled over: 50gb of primaries (0b now), or 1 or more documents (0 now), or 30 d 0 h old (0 min now).'
    );
    expect(conditions).toHaveLength(3);
  });
});

const facts = (changes: Partial<IndexFacts> = {}): IndexFacts => ({
  ...{ name: 'app-log-000001', uuid: 'u', created_at: CREATED, status: 'open', docs: 7 },
  ...{ primary_bytes: 2048, largest_shard_bytes: 2048, primaries: 1, replicas: 1 },
  aliases: [{ name: 'app-log', is_write_index: true, members: 1 }],
  ...{ rollover_alias: 'app-log', rollovers: [] },
  ...changes,
});

const inState = (conditions: Record<string, unknown>) =>
  readPolicy({
    ...{ description: 'd', default_state: 'hot' },
    states: [
      { name: 'hot', actions: [], transitions: [{ state_name: 'gone', conditions }] },
      { name: 'gone', actions: [{ delete: {} }] },
    ],
  });

describe('what an index waits for', () => {
  const waiting = told('084-explain-after-change');
  const created = waiting.created_at ?? 0;
  const now = created + 3 * DAY + 4 * HOUR;

  it('is its age, with the age that it has', () => {
    const {
      said,
      health,
      next_check: next,
    } = say(waiting, {
      ...{ policy: inState({ min_index_age: '15d' }), now },
    });
    expect(health).toBe('waiting');
    expect(said).toBe(
      'It waits in “hot” until it is 15 d 0 h old, to go on to “gone”: 3 d 4 h now.'
    );
    expect(next).toEqual({ earliest: now, latest: now + 480_000 });
  });

  it('is said without what there is where nothing of the index was read', () => {
    const policy = inState({ min_doc_count: 100 });
    expect(say(waiting, { policy, now }).said).toBe(
      'It waits in “hot” until it has 100 or more documents, to go on to “gone”.'
    );
    expect(say(waiting, { policy, now, facts: facts() }).said).toContain(
      'documents, to go on to “gone”: 7 now'
    );
  });

  it('is not said to be an alias that is gone where aliases are not known', () => {
    const policy = inState({ no_alias: true });
    expect(say(waiting, { policy, now }).said).toContain('for a change of its aliases');
    expect(say(waiting, { policy, now, facts: facts({ aliases: [] }) }).said).toContain(
      'may leave'
    );
  });

  it('is told to be impossible where it counts from a rollover that never was', () => {
    const policy = inState({ min_rollover_age: '1d' });
    expect(say(waiting, { policy, now }).said).toContain('after its rollover');
    expect(say(waiting, { policy, now, facts: facts() }).said).toContain('was never rolled over');
  });

  it('is never where the conditions are empty', () => {
    expect(say(waiting, { policy: inState({}), now }).said).toContain('It never goes on');
  });

  it('is left open where its policy is not known', () => {
    expect(say(waiting, { policy: undefined }).said).toBe('It waits in “hot” until it may go on.');
  });

  it('is the way on that comes first', () => {
    const policy = readPolicy({
      ...{ description: 'd', default_state: 'hot' },
      states: [
        {
          ...{ name: 'hot', actions: [] },
          transitions: [
            { state_name: 'late', conditions: { min_index_age: '30d' } },
            { state_name: 'soon', conditions: { min_index_age: '5d' } },
          ],
        },
        ...[{ name: 'late' }, { name: 'soon' }],
      ],
    });
    expect(say(waiting, { policy, now }).said).toContain('to go on to “soon”');
  });
});

describe('a step that failed', () => {
  const failing = (changes: object): ManagedIndex => {
    const managed = told('049-explain-rollover-condition-not-met');
    const { cursor } = managed;
    if (!cursor?.action) throw new Error('The recording has no action.');
    const step = { name: 'attempt_rollover', status: 'failed' as const };
    return {
      ...{ ...managed, message: 'Missing alias or not the write index when rollover' },
      cursor: { ...cursor, action: { ...cursor.action, step, ...changes } },
    };
  };

  it('tells how many retries are left, and when the next comes', () => {
    const now = CREATED + DAY;
    const managed = failing({ consumed_retries: 2, last_retry_at: now - 30_000 });
    const { health, failure, next_check: next, said } = say(managed);
    expect(health).toBe('retrying');
    expect(failure).toEqual({ class: 'not_write_index', retries: { left: 2, of: 3 } });
    // Exponential: a minute, then two.
    expect(next).toEqual({ earliest: now + 90_000, latest: now + 90_000 + 480_000 });
    expect(said).toMatch(/^Rollover failed in “hot”: the index does not have its rollover alias/);
  });

  it('has none left once the engine has given up, and is not looked at again', () => {
    const {
      health,
      failure,
      next_check: next,
    } = say(failing({ failed: true, consumed_retries: 3 }));
    expect(health).toBe('failed');
    expect(failure?.retries).toEqual({ left: 0, of: 3 });
    expect(next).toBeUndefined();
  });

  it('is told in the words of the engine where we have none', () => {
    const managed = { ...failing({}), message: 'The moon is in the wrong place.' };
    expect(say(managed).said).toBe('Rollover failed in “hot”: The moon is in the wrong place.');
  });
});

describe('an index that nobody looks at', () => {
  it('is disabled before its end, and completed at it', () => {
    const managed = told('048-explain-initialized');
    expect(say({ ...managed, enabled: false })).toMatchObject({ health: 'disabled' });
    const cursor = { state: '', state_since: 0, completed: true };
    const done = say({ ...managed, enabled: false, cursor });
    expect(done).toMatchObject({ health: 'completed', conditions: [] });
    expect(done.next_check).toBeUndefined();
  });
});
