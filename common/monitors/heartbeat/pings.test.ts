import { MOST_MESSAGE_BYTES, MOST_PINGS, keptMessage, withPing } from './pings';
import { CALLERS, callerLines } from './ready_made';

const success = (at: number) => ({ at, kind: 'success' as const });

describe('what is kept of pings', () => {
  it('is the newest, oldest first, also where two instances take them out of order', () => {
    const all = Array.from({ length: MOST_PINGS }, (_, i) => success(i * 10));
    const { pings } = withPing({ pings: all }, success(985));
    expect(pings).toHaveLength(MOST_PINGS);
    expect(pings[0].at).toBe(10);
    expect(pings.slice(-2).map(({ at }) => at)).toEqual([985, 990]);
  });

  it('is what was said last, also when the next caller says nothing', () => {
    const said = withPing({ pings: [] }, success(1), 'copied');
    expect(said.message).toEqual({ at: 1, text: 'copied' });
    expect(withPing(said, success(2)).message).toEqual({ at: 1, text: 'copied' });
    expect(withPing(said, success(2), 'gone').message).toEqual({ at: 2, text: 'gone' });
  });

  it('is at most so many bytes of what a caller says, whole characters, without what cannot be shown', () => {
    expect(keptMessage('a\u0000b\n\u001b[1m')).toBe('ab\n[1m');
    const kept = keptMessage('é'.repeat(MOST_MESSAGE_BYTES));
    expect(kept).toHaveLength(MOST_MESSAGE_BYTES / 2);
    expect(keptMessage(`${'a'.repeat(MOST_MESSAGE_BYTES - 1)}é`)).not.toContain('é');
  });
});

it.each(CALLERS)('the lines for %s name the URL and the token', (caller) => {
  const lines = callerLines(caller, { base: 'https://wk.test/ping', token: 'm1.secret' });
  expect(lines).toContain('https://wk.test/ping');
  expect(lines).toContain('m1.secret');
});
