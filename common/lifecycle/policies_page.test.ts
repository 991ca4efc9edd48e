import { policiesQuerySchema } from './api';
import type { PolicyRecord } from './api';
import type { ManagedIndex } from './managed_index';
import { failing, policiesPage, usage, withOutdated } from './policies_page';

const policy = (id: string, changes: Partial<PolicyRecord> = {}): PolicyRecord => ({
  ...{ id, seq_no: 5, primary_term: 1, body: { description: `About ${id}` } },
  ...changes,
});

const managed = (index: string, policyId: string, seqNo?: number): ManagedIndex => ({
  ...{ index, uuid: index, policy_id: policyId, enabled: true },
  ...(seqNo === undefined ? {} : { policy_version: { seq_no: seqNo, primary_term: 1 } }),
});

const ids = (policies: readonly PolicyRecord[], query: object): string[] =>
  policiesPage(policies, policiesQuerySchema.parse(query)).items.map(({ id }) => id);

describe('the list of policies', () => {
  const ALL = [
    policy('warm', { used_by: 3, updated_at: 20 }),
    policy('archive', { used_by: 9, updated_at: 10, body: { description: 'Keeps Logs' } }),
    policy('logs', { used_by: 0, updated_at: 30 }),
  ];

  it('finds by id and description, whatever the case', () => {
    expect(ids(ALL, { search: ' LOGS ' })).toEqual(['archive', 'logs']);
  });

  it('is sorted by id, age and usage', () => {
    expect(ids(ALL, {})).toEqual(['archive', 'logs', 'warm']);
    expect(ids(ALL, { sort: 'used_by', order: 'desc' })).toEqual(['archive', 'warm', 'logs']);
    expect(ids(ALL, { sort: 'updated_at' })).toEqual(['archive', 'warm', 'logs']);
  });

  it('comes in pages, with the number of all', () => {
    const query = policiesQuerySchema.parse({ page: 2, per_page: 2 });
    const page = policiesPage(ALL, query);
    expect(page.total).toBe(3);
    expect(page.items.map(({ id }) => id)).toEqual(['warm']);
  });
});

it('counts the indices of each policy', () => {
  const counts = usage([managed('a', 'p'), managed('b', 'p'), managed('c', 'q')]);
  expect([...counts]).toEqual([
    ['p', 2],
    ['q', 1],
  ]);
});

it('counts the indices of each policy that fail', () => {
  const fails = (index: string): ManagedIndex => ({
    ...managed(index, 'p'),
    cursor: { state: 'hot', state_since: 1, failed: true },
  });
  expect([...failing([managed('a', 'p'), fails('b'), fails('c'), managed('d', 'q')])]).toEqual([
    ['p', 2],
  ]);
});

it('tells an index that follows an old version from one that follows the stored one', () => {
  const told = withOutdated(
    [
      managed('old', 'p', 4),
      managed('new', 'p', 5),
      managed('waits', 'p'),
      managed('lost', 'x', 4),
    ],
    [policy('p')]
  );
  expect(told.map(({ outdated }) => outdated)).toEqual([true, false, undefined, undefined]);
});
