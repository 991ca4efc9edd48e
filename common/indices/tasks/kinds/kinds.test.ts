import type { SourceFacts, TaskFacts } from '../facts';
import { requestOf } from '../steps';
import { checkTask, planTask, taskSpecSchema } from './registry';
import { splitsOf } from './split';

const source = (change: Partial<SourceFacts> = {}): SourceFacts => ({
  ...{ name: 'logs', uuid: 'u1', status: 'open', health: 'green', primaries: 6, replicas: 1 },
  ...{ docs: 100, primary_bytes: 1000, is_written: false, settings: {}, mappings: {} },
  ...change,
});

const facts = (change: Partial<TaskFacts> = {}): TaskFacts => ({
  ...{ sources: [source()], missing: [], gaps: [] },
  nodes: [{ name: 'n1', free_bytes: 1e9 }],
  shards: [],
  ...change,
});

/** Errors, as `field: message`. */
const errors = (spec: object, about: TaskFacts = facts()): string[] =>
  checkTask(taskSpecSchema.parse(spec), about)
    .filter(({ severity }) => severity === 'error')
    .map(({ field, message }) => `${field}: ${message}`);

const said = (spec: object, about: TaskFacts = facts()): string =>
  checkTask(taskSpecSchema.parse(spec), about)
    .map(({ message }) => message)
    .join(' ');

const steps = (spec: object, about: TaskFacts = facts()) =>
  planTask(taskSpecSchema.parse(spec), about).steps;

const wrongFields = (spec: object): string[] => {
  const read = taskSpecSchema.safeParse(spec);
  return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
};

describe('a force merge', () => {
  const merge = { kind: 'force_merge', indices: ['logs'], max_num_segments: 1 };

  it('goes to segments or removes deleted documents, never both and never neither', () => {
    const bare = { kind: 'force_merge', indices: ['logs'] };
    expect(wrongFields({ ...merge, only_expunge_deletes: true })).toEqual(['max_num_segments']);
    expect(wrongFields(bare)).toEqual(['max_num_segments']);
    expect(wrongFields({ ...merge, max_num_segments: 0 })).toContain('max_num_segments');
    expect(wrongFields({ ...bare, only_expunge_deletes: true })).toEqual([]);
  });

  it('is refused for what is closed, gone or red, each by its name', () => {
    const sources = [source({ name: 'shut', status: 'close' }), source({ health: 'red' })];
    expect(errors(merge, facts({ sources, missing: ['gone'] }))).toEqual([
      'indices: There is no index gone.',
      'indices: Closed: shut. Open or leave them out.',
      'indices: Primary shards are missing: logs. Bring them back first.',
    ]);
  });

  it('warns of an index that is still written, unless it refuses writes', () => {
    const written = source({ is_written: true });
    expect(said(merge, facts({ sources: [written] }))).toContain('Still written to: logs.');
    const blocked = { ...written, settings: { 'index.blocks.write': 'true' } };
    expect(said(merge, facts({ sources: [blocked] }))).not.toContain('Still written');
  });

  it('counts the room for as many indices as are merged at once, with their replicas', () => {
    const sources = ['a', 'b'].map((name) => source({ name, primary_bytes: 600 }));
    const nodes = [{ name: 'n1', free_bytes: 1500 }];
    const about = facts({ sources, nodes });
    expect(said({ ...merge, at_once: 1 }, about)).not.toContain('too little');
    expect(said({ ...merge, at_once: 2 }, about)).toContain('too little free disk');
    expect(said(merge, facts({ nodes: undefined }))).toContain('Free disk is not known.');
  });

  it('is one step an index, as many at once as was said', () => {
    const spec = taskSpecSchema.parse({ ...merge, indices: ['a', 'b', 'a'], at_once: 2 });
    const plan = planTask(spec, facts());
    expect(plan).toMatchObject({ ordered: false, at_once: 2 });
    expect(plan.steps.map(({ index }) => index)).toEqual(['a', 'b']);
    expect(requestOf(plan.steps[0])).toEqual({
      ...{ method: 'POST', path: '/a/_forcemerge' },
      query: { flush: true, max_num_segments: 1 },
    });
  });
});

describe('a new name', () => {
  it.each([
    ['Logs', 'Names are in lower case: logs'],
    ['-logs', 'A name cannot begin with -, _ or +.'],
    ['a b', 'A name has no blanks.'],
    ['a#b', 'A name cannot have the character #'],
    ['..', 'A name cannot be only dots.'],
    ['é'.repeat(128), 'A name has at most 255 bytes.'],
  ])('is refused before it is sent: %s', (target, message) => {
    expect(errors({ kind: 'clone', source: 'logs', target })).toContain(`target: ${message}`);
  });

  it('is refused where it is taken', () => {
    const clone = { kind: 'clone', source: 'logs', target: 'copy' };
    expect(errors(clone, facts({ target: 'alias' }))).toEqual(['target: copy exists already.']);
    expect(errors(clone)).toEqual([]);
  });
});

describe('a shrink', () => {
  const shrink = { kind: 'shrink', source: 'logs', target: 'small', shards: 2 };
  const everywhere = (node: string) =>
    Array.from({ length: 6 }, (_, shard) => ({ index: 'logs', shard, node }));
  const nodes = [
    { name: 'n1', free_bytes: 5000 },
    { name: 'n2', free_bytes: 9000 },
  ];

  it('goes only to a factor of the shards, and says which there are', () => {
    expect(errors({ ...shrink, shards: 4 })).toEqual([
      'shards: logs with its 6 primary shards can be shrunk to 3, 2, 1.',
    ]);
    expect(errors(shrink)).toEqual([]);
    const single = facts({ sources: [source({ primaries: 1 })] });
    expect(errors({ ...shrink, shards: 1 }, single)).toEqual([
      'source: logs has one primary shard: there is nothing to shrink.',
    ]);
    const huge = facts({ sources: [source({ docs: 5e9 })] });
    expect(errors(shrink, huge)[0]).toContain('shards: A shard takes at most 2,147,483,520');
  });

  it('brings the shards to the node with most room, unless one has them all', () => {
    const apart = facts({ nodes, shards: everywhere('n1').slice(1) });
    expect(steps(shrink, apart).map((step) => step.do)).toEqual([
      ...['block', 'gather', 'resize', 'recover', 'restore'],
    ]);
    expect(steps(shrink, apart)[1]).toMatchObject({ node: 'n2' });
    const together = facts({ nodes, shards: everywhere('n1') });
    expect(steps(shrink, together).map((step) => step.do)).not.toContain('gather');
    const full = facts({ nodes: nodes.map((node) => ({ ...node, free_bytes: 1500 })), shards: [] });
    expect(errors(shrink, full)[0]).toContain('none has room for twice the size of logs');
    expect(said(shrink, facts({ shards: undefined }))).toContain('is not known');
  });

  it('puts back what it sets, and leaves what was set before', () => {
    const NODE = 'index.routing.allocation.require._name';
    const settings = { 'index.blocks.write': 'true', [NODE]: 'n9' };
    const about = facts({ nodes, shards: [], sources: [source({ settings })] });
    const [first, ...rest] = steps(shrink, about);
    expect(first.do).toBe('gather');
    expect(rest.at(-1)).toEqual({ do: 'restore', index: 'logs', settings: { [NODE]: 'n9' } });
    expect(steps(shrink).at(-1)).toMatchObject({ settings: { 'index.blocks.write': null } });
  });

  it('leaves neither the block nor the node on the new index', () => {
    const resize = steps({ ...shrink, replicas: 0 }).find((step) => step.do === 'resize');
    expect(resize && requestOf(resize)).toMatchObject({
      path: '/logs/_shrink/small',
      body: {
        settings: {
          'index.blocks.write': null,
          'index.routing.allocation.require._name': null,
          ...{ 'index.number_of_shards': 2, 'index.number_of_replicas': 0 },
        },
      },
    });
  });
});

describe('a split', () => {
  const split = { kind: 'split', source: 'logs', target: 'wide', shards: 12 };

  it('goes to a multiple that the routing has, and says which there are', () => {
    expect(errors(split)).toEqual([]);
    expect(errors({ ...split, shards: 18 })[0]).toContain('can be split into 12, 24, 48');
    expect(errors({ ...split, shards: 3 })[0]).toContain('choose more');
    const set = source({ primaries: 5, settings: { 'index.number_of_routing_shards': '30' } });
    expect(splitsOf(set)).toEqual([10, 15, 30]);
  });

  it('takes any number for an index of one shard', () => {
    const single = facts({ sources: [source({ primaries: 1 })] });
    expect(errors({ ...split, shards: 3 }, single)).toEqual([]);
  });
});

describe('a reindex', () => {
  const copy = { kind: 'reindex', sources: ['logs'], target: 'copy' };

  it('demands a free name for a new target, and an open one that exists otherwise', () => {
    expect(errors(copy, facts({ target: 'index' }))[0]).toContain('target: copy exists already.');
    const into = { ...copy, into: 'existing' };
    expect(errors(into)[0]).toContain('target: copy does not exist.');
    expect(errors(into, facts({ target: 'index', target_blocked: true }))[0]).toContain('writes');
    expect(errors({ ...copy, target: 'logs' })[0]).toContain('into itself');
    expect(errors(into, facts({ target: 'data_stream' }))[0]).toContain('create_only: A data');
  });

  it('says what is wrong with query, pipeline and documents that were not kept', () => {
    const asked = { ...copy, query: { nonsense: {} }, pipeline: 'p' };
    const about = facts({ query_refused: 'No such query.', pipeline_missing: true });
    expect(errors(asked, about)).toEqual([
      ...['query: No such query.', 'pipeline: There is no ingest pipeline p.'],
    ]);
    const bare = facts({ sources: [source({ mappings: { _source: { enabled: false } } })] });
    expect(errors(copy, bare)[0]).toContain('Their documents were not kept');
  });

  it('makes the target like the first source, without what is of that index alone', () => {
    const settings = {
      'index.number_of_shards': '6',
      'index.uuid': 'u1',
      'index.version.created': '1',
      'index.blocks.write': 'true',
      'index.plugins.index_state_management.policy_id': 'hot',
      'index.resize.source.name': 'old',
    };
    const mappings = { properties: { a: { type: 'keyword' } } };
    const about = facts({ sources: [source({ settings, mappings })] });
    expect(steps(copy, about)[0]).toEqual({
      ...{ do: 'create', index: 'copy' },
      body: { settings: { 'index.number_of_shards': '6' }, mappings },
    });
    expect(steps({ ...copy, copy_settings: false, copy_mappings: false }, about)[0]).toMatchObject({
      body: {},
    });
  });

  it('asks the cluster for what was chosen', () => {
    const query = { term: { a: 'b' } };
    const more = { query, pipeline: 'p', create_only: true, conflicts: 'proceed' };
    const into = facts({ target: 'index' });
    const [step] = steps({ ...copy, ...more, into: 'existing' }, into);
    expect(requestOf(step)).toEqual({
      ...{ method: 'POST', path: '/_reindex', query: { slices: 'auto' } },
      body: {
        conflicts: 'proceed',
        source: { index: ['logs'], query },
        dest: { index: 'copy', op_type: 'create', pipeline: 'p' },
      },
    });
  });
});

describe('a rollover', () => {
  const roll = { kind: 'rollover', target: 'now' };
  const alias = (...names: string[]) => ({
    is: 'alias' as const,
    indices: names.map((name) => ({ name })),
  });
  const about = (rollover: TaskFacts['rollover']) => facts({ sources: [], rollover });

  it('demands an alias with a write index, and names the one that could be it', () => {
    expect(errors(roll, about(undefined))[0]).toContain('no alias and no data stream now');
    expect(errors(roll, about(alias('now-000002', 'now-000001')))[0]).toContain(
      'likely now-000002'
    );
  });

  it('demands a name that can be counted on, or a new one', () => {
    expect(errors(roll, about(alias('logs')))[0]).toContain('new_name: logs does not end');
    expect(errors({ ...roll, new_name: 'logs-b' }, about(alias('logs')))).toEqual([]);
    expect(errors({ ...roll, new_name: 'B' }, about(alias('logs')))[0]).toContain('lower case');
    const stream = { is: 'data_stream' as const, indices: [] };
    expect(errors({ ...roll, new_name: 'b' }, about(stream))[0]).toContain('leave the name empty');
  });

  it('says what the cluster has against it', () => {
    const refused = { ...alias('now-1'), refused: 'ann lacks it on now.' };
    expect(errors(roll, about(refused))).toEqual(['target: ann lacks it on now.']);
  });

  it('goes to the very index that was shown, except where the name is reckoned from a date', () => {
    const shown = { ...alias('now-1'), old_index: 'now-1', new_index: 'now-000002' };
    expect(steps(roll, about(shown))).toEqual([
      { do: 'rollover', index: 'now', new_name: 'now-000002' },
    ]);
    const dated = { ...shown, provided_name: '<now-{now/d}-1>' };
    expect(steps(roll, about(dated))).toEqual([{ do: 'rollover', index: 'now' }]);
  });
});
