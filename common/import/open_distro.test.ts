import queryLevel from '../../test/fixtures/alerting/monitors/016-monitor-create-query-level.json';
import noInputs from '../../test/fixtures/alerting/monitors/024-monitor-create-bad-no-inputs.json';
import badType from '../../test/fixtures/alerting/monitors/026-monitor-create-bad-type.json';
import badScript from '../../test/fixtures/alerting/monitors/034-monitor-create-bad-painless-compile.json';
import longName from '../../test/fixtures/alerting/monitors/040-monitor-create-bad-long-name.json';
import docLevel from '../../test/fixtures/alerting/monitors/046-monitor-create-doc-level.json';
import workflow from '../../test/fixtures/alerting/monitors/098-workflow-get.json';
import { parseLossless } from '../json/lossless';
import type { Monitor } from '../monitors/monitor';
import { importMonitor } from './open_distro';
import type { ImportWarning } from './warning';

const NOW = Date.UTC(2026, 0, 1);

const came = (
  document: unknown
): { monitor: Monitor; warnings: ImportWarning[]; source: { id?: string; enabled: boolean } } => {
  const result = importMonitor(document, NOW);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
};

const QUERY_LEVEL = {
  type: 'monitor',
  name: 'Errors',
  enabled: true,
  schedule: { period: { interval: 1, unit: 'MINUTES' } },
  inputs: [{ search: { indices: ['logs'], query: { query: { match_all: {} } } } }],
  triggers: [],
};

const withCondition = (source: string, query: object = {}) => ({
  ...QUERY_LEVEL,
  inputs: [{ search: { indices: ['logs'], query: { ...query, range: '{{period_start}}' } } }],
  triggers: [
    {
      query_level_trigger: {
        id: 't',
        name: 't',
        severity: '1',
        condition: { script: { source, lang: 'painless' } },
        actions: [],
      },
    },
  ],
});

const fieldsOf = (warnings: ImportWarning[]): string[] => warnings.map(({ field }) => field);

describe('what the real plugin holds', () => {
  it('comes as it is, without what only the neighbour has a use for', () => {
    const { monitor, warnings, source } = came(queryLevel.response.body);
    expect(warnings).toEqual([]);
    expect(source).toEqual({ id: 'g8TW_KEBtW2c8NjVsIDO', enabled: true });
    expect(monitor).toMatchObject({
      type: 'monitor',
      monitor_type: 'query_level_monitor',
      name: 'errors monitor',
      enabled: true,
      enabled_time: 1795243290686,
      schedule: { period: { interval: 1, unit: 'MINUTES' } },
      triggers: [
        {
          query_level_trigger: {
            id: 'fsTW_KEBtW2c8NjVsIA-',
            severity: '1',
            actions: [
              {
                destination_id: 'hookA',
                throttle_enabled: true,
                throttle: { value: 10, unit: 'MINUTES' },
              },
            ],
          },
        },
      ],
    });
    expect(monitor.ui_metadata).toMatchObject({ schedule: { frequency: 'interval' } });
    expect(monitor).not.toHaveProperty('owner');
    expect(monitor.owner).toBeUndefined();
  });

  it('keeps the numbers of a query as they stand there', () => {
    const query = '{"query":{"term":{"id":{"value":9007199254740993,"boost":1.0}}}}';
    const text = JSON.stringify(QUERY_LEVEL).replace('{"query":{"match_all":{}}}', query);
    const [input] = came(parseLossless(text)).monitor.inputs;
    expect('search' in input && input.search.query).toMatch(/9007199254740993[^]*1\.0/);
  });

  it('a workflow becomes a composite monitor', () => {
    const { monitor, warnings } = came(workflow.response.body);
    expect(monitor.monitor_type).toBe('composite_monitor');
    expect(warnings).toEqual([]);
    expect(monitor.inputs[0]).toMatchObject({
      composite_input: { sequence: { delegates: [{ order: 1 }, { order: 2 }] } },
    });
  });

  it.each([
    ['inputs.0', noInputs],
    ['monitor_type', badType],
    ['triggers.0.query_level_trigger.condition.script.source', badScript],
  ])('let through by mistake, at %s, could never run: it comes disabled', (field, recorded) => {
    const { monitor, warnings, source } = came(recorded.response.body);
    expect(source.enabled).toBe(true);
    expect(monitor.enabled).toBe(false);
    expect(warnings).toContainEqual(expect.objectContaining({ field, stops: true }));
  });

  it('a name of any length is cut, and it runs', () => {
    const { monitor, warnings } = came(longName.response.body);
    expect(monitor.name).toHaveLength(256);
    expect(monitor.enabled).toBe(true);
    expect(fieldsOf(warnings)).toEqual(['name']);
  });
});

describe('what was pasted', () => {
  it('needs no ids: they follow from the place', () => {
    const { monitor } = came(queryLevel.request.body);
    expect(monitor.triggers[0]).toMatchObject({
      query_level_trigger: { id: 'trigger-1', actions: [{ id: 'action-1' }] },
    });
  });

  it('may have triggers of the first versions, that name no kind', () => {
    const trigger = {
      ...{ id: 't', name: 't', severity: '2', actions: [] },
      condition: { script: { source: 'true', lang: 'painless' } },
    };
    const { monitor } = came({ ...QUERY_LEVEL, triggers: [trigger] });
    expect(monitor.monitor_type).toBe('query_level_monitor');
    expect(monitor.triggers[0]).toHaveProperty('query_level_trigger.severity', '2');
  });

  it('has fields that nothing knows left out, wherever they stand, each with a warning', () => {
    const { monitor, warnings } = came({
      ...withCondition('true'),
      nosuch: 1,
      schedule: { period: { interval: 1, unit: 'MINUTES', jitter: 3 } },
    });
    expect(monitor).not.toHaveProperty('nosuch');
    expect(fieldsOf(warnings).sort()).toEqual(['nosuch', 'schedule.period.jitter']);
  });

  it('with something wrong that cannot be guessed is refused at the field', () => {
    const result = importMonitor({ ...QUERY_LEVEL, schedule: {} }, NOW);
    expect(result).toMatchObject({ problems: [{ field: 'schedule' }] });
  });

  it.each([[null], [1], [[]], [{}], [{ hello: 1 }]])('%j is no monitor', (document) => {
    expect(importMonitor(document, NOW)).toMatchObject({ problems: [{ field: '' }] });
  });
});

describe('what is different here is said', () => {
  const CONDITION = 'triggers.0.query_level_trigger.condition.script.source';

  it('a count beyond 10,000 was never told there', () => {
    const { warnings } = came(withCondition('ctx.results[0].hits.total.value > 10000'));
    expect(warnings).toMatchObject([{ field: CONDITION }]);
    expect(warnings[0].message).toContain('10000');
  });

  it('but it was where the query counts all hits, or the count is lower', () => {
    const query = { track_total_hits: true };
    expect(came(withCondition('ctx.results[0].hits.total.value > 10000', query)).warnings).toEqual(
      []
    );
    expect(came(withCondition('ctx.results[0].hits.total.value > 9999')).warnings).toEqual([]);
  });

  it('a condition that only the cluster knows', () => {
    const { monitor, warnings } = came(
      withCondition('def seen = new HashMap(); return seen.size() > 0')
    );
    expect(monitor.enabled).toBe(true);
    expect(warnings).toMatchObject([{ field: CONDITION }]);
  });

  it('a condition that looks at ctx.error', () => {
    expect(fieldsOf(came(withCondition('ctx.error != null')).warnings)).toEqual([CONDITION]);
  });

  it('a query that looks back for less than its interval', () => {
    const query = { query: { range: { t: { gte: '{{period_end}}||-30s' } } } };
    const { warnings } = came({
      ...QUERY_LEVEL,
      inputs: [{ search: { indices: ['logs'], query } }],
    });
    expect(warnings).toMatchObject([{ field: 'inputs.0.search.query' }]);
    expect(warnings[0].message).toContain('30 s');
  });

  it('a throttle of a document-level monitor, which the neighbour never looks at', () => {
    const text = JSON.stringify(docLevel.response.body).replace(
      '"throttle_enabled":false',
      '"throttle_enabled":true,"throttle":{"value":5,"unit":"MINUTES"}'
    );
    expect(fieldsOf(came(JSON.parse(text)).warnings)).toEqual([
      'triggers.0.document_level_trigger.actions.0.throttle',
    ]);
  });

  it('an action that has no destination or message, which could never be sent', () => {
    const document = withCondition('true');
    const [{ query_level_trigger: trigger }] = document.triggers;
    const action = { name: 'n', message_template: { source: '' } };
    const { monitor, warnings } = came({
      ...document,
      triggers: [{ query_level_trigger: { ...trigger, actions: [action] } }],
    });
    const at = 'triggers.0.query_level_trigger.actions.0';
    expect(fieldsOf(warnings)).toEqual([`${at}.destination_id`, `${at}.message_template.source`]);
    expect(monitor.enabled).toBe(true);
  });
});
