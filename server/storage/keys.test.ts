import { readKeys } from './keys';

const [ONE, TWO] = ['a', 'b'].map((digit) => digit.repeat(64));

describe('the configured keys', () => {
  it('are the current one and the former ones, told apart by ids', () => {
    const { current, previous, ids, problems } = readKeys(ONE, [TWO]);
    expect(current?.toString('hex')).toBe(ONE);
    expect(previous.map((key) => key.toString('hex'))).toEqual([TWO]);
    expect(ids).toHaveLength(2);
    expect(ids.join()).not.toMatch(/aaaa|bbbb/);
    expect(problems).toEqual([]);
  });

  it('are one where the current one is listed as a former one, too', () => {
    expect(readKeys(ONE, [ONE, TWO]).ids).toHaveLength(2);
  });

  it('open nothing without a current one', () => {
    const { ids, isGiven, problem } = readKeys(undefined, [TWO]);
    expect({ ids, isGiven }).toEqual({ ids: [], isGiven: false });
    expect(problem).toContain('no encryption key');
  });

  it('are told of by their place when they cannot be read, and never repeated', () => {
    const { previous, problems } = readKeys(ONE, [TWO, 'canary-key', 'Y2FuYXJ5']);
    expect(previous).toHaveLength(1);
    expect(problems).toEqual([
      expect.stringContaining('Entry 2 of opensearch_watchkeeper.previous_encryption_keys'),
      expect.stringContaining('Entry 3 of'),
    ]);
    expect(problems.join()).not.toMatch(/canary|Y2Fu/);
  });
});
