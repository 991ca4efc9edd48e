import { parseCondition } from './conditions/condition';
import { problemsOfMonitor } from './check_monitor';
import { monitorSchema, mapTriggers } from './monitor';
import type { Monitor } from './monitor';
import { READY_MADE, readyMadeMonitor } from './ready_made';

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
