import { indexNameSchema } from './indices_api';

describe('the name of one index', () => {
  it.each(['logs-2026.11.22', '.ds-metrics-000001', '로그', '%2e%2e'])('may be %s', (name) =>
    expect(indexNameSchema.safeParse(name).success).toBe(true)
  );

  it.each([
    ...['', '.', '..', '*', 'logs-*', 'a,b', '-a', '_all', 'a/b', 'a\\b', 'a b', 'a#b', '<a>'],
    ...['a\u0000b', '\u007f', 'x'.repeat(256)],
  ])('is not %j', (name) => expect(indexNameSchema.safeParse(name).success).toBe(false));
});
