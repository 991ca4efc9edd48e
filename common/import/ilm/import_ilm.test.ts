import { ILM_POLICIES } from '../../../test/fixtures/ilm/policies';
import type { JsonObject } from '../../json/record';
import { checkPolicy } from '../../lifecycle/policy/check_policy';
import { importIlm } from './import_ilm';
import type { IlmOptions } from './import_ilm';

const FIXTURES = JSON.parse(ILM_POLICIES) as Record<string, JsonObject>;

const told = ({ notes }: { notes: ReturnType<typeof importIlm>['notes'] }) =>
  notes.map(({ kind, place }) => `${kind} ${place}`);

/** What one action of one phase becomes. */
const converted = (phase: string, actions: object, options: IlmOptions = {}) => {
  const phases = { hot: { actions: {} }, [phase]: { min_age: '1d', actions } };
  const { body, notes } = importIlm({ phases } as unknown as JsonObject, options);
  const states = body.states as Array<{ name: string; actions: object[] }>;
  expect(checkPolicy(body)).toEqual([]);
  return {
    actions: states.find(({ name }) => name === phase)?.actions,
    said: notes.filter(({ place }) => place.startsWith(`phases.${phase}`)),
  };
};

describe('a policy of Index Lifecycle Management', () => {
  it('becomes states in the order of its phases, with ages since the rollover', () => {
    const found = importIlm(FIXTURES.logs, { id: 'logs' });
    expect(found.body).toEqual({
      description: 'Logs for a month',
      default_state: 'hot',
      states: [
        {
          name: 'hot',
          actions: [
            { index_priority: { priority: 100 } },
            {
              rollover: {
                ...{ min_index_age: '30d', min_primary_shard_size: '50gb' },
                prevent_empty_rollover: true,
              },
            },
          ],
          transitions: [{ state_name: 'warm', conditions: { min_rollover_age: '2d' } }],
        },
        {
          name: 'warm',
          actions: [
            { index_priority: { priority: 50 } },
            { replica_count: { number_of_replicas: 0 } },
            { shrink: { num_new_shards: 1, switch_aliases: true } },
            { force_merge: { max_num_segments: 1 } },
          ],
          transitions: [{ state_name: 'delete', conditions: { min_rollover_age: '30d' } }],
        },
        { name: 'delete', actions: [{ delete: {} }], transitions: [] },
      ],
    });
    expect(told(found)).toEqual([
      'changed phases.hot.actions.rollover',
      'changed index.lifecycle.name',
      'changed phases.hot.actions.rollover',
      'lost phases.warm',
      'changed phases.warm.actions.shrink',
      'lost phases.delete.actions.wait_for_snapshot',
      'lost phases.delete.actions.delete.delete_searchable_snapshot',
      'lost _meta',
    ]);
    for (const { message } of found.notes) expect(message).toMatch(/^\S.*[.]$/);
    expect(found.notes[1].message).toContain('(logs)');
  });

  it('waits by the age of the index where nothing rolls it over, and begins before its first phase', () => {
    const found = importIlm(FIXTURES.metrics);
    expect(found.body).toMatchObject({
      default_state: 'hot',
      states: [
        { actions: [], transitions: [{ state_name: 'cold', conditions: { min_index_age: '7d' } }] },
        {
          name: 'cold',
          actions: [{ read_only: {} }, { allocation: { require: { box: 'cold' } } }],
          transitions: [{ state_name: 'frozen', conditions: { min_index_age: '30d' } }],
        },
        {
          name: 'frozen',
          actions: [
            { force_merge: { max_num_segments: 1 } },
            { snapshot: { repository: 'backups', snapshot: '{{ctx.index}}' } },
            { convert_index_to_remote: { repository: 'backups', snapshot: '{{ctx.index}}' } },
          ],
        },
        { name: 'delete' },
      ],
    });
    expect(told(found)).toEqual(
      expect.arrayContaining([
        'changed phases.cold.min_age',
        'lost phases.cold.actions.freeze',
        'lost phases.cold.actions.allocate.total_shards_per_node',
        'changed phases.frozen.actions.searchable_snapshot',
      ])
    );
  });

  it.each([
    ['hot', { unfollow: {} }, [{ stop_replication: {} }], 1],
    ['hot', { readonly: {} }, [{ read_only: {} }], 0],
    ['hot', { set_priority: { priority: null } }, [], 1],
    ['warm', { migrate: { enabled: false } }, [], 0],
    [
      'warm',
      { forcemerge: { max_num_segments: 2, index_codec: 'best' }, migrate: { enabled: false } },
      [{ force_merge: { max_num_segments: 2 } }],
      1,
    ],
    [
      'warm',
      { allocate: { include: { box: 'a,b' } } },
      [{ allocation: { include: { box: 'a,b' } } }],
      1,
    ],
    ['warm', { something_new: {}, migrate: { enabled: false } }, [], 1],
    [
      'frozen',
      { searchable_snapshot: { snapshot_repository: 'r', force_merge_index: false } },
      [
        { snapshot: { repository: 'r', snapshot: '{{ctx.index}}' } },
        { convert_index_to_remote: { repository: 'r', snapshot: '{{ctx.index}}' } },
      ],
      1,
    ],
  ])(
    'in %s: %j becomes what is like it, and says what is not',
    (phase, actions, expected, notes) => {
      const found = converted(phase, actions);
      expect(found.actions).toEqual(expected);
      expect(found.said.filter(({ place }) => place.includes('actions'))).toHaveLength(notes);
    }
  );

  it('downsamples by a rollup', () => {
    const { actions, said } = converted('warm', { downsample: { fixed_interval: '1h' } });
    expect(actions).toMatchObject([
      { rollup: { ism_rollup: { dimensions: [{ date_histogram: { fixed_interval: '1h' } }] } } },
    ]);
    expect(said.map(({ kind }) => kind)).toContain('changed');
  });

  it('moves to the nodes of a phase where an attribute tells them apart, and else says that it does not', () => {
    expect(converted('warm', {}).said).toEqual([
      expect.objectContaining({ kind: 'lost', place: 'phases.warm' }),
    ]);
    expect(converted('warm', {}, { tierAttribute: 'temp' }).actions).toEqual([
      { allocation: { require: { temp: 'warm' } } },
    ]);
  });

  it.each([
    [{ max_docs: 5 }, { min_doc_count: 5, prevent_empty_rollover: true }],
    [{ max_docs: 5, min_docs: 0 }, { min_doc_count: 5 }],
    [
      { max_size: '1gb', min_docs: 1 },
      { min_size: '1gb', prevent_empty_rollover: true },
    ],
    [
      { max_age: '7d', max_size: '9gb', min_age: '1d', min_size: '1gb' },
      {
        any_of: [
          { min_index_age: '7d', min_size: '1gb' },
          { min_index_age: '1d', min_size: '9gb' },
        ],
        prevent_empty_rollover: true,
      },
    ],
    [
      { max_primary_shard_docs: 9, max_age: '1d' },
      { min_index_age: '1d', prevent_empty_rollover: true },
    ],
  ])('rolls over by any of its max_* and all of its min_*: %j', (params, expected) => {
    const phases = { hot: { actions: { rollover: params } } };
    const { body, notes } = importIlm({ phases } as unknown as JsonObject);
    expect(body.states).toMatchObject([{ actions: [{ rollover: expected }] }]);
    const [{ actions }] = body.states as Array<{ actions: Array<{ rollover: object }> }>;
    expect(actions[0].rollover).toEqual(expected);
    expect(checkPolicy(body)).toEqual([]);
    const lost = notes.filter(({ kind }) => kind === 'lost').length;
    expect(lost).toBe('max_primary_shard_docs' in params ? 1 : 0);
  });

  it('says of every phase, age and member that it does not know', () => {
    const phases = {
      ...{ hot: { min_age: '1d', actions: {} }, tepid: {} },
      warm: { min_age: 'soon', actions: { migrate: { enabled: false } }, colour: 1 },
    };
    const found = importIlm({ policy: { phases, deprecated: true } } as unknown as JsonObject);
    expect(told(found)).toEqual(
      expect.arrayContaining([
        'lost deprecated',
        'lost phases.tepid',
        'lost phases.warm.colour',
        'lost phases.warm.min_age',
        'lost phases.hot.min_age',
      ])
    );
  });
});
