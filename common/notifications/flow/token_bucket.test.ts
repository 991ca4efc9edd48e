import fc from 'fast-check';
import { shareOf, takeToken, tokensFrom, tokensLeft } from './token_bucket';
import type { TokenBucket } from './token_bucket';

const RATE = { messages: 3, per_seconds: 10 };

describe('a token bucket', () => {
  it('gives back each token one span after it was taken', () => {
    let bucket: TokenBucket = [];
    for (const now of [0, 1000, 2000]) bucket = takeToken(bucket, RATE, now);
    expect(tokensLeft(bucket, RATE, 9_999)).toBe(0);
    expect(tokensLeft(bucket, RATE, 10_000)).toBe(1);
    expect(tokensLeft(bucket, RATE, 11_000)).toBe(2);
    expect(tokensLeft(bucket, RATE, 1e6)).toBe(3);
  });

  it('says from when on it has so many', () => {
    let bucket: TokenBucket = [];
    expect(tokensFrom(bucket, RATE, 5, 1)).toBe(5);
    for (const now of [0, 1000, 2000]) bucket = takeToken(bucket, RATE, now);
    expect(tokensFrom(bucket, RATE, 3000, 1)).toBe(10_000);
    expect(tokensFrom(bucket, RATE, 3000, 2)).toBe(11_000);
  });

  it('lets no span of time see more than the rate, however the messages come', () => {
    const rates = fc.record({
      messages: fc.integer({ min: 1, max: 5 }),
      per_seconds: fc.integer({ min: 1, max: 4 }),
    });
    const gaps = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 60 });
    fc.assert(
      fc.property(rates, gaps, (rate, waits) => {
        let now = 0;
        let bucket: TokenBucket = [];
        const sent: number[] = [];
        for (const wait of waits) {
          now = Math.max(now + wait, tokensFrom(bucket, rate, now + wait, 1));
          bucket = takeToken(bucket, rate, now);
          sent.push(now);
        }
        const most = sent.map(
          (from) => sent.filter((at) => at >= from && at < from + rate.per_seconds * 1000).length
        );
        expect(Math.max(0, ...most)).toBeLessThanOrEqual(rate.messages);
      })
    );
  });

  it('is shared: less at a time, or less often', () => {
    expect(shareOf({ messages: 20, per_seconds: 60 }, 3)).toEqual({ messages: 6, per_seconds: 60 });
    expect(shareOf({ messages: 1, per_seconds: 1 }, 3)).toEqual({ messages: 1, per_seconds: 3 });
    expect(shareOf({ messages: 2, per_seconds: 10 }, 4)).toEqual({ messages: 1, per_seconds: 20 });
    expect(shareOf(RATE, 1)).toEqual(RATE);
  });
});
