import { problemsOfMonitor } from '../check_monitor';
import { parseCondition } from '../conditions/condition';
import { isSearchMonitor, mapTriggers, monitorSchema } from '../monitor';
import type { Monitor } from '../monitor';
import { readQuery } from '../query_builder/read_query';
import { bucketMeasures } from '../threshold/measures';
import { readCondition } from '../threshold/read_condition';
import { READY_MADE, asksIndices, firstAnswers, missingAnswers } from './answers';
import type { Answers } from './answers';
import { readyMadeMonitor } from './ready_made';

const made = (which: (typeof READY_MADE)[number]): Monitor => {
  let id = 0;
  return readyMadeMonitor(which, { name: 'n', triggerName: 't', newId: () => `id${++id}` });
};

/** With what the reader fills in. */
const filledIn = (monitor: Monitor): unknown => {
  const withDestination = mapTriggers(monitor, (trigger) => ({
    ...trigger,
    actions: trigger.actions.map((action) => ({ ...action, destination_id: 'd1' })),
  }));
  const text = JSON.stringify(withDestination).replace('"indices":[]', '"indices":["logs-*"]');
  return JSON.parse(text);
};

describe.each(READY_MADE)('the ready-made monitor %s', (which) => {
  it('lacks nothing but indices and a destination', () => {
    const parsed = monitorSchema.parse(filledIn(made(which)));
    expect(problemsOfMonitor(parsed)).toEqual([]);
  });

  it('is judged without the help of the cluster', () => {
    const monitor = made(which);
    const sources = monitor.triggers.flatMap((wrapped) =>
      'query_level_trigger' in wrapped ? [wrapped.query_level_trigger.condition.script.source] : []
    );
    expect(sources.map((source) => parseCondition(source).kind)).toEqual(
      sources.map(() => 'known')
    );
  });

  it('needs its destination to be chosen', () => {
    const text = JSON.stringify(made(which)).replace('"indices":[]', '"indices":["logs-*"]');
    const result = monitorSchema.safeParse(JSON.parse(text));
    expect(result.error?.issues.map(({ message }) => message)).toEqual(['Choose a destination.']);
  });
});

describe('the answers to a question', () => {
  const answered: Answers = {
    ...firstAnswers('error_logs'),
    ...{ indices: ['logs-*'], timeField: 'at', levelField: 'severity' },
    ...{ threshold: 7, span: { amount: 2, unit: 'h' } },
  };
  const draft = (which: (typeof READY_MADE)[number], answers: Answers): string =>
    JSON.stringify(
      readyMadeMonitor(which, { name: 'n', triggerName: 't', newId: () => 'id' }, answers)
    );

  it('are what the monitor asks and judges by', () => {
    const text = draft('error_logs', answered);
    expect(text).toContain('hits.total.value > 7');
    expect(text).toContain('{{period_end}}||-2h');
    expect(text).toContain('severity');
    expect(text).not.toContain('query_string');
  });

  it('decide whether warnings count', () => {
    expect(draft('error_logs', answered)).not.toContain('WARN');
    expect(draft('error_logs', { ...answered, levels: 'warnings' })).toContain('WARN');
  });

  it('are missing where a question needs them, and only there', () => {
    const fresh = firstAnswers('slow_service');
    expect(missingAnswers('slow_service', fresh)).toEqual(['indices', 'durationField']);
    expect(missingAnswers('red_cluster', fresh)).toEqual([]);
    expect(missingAnswers('error_logs', { ...answered, threshold: NaN })).toEqual(['threshold']);
    expect(missingAnswers('error_logs', { ...answered, span: { amount: 0, unit: 'h' } })).toEqual([
      'span',
    ]);
    expect(READY_MADE.filter(asksIndices)).toHaveLength(4);
  });

  it.each(['error_logs', 'no_logs', 'slow_service'] as const)(
    'make a query and a condition that the editors can show: %s',
    (which) => {
      const monitor = readyMadeMonitor(
        which,
        { name: 'n', triggerName: 't', newId: () => 'id' },
        { ...answered, durationField: 'took.ms' }
      );
      const query = isSearchMonitor(monitor) ? monitor.inputs[0].search.query : '';
      expect(readQuery(query)).toMatchObject({
        kind: 'visual',
        query: { timeField: 'at', lookBack: { kind: 'span', amount: 2, unit: 'h' } },
      });
      const [wrapped] = monitor.triggers;
      if ('query_level_trigger' in wrapped) {
        const { source } = wrapped.query_level_trigger.condition.script;
        expect(readCondition(source).kind).toBe('visual');
      }
      if ('bucket_level_trigger' in wrapped) {
        const { parent_bucket_path, buckets_path } = wrapped.bucket_level_trigger.condition;
        const offered = bucketMeasures(query, parent_bucket_path).map(({ path }) => path);
        expect(offered).toEqual(expect.arrayContaining(Object.values(buckets_path)));
      }
    }
  );
});
