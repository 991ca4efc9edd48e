import { monitorSample } from '../testing/samples';
import { setName } from './changes';
import { findingsOf, problemsAt, schemaProblems, standingProblems } from './field_problems';
import { newMonitor } from './new_monitor';
import type { Monitor } from '../../../common/monitors/monitor';

const CONDITION = 'triggers.0.query_level_trigger.condition.script.source';

describe('what is wrong with a draft', () => {
  it('finds that a new monitor lacks only a name and indices', () => {
    expect(schemaProblems(newMonitor()).map(({ field }) => field)).toEqual([
      'name',
      'inputs.0.search.indices',
    ]);
    expect(schemaProblems(monitorSample())).toEqual([]);
  });

  it('finds an interval that is not a whole number', () => {
    const draft = monitorSample({ schedule: { period: { interval: NaN, unit: 'HOURS' } } });
    expect(problemsAt(schemaProblems(draft), 'schedule.period')).toHaveLength(1);
  });

  it('keeps what the server found until that field is changed', () => {
    const draft = monitorSample();
    const findings = findingsOf(draft, [
      { field: 'monitor.name', message: 'Taken.' },
      { field: CONDITION, message: 'unexpected token', line: 1, column: 3 },
    ]);
    const fields = (of: Monitor) => standingProblems(of, findings).map(({ field }) => field);
    expect(fields(draft)).toEqual(['name', CONDITION]);
    expect(fields(setName('Another')(draft))).toEqual([CONDITION]);
  });

  it('gives a field what is within it, and not what only begins alike', () => {
    const problems = [
      { field: 'inputs.0.search.indices.1', message: 'x' },
      { field: 'inputs.0.search.indices_too', message: 'y' },
    ];
    expect(problemsAt(problems, 'inputs.0.search.indices')).toEqual([problems[0]]);
  });
});
