import { explainName } from './explain_name';
import type { KnownIndex } from './explain_name';
import type { PolicyTemplate } from './resolve';
import { parseWhatIfs, templatesOf, writeWhatIfs } from './what_if';

const template = (
  policy_id: string,
  priority: number,
  patterns: string,
  changes: Partial<PolicyTemplate> = {}
): PolicyTemplate => ({
  ...{ policy_id, priority, index_patterns: patterns.split(','), last_updated_time: 1000 },
  ...changes,
});

const TEMPLATES = [
  template('all', 1, '*'),
  template('logs', 10, 'logs-*,-logs-test-*'),
  template('app', 50, 'logs-app-*', { last_updated_time: 5000 }),
];

const outcome = (name: string, index?: KnownIndex, templates = TEMPLATES) =>
  explainName(templates, name, index ? { index } : {}).outcome;

describe('a name', () => {
  it('goes to the highest priority among all that match, and the others are named', () => {
    const { outcome: result, templates } = explainName(TEMPLATES, 'logs-app-1');
    expect(result).toEqual({ kind: 'taken', policy_id: 'app' });
    expect(
      templates.map(({ policy_id: id, standing, pattern }) => [id, standing, pattern])
    ).toEqual([
      ['app', 'wins', 'logs-app-*'],
      ['logs', 'loses', 'logs-*'],
      ['all', 'loses', '*'],
    ]);
  });

  it('goes past a template that leaves it out, which is named with its exclusion', () => {
    const { outcome: result, excluded } = explainName(TEMPLATES, 'logs-test-1');
    expect(result).toEqual({ kind: 'taken', policy_id: 'all' });
    expect(excluded).toMatchObject([{ policy_id: 'logs', exclusion: '-logs-test-*' }]);
  });

  it('is nobody’s where two policies have the same priority', () => {
    const both = [template('a', 3, 'x*'), template('b', 3, '*y')];
    const { outcome: result, templates } = explainName(both, 'xy');
    expect(result).toEqual({ kind: 'ambiguous', policies: ['a', 'b'] });
    expect(templates.map(({ standing }) => standing)).toEqual(['tied', 'tied']);
  });

  it('is the policy’s where both templates are of one policy', () => {
    expect(outcome('xy', undefined, [template('a', 3, 'x*'), template('a', 3, '*y')])).toEqual({
      kind: 'taken',
      policy_id: 'a',
    });
  });

  it.each([
    ['nothing', undefined, 'none'],
    ['.hidden', undefined, 'hidden'],
    ['.kibana_1', undefined, 'restricted'],
  ])('%s with the index %j is %s', (name, index, kind) =>
    expect(outcome(name, index, kind === 'none' ? [] : TEMPLATES)).toEqual({ kind })
  );
});

describe('an index that is there', () => {
  it('is taken in by the best template that is older than it', () => {
    const {
      outcome: result,
      templates,
      new_one: next,
    } = explainName(TEMPLATES, 'logs-app-1', {
      index: { created_at: 3000 },
    });
    expect(result).toEqual({ kind: 'taken', policy_id: 'logs' });
    expect(templates.map(({ standing }) => standing)).toEqual(['too_new', 'wins', 'loses']);
    expect(next).toBe('app');
  });

  it('is not taken in where it is older than all of them', () => {
    expect(outcome('logs-app-1', { created_at: 500 })).toEqual({ kind: 'too_old' });
  });

  it('stays with the policy that manages it', () => {
    expect(outcome('logs-app-1', { created_at: 9000, policy_id: 'old' })).toEqual({
      kind: 'managed',
      policy_id: 'old',
    });
  });

  it('is matched by the name of its data stream, though it is hidden', () => {
    const index = { created_at: 9000, hidden: true, data_stream: 'logs-app-web' };
    expect(outcome('.ds-logs-app-web-000001', index)).toEqual({ kind: 'taken', policy_id: 'app' });
    expect(outcome('logs-app-1', { created_at: 9000, hidden: true })).toEqual({ kind: 'hidden' });
  });
});

describe('templates that are not saved', () => {
  it('are read from a URL, and what makes no sense counts for nothing', () => {
    const rows = [{ policy_id: '', patterns: 'a*, -ab*', priority: 7 }];
    expect(parseWhatIfs(writeWhatIfs(rows))).toEqual(rows);
    expect(writeWhatIfs([])).toBe('');
    for (const text of ['', '{', '[{"priority":-1}]', '5']) expect(parseWhatIfs(text)).toEqual([]);
    expect(templatesOf([...rows, { ...rows[0], patterns: ' ' }], (at) => `new ${at}`)).toEqual([
      { policy_id: 'new 1', index_patterns: ['a*', '-ab*'], priority: 7 },
    ]);
  });

  it('take in what is made from now on, and nothing that is there', () => {
    const [unsaved] = templatesOf([{ policy_id: 'new', patterns: '*', priority: 99 }], String);
    expect(outcome('a', undefined, [unsaved])).toEqual({ kind: 'taken', policy_id: 'new' });
    expect(outcome('a', { created_at: 9000 }, [unsaved])).toEqual({ kind: 'too_old' });
  });
});
