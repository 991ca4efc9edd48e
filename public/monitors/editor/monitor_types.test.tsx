import React from 'react';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MONITORS_PATH } from '../../../common/monitors/api';
import { MONITOR_TYPES, monitorSchema } from '../../../common/monitors/monitor';
import type { Monitor } from '../../../common/monitors/monitor';
import { refusal } from '../../shared/testing/fake_host';
import {
  chooseType,
  createMonitor,
  editorRoutes,
  write,
  writeCondition,
  writeIndex,
} from '../testing/create_monitor';
import { recordSample } from '../testing/samples';
import { showMonitors } from '../testing/show_monitors';
import { EditMonitorPage } from './edit_monitor_page';
import { newMonitorOf } from './new_monitor';
import { asType } from './type_choice';

jest.mock('../../shared/code_editor', () => jest.requireActual('../testing/plain_code_editor'));

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

describe('creating a monitor of a type', () => {
  it('begins each with as little missing as possible', () => {
    const missing = Object.fromEntries(
      MONITOR_TYPES.map((type) => {
        const result = monitorSchema.safeParse(newMonitorOf(type));
        return [type, result.error?.issues.map(({ path }) => path.join('.'))];
      })
    );
    expect(missing).toEqual({
      query_level_monitor: ['name', 'inputs.0.search.indices'],
      bucket_level_monitor: ['name', 'inputs.0.search.indices'],
      doc_level_monitor: ['name', 'inputs.0.doc_level_input.indices'],
      cluster_metrics_monitor: ['name'],
      composite_monitor: [
        'name',
        'inputs.0.composite_input.sequence.delegates',
        'triggers.0.chained_alert_trigger.condition.script.source',
      ],
      ppl_monitor: ['name'],
      heartbeat_monitor: ['name'],
    });
  });

  it('takes along to another type what is of every type, and nothing that is not', () => {
    const doc: Monitor = { ...newMonitorOf('doc_level_monitor'), name: 'Mine', owner: 'ops' };
    const single = { ...doc, should_create_single_alert_for_findings: true } as Monitor;
    const cluster = asType('cluster_metrics_monitor')(single);
    expect(cluster).toMatchObject({ name: 'Mine', owner: 'ops', inputs: [{ uri: {} }] });
    expect(monitorSchema.safeParse(cluster).success).toBe(true);
  });

  it('waits for no late data where it waits for pings, unless somebody wanted that', () => {
    const query = newMonitorOf('query_level_monitor');
    const heartbeat = asType('heartbeat_monitor')(query);
    expect(heartbeat.query_delay_seconds).toBe(0);
    expect(asType('query_level_monitor')(heartbeat).query_delay_seconds).toBe(5);
    const late = asType('heartbeat_monitor')({ ...query, query_delay_seconds: 90 });
    expect(late.query_delay_seconds).toBe(90);
  });

  it('saves a heartbeat with its period and grace', async () => {
    const { save } = await createMonitor('heartbeat_monitor');
    write('periodInput', '1');
    await userEvent.selectOptions(screen.getByTestId('periodUnit'), 'DAYS');
    write('graceInput', '0');
    expect(screen.getByTestId('heartbeatUrlToCome')).toBeInTheDocument();
    expect(await save()).toMatchObject({
      query_delay_seconds: 0,
      inputs: [
        {
          heartbeat: {
            period: { interval: 1, unit: 'DAYS' },
            grace: { interval: 0, unit: 'MINUTES' },
          },
        },
      ],
      triggers: [{ query_level_trigger: { name: 'Is silent' } }],
    });
  });

  it('saves a bucket-level monitor with its values, gap policy and keys', async () => {
    const { save } = await createMonitor('bucket_level_monitor');
    await writeIndex('logs-*');
    expect(screen.getByTestId('trigger-0')).toHaveTextContent('The query has: groups');
    await userEvent.click(screen.getByTestId('conditionScriptTab'));
    await userEvent.click(screen.getByTestId('bucketsPathAdd'));
    fireEvent.change(screen.getAllByTestId('bucketsPathName')[1], { target: { value: 'slow' } });
    fireEvent.change(screen.getAllByTestId('bucketsPathValue')[1], { target: { value: 'p99' } });
    writeCondition('params.slow > 3');
    await userEvent.selectOptions(screen.getByTestId('gapPolicySelect'), 'insert_zeros');
    await userEvent.selectOptions(screen.getByTestId('excludeWay'), 'pattern');
    write('excludePattern', 'test-.*');
    expect((await save()).triggers).toMatchObject([
      {
        bucket_level_trigger: {
          condition: {
            parent_bucket_path: 'groups',
            buckets_path: { count: '_count', slow: 'p99' },
            script: { source: 'params.slow > 3' },
            gap_policy: 'insert_zeros',
            composite_agg_filter: { container: { exclude: 'test-.*' } },
          },
        },
      },
    ]);
  });

  it('saves a document-level monitor with its queries and an expression over them', async () => {
    const { save } = await createMonitor('doc_level_monitor');
    await writeIndex('logs-*');
    write('docQueryNameInput', 'refused');
    write('docQueryInput', 'message:refused');
    const tags = within(screen.getByTestId('docQueryTagsInput')).getByRole('textbox');
    await userEvent.type(tags, 'money{Enter}');
    await userEvent.click(screen.getByTestId('addDocQueryButton'));
    expect(screen.getAllByTestId('docQuery')).toHaveLength(2);
    writeCondition('');
    await userEvent.click(screen.getByRole('button', { name: '#money' }));
    await userEvent.click(screen.getByRole('button', { name: 'or' }));
    await userEvent.click(screen.getByRole('button', { name: 'errors' }));
    expect(await save()).toMatchObject({
      inputs: [
        {
          doc_level_input: {
            indices: ['logs-*'],
            queries: [
              { name: 'refused', query: 'message:refused', tags: ['money'] },
              { name: 'errors' },
            ],
          },
        },
      ],
      triggers: [
        {
          document_level_trigger: {
            condition: { script: { source: 'query[tag=money] || query[name=errors]' } },
          },
        },
      ],
    });
  });

  it('saves a monitor of the cluster with its call, and says which parameters that takes', async () => {
    const { save } = await createMonitor('cluster_metrics_monitor');
    await userEvent.selectOptions(screen.getByTestId('apiSelect'), 'CAT_SNAPSHOTS');
    const params = screen.getByTestId('field-inputs.0.uri.path_params');
    expect(params).toHaveTextContent('Required: the name of a snapshot repository.');
    write('pathParamsInput', 'nightly');
    writeCondition('ctx.results[0].snapshots.size() == 0');
    expect((await save()).inputs).toMatchObject([
      { uri: { api_type: 'CAT_SNAPSHOTS', path: '/_cat/snapshots', path_params: 'nightly' } },
    ]);
  });

  it('saves a composite monitor of others that are chosen by name, but not of composite ones', async () => {
    const { save } = await createMonitor('composite_monitor');
    const box = screen.getByTestId('addDelegateComboBox');
    await userEvent.click(within(box).getByRole('textbox'));
    await userEvent.click(await screen.findByRole('option', { name: 'Pod errors' }));
    expect(screen.queryByRole('option', { name: 'Chain' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByTestId('insertTermButton'));
    expect(screen.getByTestId('expressionInNames')).toHaveTextContent('“Pod errors”');
    expect(await save()).toMatchObject({
      inputs: [{ composite_input: { sequence: { delegates: [{ order: 1, monitor_id: 'm7' }] } } }],
      triggers: [
        { chained_alert_trigger: { condition: { script: { source: 'monitor[id=m7]' } } } },
      ],
    });
  });

  it('saves a monitor in PPL, whose trigger keeps only what its type asks for', async () => {
    const { save } = await createMonitor('ppl_monitor');
    write('pplEditor', 'source = logs');
    await userEvent.selectOptions(screen.getByTestId('pplTypeSelect'), 'custom');
    write('pplConditionInput', 'where latency > 5');
    const { inputs, triggers } = await save();
    expect(inputs).toEqual([{ ppl_input: { query: 'source = logs', query_language: 'ppl' } }]);
    expect(triggers[0]).toMatchObject({
      ppl_trigger: { type: 'custom', custom_condition: 'where latency > 5' },
    });
    expect(triggers[0]).not.toHaveProperty('ppl_trigger.num_results_value');
  });

  it('loses nothing of a type while another one is looked at', async () => {
    const { save } = await createMonitor('ppl_monitor');
    write('pplEditor', 'source = kept');
    await chooseType('query_level_monitor');
    await chooseType('ppl_monitor');
    expect(screen.getByTestId('nameInput')).toHaveValue('Mine');
    expect((await save()).inputs).toMatchObject([{ ppl_input: { query: 'source = kept' } }]);
  });

  it.each([
    ['bucket_level_monitor', 'triggers.0.bucket_level_trigger.condition.buckets_path.count'],
    ['doc_level_monitor', 'inputs.0.doc_level_input.queries.0.query'],
    ['doc_level_monitor', 'triggers.0.document_level_trigger.condition.script.source'],
    ['cluster_metrics_monitor', 'inputs.0.uri.path_params'],
    ['composite_monitor', 'inputs.0.composite_input.sequence.delegates.0.monitor_id'],
    ['ppl_monitor', 'inputs.0.ppl_input.query'],
    ['ppl_monitor', 'triggers.0.ppl_trigger.num_results_value'],
  ] as const)('shows of a %s what the server refuses at %s', async (type, field) => {
    const draft = newMonitorOf(type);
    const monitor = monitorSchema.parse({
      ...draft,
      name: 'Mine',
      ...(type === 'composite_monitor'
        ? {
            inputs: [
              { composite_input: { sequence: { delegates: [{ order: 1, monitor_id: 'm7' }] } } },
            ],
            triggers: [],
          }
        : {}),
      ...(type === 'bucket_level_monitor'
        ? { inputs: [{ search: { indices: ['a'], query: '{}' } }] }
        : {}),
      ...(type === 'doc_level_monitor'
        ? {
            inputs: [
              {
                doc_level_input: {
                  ...('doc_level_input' in draft.inputs[0] ? draft.inputs[0].doc_level_input : {}),
                  indices: ['a'],
                },
              },
            ],
          }
        : {}),
    });
    showMonitors(<EditMonitorPage id="m1" />, {
      ...editorRoutes,
      [`GET ${MONITORS_PATH}/m1`]: () => recordSample({ monitor }),
      [`PUT ${MONITORS_PATH}/m1`]: () => {
        throw refusal(400, 'invalid_input', 'Wrong.', {
          problems: [{ field: `monitor.${field}`, message: 'This is wrong.' }],
        });
      },
    });
    await screen.findByTestId('nameInput');
    await userEvent.click(screen.getByTestId('saveMonitorButton'));
    await screen.findByTestId('saveError');
    const at = screen
      .getAllByText('This is wrong.')
      .map((text) => text.closest('[data-invalid-field]')?.getAttribute('data-invalid-field'))
      .filter((place): place is string => typeof place === 'string');
    expect(at.length).toBeGreaterThan(0);
    for (const place of at) expect(`${field}.`.startsWith(`${place}.`)).toBe(true);
  });
});

describe('the type of a saved monitor', () => {
  it('cannot be chosen any more', async () => {
    showMonitors(<EditMonitorPage id="m1" />, {
      ...editorRoutes,
      [`GET ${MONITORS_PATH}/m1`]: () => recordSample(),
    });
    await screen.findByTestId('nameInput');
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    expect(screen.getByText('Query-level')).toBeInTheDocument();
  });
});
