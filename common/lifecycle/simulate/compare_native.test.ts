// No recording has this call: the answers follow the specification of `_ism/simulate` and the plugin's own source.
import type { Cursor } from '../decide/cursor';
import type { LintedIndex } from '../lint/surroundings';
import { readPolicy } from '../policy/read_policy';
import { compareStep, readSimulateAnswer } from './compare_native';
import type { Compared } from './compare_native';

const DAY = 86_400_000;
const NOW = 1000 * DAY;

const POLICY = readPolicy({
  ...{ description: '', default_state: 'hot' },
  states: [
    {
      ...{ name: 'hot', actions: [] },
      transitions: [
        { state_name: 'big', conditions: { min_doc_count: 100 } },
        { state_name: 'warm', conditions: { min_index_age: '3d' } },
      ],
    },
    { name: 'big', actions: [{ force_merge: { max_num_segments: 1 } }, { read_only: {} }] },
    { name: 'warm', actions: [{ delete: {} }] },
  ],
});

const index = (age: number, changes: Partial<LintedIndex> = {}): LintedIndex => ({
  facts: {
    ...{ name: 'logs-1', uuid: 'u', created_at: NOW - age * DAY, status: 'open', docs: 5 },
    ...{ primary_bytes: 0, largest_shard_bytes: 0, primaries: 1, replicas: 1 },
    ...{ aliases: [], rollovers: [] },
  },
  ...changes,
});

const transition = (to: string, met: boolean, type: string, current: string, required: string) => ({
  ...{ state_name: to, condition_met: met, condition_type: type },
  ...{ current_value: current, required_value: required },
});

const answer = (changes: object = {}, ageMet = false) => ({
  simulate_results: [
    {
      ...{ index_name: 'logs-1', index_uuid: 'u', policy_id: '', is_managed: false },
      ...{ current_state: 'hot', current_action: 'transition', next_state: null },
      transition_evaluation: [
        transition('big', false, 'min_doc_count', '5', '100'),
        transition('warm', ageMet, 'min_index_age', '1d', '3d'),
      ],
      ...changes,
    },
  ],
});

const compared = (of: LintedIndex, body: object, id?: string): Compared['disagreements'] => {
  const [step] = readSimulateAnswer(body);
  return compareStep(POLICY, of, step, { now: NOW, ...(id ? { policy_id: id } : {}) })
    .disagreements;
};

describe('the first step beside that of the engine', () => {
  it('agrees where state, action and each transition are the same', () => {
    expect(compared(index(1), answer())).toEqual([]);
    expect(compared(index(4), answer({ next_state: 'warm' }, true))).toEqual([]);
  });

  it('tells of the transition that one of them takes for met', () => {
    expect(compared(index(4), answer())).toEqual([
      {
        ...{ about: 'transition', to: 'warm', ours: true },
        theirs: {
          ...{ to: 'warm', met: false, condition: 'min_index_age', current: '1d', required: '3d' },
        },
      },
    ]);
  });

  it('lets the clocks differ by minutes', () => {
    expect(compared(index(3 - 1 / 1440), answer({ next_state: 'warm' }, true))).toEqual([]);
  });

  it('tells of another action', () => {
    const cursor: Cursor = {
      ...{ state: 'big', state_since: NOW - DAY },
      action: {
        ...{ place: 0, type: 'force_merge', since: NOW - DAY, failed: false, consumed_retries: 0 },
        step: { name: 'wait_for_force_merge', status: 'completed' },
      },
    };
    const managed = index(9, { cursor, policy_id: 'p' });
    const big = { current_state: 'big', transition_evaluation: null, is_managed: true };
    expect(compared(managed, answer({ ...big, current_action: 'read_only' }), 'p')).toEqual([]);
    expect(compared(managed, answer({ ...big, current_action: 'force_merge' }), 'p')).toEqual([
      { about: 'action', ours: 'read_only', theirs: 'force_merge' },
    ]);
    // The engine takes the state of another policy for one of this.
    expect(compared(managed, answer({ ...big, current_action: 'delete' }), 'q')).toBeUndefined();
  });

  it('tells of another state, and of what the engine cannot tell', () => {
    expect(compared(index(1), answer({ current_state: 'warm' }))).toEqual([
      { about: 'state', ours: 'hot', theirs: 'warm' },
    ]);
    expect(compared(index(1), answer({ error: 'Index not found' }))).toEqual([
      { about: 'error', theirs: 'Index not found' },
    ]);
  });

  it('says nothing of an index that stands still', () => {
    const cursor: Cursor = { state: 'hot', state_since: NOW - DAY, completed: true };
    expect(compared(index(9, { cursor, policy_id: 'p' }), answer(), 'p')).toBeUndefined();
  });
});
