import { phrase } from './phrase';
import { plainSentence } from './plain_sentence';
import { sentence } from './sentence';

const plain = (text: string, values: Parameters<typeof sentence>[1]) =>
  plainSentence(sentence(phrase('id', text), values));

describe('a sentence in English', () => {
  it('has its values in their places, and braces of a value stay', () => {
    const values = {
      form: '{"a": {}} {size}',
      size: { bytes: 1536 },
      age: { duration: 3_600_000 },
    };
    expect(plain('Write {form}, at most {size} in {age}.', values)).toBe(
      'Write {"a": {}} {size}, at most 1.5kb in 1h.'
    );
  });

  it.each([
    [1, '1 index is old.'],
    [2, '2 indices are old.'],
    [0, '0 indices are old.'],
  ])('chooses its words by a number: %d', (count, said) => {
    const text = '{count, plural, one {# index is} other {# indices are}} old.';
    expect(plain(text, { count: { chosen_by: count } })).toBe(said);
  });

  it('may hold other sentences', () => {
    const part = sentence(phrase('part', '“{name}” and {more} more'), {
      ...{ name: 'a', more: { count: 2 } },
    });
    expect(plain('It is {which}.', { which: part })).toBe('It is “a” and 2 more.');
    expect(plain('It is {which}.', { which: { any_of: [part, part] } })).toBe(
      'It is “a” and 2 more, or “a” and 2 more.'
    );
  });
});
