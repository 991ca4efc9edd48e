import fc from 'fast-check';
import { offsetOf, textPosition } from './text_position';

describe('textPosition', () => {
  it.each([
    ['', 0, 1, 1],
    ['abc', 2, 1, 3],
    ['a\nb', 1, 1, 2],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['a\n\nb', 2, 2, 1],
    ['a', 99, 1, 2],
    ['a', -1, 1, 1],
  ])('finds, in %j, the offset %i at line %i, column %i', (text, offset, line, column) => {
    expect(textPosition(text, offset)).toEqual({ line, column });
  });

  it('and the way back are inverse, whatever ends the lines', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', '\n', '\r\n')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(), (text, place) => {
        const offset = place % (text.length + 1);
        // Between `\r` and `\n` there is no place of its own.
        if (text[offset] === '\n' && text[offset - 1] === '\r') return;
        expect(offsetOf(text, textPosition(text, offset))).toBe(offset);
      })
    );
  });
});
