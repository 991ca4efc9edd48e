import { JavaDouble } from '../../json/java_double';
import { parseLossless } from '../../json/lossless';
import { readPainlessExecuteAnswer, toPainlessExecute } from './painless_execute';

const sent = (source: string): string => {
  const body = parseLossless(toPainlessExecute(source, {})) as { script: { source: string } };
  return body.script.source;
};

describe('toPainlessExecute', () => {
  it('sends the context with its types of numbers', () => {
    const ctx = { i: 5, d: new JavaDouble(5), l: 9007199254740993n, missing: undefined };
    expect(toPainlessExecute('ctx.i > 1', ctx)).toBe(
      '{"script":{"lang":"painless","source":" def ctx = params.ctx; ctx.i > 1",' +
        '"params":{"ctx":{"i":5,"d":5.0,"l":9007199254740993}}}}'
    );
  });

  it.each([
    ['boolean f(int x) { return x > 1 }', ' f(ctx.i)'],
    [
      'boolean f(int x) { if (x > 1) { return true } return false } def[] g() { return null }',
      '\nf(1)',
    ],
    ['Map.Entry f(List a, def b) { /* } */ "}"; /}"/ }', ' true'],
    ['', 'int x = 5; return x > 1'],
    ['', 'if (ctx.i > 1) { return true } return false'],
    ['', 'return f(1)'],
    ['', 'for (def x : ctx.list) { return true }'],
    ['', 'def x = new ArrayList(5); { x.add(1) }'],
    ['', 'boolean f(int x) { return'],
    ['', '"unfinished'],
  ])('puts `ctx` behind the functions %j and before %j', (functions, statements) => {
    expect(sent(functions + statements)).toBe(`${functions} def ctx = params.ctx; ${statements}`);
  });
});

const failed = (type: string, reason: string | null, offset?: number): object => ({
  error: {
    type: 'script_exception',
    reason: 'runtime error',
    ...(offset === undefined ? {} : { position: { offset, start: 0, end: 99 } }),
    caused_by: { type, reason },
  },
  status: 400,
});

describe('readPainlessExecuteAnswer', () => {
  it.each([
    ['true', true],
    ['false', false],
    ['null', null],
    ['5', '5'],
  ])('reads the result %s', (result, value) => {
    expect(readPainlessExecuteAnswer('x', { result })).toEqual({
      kind: 'value',
      value,
      text: result,
    });
    expect(readPainlessExecuteAnswer('x', JSON.stringify({ result }))).toMatchObject({ value });
  });

  it.each([
    ['ctx.i\n > nope', 23 + 9, { offset: 9, line: 2, column: 4 }],
    ['ctx.i > nope', 3, { offset: 0, line: 1, column: 1 }],
    ['ctx.i >', 99, { offset: 7, line: 1, column: 8 }],
    ['int f() { return 1/0 } f() > 1', 18, { offset: 18, line: 1, column: 19 }],
    ['int f() { return 1/0 } f() > 1', 23 + 25, { offset: 25, line: 1, column: 26 }],
  ])('finds the place of an error in %j, where the cluster says %i', (source, offset, place) => {
    expect(readPainlessExecuteAnswer(source, failed('a_exception', 'why', offset))).toEqual({
      kind: 'error',
      error: { type: 'a_exception', message: 'why', ...place },
    });
  });

  it('takes the best reason there is', () => {
    expect(readPainlessExecuteAnswer('x', failed('a_exception', null))).toEqual({
      kind: 'error',
      error: { type: 'a_exception', message: 'runtime error' },
    });
  });

  it('tells too many compilations from a wrong condition', () => {
    const error = {
      type: 'circuit_breaking_exception',
      reason: 'Too many dynamic script compilations',
    };
    expect(readPainlessExecuteAnswer('x', { error, status: 429 })).toEqual({
      kind: 'error',
      error: { type: error.type, message: error.reason },
    });
  });

  it.each([['<html>'], [''], [null], [{}], [{ result: 5 }], [{ error: 'no permissions' }]])(
    'takes %j for no answer to a script',
    (answer) => {
      expect(readPainlessExecuteAnswer('x', answer)).toMatchObject({
        kind: 'error',
        error: { type: 'unreadable_answer' },
      });
    }
  );
});
