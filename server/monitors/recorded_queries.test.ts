import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readQuery } from '../../common/monitors/query_builder/read_query';

const FIXTURES = join(__dirname, '../../test/fixtures');

/** Every search body in a recorded request or answer. */
const queriesIn = (value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) return [];
  const search = (value as { search?: { query?: unknown } }).search;
  const own = search?.query === undefined ? [] : [search.query];
  return [...own, ...Object.values(value).flatMap(queriesIn)];
};

const recorded = (folder: string): unknown[] =>
  readdirSync(join(FIXTURES, folder)).flatMap((name) =>
    queriesIn(JSON.parse(readFileSync(join(FIXTURES, folder, name), 'utf8')))
  );

describe('the queries of recorded monitors', () => {
  it('open in the builder, or stay in the DSL editor with what cannot be shown', () => {
    const read = recorded('alerting/monitors').map((query) => readQuery(JSON.stringify(query)));
    const reasons = read.flatMap((one) => (one.kind === 'dsl' ? [one.reason] : []));
    expect(read.length - reasons.length).toBeGreaterThan(10);
    for (const reason of reasons) expect(reason).toMatch(/`.+`/);
  });

  it('stay in the DSL editor when they came out of Discover, for the first member that is strange', () => {
    expect(readQuery(readFileSync(join(FIXTURES, 'log_errors/query.json'), 'utf8'))).toEqual({
      kind: 'dsl',
      reason: '`version` is not among what the builder shows.',
    });
  });
});
