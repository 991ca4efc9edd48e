import { textPosition } from './text_position';

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
});
