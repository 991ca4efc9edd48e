import React from 'react';
import { screen, within } from '@testing-library/react';
import { MONITORS_PATH } from '../../../common/monitors/api';
import type { Monitor } from '../../../common/monitors/monitor';
import { DESTINATIONS_PATH } from '../../../common/notifications/api';
import { newAction, newMonitorOf } from '../editor/new_monitor';
import { destinationSample, monitorSample, recordSample, summarySample } from '../testing/samples';
import { showMonitors } from '../testing/show_monitors';
import { MonitorSummaryPanel } from './monitor_summary_panel';
import { TriggersPanel } from './triggers_panel';

jest.mock('../../shared/code_editor', () => jest.requireActual('../testing/plain_code_editor'));

const show = (monitor: Monitor) =>
  showMonitors(
    <>
      <MonitorSummaryPanel record={recordSample({ monitor })} lastRun={null} counts={undefined} />
      <TriggersPanel monitor={monitor} />
    </>,
    {
      [`GET ${DESTINATIONS_PATH}`]: () => ({ total: 1, items: [destinationSample('d1', 'Ops')] }),
      [`GET ${MONITORS_PATH}`]: () => ({
        total: 1,
        items: [summarySample({ id: 'm7', name: 'Pod errors' })],
      }),
    }
  );

describe('the page of a monitor', () => {
  it('shows everything that is set, and nothing that is not', () => {
    show(
      monitorSample({
        tags: ['checkout', 'eu'],
        owner: 'shop',
        runbook_url: 'https://wiki.example.com/shop',
        labels: { team: '{{group.team}}' },
        annotations: { summary: 'Look' },
        query_delay_seconds: 90,
        catch_up: { policy: 'replay', most: 5 },
        error_policy: { notify: true, after: 2 },
      })
    );
    const factOf = (id: string) => screen.getByTestId(`monitorFact-${id}`);
    expect(factOf('type')).toHaveTextContent('Query-level');
    expect(factOf('tags')).toHaveTextContent('checkout');
    expect(factOf('owner')).toHaveTextContent('shop');
    expect(within(factOf('runbook')).getByRole('link')).toHaveAttribute(
      'href',
      'https://wiki.example.com/shop'
    );
    expect(factOf('labels')).toHaveTextContent('team: {{group.team}}');
    expect(factOf('annotations')).toHaveTextContent('summary: Look');
    expect(factOf('queryDelay')).toHaveTextContent('1 minute 30 seconds');
    expect(factOf('catchUp')).toHaveTextContent('Replay each of them, the newest 5 at most');
    expect(factOf('errorPolicy')).toHaveTextContent('2 failed runs in a row');
  });

  it('leaves out what is not set', () => {
    show(monitorSample());
    for (const id of ['tags', 'owner', 'runbook', 'labels', 'catchUp', 'errorPolicy']) {
      expect(screen.queryByTestId(`monitorFact-${id}`)).not.toBeInTheDocument();
    }
  });

  it('leads nowhere by a runbook that is no web page', () => {
    show(monitorSample({ runbook_url: 'javascript:alert(1)' }));
    expect(within(screen.getByTestId('monitorFact-runbook')).queryByRole('link')).toBeNull();
  });

  it('tells of a bucket-level trigger which buckets it judges, and by what', () => {
    const monitor = newMonitorOf('bucket_level_monitor');
    if (monitor.monitor_type !== 'bucket_level_monitor') throw new Error('It is one.');
    const [{ bucket_level_trigger: trigger }] = monitor.triggers;
    const condition = {
      ...trigger.condition,
      composite_agg_filter: { container: { include: ['a', 'b'], exclude: 'test-.*' } },
    };
    const actions = [
      {
        ...newAction([], 'd1'),
        action_execution_policy: {
          action_execution_scope: { per_alert: { actionable_alerts: ['NEW' as const] } },
        },
      },
    ];
    show({ ...monitor, triggers: [{ bucket_level_trigger: { ...trigger, condition, actions } }] });
    const summary = screen.getByTestId('triggerSummary');
    expect(summary).toHaveTextContent('params.count > 0');
    expect(summary).toHaveTextContent('Over each bucket of groups, with params.count = _count');
    expect(summary).toHaveTextContent('Only keys container: a, b');
    expect(summary).toHaveTextContent('Not the keys container: /test-.*/');
    expect(screen.getByTestId('scopeText')).toHaveTextContent('One message for each: New alerts');
  });

  it('shows the queries of a document-level monitor', () => {
    show(newMonitorOf('doc_level_monitor'));
    expect(screen.getByTestId('docQueriesTable')).toHaveTextContent('level:ERROR');
    expect(screen.getByTestId('triggerSummary')).toHaveTextContent('query[name=errors]');
  });

  it('shows the call of a monitor of the cluster, and what one in PPL asks', () => {
    const { view } = show(newMonitorOf('cluster_metrics_monitor'));
    expect(screen.getByTestId('clusterCall')).toHaveTextContent('GET /_cluster/health');
    view.unmount();
    show(newMonitorOf('ppl_monitor'));
    expect(screen.getByTestId('pplQuery')).toHaveTextContent('source = k8s-logs-*');
    expect(screen.getByTestId('triggerSummary')).toHaveTextContent('number of rows > 0');
  });

  it('names the monitors of a composite one', async () => {
    const monitor = newMonitorOf('composite_monitor');
    if (monitor.monitor_type !== 'composite_monitor') throw new Error('It is one.');
    const [{ chained_alert_trigger: trigger }] = monitor.triggers;
    show({
      ...monitor,
      inputs: [{ composite_input: { sequence: { delegates: [{ order: 1, monitor_id: 'm7' }] } } }],
      triggers: [
        {
          chained_alert_trigger: {
            ...trigger,
            condition: { script: { source: '!monitor[id=m7]', lang: 'painless' } },
          },
        },
      ],
    });
    expect(await screen.findByText('!“Pod errors”')).toBeInTheDocument();
    expect(screen.getByTestId('delegates')).toHaveTextContent('Pod errors');
  });
});
