import React from 'react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MONITORS_PATH } from '../../../common/monitors/api';
import type { Monitor } from '../../../common/monitors/monitor';
import { DESTINATIONS_PATH } from '../../../common/notifications/api';
import { API_BASE } from '../../../common/plugin';
import type { CodeEditorProps } from '../../shared/code_editor';
import { refusal } from '../../shared/testing/fake_host';
import type { Routes } from '../../shared/testing/routes';
import { destinationSample, monitorSample, queryRunSample, recordSample } from '../testing/samples';
import { writeCondition } from '../testing/create_monitor';
import { showMonitors } from '../testing/show_monitors';
import { CreateMonitorPage } from './create_monitor_page';
import { EditMonitorPage } from './edit_monitor_page';

// The editor itself needs a layout, which jsdom has not; its text and problems are what counts here.
jest.mock('../../shared/code_editor', () => ({
  CodeEditor: ({ value, onChange, ariaLabel, problems = [], ...rest }: CodeEditorProps) => (
    <div>
      <textarea
        value={value}
        onChange={(event) => onChange?.(event.target.value)}
        aria-label={ariaLabel}
        data-test-subj={rest['data-test-subj']}
      />
      <ul data-test-subj={`${rest['data-test-subj']}-problems`}>
        {problems.map(({ line, message }) => (
          <li key={message}>{`${line ?? '-'}: ${message}`}</li>
        ))}
      </ul>
    </div>
  ),
}));

const base: Routes = {
  [`GET ${DESTINATIONS_PATH}`]: () => ({ total: 1, items: [destinationSample('d1', 'Ops')] }),
  [`GET ${API_BASE}/indices/_suggest`]: () => ({
    indices: ['k8s-logs-1'],
    aliases: [],
    data_streams: [],
  }),
  [`POST ${MONITORS_PATH}/_run`]: () => queryRunSample,
};

const write = (testId: string, text: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value: text } });
};

const chooseIndex = async (pattern: string): Promise<void> => {
  await userEvent.type(within(screen.getByTestId('indicesComboBox')).getByRole('textbox'), pattern);
  await userEvent.keyboard('{Enter}');
};

const save = (): Promise<void> => userEvent.click(screen.getByTestId('saveMonitorButton'));

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

describe('creating a monitor', () => {
  it('saves a name, an index and what is filled in already', async () => {
    const saved: Monitor[] = [];
    const { history, confirm } = showMonitors(
      <CreateMonitorPage />,
      {
        ...base,
        [`POST ${MONITORS_PATH}`]: ({ body }) => {
          const { monitor } = body as { monitor: Monitor };
          saved.push(monitor);
          return recordSample({ id: 'new', monitor });
        },
      },
      '/create'
    );
    write('nameInput', 'Pod errors');
    await chooseIndex('k8s-logs-*');
    await save();
    await waitFor(() => expect(history.location.pathname).toBe('/new'));
    expect(saved[0]).toMatchObject({
      name: 'Pod errors',
      inputs: [{ search: { indices: ['k8s-logs-*'] } }],
      triggers: [
        {
          query_level_trigger: {
            condition: { script: { source: 'ctx.results[0].hits.total.value > 0' } },
          },
        },
      ],
    });
    expect(confirm).not.toHaveBeenCalled();
  });

  it('shows what is missing at its field, and sends nothing', async () => {
    showMonitors(<CreateMonitorPage />, base);
    await save();
    expect(screen.getByTestId('field-name')).toHaveTextContent('A name is required.');
    expect(screen.getByTestId('field-inputs.0.search.indices')).toHaveTextContent(
      'Name at least one index.'
    );
    expect(screen.getByTestId('saveBarText')).toHaveTextContent('2 fields need attention');
    write('nameInput', 'Pod errors');
    expect(screen.getByTestId('field-name')).not.toHaveTextContent('A name is required.');
  });

  it('shows what the server refuses at its field, until that is changed', async () => {
    showMonitors(<CreateMonitorPage />, {
      ...base,
      [`POST ${MONITORS_PATH}`]: () => {
        throw refusal(422, 'cluster_refused', 'The cluster refused the query.', {
          problems: [
            { field: 'inputs.0.search.query', message: 'unknown query [matc]', line: 1, column: 9 },
          ],
        });
      },
    });
    write('nameInput', 'Pod errors');
    await chooseIndex('k8s-logs-*');
    await userEvent.click(screen.getByTestId('queryDslTab'));
    write('queryEditor', '{"query":{"matc":{}}}');
    await save();
    expect(await screen.findByTestId('saveError')).toHaveTextContent('unknown query [matc]');
    const field = screen.getByTestId('field-inputs.0.search.query');
    expect(field).toHaveTextContent('Line 1, column 9: unknown query [matc]');
    expect(screen.getByTestId('queryEditor-problems')).toHaveTextContent('1: unknown query [matc]');
    write('queryEditor', '{"query":{"match_all":{}}}');
    expect(field).not.toHaveTextContent('unknown query [matc]');
  });

  it('asks before what was written is left', async () => {
    const { history, confirm } = showMonitors(<CreateMonitorPage />, base, '/create');
    confirm.mockResolvedValue(false);
    write('nameInput', 'Pod errors');
    await userEvent.click(screen.getByTestId('cancelButton'));
    await waitFor(() => expect(confirm).toHaveBeenCalledTimes(1));
    expect(history.location.pathname).toBe('/create');
    expect(screen.getByTestId('nameInput')).toHaveValue('Pod errors');
  });
});

describe('the last run in the editor', () => {
  const open = async (routes: Routes = {}): Promise<void> => {
    showMonitors(<EditMonitorPage id="m1" />, {
      ...base,
      [`GET ${MONITORS_PATH}/m1`]: () => recordSample(),
      ...routes,
    });
    await userEvent.click(await screen.findByTestId('runQueryButton'));
  };

  it('shows count and documents, and works out the condition', async () => {
    await open();
    expect(await screen.findByTestId('runHits')).toHaveTextContent('2 hits');
    expect(screen.getByTestId('documentsTable')).toHaveTextContent('boom');
    expect(screen.getByTestId('conditionValue')).toHaveTextContent('true');
    writeCondition('ctx.results[0].hits.total.value > 2');
    expect(screen.getByTestId('conditionValue')).toHaveTextContent('false');
    writeCondition('ctx.results[0].hits.total.value >');
    expect(screen.getByTestId('conditionEditor-problems')).toHaveTextContent('1:');
  });

  it('says when the query is another one by now', async () => {
    await open();
    await screen.findByTestId('runHits');
    expect(screen.queryByTestId('staleRunBadge')).not.toBeInTheDocument();
    write('queryEditor', '{"query":{"match_all":{}}}');
    expect(screen.getByTestId('staleRunBadge')).toBeInTheDocument();
  });

  it('lets the cluster decide on what the interpreter does not know', async () => {
    const questions: unknown[] = [];
    await open({
      [`POST ${MONITORS_PATH}/_condition`]: ({ body }) => {
        questions.push(body);
        return { kind: 'value', value: 'true', triggered: true, evaluated_by: 'cluster' };
      },
    });
    await screen.findByTestId('runHits');
    const source = 'ctx.monitor.name =~ /Pod/';
    writeCondition(source);
    expect(
      await screen.findByText(/^Evaluated by the cluster/, undefined, { timeout: 5000 })
    ).toBeInTheDocument();
    await waitFor(() => expect(screen.getByTestId('conditionValue')).toHaveTextContent('true'), {
      timeout: 5000,
    });
    expect(questions).toMatchObject([{ source, response: queryRunSample.response }]);
  });

  it('puts the refusal of a run at its field', async () => {
    await open({
      [`POST ${MONITORS_PATH}/_run`]: () => {
        throw refusal(422, 'cluster_refused', 'no such index [gone]', {
          problems: [{ field: 'inputs.0.search.indices', message: 'no such index [gone]' }],
        });
      },
    });
    expect(await screen.findByTestId('runError')).toHaveTextContent('no such index [gone]');
    expect(screen.getByTestId('field-inputs.0.search.indices')).toHaveTextContent(
      'no such index [gone]'
    );
  });

  it('sends as a test exactly what the preview shows, and shows the answer', async () => {
    const sent: unknown[] = [];
    await open({
      [`POST ${DESTINATIONS_PATH}/d1/_test`]: ({ body }) => {
        sent.push(body);
        return { ok: false, status: 404, answer: 'no_service', took: 12 };
      },
    });
    await screen.findByTestId('runHits');
    await userEvent.click(screen.getByTestId('addActionButton'));
    write('subjectInput', 'Found {{ctx.results.0.hits.total.value}}');
    write(
      'messageEditor',
      '{{#ctx.results.0.hits.hits}}{{_source.message}};{{/ctx.results.0.hits.hits}}'
    );
    expect(screen.getByTestId('destinationSelect')).toHaveValue('d1');
    expect(screen.getByTestId('messagePreview')).toHaveTextContent('boom;<bang> & co;');
    await userEvent.click(screen.getByTestId('sendTestButton'));
    expect(await screen.findByTestId('testAnswer')).toHaveTextContent('no_service');
    expect(sent).toEqual([{ subject: 'Found 2', message: 'boom;<bang> & co;' }]);
  });

  it('offers the period for a query that looks back less than its interval', async () => {
    const query = '{"query":{"range":{"@timestamp":{"from":"{{period_end}}||-15s"}}}}';
    const monitor = monitorSample({
      schedule: { period: { interval: 1, unit: 'MINUTES' } },
      inputs: [{ search: { indices: ['a'], query } }],
    });
    await open({ [`GET ${MONITORS_PATH}/m1`]: () => recordSample({ monitor }) });
    await userEvent.click(screen.getByTestId('usePeriodStartButton'));
    expect(screen.getByTestId('queryEditor')).toHaveValue(
      '{"query":{"range":{"@timestamp":{"from":"{{period_start}}"}}}}'
    );
    expect(screen.queryByTestId('coverage-holes')).not.toBeInTheDocument();
  });
});

describe('two editors at once', () => {
  const openInConflict = async () => {
    const puts: Array<{ version: string; monitor: Monitor }> = [];
    const theirs = recordSample({
      version: 'v2',
      author: 'bob',
      monitor: monitorSample({ name: "Bob's" }),
    });
    let opened = false;
    const page = showMonitors(
      <EditMonitorPage id="m1" />,
      {
        ...base,
        [`GET ${MONITORS_PATH}/m1`]: () => {
          const answer = opened ? theirs : recordSample();
          opened = true;
          return answer;
        },
        [`PUT ${MONITORS_PATH}/m1`]: ({ body }) => {
          const put = body as { version: string; monitor: Monitor };
          puts.push(put);
          if (put.version !== 'v2') throw refusal(409, 'conflict', 'Changed.');
          return recordSample({ version: 'v3', monitor: put.monitor });
        },
      },
      '/m1/edit'
    );
    await screen.findByTestId('nameInput');
    write('nameInput', 'Mine');
    await save();
    expect(await screen.findByTestId('conflictNotice')).toHaveTextContent('bob saved this monitor');
    return { ...page, puts };
  };

  it('overwrites nothing and keeps what was written', async () => {
    const { puts } = await openInConflict();
    expect(puts.map(({ version }) => version)).toEqual(['v1']);
    expect(screen.getByTestId('nameInput')).toHaveValue('Mine');
  });

  it('shows theirs, and gives mine back', async () => {
    await openInConflict();
    await userEvent.click(screen.getByTestId('loadTheirsButton'));
    expect(screen.getByTestId('nameInput')).toHaveValue("Bob's");
    await userEvent.click(screen.getByTestId('backToMineButton'));
    expect(screen.getByTestId('nameInput')).toHaveValue('Mine');
  });

  it('saves mine over theirs only when told to', async () => {
    const { puts, history } = await openInConflict();
    await userEvent.click(screen.getByTestId('overwriteTheirsButton'));
    await waitFor(() => expect(history.location.pathname).toBe('/m1'));
    expect(puts[1]).toMatchObject({ version: 'v2', monitor: { name: 'Mine' } });
  });
});
