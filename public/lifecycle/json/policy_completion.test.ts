import { completePolicy } from './policy_completion';

const CONTEXT = { states: ['hot', 'gone'], repositories: ['backups'], channels: ['ops'] };

/** What is offered where `|` stands, and the text once one of it is taken. */
const at = (marked: string, explicit = true) => {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = completePolicy(CONTEXT)(text, offset, explicit);
  if (found instanceof Promise) throw new Error('It answers at once.');
  const labels = found?.items.map(({ label }) => label) ?? [];
  const take = (label: string): string => {
    const item = found?.items.find((each) => each.label === label);
    if (!found || !item) throw new Error(`“${label}” is not offered.`);
    const written = item.apply ?? item.label;
    const cursor = item.cursor ?? written.length;
    return `${text.slice(0, found.from)}${written.slice(0, cursor)}|${written.slice(cursor)}${text.slice(found.to ?? offset)}`;
  };
  return { labels, take };
};

const state = (inner: string) => `{"policy": {"states": [{"name": "hot", ${inner}}]}}`;

describe('names in a policy', () => {
  it('begin with the wrapper, and then are those of the policy that it has not yet', () => {
    expect(at('{|}').labels[0]).toBe('policy');
    expect(at('{"policy": {|}}').labels).toEqual([
      ...['description', 'default_state', 'states', 'ism_template', 'error_notification'],
    ]);
    expect(at('{"policy": {"description": "", |, "states": []}}').labels).toEqual([
      ...['default_state', 'ism_template', 'error_notification'],
    ]);
    expect(at('{"policy": {"policy": {|}}}').labels).toContain('states');
    expect(at('{"states": [], |}').labels).not.toContain('policy');
  });

  it('are written with what their value begins with, the cursor in it', () => {
    expect(at('{"policy": {"sta|}}').take('states')).toBe('{"policy": {"states": [|]}}');
    expect(at(state('|')).take('actions')).toContain('"actions": [|]');
    expect(at('{"policy": {"x|": []}}').take('states')).toBe('{"policy": {"states"|: []}}');
  });

  it('are all actions, what stands beside them, and their parameters', () => {
    const { labels } = at(state('"actions": [{|}]'));
    expect(labels).toHaveLength(21);
    expect(labels).toEqual(expect.arrayContaining(['rollover', 'stop_replication', 'timeout']));
    expect(at(state('"actions": [{"rollover": {"min_size": "1gb", |}}]')).labels).toContain(
      'min_index_age'
    );
    expect(at(state('"actions": [{"open": {}, "retry": {|}}]')).labels).toEqual([
      ...['count', 'backoff', 'delay'],
    ]);
    expect(at(state('"actions": [{"notification": {"destination": {|}}}]')).labels).toEqual([
      ...['chime', 'slack', 'custom_webhook'],
    ]);
  });

  it('are those within jobs, changes and groups, however deep', () => {
    const inAction = (inner: string) => at(state(`"actions": [${inner}]`)).labels;
    expect(inAction('{"alias": {"actions": [{|}]}}')).toEqual(['add', 'remove']);
    expect(inAction('{"alias": {"actions": [{"add": {"alias": "x", |}}]}}')).toContain(
      'is_write_index'
    );
    expect(inAction('{"rollover": {"any_of": [{"min_size": "1gb"}, {|}]}}')).toEqual([
      ...['min_size', 'min_primary_shard_size', 'min_doc_count', 'min_index_age'],
    ]);
    expect(inAction('{"rollup": {"ism_rollup": {"dimensions": [{"terms": {|}}]}}}')).toEqual([
      'source_field',
      'target_field',
    ]);
    expect(inAction('{"transform": {"ism_transform": {"aggregations": {"mean": {|}}}}}')).toContain(
      'percentiles'
    );
    expect(at('{"error_notification": {"destination": {"slack": {|}}}}').labels).toEqual(['url']);
  });

  it('are all conditions', () => {
    expect(at(state('"transitions": [{"conditions": {|}}]')).labels).toEqual([
      ...['min_index_age', 'min_rollover_age', 'min_state_age', 'min_doc_count', 'min_size'],
      ...['cron', 'no_alias'],
    ]);
    expect(at(state('"transitions": [{"conditions": {"cron": {"cron": {|}}}}]')).labels).toEqual([
      ...['expression', 'timezone'],
    ]);
  });
});

describe('values in a policy', () => {
  it('are its states where a state is meant', () => {
    expect(at('{"policy": {"default_state": |}}').labels).toEqual(['hot', 'gone']);
    expect(at(state('"transitions": [{"state_name": "g|"}]')).take('gone')).toBe(
      state('"transitions": [{"state_name": "gone"|}]')
    );
  });

  it('are what a parameter takes', () => {
    const inAction = (inner: string) => at(state(`"actions": [${inner}]`)).labels;
    expect(inAction('{"rollover": {"copy_alias": |}}')).toEqual(['true', 'false']);
    expect(inAction('{"open": {}, "retry": {"backoff": |}}')).toContain('linear');
    expect(inAction('{"snapshot": {"repository": |}}')).toEqual(['backups']);
    expect(inAction('{"notification": {"channel": {"id": |}}}')).toEqual(['ops']);
    expect(at(state('"transitions": [{"conditions": {"min_size": |}}]')).labels).toContain('30gb');
  });

  it('are whole items of the lists of an action', () => {
    const inAction = (inner: string) => at(state(`"actions": [${inner}]`)).labels;
    expect(inAction('{"alias": {"actions": [|]}}')).toEqual(['{ "add": {} }', '{ "remove": {} }']);
    expect(inAction('{"rollup": {"ism_rollup": {"metrics": [{"metrics": [|]}]}}}')).toContain(
      '{ "cardinality": {} }'
    );
    expect(inAction('{"alias": {"actions": [{"add": {"is_write_index": |}}]}}')).toEqual([
      ...['true', 'false'],
    ]);
  });

  it('are whole actions and transitions in their lists', () => {
    expect(at(state('"actions": [|]')).take('{ "delete": {} }')).toContain('{ "delete": {|} }');
    expect(at(state('"transitions": [|]')).labels).toHaveLength(2);
  });
});

describe('nothing', () => {
  it.each([
    ['behind a value', '{"policy": {"description": "x" |}}'],
    ['in front of a colon', '{"policy" |: {}}'],
    ['in an action that nobody knows', state('"actions": [{"spin": {|}}]')],
    ['beside the wrapper', '{"policy": {}, |}'],
    ['in an empty text', '|'],
  ])('is offered %s', (_where, text) => {
    expect(at(text).labels).toEqual([]);
  });

  it('is offered unasked before something is written', () => {
    expect(at('{"policy": {|}}', false).labels).toEqual([]);
    expect(at('{"policy": {"|}}', false).labels).not.toEqual([]);
  });
});
