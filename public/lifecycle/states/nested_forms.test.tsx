import { fireEvent, screen, within } from '@testing-library/react';
import { checkPolicy } from '../../../common/lifecycle/policy/check_policy';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { actionText, showAction as show, shownPolicy, showPolicy } from './testing/open_form';

const problems = (): string[] =>
  checkPolicy(shownPolicy()).map(({ path }) => path.slice(4).join('.'));

const add = (name: string) => fireEvent.click(screen.getByTestId(`add-${name}`));
const item = (name: string, place: number) => within(screen.getAllByTestId(`item-${name}`)[place]);
const type = (field: HTMLElement, text: string) =>
  fireEvent.change(field, { target: { value: text } });
const pick = (inside: ReturnType<typeof item>, list: string, option: string) =>
  type(inside.getByTestId(`kind-${list}`), option);

describe('changes of aliases', () => {
  it('are added, written, turned from one kind to the other and moved without JSON', () => {
    show('{"alias": {"actions": []}}');
    add('actions');
    expect(item('actions', 0).getByTestId('kind-actions')).toHaveFocus();
    type(item('actions', 0).getByTestId('param-aliases'), 'logs, logs-new');
    fireEvent.click(item('actions', 0).getByTestId('param-is_write_index'));
    add('actions');
    pick(item('actions', 1), 'actions', 'remove');
    type(item('actions', 1).getByTestId('param-aliases'), 'old');
    expect(problems()).toEqual([]);
    fireEvent.click(screen.getByLabelText('Move Change 2 up'));
    expect(actionText()).toBe(
      '{"alias":{"actions":[{"remove":{"aliases":["old"]}},{"add":{"aliases":["logs","logs-new"],"is_write_index":true}}]}}'
    );
    fireEvent.click(screen.getByLabelText('Remove Change 1'));
    expect(screen.getByTestId('add-actions')).toHaveFocus();
    expect(screen.getAllByTestId('item-actions')).toHaveLength(1);
  });

  it('have routing and a filter on demand', () => {
    show('{"alias": {"actions": [{"add": {"aliases": ["x"]}}]}}');
    expect(screen.queryByTestId('param-routing')).not.toBeInTheDocument();
    expect(screen.queryByTestId('param-alias')).not.toBeInTheDocument();
    fireEvent.click(screen.getByTestId('moreParams'));
    type(screen.getByTestId('param-routing'), 'eu');
    type(screen.getByTestId('param-filter'), '{"term": {"n": 1.0}}');
    expect(actionText()).toContain('"routing":"eu","filter":{"term":{"n":1.0}}');
  });

  it('keep the field of a single alias while it is written anew', () => {
    show('{"alias": {"actions": [{"add": {"alias": "x"}}]}}');
    type(screen.getByTestId('param-alias'), '');
    expect(screen.getByTestId('param-alias')).toBeVisible();
    expect(item('actions', 0).getByText('Name an alias.')).toBeVisible();
    type(screen.getByTestId('param-alias'), 'y');
    expect(actionText()).toBe('{"alias":{"actions":[{"add":{"alias":"y"}}]}}');
  });

  it('that the form cannot show are JSON at their place, and stay', () => {
    show(
      '{"alias": {"actions": [{"remove_index": {"x": 12345678901234567890}}, {"add": {"alias": "a", "x_new": 1.0}}]}}'
    );
    expect(item('actions', 0).getByTestId('partJson')).toHaveDisplayValue(/12345678901234567890/);
    expect(item('actions', 1).getByTestId('otherMembers')).toHaveTextContent('x_new');
    type(item('actions', 1).getByTestId('param-alias'), 'b');
    expect(actionText()).toBe(
      '{"alias":{"actions":[{"remove_index":{"x":12345678901234567890}},{"add":{"alias":"b","x_new":1.0}}]}}'
    );
  });

  it('can be written as JSON, each by itself', () => {
    show('{"alias": {"actions": [{"add": {"alias": "a"}}, {"add": {"alias": "b"}}]}}');
    const button = item('actions', 1).getByTestId('asJson');
    fireEvent.click(button);
    expect(button).toHaveAttribute('aria-pressed', 'true');
    type(item('actions', 1).getByTestId('partJson'), '{"remove": {"alias": "b"}}');
    fireEvent.click(button);
    expect(item('actions', 1).getByTestId('kind-actions')).toHaveValue('remove');
    expect(actionText()).toContain('[{"add":{"alias":"a"}},{"remove":{"alias":"b"}}]');
  });
});

describe('node attributes', () => {
  it('are rows of a name and a value, which go with the last one', () => {
    show('{"allocation": {}}');
    expect(screen.getByText(/At least one of require, include and exclude/)).toBeVisible();
    add('require');
    const row = within(screen.getByTestId('param-require'));
    expect(row.getByTestId('attributeName')).toHaveFocus();
    type(row.getByTestId('attributeName'), 'temp');
    type(row.getByTestId('attributeValue'), 'warm, or cold');
    expect(actionText()).toBe('{"allocation":{"require":{"temp":"warm, or cold"}}}');
    expect(problems()).toEqual([]);
    fireEvent.click(row.getByLabelText('Remove temp'));
    expect(actionText()).toBe('{"allocation":{}}');
  });

  it('do not take the place of another one of the same name, nor lose what is no text', () => {
    show('{"allocation": {"require": {"a": 1.0, "b": "x"}}}');
    const [, second] = screen.getAllByTestId('attributeName');
    type(second, 'a');
    expect(actionText()).toBe('{"allocation":{"require":{"a":1.0,"b":"x"}}}');
    type(second, 'c');
    expect(actionText()).toBe('{"allocation":{"require":{"a":1.0,"c":"x"}}}');
  });
});

describe('groups of conditions of a rollover', () => {
  it('are added, and say what is wrong where it is', () => {
    show('{"rollover": {}}');
    add('any_of');
    expect(item('any_of', 0).getByText(/A group names conditions/)).toBeVisible();
    type(item('any_of', 0).getByTestId('param-min_size'), '0gb');
    expect(item('any_of', 0).getByText('It must be more than nothing.')).toBeVisible();
    type(item('any_of', 0).getByTestId('param-min_size'), '5gb');
    type(item('any_of', 0).getByTestId('param-min_index_age'), '1d');
    expect(problems()).toEqual([]);
    expect(actionText()).toBe('{"rollover":{"any_of":[{"min_size":"5gb","min_index_age":"1d"}]}}');
    fireEvent.click(screen.getByLabelText('Remove Group 1'));
    expect(actionText()).toBe('{"rollover":{}}');
  });
});

describe('a rollup', () => {
  it('is made from the list of actions without JSON', () => {
    const unmount = show('{"open": {}}');
    fireEvent.change(screen.getByTestId('addAction'), { target: { value: 'rollup' } });
    fireEvent.click(screen.getAllByTestId('toggleAction')[1]);
    type(screen.getByTestId('param-description'), 'by hour');
    type(screen.getByTestId('param-target_index'), 'rollup-logs');
    add('dimensions');
    type(item('dimensions', 1).getByTestId('param-source_field'), 'host');
    add('dimensions');
    pick(item('dimensions', 2), 'dimensions', 'histogram');
    type(item('dimensions', 2).getByTestId('param-source_field'), 'bytes');
    type(item('dimensions', 2).getByTestId('param-interval'), '10.0');
    add('metrics');
    type(item('metrics', 0).getByTestId('param-source_field'), 'bytes');
    fireEvent.click(item('metrics', 0).getByTestId('flag-sum'));
    fireEvent.click(item('metrics', 0).getByTestId('flag-avg'));
    fireEvent.click(item('metrics', 0).getByTestId('flag-cardinality'));
    expect(problems()).toEqual([]);
    expect(actionText(1)).toBe(
      '{"rollup":{"ism_rollup":{"page_size":1000,"dimensions":[{"date_histogram":{"source_field":"@timestamp","fixed_interval":"1h"}},{"terms":{"source_field":"host"}},{"histogram":{"source_field":"bytes","interval":10.0}}],"description":"by hour","target_index":"rollup-logs","metrics":[{"metrics":[{"sum":{}},{"cardinality":{}}],"source_field":"bytes"}]}}}'
    );
    unmount();
  });

  it('says at its field what the cluster would refuse', () => {
    show(
      '{"rollup": {"ism_rollup": {"description": "d", "target_index": "t", "page_size": 10001, "dimensions": [{"terms": {"source_field": "a"}}], "delay": 5}}}'
    );
    const form = within(screen.getByTestId('actionCard'));
    expect(form.getByText('It must be 10000 at most.')).toBeVisible();
    expect(form.getByText(/needs a dimension of time/)).toBeVisible();
    expect(form.getByText('The server knows no “delay” here.')).toBeVisible();
  });

  it('keeps what a box does not know', () => {
    show(
      '{"rollup": {"ism_rollup": {"description": "d", "target_index": "t", "page_size": 10, "dimensions": [{"date_histogram": {"source_field": "t", "calendar_interval": "1d"}}], "metrics": [{"source_field": "b", "metrics": [{"cardinality": {"precision_threshold": 100}}, {"x_new": {}}]}]}}}'
    );
    expect(screen.getByTestId('flag-cardinality')).toBeChecked();
    fireEvent.click(screen.getByTestId('flag-max'));
    expect(actionText()).toContain(
      '"metrics":[{"cardinality":{"precision_threshold":100}},{"x_new":{}},{"max":{}}]'
    );
  });
});

describe('a transform', () => {
  it('is filled in without JSON', () => {
    show('{"transform": {"ism_transform": {"page_size": 1000, "groups": [{"terms": {}}]}}}');
    type(screen.getByTestId('param-description'), 'd');
    type(screen.getByTestId('param-target_index'), 'means');
    type(item('groups', 0).getByTestId('param-source_field'), 'host');
    add('aggregations');
    expect(screen.getByTestId('entryName')).toHaveFocus();
    type(screen.getByTestId('entryName'), 'mean');
    type(item('aggregations', 0).getByTestId('param-field'), 'bytes');
    pick(item('aggregations', 0), 'aggregations', 'percentiles');
    expect(problems()).toEqual([]);
    expect(actionText()).toContain('"aggregations":{"mean":{"percentiles":{"field":"bytes"}}}');
  });
});

describe('aliases of a shrunken index', () => {
  it('are named each, with what they say', () => {
    show('{"shrink": {"num_new_shards": 1}}');
    add('aliases');
    type(screen.getByTestId('entryName'), 'logs');
    fireEvent.click(screen.getByTestId('param-is_write_index'));
    expect(problems()).toEqual([]);
    expect(actionText()).toContain('"aliases":[{"logs":{"is_write_index":true}}]');
  });
});

describe('the receiver of a notification', () => {
  it('is a channel, or of the kinds before there were channels', () => {
    show('{"notification": {"message_template": {"source": "x"}}}');
    type(screen.getByTestId('kind-destination'), 'slack');
    expect(screen.getByText('It needs a URL.')).toBeVisible();
    type(screen.getByTestId('param-url'), 'https://hooks.example/x');
    expect(problems()).toEqual([]);
    type(screen.getByTestId('kind-destination'), '');
    type(screen.getByTestId('param-channel'), 'ops');
    expect(actionText()).toBe(
      '{"notification":{"message_template":{"source":"x"},"channel":{"id":"ops"}}}'
    );
  });
});

describe('retries', () => {
  it('are said in a sentence as they are written', () => {
    show('{"open": {}}');
    expect(screen.getByTestId('retrySentence')).toHaveTextContent(
      '3 times: 1 minute, 2 minutes, 4 minutes later'
    );
    type(screen.getByTestId('param-backoff'), 'linear');
    type(screen.getByTestId('param-delay'), '10m');
    expect(screen.getByTestId('retrySentence')).toHaveTextContent('10 minutes, 20 minutes, 30');
    type(screen.getByTestId('param-count'), '0');
    expect(screen.getByTestId('retrySentence')).toHaveTextContent('the first failure is for good');
  });
});

describe('a point of time', () => {
  it('has an expression and a zone, and says when it comes', () => {
    const body = {
      ...{ description: '', default_state: 'a' },
      states: [
        {
          name: 'a',
          transitions: [
            {
              state_name: 'a',
              conditions: { cron: { cron: { expression: '0 3 * * *', timezone: 'UTC' } } },
            },
          ],
        },
      ],
    };
    showPolicy(body);
    type(screen.getByTestId('param-cron-timezone'), 'Asia/Seoul');
    expect(screen.getByTestId('cronTimes')).toHaveTextContent(/Next: .*03:00/);
    type(screen.getByTestId('param-cron-expression'), '0 3 * *');
    expect(screen.getByText(/has five parts/)).toBeVisible();
    expect(screen.getByTestId('cronTimes')).not.toHaveTextContent('Next');
    expect(readPolicy(shownPolicy()).states[0].transitions[0].conditions).toEqual({
      cron: { cron: { expression: '0 3 * *', timezone: 'Asia/Seoul' } },
    });
  });
});
