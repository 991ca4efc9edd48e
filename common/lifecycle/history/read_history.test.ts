import { recordedText } from '../testing/recorded';
import type { AuditEntry } from '../../audit/entry';
import { readHistory } from './read_history';
import { storyOf, visitsOf } from './story';

interface Recording {
  response: { body: { hits: { hits: Array<{ _source: unknown }> } } };
}

const { response } = JSON.parse(recordedText('answers/118-history.json')) as Recording;
const RECORDED = response.body.hits.hits.map(({ _source: source }) => source);

/** A document of `.opendistro-ism-managed-index-history-*`: the metadata of an index with `history_timestamp`. */
const document = (at: number, changes: object): unknown => ({
  managed_index_meta_data: {
    ...{ index: 'logs-1', index_uuid: 'u1', policy_id: 'logs', history_timestamp: at },
    ...changes,
  },
});
const hot = { name: 'hot', start_time: 1000 };
const warm = { name: 'warm', start_time: 5000 };

describe('the history that the engine keeps', () => {
  it('is read of one index, by its UUID', () => {
    const steps = readHistory(RECORDED, 'B_OXu727QPudZLeHTOKrMQ');
    expect(steps.map(({ outcome }) => outcome)).toEqual(['noted', 'stopped']);
    expect(steps[1]).toEqual({
      ...{ at: 1795244231959, outcome: 'stopped', policy_id: 'rollover_only' },
      ...{ state: 'hot', state_since: 1795244220651 },
      ...{ action: 'rollover', step: 'attempt_rollover', took: 1194 },
      message: 'Missing rollover_alias index setting [index=broken-1]',
    });
    expect(readHistory(RECORDED, 'k4YSr2wRT1-SOn3AjWT2TQ')).toMatchObject([{ outcome: 'begun' }]);
  });

  it('passes over documents of another form', () => {
    expect(
      readHistory([{}, null, { managed_index_meta_data: { index_uuid: 'u1' } }], 'u1')
    ).toEqual([]);
  });

  it.each([
    ['done', { action: { name: 'replica_count' }, step: { name: 'x', step_status: 'completed' } }],
    ['moved', { state: hot, transition_to: 'warm' }],
    [
      'failed',
      { action: { name: 'delete', failed: false }, step: { name: 'x', step_status: 'failed' } },
    ],
    ['stopped', { retry_info: { failed: true } }],
    [
      'stopped',
      { action: { name: 'x', failed: true }, step: { name: 'x', step_status: 'timed_out' } },
    ],
    ['completed', { policy_completed: true }],
  ])('tells what came of a step: %s', (outcome, changes) => {
    expect(readHistory([document(1, changes)], 'u1')).toMatchObject([{ outcome }]);
  });

  it('tells how long the index was in each state', () => {
    const steps = readHistory(
      [
        document(9000, { state: warm, action: { name: 'force_merge' } }),
        document(4000, { state: hot, transition_to: 'warm' }),
        document(1100, { state: hot }),
      ],
      'u1'
    );
    expect(visitsOf(steps)).toEqual([
      { state: 'hot', from: 1000, until: 5000 },
      { state: 'warm', from: 5000 },
    ]);
  });

  it('stands together with what people did, newest first', () => {
    const act: AuditEntry = {
      ...{ id: 'a', at: 6000, who: 'ivy', what: 'index.policy_retried' },
      ...{ object_type: 'index', object_id: 'logs-1', name: 'logs-1' },
    };
    const steps = readHistory([document(4000, {}), document(9000, {})], 'u1');
    expect(storyOf(steps, [act]).map(({ at, kind }) => [at, kind])).toEqual([
      [9000, 'step'],
      [6000, 'act'],
      [4000, 'step'],
    ]);
  });
});
