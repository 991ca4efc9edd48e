import { csvLine } from './csv';

describe('a line of CSV', () => {
  it('quotes what would break it', () => {
    expect(csvLine(['a,b', 'say "yes"', 'two\nlines', 5, undefined])).toBe(
      '"a,b","say ""yes""","two\nlines",5,\r\n'
    );
  });

  it.each(['=cmd()', '+1', '-1', '@SUM(A1)', '\tx', '  =1'])(
    'takes the sting out of the formula %j',
    (formula) => {
      expect(csvLine([formula]).replace(/^"/, '')).toMatch(/^'/);
    }
  );

  it('leaves numbers as they are, also below zero', () => {
    expect(csvLine([-1.5])).toBe('-1.5\r\n');
  });
});
