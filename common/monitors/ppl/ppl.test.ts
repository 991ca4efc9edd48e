import documented from '../../../test/fixtures/alerting/ppl/documented.json';
import { pplMonitorSchema } from '../monitor';
import { pplTriggerSchema } from '../trigger';
import { pplProblems } from './check';
import { judgeCount, judgeRemaining, needsCount } from './judge';
import { countQuery, renderPpl, unknownVariables, withCommand } from './query';
import { pplRows, readPplAnswer } from './rows';

const WINDOW = { start: Date.UTC(2026, 0, 1), end: Date.UTC(2026, 0, 1, 0, 1, 2, 3) };

const monitor = (query: string, trigger: Record<string, unknown> = {}) =>
  pplMonitorSchema.parse({
    ...documented.monitor,
    inputs: [{ ppl_input: { query } }],
    triggers: [{ ppl_trigger: { ...documented.monitor.triggers[1].ppl_trigger, ...trigger } }],
  });

const counting = (comparison: string, value: number) =>
  pplTriggerSchema.parse({
    ppl_trigger: {
      ...documented.monitor.triggers[0].ppl_trigger,
      ...{ num_results_condition: comparison, num_results_value: value },
    },
  }).ppl_trigger;

describe('a query in PPL', () => {
  it('can name its period', () => {
    expect(renderPpl('a > {{period_start}} and b < {{ period_end }}', WINDOW)).toBe(
      'a > 1767225600000 and b < 1767225662003'
    );
    expect(renderPpl("t > TIMESTAMP('{{period_end_timestamp}}')", WINDOW)).toBe(
      "t > TIMESTAMP('2026-01-01 00:01:02.003')"
    );
    expect(unknownVariables('{{period_start}} {{ctx.x}} {{period}}')).toEqual(['ctx.x', 'period']);
  });

  it.each(['source=a', ' source=a ;', 'source=a | ', 'source=a |;\n'])(
    'takes a further command behind %j',
    (query) => {
      expect(withCommand(query, '| where x > 1')).toBe('source=a | where x > 1');
    }
  );

  it('can be counted', () => {
    expect(countQuery('source=a')).toMatch(/^source=a \| stats count\(\) as \w+$/);
  });

  it('that the documentation shows has no problem', () => {
    expect(pplProblems(pplMonitorSchema.parse(documented.monitor))).toEqual([]);
  });

  it.each([
    [monitor('select * from a'), 'inputs.0.ppl_input.query', 'SQL'],
    [monitor('source=a | where t > {{start}}'), 'inputs.0.ppl_input.query', '{{start}}'],
    [
      monitor('source=a', { custom_condition: 'error_count > 1' }),
      'triggers.0.ppl_trigger.custom_condition',
      'begins with where',
    ],
    [
      monitor('source=a', { custom_condition: 'where a > {{x}}' }),
      'triggers.0.ppl_trigger.custom_condition',
      '{{x}}',
    ],
    [
      monitor('source=a', { recovery_condition: { script: { source: 'a < 1' } } }),
      'triggers.0.ppl_trigger.recovery_condition.script.source',
      'begins with where',
    ],
  ])('that can never run is refused at its field', (wrong, field, message) => {
    expect(pplProblems(wrong)).toEqual([{ field, message: expect.stringContaining(message) }]);
  });
});

describe('the rows of an answer', () => {
  const whole = readPplAnswer(documented.answer);
  const own = { critical_service_errors: readPplAnswer(documented.remaining) };

  it('are, for messages, those that the trigger looked at', () => {
    const { too_many_errors: all, critical_service_errors: left } = documented.ppl_query_results;
    expect(pplRows([whole, own], 'too_many_errors')).toEqual(all);
    expect(pplRows([whole, own], 'critical_service_errors')).toEqual(left);
    expect(pplRows([whole, own], 'constructor')).toEqual(all);
    expect(pplRows([], 'too_many_errors')).toEqual([]);
  });

  it('are not read out of what is no table', () => {
    expect(readPplAnswer({ hits: [] })).toBeUndefined();
    expect(readPplAnswer(undefined)).toBeUndefined();
  });
});

describe('a number of results', () => {
  it.each([
    ['>', 2, 3, true],
    ['>', 3, 3, false],
    ['>=', 3, 3, true],
    ['<', 3, 3, false],
    ['<=', 3, 3, true],
    ['==', 3, 3, true],
    ['!=', 3, 3, false],
    ['!=', 4, 3, true],
  ])('%s %i of %i is %s', (comparison, value, count, triggered) => {
    expect(judgeCount(counting(comparison, value), count)).toMatchObject({
      ...{ key: '', triggered, value: String(count), measure: count },
    });
  });

  it.each([
    ['>', 500, 199, false],
    ['>', 500, 200, true],
    ['>', 100, 200, false],
    ['>=', 200, 200, false],
    ['<', 500, 200, true],
    ['<', 100, 200, false],
    ['<=', 200, 200, true],
    ['==', 200, 200, true],
    ['==', 100, 200, false],
    ['!=', 300, 200, true],
  ])(
    '%s %i is counted apart, at %i rows, only if more could change it: %s',
    (comparison, value, rows, counted) => {
      expect(needsCount(counting(comparison, value), rows)).toBe(counted);
    }
  );

  it('of what a condition leaves over is true from the first row on', () => {
    expect([0, 1, 5].map((count) => judgeRemaining(count).triggered)).toEqual([false, true, true]);
  });
});
