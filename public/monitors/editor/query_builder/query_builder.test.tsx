import React from 'react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FIELDS_PATH, VALUES_PATH } from '../../../../common/indices/fields';
import type { FieldsAnswer, IndexField } from '../../../../common/indices/fields';
import type { Monitor } from '../../../../common/monitors/monitor';
import { monitorSchema } from '../../../../common/monitors/monitor';
import { readQuery } from '../../../../common/monitors/query_builder/read_query';
import type { VisualQuery } from '../../../../common/monitors/query_builder/visual_query';
import type { Routes } from '../../../shared/testing/routes';
import { showEditor } from '../../testing/show_editor';
import { SearchInputFields } from '../inputs/search_input';
import { newAction, newMonitor } from '../new_monitor';
import { searchOf } from '../question';

jest.mock('../../../shared/code_editor', () =>
  jest.requireActual('../../testing/plain_code_editor')
);

const field = (name: string, type: string, aggregatable = true): IndexField => ({
  ...{ name, type, aggregatable, searchable: true },
});

const FIELDS: FieldsAnswer = {
  fields: [
    field('event.created', 'date'),
    field('host', 'keyword'),
    field('level', 'keyword'),
    field('message', 'text', false),
    field('took', 'long'),
  ],
  left_out: 0,
};

const routes: Routes = {
  [`GET ${FIELDS_PATH}`]: () => FIELDS,
  [`GET ${VALUES_PATH}`]: ({ query }) => ({
    values: [{ value: query.field === 'level' ? 'ERROR' : 'web-1', count: 7 }],
    partial: false,
  }),
};

const draftOver = (query?: string): Monitor => {
  const monitor = newMonitor();
  const [{ search }] = monitor.inputs;
  return {
    ...monitor,
    name: 'Mine',
    inputs: [{ search: { indices: ['logs-*'], query: query ?? search.query } }],
  };
};

const show = (draft: Monitor = draftOver()) => {
  const page = showEditor(<SearchInputFields />, draft, { routes });
  const query = (): VisualQuery => {
    const read = readQuery(searchOf(page.draft()).query);
    if (read.kind === 'dsl') throw new Error(read.reason);
    return read.query;
  };
  return { ...page, query };
};

/** Types into a combo box and takes what was typed, or what is offered for it. */
const pick = async (mark: string, text: string, at = 0): Promise<void> => {
  const box = within(screen.getAllByTestId(mark)[at]).getByRole('textbox');
  await userEvent.click(box);
  await userEvent.type(box, `${text}{Enter}`);
};

const choose = (mark: string, value: string | RegExp): void => {
  const select = screen.getByTestId(mark);
  const option = within(select).getByText(value, { selector: 'option' }) as HTMLOptionElement;
  fireEvent.change(select, { target: { value: option.value } });
};

const fieldsAreKnown = (): Promise<void> =>
  waitFor(() => expect(screen.getByTestId('timeFieldPicker')).toHaveTextContent('event.created'));

describe('the query builder', () => {
  it('is where a new monitor begins, with the only date field of its indices', async () => {
    const { query } = show();
    await fieldsAreKnown();
    expect(query()).toMatchObject({ timeField: 'event.created', documents: 10, filters: [] });
  });

  it('makes filters of fields, with what fits their types and values from the data', async () => {
    const { query, requests } = show();
    await fieldsAreKnown();
    await userEvent.click(screen.getByTestId('addFilter'));
    expect(screen.getByTestId('filterNotWhole')).toBeInTheDocument();
    await pick('filterField', 'level');
    expect(query().filters).toEqual([]);
    await userEvent.click(within(screen.getByTestId('filterValue')).getByRole('textbox'));
    await userEvent.click(await screen.findByRole('option', { name: 'ERROR' }));
    expect(query().filters).toEqual([{ field: 'level', test: { kind: 'is', value: 'ERROR' } }]);
    choose('filterTest', 'is not one of');
    expect(query().filters).toEqual([
      { field: 'level', not: true, test: { kind: 'one_of', values: ['ERROR'] } },
    ]);
    expect(requests.filter(({ path }) => path === VALUES_PATH)).toMatchObject([
      { query: { indices: 'logs-*', field: 'level' } },
    ]);
    await userEvent.click(screen.getByTestId('removeFilter'));
    expect(query().filters).toEqual([]);
  });

  it('makes numbers of what is typed for a number', async () => {
    const { query } = show();
    await fieldsAreKnown();
    await userEvent.click(screen.getByTestId('addFilter'));
    await pick('filterField', 'took');
    choose('filterTest', 'is between');
    fireEvent.change(screen.getByTestId('lowerBound'), { target: { value: '100' } });
    fireEvent.change(screen.getByTestId('upperBound'), { target: { value: '2e3' } });
    expect(query().filters).toEqual([
      { field: 'took', test: { kind: 'range', gte: 100, lt: '2e3' } },
    ]);
  });

  it('takes a line of DQL, and says where it makes no sense', async () => {
    const { query } = show();
    const line = screen.getByTestId('lineInput');
    fireEvent.change(line, { target: { value: 'level: (ERROR' } });
    expect(screen.getByTestId('lineRow')).toHaveTextContent(
      'Character 14: A closing parenthesis is missing.'
    );
    fireEvent.change(line, { target: { value: 'level: (ERROR)' } });
    expect(screen.getByTestId('lineRow')).not.toHaveTextContent('missing');
    expect(query().line).toEqual({ language: 'dql', text: 'level: (ERROR)' });
    choose('lineLanguage', 'Lucene');
    expect(query().line).toEqual({ language: 'lucene', text: 'level: (ERROR)' });
    fireEvent.change(line, { target: { value: '' } });
    expect(query().line).toBeUndefined();
    expect(screen.getByTestId('lineLanguage')).toHaveValue('lucene');
  });

  it('works out metrics, looks back, and brings documents along', async () => {
    const { query } = show();
    await fieldsAreKnown();
    await userEvent.click(screen.getByTestId('addMetric'));
    choose('metricKind', 'Percentile of');
    await pick('metricField', 'took');
    expect(screen.getByTestId('metricName')).toHaveTextContent('p95_took');
    choose('lookBackKind', 'The last');
    fireEvent.change(screen.getByTestId('lookBackAmount'), { target: { value: '15' } });
    choose('lookBackUnit', 'minutes');
    fireEvent.change(screen.getByTestId('documentsInput'), { target: { value: '-1' } });
    fireEvent.change(screen.getByTestId('documentsInput'), { target: { value: '3' } });
    expect(query()).toMatchObject({
      metrics: [{ kind: 'percentile', field: 'took', percent: 95 }],
      lookBack: { kind: 'span', amount: 15, unit: 'm' },
      documents: 3,
    });
  });
});

describe('a query that the builder cannot show', () => {
  const theirs = '{"size":0,"query":{"bool":{"should":[{"term":{"a":1}}]}}}';

  it('stays in the DSL editor with the reason, and as it is', async () => {
    const { draft } = show(draftOver(theirs));
    expect(screen.getByTestId('dslReason')).toHaveTextContent('no range over a time field');
    expect(screen.getByTestId('queryBuilderTab')).toBeDisabled();
    expect(screen.getByTestId('queryEditor')).toHaveValue(theirs);
    expect(searchOf(draft()).query).toBe(theirs);
  });

  it('opens in the builder once it can be shown, when it is asked to', async () => {
    const { query } = show(draftOver(theirs));
    const text = JSON.stringify({
      size: 0,
      query: { range: { t: { gte: '{{period_start}}', lt: '{{period_end}}' } } },
    });
    fireEvent.change(screen.getByTestId('queryEditor'), { target: { value: text } });
    expect(screen.getByTestId('queryEditor')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('queryBuilderTab'));
    expect(screen.getByTestId('queryBuilder')).toBeInTheDocument();
    expect(query()).toMatchObject({ timeField: 't', kept: { noTimeFormat: true } });
  });

  it('is laid out anew without a change to its meaning', async () => {
    const { draft } = show(draftOver('{"size":{{period_end}},"a":1.0}'));
    await userEvent.click(screen.getByTestId('formatQueryButton'));
    expect(searchOf(draft()).query).toBe('{\n  "size": {{period_end}},\n  "a": 1.0\n}');
  });
});

describe('a query of others that the builder can show', () => {
  it('is left to the letter until something of it is changed', async () => {
    const text = searchOf(newMonitor()).query.replace(/\s+/g, ' ');
    const { draft } = show(draftOver(text.replace(/@timestamp/g, 'event.created')));
    await userEvent.click(screen.getByTestId('addFilter'));
    expect(searchOf(draft()).query).not.toContain('\n');
  });
});

describe('grouping', () => {
  const group = async (answer: boolean) => {
    const draft = draftOver();
    if (draft.monitor_type !== 'query_level_monitor') throw new Error('not query-level');
    const [{ query_level_trigger: trigger }] = draft.triggers;
    const page = show({
      ...draft,
      triggers: [{ query_level_trigger: { ...trigger, actions: [newAction([], 'd1')] } }],
    });
    await fieldsAreKnown();
    page.confirm.mockResolvedValue(answer);
    await pick('groupByPicker', 'host');
    await waitFor(() => expect(page.confirm).toHaveBeenCalledTimes(1));
    return page;
  };

  it('makes a bucket-level monitor, whose triggers judge each group as they did the whole', async () => {
    const { draft, query } = await group(true);
    await waitFor(() => expect(draft().monitor_type).toBe('bucket_level_monitor'));
    expect(query().groupBy).toEqual(['host']);
    const made = monitorSchema.parse(draft());
    expect(made.triggers).toMatchObject([
      {
        bucket_level_trigger: {
          name: 'Documents found',
          condition: {
            parent_bucket_path: 'groups',
            buckets_path: { count: '_count' },
            script: { source: 'params.count > 0' },
          },
          actions: [{ message_template: { source: expect.stringContaining('bucket_keys') } }],
        },
      },
    ]);
  });

  it('changes nothing when that is not meant', async () => {
    const { draft, query } = await group(false);
    expect(draft().monitor_type).toBe('query_level_monitor');
    expect(query().groupBy).toEqual([]);
  });

  it('goes back to the whole with the last field, the same condition and message', async () => {
    const { draft, query, confirm } = await group(true);
    await waitFor(() => expect(query().groupBy).toEqual(['host']));
    const picker = screen.getByTestId('groupByPicker');
    await userEvent.click(within(picker).getByRole('button', { name: /Remove host/ }));
    await waitFor(() => expect(confirm).toHaveBeenCalledTimes(2));
    await waitFor(() => expect(draft().monitor_type).toBe('query_level_monitor'));
    expect(draft().triggers).toMatchObject([
      {
        query_level_trigger: {
          condition: { script: { source: 'ctx.results[0].hits.total.value > 0' } },
          actions: [{ message_template: { source: expect.stringContaining('hits.hits') } }],
        },
      },
    ]);
  });
});
