import { JavaDouble } from '../../json/java_double';
import { JavaInstant } from '../../json/java_instant';
import { parseLossless } from '../../json/lossless';
import { readPainlessExecuteAnswer, toPainlessExecute } from './painless_execute';

const sent = (source: string): string => {
  const body = parseLossless(toPainlessExecute(source, {})) as { script: { source: string } };
  return body.script.source;
};

/** What stands between the functions and the statements. */
const PRELUDE = sent('');

describe('toPainlessExecute', () => {
  it('sends the context with its types of numbers, and instants as text', () => {
    const ctx = {
      ...{ i: 5, d: new JavaDouble(5), l: 9007199254740993n, missing: undefined },
      periodEnd: new JavaInstant(Date.UTC(2026, 0, 2, 3, 4, 5)),
    };
    expect(PRELUDE).toContain('def ctx = params.ctx;');
    expect(toPainlessExecute('ctx.i > 1', ctx)).toBe(
      `{"script":{"lang":"painless","source":"${PRELUDE}ctx.i > 1",` +
        '"params":{"ctx":{"i":5,"d":5.0,"l":9007199254740993,"periodEnd":"2026-01-02T03:04:05Z"}}}}'
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
    expect(sent(functions + statements)).toBe(functions + PRELUDE + statements);
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
    ['ctx.i\n > nope', PRELUDE.length + 9, { offset: 9, line: 2, column: 4 }],
    ['ctx.i > nope', 3, { offset: 0, line: 1, column: 1 }],
    ['ctx.i >', 999, { offset: 7, line: 1, column: 8 }],
    ['int f() { return 1/0 } f() > 1', 18, { offset: 18, line: 1, column: 19 }],
    ['int f() { return 1/0 } f() > 1', PRELUDE.length + 25, { offset: 25, line: 1, column: 26 }],
  ])('finds the place of an error in %j, where the cluster says %i', (source, offset, place) => {
    expect(readPainlessExecuteAnswer(source, failed('a_exception', 'why', offset))).toEqual({
      kind: 'error',
      error: { type: 'a_exception', message: 'why', phase: 'runtime', ...place },
    });
  });

  it('takes the best reason there is', () => {
    expect(readPainlessExecuteAnswer('x', failed('a_exception', null))).toEqual({
      kind: 'error',
      error: { type: 'a_exception', message: 'runtime error', phase: 'runtime' },
    });
  });

  it('tells what can never run from what has failed once', () => {
    const error = { type: 'script_exception', reason: 'compile error', caused_by: { type: 'x' } };
    expect(readPainlessExecuteAnswer('x', { error })).toMatchObject({
      error: { phase: 'compile' },
    });
  });

  it.each([
    ['if (ctx.i > 1) { return true } // or not', true],
    ['return null', undefined],
  ])('takes null for the end of a script that can come to its end: %s', (source, fellThrough) => {
    const result = readPainlessExecuteAnswer(source, { result: 'null' });
    expect(result).toMatchObject({ kind: 'value', value: null });
    expect('fellThrough' in result ? result.fellThrough : undefined).toBe(fellThrough);
  });

  it('tells too many compilations from a wrong condition', () => {
    const error = {
      type: 'circuit_breaking_exception',
      reason: 'Too many dynamic script compilations',
    };
    expect(readPainlessExecuteAnswer('x', { error, status: 429 })).toEqual({
      kind: 'error',
      error: { type: error.type, message: error.reason, phase: 'runtime' },
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
