import fc from 'fast-check';
import { expressionOf, presetOf } from './cron_preset';
import { cronFault, cronRhythm } from './rhythm';

describe('the common forms of a cron expression', () => {
  it.each([
    ['0 9 * * *', { kind: 'daily', hour: 9, minute: 0 }],
    [' 05  23 * * * ', { kind: 'daily', hour: 23, minute: 5 }],
    ['30 8 * * 1-5', { kind: 'weekly', days: [1, 2, 3, 4, 5], hour: 8, minute: 30 }],
    ['30 8 * * MON,wed', { kind: 'weekly', days: [1, 3], hour: 8, minute: 30 }],
    ['0 0 * * 7', { kind: 'weekly', days: [0], hour: 0, minute: 0 }],
    ['0 0 * * 6-7', { kind: 'weekly', days: [0, 6], hour: 0, minute: 0 }],
    ['0 0 31 * *', { kind: 'monthly', day: 31, hour: 0, minute: 0 }],
  ])('finds %p', (expression, preset) => expect(presetOf(expression)).toEqual(preset));

  it.each([
    ...['*/5 * * * *', '0 9 1 * 1', '0 9 1 6 *', '0 9,18 * * *', '0 9 1,15 * *', '0 9 L * *'],
    ...['0 9 * * 1#2', '60 9 * * *', '0 24 * * *', '0 9 32 * *', '0 9 * * 5-1', '0 9 * *', '', 'x'],
  ])('leaves %p to be written by hand', (expression) =>
    expect(presetOf(expression)).toEqual({ kind: 'custom' })
  );

  it('writes an expression that says the same', () => {
    const time = { hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) };
    const preset = fc.oneof(
      fc.record({ kind: fc.constant('daily' as const), ...time }),
      fc.record({
        kind: fc.constant('weekly' as const),
        days: fc
          .subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 })
          .map((days) => [...days].sort((a, b) => a - b)),
        ...time,
      }),
      fc.record({
        kind: fc.constant('monthly' as const),
        day: fc.integer({ min: 1, max: 31 }),
        ...time,
      })
    );
    fc.assert(
      fc.property(preset, (one) => {
        const expression = expressionOf(one);
        expect(cronFault(expression)).toBeUndefined();
        expect(presetOf(expression)).toEqual(one);
      })
    );
  });

  it('means by its days what the clock makes of them', () => {
    const preset = presetOf('0 9 * * 5-7');
    if (preset.kind !== 'weekly') throw new Error('Not weekly.');
    const again = cronRhythm(expressionOf(preset), 'UTC');
    const original = cronRhythm('0 9 * * 5-7', 'UTC');
    let instant = Date.UTC(2026, 0, 1);
    for (let i = 0; i < 10; i++) {
      expect(again.after(instant)).toBe(original.after(instant));
      instant = original.after(instant);
    }
  });
});
