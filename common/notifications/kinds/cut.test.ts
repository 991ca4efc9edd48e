import fc from 'fast-check';
import { cutTo, cutToBytes, utf8Length } from './cut';

describe('a text that is too long', () => {
  it('is cut between characters, and says how long it was', () => {
    const { text, notes } = cutTo('𝄞'.repeat(100), 60);
    expect(text.length).toBeLessThanOrEqual(60);
    expect(text).toContain('cut from 200 characters');
    expect(notes).toHaveLength(1);
  });

  it('is cut to bytes where a receiver counts these', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.integer({ min: 40, max: 80 }),
        (text, limit) => {
          const cut = cutToBytes(text, limit);
          expect(Buffer.byteLength(cut.text)).toBeLessThanOrEqual(limit);
          expect(cut.notes.length > 0).toBe(Buffer.byteLength(text) > limit);
        }
      )
    );
  });

  it('is measured as UTF-8 counts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text));
      })
    );
  });
});
