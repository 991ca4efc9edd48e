import { monitorSchema } from '../monitors/monitor';
import type { Monitor } from '../monitors/monitor';
import { discoverPath, discoverView, patternFor } from './discover';
import { alertUrl, monitorUrl } from './page_links';

const WINDOW = { start: 1_700_000_000_000, end: 1_700_000_060_000 };

const searching = (query: object, indices = ['logs-*']): Monitor =>
  monitorSchema.parse({
    name: "Pat's errors",
    enabled: true,
    schedule: { period: { interval: 1, unit: 'MINUTES' } },
    inputs: [{ search: { indices, query: JSON.stringify(query) } }],
    triggers: [],
  });

const range = (gte: string) => ({ range: { '@timestamp': { gte, lt: '{{period_end}}' } } });

describe('links to our pages', () => {
  it('begin with where people reach the host, and are empty where that is not known', () => {
    const base = 'https://watch.example.com/base';
    expect(alertUrl(base, 'm/1.2.0')).toBe(`${base}/app/watchkeeper_alerts/m%2F1.2.0`);
    expect(monitorUrl(base, 'm1')).toBe(`${base}/app/watchkeeper_monitors/m1`);
    expect([alertUrl(undefined, 'a'), monitorUrl(undefined, 'm'), monitorUrl(base, '')]).toEqual([
      '',
      '',
      '',
    ]);
  });
});

describe('what Discover is asked', () => {
  it("is the window, with the monitor's question as a filter and one for each field of the group", () => {
    const monitor = searching({ query: range('{{period_start}}'), size: 0 });
    const group = [{ field: 'host', value: 'web-1' }];
    expect(discoverView(monitor, WINDOW, { group })).toEqual({
      indices: ['logs-*'],
      from: WINDOW.start,
      to: WINDOW.end,
      filters: [
        {
          name: "Pat's errors",
          query: {
            range: {
              '@timestamp': { gte: String(WINDOW.start), lt: String(WINDOW.end) },
            },
          },
        },
        { name: 'host: web-1', query: { match_phrase: { host: 'web-1' } } },
      ],
    });
  });

  it('reaches back as far as the query does by itself', () => {
    const monitor = searching({ query: range('{{period_end}}||-15m') });
    expect(discoverView(monitor, WINDOW)?.from).toBe(WINDOW.end - 15 * 60_000);
  });

  it('names the documents of an alert about documents', () => {
    const monitor = monitorSchema.parse({
      ...{ name: 'Docs', enabled: true, monitor_type: 'doc_level_monitor', triggers: [] },
      schedule: { period: { interval: 1, unit: 'MINUTES' } },
      inputs: [
        {
          doc_level_input: {
            indices: ['logs'],
            queries: [{ id: 'q', name: 'q', query: 'level:ERROR', tags: [] }],
          },
        },
      ],
    });
    const view = discoverView(monitor, WINDOW, {
      related_doc_ids: ['a|logs-1', 'b'],
      group: [{ field: '_id', value: 'a|logs-1' }],
    });
    expect(view?.filters).toEqual([{ name: 'a, b', query: { ids: { values: ['a', 'b'] } } }]);
  });

  it('is nothing for a monitor that looks at no documents', () => {
    const monitor = monitorSchema.parse({
      ...{ name: 'Cluster', enabled: true, monitor_type: 'cluster_metrics_monitor', triggers: [] },
      schedule: { period: { interval: 1, unit: 'MINUTES' } },
      inputs: [{ uri: { api_type: 'CLUSTER_HEALTH', path: '_cluster/health' } }],
    });
    expect(discoverView(monitor, WINDOW)).toBeUndefined();
  });

  it('uses the index pattern of the same name, else the narrowest that covers all indices', () => {
    const patterns = ['*', 'logs-*', 'logs-2026*', 'logs-a,logs-b'].map((title) => ({
      id: `id of ${title}`,
      title,
    }));
    const chosen = (...indices: string[]) => patternFor(patterns, indices)?.title;
    expect(chosen('logs-*')).toBe('logs-*');
    expect(chosen('logs-2026.01')).toBe('logs-2026*');
    expect(chosen('logs-a', 'logs-b')).toBe('logs-a,logs-b');
    expect(chosen('logs-a', 'metrics')).toBe('*');
    expect(patternFor(patterns.slice(1), ['logsX1'])).toBeUndefined();
  });

  it('is a path with the three states of Discover, safe in a URL', () => {
    const view = discoverView(searching({ query: { match_all: {} } }), WINDOW);
    const pattern = { id: 'p1', title: 'logs-*', timeFieldName: '@timestamp' };
    const path = view ? discoverPath(view, pattern) : '';
    expect(path).toMatch(/^discover#\/\?_a=[^\s&#]+&_g=[^\s&#]+&_q=[^\s&#]+$/);
    const states = decodeURIComponent(path);
    expect(states).toContain("'metadata':('indexPattern':'p1','view':'discover')");
    expect(states).toContain("'from':'2023-11-14T22:13:20.000Z','to':'2023-11-14T22:14:20.000Z'");
    expect(states).toContain("'alias':'Pat!'s errors'");
    expect(states).toContain("'query':('match_all':())");
  });
});
