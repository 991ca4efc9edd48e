import workflow from '../../test/fixtures/alerting/monitors/098-workflow-get.json';
import queryLevel from '../../test/fixtures/alerting/monitors/016-monitor-create-query-level.json';
import type { Monitor } from '../monitors/monitor';
import { importMonitor } from './open_distro';
import { linksOf, mapLinks, originOf, withOrigin } from './origin';

const came = (document: unknown): Monitor => {
  const result = importMonitor(document, 0);
  if ('problems' in result) throw new Error('It does not come.');
  return result.monitor;
};

const OTHERS = ['1cTW_KEBtW2c8NjVtICz', 'zsTW_KEBtW2c8NjVtIAv'];

describe('where a monitor comes from', () => {
  it('is kept beside what its editor keeps', () => {
    const monitor = came(queryLevel.response.body);
    const brought = withOrigin(monitor, { id: 'x', enabled: true });
    expect(originOf(brought)).toEqual({ id: 'x', enabled: true });
    expect(brought.ui_metadata).toMatchObject(monitor.ui_metadata);
    expect(originOf(monitor)).toBeUndefined();
  });
});

describe('the links of a monitor', () => {
  it('are its destinations, and of a composite one the monitors that it rests on', () => {
    expect(linksOf(came(workflow.response.body))).toEqual({
      destinations: ['hookA'],
      monitors: OTHERS,
    });
  });

  it('are changed wherever they stand, conditions included', () => {
    const monitor = mapLinks(came(workflow.response.body), {
      destination: (id) => `d-${id}`,
      monitor: (id) => `m-${id}`,
    });
    expect(linksOf(monitor)).toEqual({
      destinations: ['d-hookA'],
      monitors: OTHERS.map((id) => `m-${id}`),
    });
    expect(JSON.stringify(monitor.triggers)).toContain(
      `(monitor[id=m-${OTHERS[0]}] && monitor[id=m-${OTHERS[1]}])`
    );
  });
});
