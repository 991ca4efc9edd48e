import { mapTermValues } from './boolean_expression_values';

const rename = (source: string, to: string) => mapTermValues(source, () => to);

describe('other values in the terms of an expression', () => {
  it('leave the rest to the letter', () => {
    const source = ' return true;';
    expect(rename(source, 'x')).toBe(source);
    expect(rename('( monitor[id= a ]\n  && ! monitor[id="b"] )', 'x')).toBe(
      '( monitor[id= x ]\n  && ! monitor[id="x"] )'
    );
  });

  it.each(['a b', 'a]b', '"a"', "it's", 'back\\slash', "'", ' a '])(
    'are quoted where they must be: %j',
    (value) => {
      for (const source of [
        'monitor[id=x] || monitor[id=y]',
        `monitor[id="x"]`,
        "monitor[id='x']",
      ]) {
        expect(
          mapTermValues(rename(source, value), (term) => (term.value === value ? 'x' : 'lost'))
        ).toMatch(/^monitor\[id=(["']?)x\1\]( \|\| monitor\[id=(["']?)x\3\])?$/);
      }
    }
  );

  it('leave what does not parse as it is', () => {
    expect(rename('monitor[id=a] &&', 'x')).toBe('monitor[id=a] &&');
  });
});
